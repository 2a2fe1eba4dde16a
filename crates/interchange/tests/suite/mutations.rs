//! Five hundred files, recombined from encodings, delimiters, quotes, marks, orders of columns and faults. None ends in a wrong
//! name, a silent loss, or a panic.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use encoding_rs::{EUC_KR, GBK, MACINTOSH, SHIFT_JIS, WINDOWS_1252};
use interchange::directory::{Choices, Plan};
use interchange::encoding::{Certainty, decode};

use crate::support::{World, read};

const FILES: u64 = 500;

/// First name, last name and name.
const NAMES: [[&str; 3]; 13] = [
    ["Dana", "Ortiz", "Dana Ortiz"],
    ["Eli", "Brandt, Jr.", "Eli Brandt, Jr."],
    ["하늘", "김", "김하늘"],
    ["서연", "박", "박서연"],
    ["Lucía", "Fernández", "Lucía Fernández"],
    ["Zoë", "Müller; x", "Zoë Müller; x"],
    ["Ann \"The Lion\"", "Lee", "Ann \"The Lion\" Lee"],
    ["Conor", "O'Neil", "Conor O'Neil"],
    ["Noa", "Levi", "Noa Levi"],
    ["Ærø", "Ärzte", "Ærø Ärzte"],
    ["由紀", "田中", "田中 由紀"],
    ["小明", "王", "王 小明"],
    ["太郎", "山田", "山田 太郎"],
];

/// A small generator (xorshift), so that a failing file can be made again by its number.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Bytes {
    Utf8,
    Utf16Le,
    Utf16Be,
    Korean,
    Western,
    ShiftJis,
    Gbk,
    MacRoman,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Quotes {
    Needed,
    All,
    Typographic,
    Backslash,
}

/// The people of a file: the name, the username, the email.
type Person = (String, String, String);

struct File {
    bytes: Vec<u8>,
    people: Vec<Person>,
    /// The people whose line was damaged on purpose.
    damaged: BTreeSet<usize>,
    described: String,
}

fn file(number: u64) -> File {
    let mut random = Random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    for _ in 0..10 {
        random.below(2);
    }
    let encoding = random.pick(&[
        Bytes::Utf8,
        Bytes::Utf8,
        Bytes::Utf16Le,
        Bytes::Utf16Be,
        Bytes::Korean,
        Bytes::Western,
        Bytes::ShiftJis,
        Bytes::Gbk,
        Bytes::MacRoman,
    ]);
    let delimiter = random.pick(&[",", ";", "\t", "|", "，"]);
    let is_narrow = matches!(encoding, Bytes::Western | Bytes::MacRoman | Bytes::ShiftJis);
    let delimiter = if is_narrow && delimiter == "，" { ";" } else { delimiter };
    let quotes = random.pick(&[Quotes::Needed, Quotes::All, Quotes::Typographic, Quotes::Backslash]);
    let is_east_asian = matches!(encoding, Bytes::Korean | Bytes::ShiftJis | Bytes::Gbk);
    let quotes = if is_east_asian && quotes == Quotes::Typographic { Quotes::All } else { quotes };
    let end = random.pick(&["\n", "\r\n", "\r"]);
    let style = random.below(4);
    let can_encode = |text: &str| match encoding {
        // Chinese characters are rare in Korean tables.
        Bytes::Korean => text.chars().all(|c| !('一'..='龥').contains(&c)) && !EUC_KR.encode(text).2,
        Bytes::Western => !WINDOWS_1252.encode(text).2,
        Bytes::ShiftJis => text.is_ascii() || !SHIFT_JIS.encode(text).2,
        Bytes::Gbk => !GBK.encode(text).2,
        Bytes::MacRoman => !MACINTOSH.encode(text).2,
        _ => true,
    };
    let mut people: Vec<Person> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for index in 0..3 + random.below(8) {
        let [first, last, name] = random.pick(&NAMES);
        if !can_encode(name) {
            continue;
        }
        let username = format!("user.{index}");
        let email = format!("user.{index}@example.com");
        let names = match style {
            1 => vec![first.to_owned(), last.to_owned()],
            _ => vec![name.to_owned()],
        };
        let mut row = names;
        row.push(email.clone());
        if style != 1 {
            row.push(username.clone());
        }
        row.push(random.pick(&["Member", "viewer", "", "ADMIN"]).to_owned());
        people.push((name.to_owned(), username, email));
        rows.push(row);
    }
    let header: Vec<&str> = match style {
        1 => vec!["First Name [Required]", "Last Name [Required]", "Email Address [Required]", "role"],
        2 if can_encode("이름") => vec!["이름", "이메일", "사용자 이름", "역할"],
        3 => vec!["displayName", "mail", "userPrincipalName", "role"],
        _ => vec!["name", "email", "username", "role"],
    };
    let mut header: Vec<String> = header.into_iter().map(str::to_owned).collect();
    if random.is(30) {
        header.push("department".to_owned());
        rows.iter_mut().for_each(|row| row.push("Research".to_owned()));
    }
    let turn = random.below(header.len());
    header.rotate_left(turn);
    rows.iter_mut().for_each(|row| row.rotate_left(turn));

    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell, delimiter, quotes)).collect();
        cells.join(delimiter)
    };
    let mut text = String::new();
    if random.is(15) && delimiter != "，" {
        write!(text, "sep={delimiter}{end}").unwrap();
    } else if random.is(20) {
        write!(text, "Export of the directory{end}{end}").unwrap();
    }
    write!(text, "{}{end}", line(&header)).unwrap();
    let repeats_at = if random.is(20) { Some(random.below(rows.len().max(1))) } else { None };
    let mut damaged = BTreeSet::new();
    let has_damage = random.is(50);
    for (index, row) in rows.iter().enumerate() {
        if repeats_at == Some(index) {
            let mark = if encoding == Bytes::Utf8 { "\u{feff}" } else { "" };
            write!(text, "{mark}{}{end}", line(&header)).unwrap();
        }
        let mut written = line(row);
        if has_damage && random.is(30) {
            damaged.insert(index);
            written = match random.below(6) {
                0 => format!("\"{written}"),
                1 => format!("{written}{delimiter}extra"),
                2 => written.replace('@', ""),
                3 => format!("\"x\"y{delimiter}{written}"),
                4 if !row[0].is_empty() => line(&row[..1]),
                _ => written.replace("user.", "us er."),
            };
        }
        write!(text, "{written}{end}").unwrap();
    }
    if random.is(15) {
        text.push('\u{1a}');
    }
    let marks = random.below(3);
    let described = format!("{number}: {encoding:?} {quotes:?} {delimiter:?} {text}");
    let bytes = match encoding {
        Bytes::Utf8 => ["\u{feff}".repeat(marks), text].concat().into_bytes(),
        Bytes::Utf16Le => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Bytes::Utf16Be => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Bytes::Korean => EUC_KR.encode(&text).0.into_owned(),
        Bytes::Western => WINDOWS_1252.encode(&text).0.into_owned(),
        Bytes::ShiftJis => SHIFT_JIS.encode(&text).0.into_owned(),
        Bytes::Gbk => GBK.encode(&text).0.into_owned(),
        Bytes::MacRoman => MACINTOSH.encode(&text).0.into_owned(),
    };
    File { bytes, people, damaged, described }
}

fn quoted(cell: &str, delimiter: &str, quotes: Quotes) -> String {
    let is_needed = cell.contains(delimiter) || cell.contains('"');
    match quotes {
        Quotes::Needed if !is_needed => cell.to_owned(),
        Quotes::Typographic if is_needed => format!("“{cell}”"),
        Quotes::Typographic => cell.to_owned(),
        Quotes::Backslash => format!("\"{}\"", cell.replace('"', "\\\"")),
        Quotes::Needed | Quotes::All => format!("\"{}\"", cell.replace('"', "\"\"")),
    }
}

/// Whether the encoding is called doubtful, and the right reading is offered.
fn is_reported(file: &File) -> bool {
    let decoded = decode(&file.bytes, None).unwrap();
    let is_right = |line: &str| file.described.contains(line.trim());
    decoded.certainty == Certainty::Doubtful && decoded.others.iter().any(|other| is_right(&other.there))
}

/// Checks that all that is added was meant, and that who is not added has a faulty line.
#[track_caller]
fn check(plan: &Plan, file: &File) {
    let known: BTreeSet<(&str, &str)> =
        file.people.iter().map(|(name, _, email)| (name.as_str(), email.as_str())).collect();
    for person in &plan.people {
        let is_known = known.contains(&(person.name.as_str(), person.email.as_str()));
        assert!(is_known || is_reported(file), "{:?} is wrong in {}", person, file.described);
        let meant = file.people.iter().find(|(_, _, email)| email == person.email.as_str());
        assert!(meant.is_some_and(|(_, username, _)| username == person.username.as_str()), "{}", file.described);
    }
    let is_added = |email: &str| plan.people.iter().any(|person| person.email.as_str() == email);
    let lost = file.people.iter().filter(|(_, _, email)| !is_added(email)).count();
    assert!(plan.faulty_lines >= lost, "{lost} lost, {} faulty in {}", plan.faulty_lines, file.described);
    for (index, (_, _, email)) in file.people.iter().enumerate() {
        let is_neighbor = file.damaged.iter().any(|damaged| damaged.abs_diff(index) <= 1);
        assert!(is_added(email) || is_neighbor, "{email} is missing in {}", file.described);
    }
}

#[test]
fn no_recombined_file_ends_in_a_wrong_name_or_a_silent_loss() {
    let world = World::new();
    let leaves_out = Choices { leaves_out_faulty: true, ..Choices::default() };
    for number in 1..=FILES {
        let file = file(number);
        let plan = world.read(&file.bytes);
        check(&plan, &file);
        let plan = world.choose(&file.bytes, &leaves_out);
        check(&plan, &file);
        World::new().carry_out(&plan, true);
    }
}

#[test]
fn no_cut_or_overwritten_file_ends_in_a_wrong_name() {
    let world = World::new();
    let leaves_out = Choices { leaves_out_faulty: true, ..Choices::default() };
    for number in 1..=FILES {
        let mut file = file(number);
        let mut random = Random(number.wrapping_mul(77) | 1);
        file.bytes.truncate(random.below(file.bytes.len() + 1));
        if let Ok(plan) = read(&file.bytes, &world.view()) {
            // If the name is in the last column, it can be cut itself.
            for person in &plan.people {
                let is_part = |(name, ..): &Person| name.contains(person.name.as_str().trim_matches(['“', '”']));
                assert!(
                    file.people.iter().any(is_part) || is_reported(&file),
                    "{:?} in {}",
                    person.name,
                    file.described
                );
            }
        }
        // A byte that is overwritten can make another name, but no panic.
        let index = random.below(file.bytes.len().max(1));
        if let Some(byte) = file.bytes.get_mut(index) {
            *byte = u8::try_from(random.below(256)).unwrap();
            if !file.bytes.contains(&0) {
                World::new().carry_out(&world.choose(&file.bytes, &leaves_out), true);
            }
        }
    }
}

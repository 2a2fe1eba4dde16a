//! Files in the encodings of spreadsheets.

use interchange::encoding::{Certainty, Encoding, NotText, decode};

#[track_caller]
fn check(bytes: &[u8], text: &str, encoding: Encoding, other: Option<Encoding>) {
    let decoded = decode(bytes, None).unwrap();
    let found = (decoded.text.as_str(), decoded.encoding, decoded.others.first().map(|other| other.encoding));
    assert_eq!(found, (text, encoding, other), "{bytes:?}");
    assert!(!decoded.is_damaged);
}

fn utf16(text: &str, is_little: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

fn encode(text: &str, label: &str) -> Vec<u8> {
    let (bytes, _, is_lossy) = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text);
    assert!(!is_lossy, "{text} {label}");
    bytes.into_owned()
}

/// A text in code page 850.
fn encode_dos(text: &str) -> Vec<u8> {
    text.chars().map(|c| if c.is_ascii() { c as u8 } else { oem_cp::code_table::ENCODING_TABLE_CP850[&c] }).collect()
}

#[test]
fn marks_decide_and_are_removed() {
    check("\u{feff}\u{feff}이름".as_bytes(), "이름", Encoding::UTF_8, None);
    check(&utf16("\u{feff}이름\tx", true), "이름\tx", Encoding::UTF_16LE, None);
    check(&utf16("\u{feff}이름\tx", false), "이름\tx", Encoding::UTF_16BE, None);
    check(&utf16("name,email", true), "name,email", Encoding::UTF_16LE, None);
    check(&utf16("name,email", false), "name,email", Encoding::UTF_16BE, None);
}

#[test]
fn korean_and_western_tables_are_told_apart_and_a_doubt_is_said() {
    let korean = encode("name\n김하늘", "euc-kr");
    check(&korean, "name\n김하늘", Encoding::KOREAN, Some(Encoding::WESTERN));
    let western = encode("name\nLucía, Zoë, Müller", "windows-1252");
    check(&western, "name\nLucía, Zoë, Müller", Encoding::WESTERN, None);
    assert_eq!(decode(&western, None).unwrap().certainty, Certainty::Likely);
    // `Är` is also a rare Korean syllable.
    let both = encode("name\nÄrzte", "windows-1252");
    check(&both, "name\nÄrzte", Encoding::WESTERN, Some(Encoding::KOREAN));
    assert_eq!(decode(&both, None).unwrap().certainty, Certainty::Doubtful);
    let decoded = decode(&korean, Some(Encoding::WESTERN)).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.certainty), ("name\n±èÇÏ´Ã", Certainty::Known));
}

/// The files that spreadsheets write in each country. Either the names are right, or the right ones are offered beside them.
#[test]
fn no_encoding_is_taken_for_another_in_silence() {
    let table = |names: &[&str]| {
        let lines = names.iter().enumerate().map(|(at, name)| format!("{name},user{at},user{at}@example.com\r\n"));
        format!("name,username,email\r\n{}", lines.collect::<String>())
    };
    for (label, names) in [
        ("euc-kr", ["김하늘"].as_slice()),
        ("euc-kr", &["홍길동"]),
        ("euc-kr", &["박서연", "이도윤", "최민준", "정하은", "햏볽"]),
        ("euc-kr", &["Kim Minsu", "뷁", "Dana Ortiz"]),
        ("shift_jis", &["田中由紀"]),
        ("shift_jis", &["山田太郎", "鈴木一郎", "佐藤花子"]),
        ("shift_jis", &["タナカ ユキ", "やまだ"]),
        ("shift_jis", &["ﾀﾅｶ ﾕｷ"]),
        ("euc-jp", &["山田太郎", "鈴木一郎", "佐藤花子"]),
        ("iso-2022-jp", &["田中由紀"]),
        ("gbk", &["王小明"]),
        ("gbk", &["李娜"]),
        ("gb18030", &["张伟", "王芳", "李娜", "刘洋"]),
        ("big5", &["王小明"]),
        ("big5", &["陳怡君", "林志明", "黃淑芬"]),
        ("windows-1252", &["Lucía Fernández", "Conor O’Neil"]),
        ("windows-1252", &["Conor O’Neil"]),
        ("windows-1252", &["Åse Bjørn", "Søren", "François", "Müller", "Peña"]),
        ("macintosh", &["Lucía Fernández"]),
        ("macintosh", &["Lucía"]),
        ("macintosh", &["Zoë Müller", "José", "Søren", "François", "Muñoz"]),
        ("macintosh", &["Ørsted"]),
        ("windows-1250", &["Łukasz Żak"]),
        ("windows-1250", &["Jiří Dvořák", "Tomáš Šimek"]),
        ("iso-8859-2", &["Tomáš Šimek"]),
        ("windows-1251", &["Иван Петров"]),
        ("windows-1251", &["Анна"]),
        ("koi8-u", &["Иван Петров"]),
        ("windows-1253", &["Γιώργος"]),
        ("windows-1254", &["Mehmet Öztürk", "Gökçe Şahin", "Ayşe Yılmaz"]),
        ("windows-1255", &["נועה לוי"]),
        ("windows-1256", &["محمد"]),
        ("windows-1257", &["Jānis Bērziņš", "Šarūnas"]),
        ("windows-874", &["สมชาย"]),
        ("cp850", &["José Müller"]),
        ("cp850", &["Lucía Fernández"]),
        ("cp850", &["Sánchez"]),
    ] {
        let text = table(names);
        let bytes = if label == "cp850" { encode_dos(&text) } else { encode(&text, label) };
        let decoded = decode(&bytes, None).unwrap();
        assert!(decoded.certainty > Certainty::Known, "{label} {names:?}");
        let is_told = decoded.others.iter().any(|other| text.contains(&other.there));
        assert!(
            decoded.text == text || (is_told && decoded.certainty == Certainty::Doubtful),
            "{label} {names:?}: {decoded:?}"
        );
        // Each can be chosen.
        let chosen = Encoding::ALL.into_iter().filter(|encoding| decode(&bytes, Some(*encoding)).unwrap().text == text);
        assert!(chosen.count() > 0);
    }
}

#[test]
fn rare_letters_of_utf8_may_be_korean() {
    check(
        b"name,email\r\n\xc8\xab,hong@x.org",
        "name,email\r\n\u{22b},hong@x.org",
        Encoding::UTF_8,
        Some(Encoding::KOREAN),
    );
    check(b"\xef\xbb\xbfname\r\n\xc8\xab", "name\r\n\u{22b}", Encoding::UTF_8, None);
    for text in ["name\nLucía Müller", "name\nŁukasz Žižka", "name\n홍길동 ȫ"] {
        check(text.as_bytes(), text, Encoding::UTF_8, None);
    }
}

#[test]
fn an_old_end_of_file_is_removed() {
    check(b"a,b\r\n1,2\r\n\x1a", "a,b\r\n1,2\r\n", Encoding::UTF_8, None);
    check(b"a,b\r\n\x1a\r\n", "a,b\r\n", Encoding::UTF_8, None);
    check(b"a,b\r\n", "a,b\r\n", Encoding::UTF_8, None);
}

#[test]
fn a_cut_character_is_told() {
    let cut = decode("이름,이메".as_bytes().split_last().unwrap().1, None).unwrap();
    assert_eq!((cut.text.as_str(), cut.encoding, cut.is_damaged), ("이름,이\u{fffd}", Encoding::UTF_8, true));
    let korean = encode("name\n김하늘\n박서연", "euc-kr");
    let cut = decode(korean.split_last().unwrap().1, None).unwrap();
    assert_eq!((cut.encoding, cut.is_damaged), (Encoding::KOREAN, true));
    assert_eq!(decode(b"PK\0\0", None), Err(NotText));
}

#[test]
fn a_damaged_byte_leaves_the_other_lines_readable() {
    for (label, names) in [
        ("euc-kr", "김하늘\n박서연\n이도윤\n최민준"),
        ("shift_jis", "山田太郎\n鈴木一郎\n佐藤花子\n田中由紀"),
        ("gbk", "王小明\n张伟\n刘洋\n陈静"),
    ] {
        let mut bytes = encode(&format!("name\n{names}\n"), label);
        bytes[6] = 0xff;
        let decoded = decode(&bytes, None).unwrap();
        assert!(decoded.is_damaged && decoded.certainty == Certainty::Doubtful, "{decoded:?}");
        assert_eq!(decoded.text.lines().skip(2).collect::<Vec<_>>(), names.lines().skip(1).collect::<Vec<_>>());
    }
}

//! The encodings of tables. It guesses, says which others fit, and never replaces a character in silence.

use encoding_rs::{EUC_KR, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// An encoding that people's spreadsheets write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with the lower byte first: "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16 with the higher byte first.
    Utf16Be,
    /// Windows code page 949, which contains EUC-KR: CSV of Korean Excel.
    Korean,
    /// Windows code page 1252: CSV of Western Excel.
    Western,
}

impl Encoding {
    /// All encodings, in the order of a select.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Korean, Self::Western];

    /// The technical name, the same in all languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Korean => "CP949 (EUC-KR)",
            Self::Western => "Windows-1252",
        }
    }
}

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order marks at its beginning and without the end-of-file character of old programs.
    pub text: String,
    /// The encoding that was asked for, or the guessed one.
    pub encoding: Encoding,
    /// Another encoding in which the bytes are a different text without a fault, with the first line that differs: as read,
    /// and in the other encoding.
    pub other: Option<(Encoding, String, String)>,
    /// Whether bytes fit no character and became U+FFFD.
    pub is_damaged: bool,
}

/// The bytes contain NUL, like a program or a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

/// Decodes a file in an encoding, or in the most likely one.
///
/// # Errors
/// If the text contains NUL characters.
pub fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Result<Decoded, NotText> {
    let guessed = encoding.unwrap_or_else(|| guess(bytes));
    let (text, is_damaged) = decode_as(bytes, guessed);
    let text = trimmed(&text);
    if text.contains('\0') {
        return Err(NotText);
    }
    let other = if encoding.is_none() && !is_damaged { other_fit(bytes, guessed, text) } else { None };
    Ok(Decoded { text: text.to_owned(), encoding: guessed, other, is_damaged })
}

/// Removes byte order marks at the beginning, several after a careless join, and what CP/M and its heirs put at the end.
fn trimmed(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let content = text.trim_end_matches(['\u{1a}', '\r', '\n']);
    let tail = text.get(content.len()..).and_then(|tail| tail.find('\u{1a}'));
    tail.and_then(|index| text.get(..content.len() + index)).unwrap_or(text)
}

fn guess(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8,
        _ => {}
    }
    if let Some(encoding) = guess_utf16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() || is_mostly_utf8(bytes) {
        return Encoding::Utf8;
    }
    let is_korean = fits(bytes, Encoding::Korean);
    if is_mostly_korean(bytes) || (is_korean && !fits(bytes, Encoding::Western)) {
        Encoding::Korean
    } else {
        Encoding::Western
    }
}

/// UTF-16 without a mark: nearly every other byte of a table in ASCII is zero.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..bytes.len().min(2_000)).unwrap_or_default();
    if start.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |offset| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match start.len() / 4 {
        half if odd > half && even == 0 => Some(Encoding::Utf16Le),
        half if even > half && odd == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether the bytes are UTF-8 with few faults, as after a cut or a bad join. Text in another encoding has hardly any sequence
/// of bytes that is valid in UTF-8 by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut faulty) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faulty += usize::from(!chunk.invalid().is_empty());
    }
    valid > 2 * faulty
}

fn fits(bytes: &[u8], encoding: Encoding) -> bool {
    !decode_as(bytes, encoding).1
}

/// Whether nearly all bytes beyond ASCII are pairs of high bytes, the part of CP949 that Korean texts are written in. Accented
/// letters of Western texts stand alone between ASCII letters. A few others are tolerated, because a file may be cut within a
/// character.
fn is_mostly_korean(bytes: &[u8]) -> bool {
    let (mut pairs, mut others) = (0, 0);
    let mut rest = bytes.iter().peekable();
    while let Some(byte) = rest.next() {
        if (0xa1..=0xfe).contains(byte) && rest.next_if(|trail| **trail >= 0xa1).is_some() {
            pairs += 1;
        } else if *byte >= 0x80 {
            others += 1;
        }
    }
    pairs > 2 * others
}

/// The text, and whether bytes fit no character.
fn decode_as(bytes: &[u8], encoding: Encoding) -> (String, bool) {
    let table = match encoding {
        Encoding::Utf8 => {
            let is_damaged = std::str::from_utf8(bytes).is_err();
            return (String::from_utf8_lossy(bytes).into_owned(), is_damaged);
        }
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Korean => EUC_KR,
        Encoding::Western => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            // Browsers map the five bytes without a character to controls.
            let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
            let is_damaged = text.contains(is_control);
            return (text.replace(is_control, "\u{fffd}"), is_damaged);
        }
    };
    let (text, is_damaged) = table.decode_without_bom_handling(bytes);
    (text.into_owned(), is_damaged)
}

/// The other one of the two encodings without a mark, if it reads the bytes as well.
fn other_fit(bytes: &[u8], encoding: Encoding, text: &str) -> Option<(Encoding, String, String)> {
    let other = match encoding {
        Encoding::Korean => Encoding::Western,
        Encoding::Western => Encoding::Korean,
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return None,
    };
    let (read, is_damaged) = decode_as(bytes, other);
    if is_damaged {
        return None;
    }
    let differs = |(one, two): &(&str, &str)| one != two;
    let (here, there) = text.lines().zip(trimmed(&read).lines()).find(differs)?;
    Some((other, here.to_owned(), there.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding, other: Option<Encoding>) {
        let decoded = decode(bytes, None).unwrap();
        let found = (decoded.text.as_str(), decoded.encoding, decoded.other.map(|(other, ..)| other));
        assert_eq!(found, (text, encoding, other), "{bytes:?}");
        assert!(!decoded.is_damaged);
    }

    fn utf16(text: &str, is_little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn marks_decide_and_are_removed() {
        check("\u{feff}\u{feff}이름".as_bytes(), "이름", Encoding::Utf8, None);
        check(&utf16("\u{feff}이름\tx", true), "이름\tx", Encoding::Utf16Le, None);
        check(&utf16("\u{feff}이름\tx", false), "이름\tx", Encoding::Utf16Be, None);
        check(&utf16("name,email", true), "name,email", Encoding::Utf16Le, None);
        check(&utf16("name,email", false), "name,email", Encoding::Utf16Be, None);
    }

    #[test]
    fn korean_and_western_tables_are_told_apart_and_a_doubt_is_said() {
        let (korean, ..) = EUC_KR.encode("name\n김하늘");
        check(&korean, "name\n김하늘", Encoding::Korean, Some(Encoding::Western));
        let (western, ..) = WINDOWS_1252.encode("name\nLucía, Zoë, Müller");
        check(&western, "name\nLucía, Zoë, Müller", Encoding::Western, None);
        // `Är` is also a rare Korean syllable.
        let (both, ..) = WINDOWS_1252.encode("name\nÄrzte");
        check(&both, "name\nÄrzte", Encoding::Western, Some(Encoding::Korean));
        let decoded = decode(&korean, Some(Encoding::Western)).unwrap();
        assert_eq!(decoded.text, "name\n±èÇÏ´Ã");
    }

    #[test]
    fn an_old_end_of_file_is_removed() {
        check(b"a,b\r\n1,2\r\n\x1a", "a,b\r\n1,2\r\n", Encoding::Utf8, None);
        check(b"a,b\r\n\x1a\r\n", "a,b\r\n", Encoding::Utf8, None);
        check(b"a,b\r\n", "a,b\r\n", Encoding::Utf8, None);
    }

    #[test]
    fn a_cut_character_is_told() {
        let cut = decode("이름,이메".as_bytes().split_last().unwrap().1, None).unwrap();
        assert_eq!((cut.text.as_str(), cut.encoding, cut.is_damaged), ("이름,이\u{fffd}", Encoding::Utf8, true));
        let bytes = [b"name\n".as_slice(), &[0xc0, 0x81, 0x8d, 0x20]].concat();
        assert!(decode(&bytes, None).unwrap().is_damaged);
        assert_eq!(decode(b"PK\0\0", None), Err(NotText));
    }
}

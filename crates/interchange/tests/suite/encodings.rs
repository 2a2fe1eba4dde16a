//! Files in the encodings of spreadsheets.

use encoding_rs::{EUC_KR, WINDOWS_1252};
use interchange::encoding::{Encoding, NotText, decode};

use crate::support::decoder;

#[track_caller]
fn check(bytes: &[u8], text: &str, encoding: Encoding, other: Option<Encoding>) {
    let decoded = decode(bytes, None, decoder).unwrap();
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
    let decoded = decode(&korean, Some(Encoding::Western), decoder).unwrap();
    assert_eq!(decoded.text, "name\n±èÇÏ´Ã");
}

#[test]
fn rare_letters_of_utf8_may_be_korean() {
    check(
        b"name,email\r\n\xc8\xab,hong@x.org",
        "name,email\r\n\u{22b},hong@x.org",
        Encoding::Utf8,
        Some(Encoding::Korean),
    );
    check(b"\xef\xbb\xbfname\r\n\xc8\xab", "name\r\n\u{22b}", Encoding::Utf8, None);
    for text in ["name\nLucía Müller", "name\nŁukasz Žižka", "name\n홍길동 ȫ"] {
        check(text.as_bytes(), text, Encoding::Utf8, None);
    }
}

#[test]
fn an_old_end_of_file_is_removed() {
    check(b"a,b\r\n1,2\r\n\x1a", "a,b\r\n1,2\r\n", Encoding::Utf8, None);
    check(b"a,b\r\n\x1a\r\n", "a,b\r\n", Encoding::Utf8, None);
    check(b"a,b\r\n", "a,b\r\n", Encoding::Utf8, None);
}

#[test]
fn a_cut_character_is_told() {
    let cut = decode("이름,이메".as_bytes().split_last().unwrap().1, None, decoder).unwrap();
    assert_eq!((cut.text.as_str(), cut.encoding, cut.is_damaged), ("이름,이\u{fffd}", Encoding::Utf8, true));
    let bytes = [b"name\n".as_slice(), &[0xc0, 0x81, 0x8d, 0x20]].concat();
    assert!(decode(&bytes, None, decoder).unwrap().is_damaged);
    assert_eq!(decode(b"PK\0\0", None, decoder), Err(NotText));
}

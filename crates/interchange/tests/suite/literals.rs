//! Python literals: Python reads exactly the original text from each.

use interchange::python::literal;
use proptest::prelude::*;
use serde_json::json;

use crate::support::property_config;
use crate::{hostile, python};

/// Parses a literal like Python, limited to the escapes of `literal`.
fn read(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        let digits = match character {
            '"' | '\n' | '\r' | '\0' => return None,
            '\\' => match rest.next()? {
                plain @ ('"' | '\\') => {
                    text.push(plain);
                    continue;
                }
                'n' => {
                    text.push('\n');
                    continue;
                }
                'r' => {
                    text.push('\r');
                    continue;
                }
                't' => {
                    text.push('\t');
                    continue;
                }
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => return None,
            },
            plain => {
                text.push(plain);
                continue;
            }
        };
        let number: String = rest.by_ref().take(digits).collect();
        text.push(char::from_u32(u32::from_str_radix(&number, 16).ok().filter(|_| number.len() == digits)?)?);
    }
    Some(text)
}

#[track_caller]
fn check_literal(text: &str, expected: &str) {
    assert_eq!(literal(text), expected);
    assert_eq!(read(expected).as_deref(), Some(text));
}

#[test]
fn only_ascii_is_not_escaped() {
    check_literal("Vision models", "\"Vision models\"");
    check_literal("한글 é 🚀", r#""\ud55c\uae00 \xe9 \U0001f680""#);
    check_literal("{} %s #", "\"{} %s #\"");
}

#[test]
fn quotes_and_backslashes_are_escaped() {
    check_literal(r#"a "b" 'c' \n"#, r#""a \"b\" 'c' \\n""#);
}

#[test]
fn line_ends_of_any_kind_are_escaped() {
    check_literal("\n\r\t\u{b}\u{c}\u{1c}\u{1d}\u{1e}", r#""\n\r\t\x0b\x0c\x1c\x1d\x1e""#);
    check_literal("\u{85}\u{2028}\u{2029}", r#""\x85\u2028\u2029""#);
}

#[test]
fn invisible_characters_and_bidirectional_controls_are_escaped() {
    check_literal("a\0\u{a0}\u{200b}\u{202e}\u{2066}\u{feff}", r#""a\x00\xa0\u200b\u202e\u2066\ufeff""#);
    check_literal("\u{2800}\u{3164}\u{e000}\u{10ffff}", r#""\u2800\u3164\ue000\U0010ffff""#);
    check_literal("❤\u{fe0f}", r#""\u2764\ufe0f""#);
}

#[test]
fn python_reads_every_hostile_text_unchanged() {
    let texts = hostile::texts();
    assert!(texts.len() > 300);
    let mut cases = Vec::new();
    for text in texts {
        let literal = literal(&text);
        assert_eq!(read(&literal).as_deref(), Some(&*text), "{literal}");
        assert!(literal.chars().all(|c| matches!(c, ' '..='~')), "{literal:?}");
        cases.push(json!({ "text": text, "literal": literal }));
    }
    python::check("check.py", &cases);
}

proptest! {
    #![proptest_config(property_config(200))]

    #[test]
    fn any_text_is_read_unchanged(text in any::<String>()) {
        let literal = literal(&text);
        prop_assert_eq!(read(&literal), Some(text));
    }
}

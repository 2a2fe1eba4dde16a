//! What is written in JSON, as another reader of it has it.

use journal::json::{Json, items, member, members, number, quoted, string};
use proptest::prelude::*;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::support::cases;

/// Whether the text is a value is what `serde_json` says of it. Of numbers and strings only the form is looked at.
#[track_caller]
fn check_value(text: &str) {
    let theirs: Option<&RawValue> = serde_json::from_str(text).ok();
    assert_eq!(Json::new(text).as_ref().map(Json::get), theirs.map(RawValue::get), "{text:?}");
}

#[track_caller]
fn check_string(text: &str) {
    assert_eq!(string(text), serde_json::from_str(text).ok(), "{text:?}");
}

#[test]
fn a_value_is_what_the_grammar_allows() {
    for text in [
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulls",
        "true",
        "false",
        "falsy",
        "0",
        "-0",
        "00",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1.5",
        "1e",
        "1e5",
        "1E+5",
        "1e-",
        "1.e5",
        "0x1",
        "1 2",
        "NaN",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,[2,{}]]",
        "[",
        "]",
        "[}",
        "{]",
        "{}",
        "{ }",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{1:1}",
        "{\"a\" : [ { \"b\" : null } ] , \"a\" : 1e400}",
        "[[]]]",
        "\u{feff}{}",
        "\u{a0}1",
        "/**/1",
        "\u{b}1",
    ] {
        check_value(text);
    }
}

#[test]
fn a_string_is_what_the_grammar_allows() {
    for text in [
        "\"\"",
        "\"",
        "",
        "a",
        "\"a\"b",
        "\"\\\"\"",
        "\"\\\"",
        r#""\\\/\b\f\n\r\t""#,
        r#""\x41""#,
        r#""\u0041""#,
        r#""\u00e9\uAC00""#,
        r#""\u+041""#,
        r#""\u004""#,
        r#""\ud83d\ude80!""#,
        r#""\ud83d""#,
        r#""\ude80""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\ud83d\ud83d\ude80""#,
        r#""\uDBFF\uDFFF""#,
        "\"\t\"",
        "\"\u{7f}\u{2028}\"",
        "\"\\",
        "\"\\u\"",
        "\"\\ué000\"",
    ] {
        check_string(text);
    }
}

#[test]
fn a_whole_number_is_written_in_one_way_only() {
    assert_eq!(number::<u64>("18446744073709551615"), Some(u64::MAX));
    assert_eq!(number::<i64>("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(number::<u64>("18446744073709551616"), None);
    for text in ["", "-", "+1", "-0", "01", "1.0", "1e3", " 1", "null", "\"1\""] {
        assert_eq!((number::<u64>(text), number::<i64>(text)), (None, None), "{text}");
    }
}

#[test]
fn a_member_is_the_only_one_of_its_name() {
    let members = members(r#" { "a" : [ 1 ] , "\u0062":2, "c":3, "c":4 } "#).unwrap();
    assert_eq!(["a", "b", "c", "d"].map(|name| member(&members, name)), [Some("[ 1 ]"), Some("2"), None, None]);
}

#[test]
fn items_are_as_they_are_written() {
    assert_eq!(items(" [ 1e400 , { \"a\" : 1 },\"]\" ] "), Some(vec!["1e400", "{ \"a\" : 1 }", "\"]\""]));
    for text in ["{}", "[1", "[1]]", "[1,]", "[,1]", "1", "null", ""] {
        assert_eq!(items(text), None, "{text}");
    }
}

/// Pieces that values are made of, so that many of them are nearly right.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", "1", "0", "-", ".5", "e4", "null", "true", " ", "\n",
        "\\", "\\u00e9", "é",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn another_reader_finds_the_same_values(text in pieces()) {
        check_value(&text);
        check_string(&text);
        check_string(&format!("\"{text}\""));
        prop_assert_eq!(items(&text).is_some(), text.trim_start().starts_with('[') && Json::new(&text).is_some());
    }

    #[test]
    fn another_writer_writes_strings_the_same(text: String) {
        prop_assert_eq!(quoted(&text), Value::from(text.as_str()).to_string());
        prop_assert_eq!(string(&quoted(&text)), Some(text));
    }
}

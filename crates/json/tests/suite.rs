//! What is written in JSON, as another reader of it has it.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test that cannot go on should stop")]

use json::{Json, items, member, members, number, quoted, string, values};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;
use serde_json::value::RawValue;

/// So many cases of a property, unless `PROPTEST_CASES` says otherwise.
fn cases(default: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(default),
        failure_persistence: None,
        ..Config::default()
    }
}

/// What a text stands for, read by this crate and put together as the other reader does. Numbers are its business.
fn tree(text: &str) -> Option<Value> {
    if let Some(members) = members(text) {
        let members = members.into_iter().map(|(name, value)| Some((name, tree(value)?)));
        return members.collect::<Option<serde_json::Map<_, _>>>().map(Value::Object);
    }
    if let Some(items) = items(text) {
        return items.into_iter().map(tree).collect::<Option<_>>().map(Value::Array);
    }
    if text.trim_start().starts_with('"') {
        return string(text).map(Value::String);
    }
    serde_json::from_str(Json::new(text)?.get()).ok()
}

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

#[test]
fn no_nesting_is_too_deep() {
    const DEPTH: usize = 200_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]")] {
        let deep = format!("{}1{}", open.repeat(DEPTH), close.repeat(DEPTH));
        assert_eq!(Json::new(&deep).unwrap().get(), deep);
        let within = members(&deep).map(|members| members[0].1).or_else(|| items(&deep).map(|items| items[0]));
        assert_eq!(within.map(str::len), Some(deep.len() - if open == "{\"a\":" { 6 } else { 2 }), "{open}");
        assert_eq!(Json::new(&open.repeat(DEPTH)), None);
        assert_eq!(Json::new(&deep[..deep.len() - 1]), None);
    }
}

/// Values of every kind, not too deep for the other reader.
fn documents() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((any::<String>(), inner), 0..6).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// A value as this crate writes it.
fn written(value: &Value) -> Json {
    match value {
        Value::String(text) => Json::text(text),
        Value::Bool(flag) => Json::flag(*flag),
        Value::Array(items) => Json::list(items.iter().map(written)),
        Value::Object(members) => {
            let members: Vec<_> = members.iter().map(|(name, value)| (name.as_str(), written(value))).collect();
            Json::object(&members)
        }
        other => Json::new(&other.to_string()).unwrap(),
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
    fn another_reader_understands_the_same(document in documents(), place: prop::sample::Index, byte in 0..128_u8) {
        for text in [document.to_string(), serde_json::to_string_pretty(&document).unwrap()] {
            prop_assert_eq!(tree(&text), serde_json::from_str(&text).ok());
            // One letter is another.
            let mut bytes = text.into_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            if let Ok(text) = String::from_utf8(bytes) {
                check_value(&text);
                prop_assert_eq!(tree(&text), serde_json::from_str(&text).ok(), "{}", text);
            }
        }
    }

    #[test]
    fn another_writer_writes_values_the_same(document in documents()) {
        let text = written(&document);
        prop_assert_eq!(text.get(), document.to_string());
        if let Value::Array(items) = &document {
            prop_assert_eq!(values(text.get()), Some(items.iter().map(written).collect()));
        }
    }

    #[test]
    fn another_writer_writes_strings_the_same(text: String) {
        prop_assert_eq!(quoted(&text), Value::from(text.as_str()).to_string());
        prop_assert_eq!(string(&quoted(&text)), Some(text));
    }
}

//! The frozen stored forms: each file contains one value of an earlier version. A failing file means that existing data has
//! become unreadable. Never change a file. Add a file for each new form.

use journal::{Fault, Record};

use crate::support::{id, payload, record};

#[track_caller]
fn check_golden(file: &str, expected: &Record) {
    let text = file.trim_end_matches('\n');
    let decoded = Record::decode(expected.id, text);
    assert_eq!(decoded.as_ref(), Ok(expected));
    assert_eq!(expected.encode(), text);
    assert_eq!(decoded.map(|record| record.encode()).as_deref(), Ok(text));
}

#[test]
fn the_first_record_of_a_log() {
    let expected = Record {
        at: 1_790_000_000_000,
        actions: vec![payload(r#"{"create_registry":{"name":"models"}}"#)],
        ..record("k3v9x2m4qa.0", 1, &[])
    };
    check_golden(include_str!("../golden/v1_first.json"), &expected);
}

#[test]
fn a_record_that_joins_two_heads() {
    let expected = Record {
        at: 1_790_000_000_001,
        by: "이서연".into(),
        via: "import".into(),
        actions: vec![payload(r#"{"b":1,"a":[ 1.50, 1e400, "\u00e9" ]}"#), payload("null")],
        ..record("k3v9x2m4qa.12", 3, &["7d0c5gk1nz.9", "k3v9x2m4qa.11"])
    };
    check_golden(include_str!("../golden/v1_joined.json"), &expected);
}

#[test]
fn a_record_at_its_limits() {
    let expected = Record {
        at: i64::MIN,
        by: "".into(),
        via: "\"\\\u{0}\u{1f}\n\t\u{7f}\u{2028}\u{10ffff}".into(),
        ..record("zzzzzzzzzz.99999999", journal::MAX_CLOCK, &["0000000000.0"])
    };
    check_golden(include_str!("../golden/v1_limits.json"), &expected);
}

/// No program writes version 2 yet. A later version must stay within this form, so that this program recognizes it.
#[test]
fn a_record_of_a_newer_program() {
    let text = include_str!("../golden/v2_unknown.json").trim_end_matches('\n');
    assert_eq!(Record::decode(id("k3v9x2m4qa.0"), text), Err(Fault::Newer { version: 2 }));
}

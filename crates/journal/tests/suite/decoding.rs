//! Decoding stored values: which are refused, and for which reason.

use journal::{Fault, MAX_CLOCK, Record, RecordId};
use proptest::prelude::*;

use crate::support::{id, payload, property_config, record, with_checksum};

const ID: &str = "aaaaaaaaaa.1";
const HEALTHY: &str = r#"{"v":1,"clock":2,"after":["aaaaaaaaaa.0"],"at":0,"by":"ada","via":"interface","do":[{}]"#;

#[track_caller]
fn check(text: &str, expected: Result<(), Fault>) {
    assert_eq!(Record::decode(id(ID), text).map(drop), expected, "{text}");
}

/// Checks a value with `from` replaced by `to` and a valid checksum.
#[track_caller]
fn check_field(from: &str, to: &str, expected: Result<(), Fault>) {
    assert!(HEALTHY.contains(from));
    check(&with_checksum(id(ID), &HEALTHY.replace(from, to)), expected);
}

#[test]
fn a_value_that_is_not_a_json_object_is_a_syntax_fault() {
    for text in ["", " ", "null", "1", "\"v\"", "[1]", "[2]", "{", "{\"v\":1", "{\"v\":1}}", "{v:1}", "\u{feff}{}"] {
        check(text, Err(Fault::Syntax));
    }
}

#[test]
fn the_version_is_a_whole_number_of_digits() {
    for text in [
        "{}",
        r#"{"v":null}"#,
        r#"{"v":0}"#,
        r#"{"v":-1}"#,
        r#"{"v":2.0}"#,
        r#"{"v":"2"}"#,
        r#"{"v":1e400}"#,
        r#"{"v":[2]}"#,
        r#"{"v":1,"v":1}"#,
        r#"{"V":1}"#,
    ] {
        check(text, Err(Fault::Version));
    }
}

#[test]
fn a_newer_version_is_recognized_despite_other_faults() {
    check(r#"{"v":2}"#, Err(Fault::Newer { version: 2 }));
    check(r#"{"clock":"later","v":3,"crc":0}"#, Err(Fault::Newer { version: 3 }));
    check(r#"{"v":99999999999999999999}"#, Err(Fault::Newer { version: u64::MAX }));
    check_field("\"v\":1", "\"v\":7", Err(Fault::Newer { version: 7 }));
}

#[test]
fn the_checksum_is_the_last_field_and_must_match() {
    let healthy = with_checksum(id(ID), HEALTHY);
    check(&healthy, Ok(()));
    check(&format!("{HEALTHY}}}"), Err(Fault::Checksum));
    check(&format!("{healthy} "), Err(Fault::Checksum));
    check(&healthy.replace("ada", "eve"), Err(Fault::Checksum));
    check(&format!("{HEALTHY},\"crc\":\"00000000\"}}"), Err(Fault::Checksum));
    check(&healthy.replace("\"}", "\",\"more\":\"\"}"), Err(Fault::Checksum));
    let (body, crc) = healthy.rsplit_once(":").unwrap();
    check(&format!("{body}:{}", crc.to_uppercase()), Err(Fault::Checksum));
}

#[test]
fn the_checksum_fails_under_the_key_of_another_record() {
    check(&with_checksum(id("aaaaaaaaaa.2"), HEALTHY), Err(Fault::Checksum));
    check(&with_checksum(id("bbbbbbbbbb.1"), HEALTHY), Err(Fault::Checksum));
}

#[test]
fn every_field_is_required_and_no_other_is_allowed() {
    let structure = Err(Fault::Structure);
    check_field(r#","clock":2"#, "", structure);
    check_field(r#","after":["aaaaaaaaaa.0"]"#, "", structure);
    check_field(r#","at":0"#, "", structure);
    check_field(r#","by":"ada""#, "", structure);
    check_field(r#","via":"interface""#, "", structure);
    check_field(r#","do":[{}]"#, "", structure);
    check_field(r#","at":0"#, r#","at":0,"at":0"#, structure);
    check_field(r#","at":0"#, r#","at":0,"note":"""#, structure);
    check_field(r#","at":0"#, r#","at":0,"crc":"00000000""#, structure);
}

#[test]
fn every_field_has_limits() {
    let structure = Err(Fault::Structure);
    let clock = |clock| format!("\"clock\":{clock}");
    check_field(&clock(2), &clock(0), structure);
    check_field(&clock(2), &clock(MAX_CLOCK), Ok(()));
    check_field(&clock(2), &clock(MAX_CLOCK + 1), structure);
    check_field(&clock(2), &clock(u64::MAX), structure);
    for other in ["18446744073709551616", "-1", "1e3", "2.0", "\"2\"", "1e400"] {
        check_field("\"clock\":2", &format!("\"clock\":{other}"), structure);
    }
    check_field("\"clock\":2", "\"clock\":-0", structure);
    check_field("\"at\":0", "\"at\":-62135596800000", Ok(()));
    check_field("\"at\":0", "\"at\":9223372036854775807", Ok(()));
    for other in ["9223372036854775808", "0.5", "1.0", "1e3"] {
        check_field("\"at\":0", &format!("\"at\":{other}"), structure);
    }
    check_field("\"ada\"", "\"\\ud800\"", structure);
    check_field("\"ada\"", "null", structure);
    check_field("[{}]", "[]", structure);
    check_field("[{}]", "{}", structure);
    check_field("[{}]", r#"[null,1e400,"\ud800",[ ]]"#, Ok(()));
}

#[test]
fn the_parents_are_sorted_and_unique_and_exclude_the_record_itself() {
    let parents = |list: &[&str]| serde_json::to_string(list).unwrap();
    let check = |list: &[&str], expected| check_field(r#"["aaaaaaaaaa.0"]"#, &parents(list), expected);
    check(&[], Ok(()));
    check(&["aaaaaaaaaa.9", "aaaaaaaaaa.10", "bbbbbbbbbb.0"], Ok(()));
    check(&["bbbbbbbbbb.0", "aaaaaaaaaa.0"], Err(Fault::Structure));
    check(&["aaaaaaaaaa.0", "aaaaaaaaaa.0"], Err(Fault::Structure));
    check(&["aaaaaaaaaa.1"], Err(Fault::Structure));
    check(&["aaaaaaaaaa.00"], Err(Fault::Structure));
    check(&["bbbbbbbbbb.99999999"], Ok(()));
    for n in ["100000000", "4294967295", "4294967296", "9007199254740992", "18446744073709551615", "-1", "1e3", "1.0"] {
        check(&[&format!("bbbbbbbbbb.{n}")], Err(Fault::Structure));
    }
    check(&["nobody"], Err(Fault::Structure));
}

#[test]
fn deep_nesting_is_decoded() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    check_field("[{}]", &format!("[{deep}]"), Ok(()));
    check_field("[{}]", &deep, Ok(()));
    check_field("\"clock\":2", &format!("\"clock\":{deep}"), Err(Fault::Structure));
    check(&format!("{{\"v\":{deep}}}"), Err(Fault::Version));
    check(&deep, Err(Fault::Syntax));
}

#[test]
fn every_truncation_is_detected() {
    let healthy = record(ID, 2, &["aaaaaaaaaa.0"]).encode();
    for end in 0..healthy.len() {
        assert!(Record::decode(id(ID), healthy.get(..end).unwrap()).is_err());
        assert!(Record::decode(id(ID), healthy.get(end + 1..).unwrap()).is_err());
    }
}

#[test]
fn every_change_of_a_single_byte_is_detected() {
    let healthy = record(ID, 2, &["aaaaaaaaaa.0"]).encode();
    for index in 0..healthy.len() {
        for byte in 0..128_u8 {
            let mut bytes = healthy.clone().into_bytes();
            if std::mem::replace(bytes.get_mut(index).unwrap(), byte) != byte {
                let changed = String::from_utf8(bytes).unwrap();
                assert!(Record::decode(id(ID), &changed).is_err(), "{changed}");
            }
        }
    }
}

fn any_record() -> impl Strategy<Value = Record> {
    let parent =
        (0..4_u8, 2..9_u32).prop_map(|(byte, n)| RecordId { writer: journal::Writer::from_random([byte; 8]), n });
    let action = prop_oneof![
        any::<String>().prop_map(|text| payload(&serde_json::to_string(&text).unwrap())),
        Just(payload("{ \"spaced\" : [ 1e400 , -0.0 ] }")),
        Just(payload("{\"a\":1,\"a\":2,\",\\\"crc\\\":\\\"\":\",\\\"crc\\\":\\\"00000000\\\"}\"}")),
    ];
    (
        1..=MAX_CLOCK,
        prop::collection::btree_set(parent, 0..5),
        any::<i64>(),
        any::<(String, String)>(),
        prop::collection::vec(action, 1..4),
    )
        .prop_map(|(clock, after, at, (by, via), actions)| Record {
            id: id(ID),
            clock,
            after: after.into_iter().collect(),
            at,
            by: by.into(),
            via: via.into(),
            actions,
        })
}

proptest! {
    #![proptest_config(property_config(256))]

    #[test]
    fn an_encoded_record_decodes_to_the_same_record(record in any_record()) {
        let text = record.encode();
        prop_assert_eq!(&Record::decode(record.id, &text), &Ok(record));
    }

    #[test]
    fn decoding_any_text_does_not_panic(text: String) {
        prop_assert!(Record::decode(id(ID), &text).is_err());
    }

    #[test]
    fn decoding_any_text_of_parts_of_records_does_not_panic(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\"v\"", "\"clock\"", "\"do\"", "\"after\"", "\"crc\"", "1",
                "2", "-", "1e400", "null", "\\ud800", "é", "\0", "aaaaaaaaaa.0", ",\"crc\":\"", "00000000", "\"}",
            ]),
            0..24,
        ),
    ) {
        let body = parts.concat();
        prop_assert!(Record::decode(id(ID), &body).is_err());
        let _ = Record::decode(id(ID), &with_checksum(id(ID), &body));
        let _ = Record::decode(id(ID), &with_checksum(id(ID), &HEALTHY.replace("{}", &body)));
    }
}

//! Tokens, names and keys: one text for each, and no text for two.

use std::collections::BTreeSet;

use journal::{RecordId, Token, log_prefix, record_key};
use proptest::prelude::*;

use crate::support::{cases, id, workspace, writer};

#[track_caller]
fn check_no_token(text: &str) {
    assert!(text.parse::<Token>().is_err(), "{text:?}");
}

#[track_caller]
fn check_no_id(text: &str) {
    assert!(text.parse::<RecordId>().is_err(), "{text:?}");
}

#[test]
fn a_token_is_ten_lower_case_characters() {
    assert_eq!(Token::from_random([0; 8]).to_string(), "0000000000");
    assert_eq!(Token::from_random([255; 8]).to_string(), "zzzzzzzzzz");
    assert_eq!(Token::from_random([0x80, 0, 0, 0, 0, 0, 0, 0]).to_string(), "g000000000");
    assert_eq!(Token::from_random([0, 0, 0, 0, 0, 0, 0x40, 0]).to_string(), "0000000001");
}

#[test]
fn nothing_else_is_a_token() {
    for text in ["", "000000000", "00000000000", "K3V9X2M4QA", "k3v9x2m4qu", "k3v9x2m4q ", "k3v9x2m4é"] {
        check_no_token(text);
    }
}

#[test]
fn a_record_id_is_written_in_one_way_only() {
    assert_eq!(id("k3v9x2m4qa.0").to_string(), "k3v9x2m4qa.0");
    assert_eq!(id("k3v9x2m4qa.99999999").n, RecordId::MAX_N);
    for text in [
        "",
        ".",
        "k3v9x2m4qa",
        "k3v9x2m4qa.",
        "k3v9x2m4qa.00",
        "k3v9x2m4qa.+1",
        "k3v9x2m4qa.-1",
        "k3v9x2m4qa.1 ",
        "k3v9x2m4qa.1.1",
        "k3v9x2m4qa:1",
        "k3v9x2m4qa.100000000",
        "k3v9x2m4qa.4294967297",
        "k3v9x2m4qa.١",
    ] {
        check_no_id(text);
    }
}

#[test]
fn a_key_has_at_most_45_characters() {
    let longest = record_key(workspace(), RecordId { writer: writer('z'), n: RecordId::MAX_N });
    assert_eq!(longest, "registrar:w0rkspace0:log:zzzzzzzzzz:99999999");
    assert!(longest.len() <= 45);
    assert!(longest.starts_with(&log_prefix(workspace())));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_token_survives_being_written_and_sorts_as_its_text(one: [u8; 8], other: [u8; 8]) {
        let (one, other) = (Token::from_random(one), Token::from_random(other));
        prop_assert_eq!(one.to_string().parse::<Token>(), Ok(one));
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn a_token_takes_fifty_of_the_random_bits(bytes: [u8; 8]) {
        let flipped = (0..64).map(|bit| Token::from_random((u64::from_be_bytes(bytes) ^ 1 << bit).to_be_bytes()));
        prop_assert_eq!(flipped.collect::<BTreeSet<_>>().len(), 51);
    }
}

//! Tokens, ids and keys: each has exactly one text.

use std::collections::BTreeSet;

use journal::{RecordId, Token, log_prefix, record_key};
use proptest::prelude::*;

use crate::support::{id, property_config, workspace, writer};

#[track_caller]
fn check_not_a_token(text: &str) {
    assert!(text.parse::<Token>().is_err(), "{text:?}");
}

#[track_caller]
fn check_not_an_id(text: &str) {
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
fn other_texts_are_not_tokens() {
    for text in ["", "000000000", "00000000000", "K3V9X2M4QA", "k3v9x2m4qu", "k3v9x2m4q ", "k3v9x2m4é"] {
        check_not_a_token(text);
    }
}

#[test]
fn a_record_id_has_exactly_one_text() {
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
        check_not_an_id(text);
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
    #![proptest_config(property_config(256))]

    #[test]
    fn a_token_parses_from_its_text_and_sorts_like_it(a: [u8; 8], b: [u8; 8]) {
        let (a, b) = (Token::from_random(a), Token::from_random(b));
        prop_assert_eq!(a.to_string().parse::<Token>(), Ok(a));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn a_token_uses_fifty_random_bits(bytes: [u8; 8]) {
        let flipped = (0..64).map(|bit| Token::from_random((u64::from_be_bytes(bytes) ^ 1 << bit).to_be_bytes()));
        prop_assert_eq!(flipped.collect::<BTreeSet<_>>().len(), 51);
    }
}

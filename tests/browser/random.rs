//! Random tokens.

use std::collections::BTreeSet;

use journal::Token;
use registrar::platform::random;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn no_two_tokens_are_the_same() {
    let tokens: BTreeSet<Token> = (0..10_000).map(|_| random::token()).collect();
    assert_eq!(tokens.len(), 10_000);
}

#[wasm_bindgen_test]
fn every_place_of_a_token_varies() {
    let tokens: Vec<String> = (0..1_000).map(|_| random::token().to_string()).collect();
    for place in 0..10 {
        let letters: BTreeSet<u8> = tokens.iter().map(|token| token.as_bytes()[place]).collect();
        assert_eq!(letters.len(), 32, "of a thousand tokens, place {place} has only {letters:?}");
    }
}

//! The browser composes texts for the rules: the same answers as from the tables that native tests use.

use registrar::browser::text;
use registry::{FoldKey, RegistryName, TextFault, normalize};
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn check_normalized(typed: &str, expected: &str) {
    text::lend_to_rules();
    assert_eq!(normalize(typed), expected, "{typed:?}");
}

#[track_caller]
fn check_same(one: &str, other: &str) {
    text::lend_to_rules();
    assert_eq!(FoldKey::of(one), FoldKey::of(other), "{one:?} and {other:?}");
}

#[wasm_bindgen_test]
fn texts_are_composed() {
    check_normalized("  e\u{301} ", "é");
    check_normalized("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글");
    check_normalized("\u{212b} \u{1f71}", "\u{c5} \u{3ac}");
    check_normalized("q\u{307}\u{323}", "q\u{323}\u{307}");
    check_normalized("\u{958} \u{fb1d}", "\u{915}\u{93c} \u{5d9}\u{5b4}");
}

#[wasm_bindgen_test]
fn what_is_composed_stays_as_it_is() {
    for text in ["", "Models", "é", "한글", "👩🏽\u{200d}🔬", "ﬁ", "\u{200b}", "\u{10ffff}"] {
        check_normalized(text, text);
    }
}

#[wasm_bindgen_test]
fn names_are_the_same_whatever_their_case_and_composition() {
    check_same("Straße", "STRASSE");
    check_same("ﬁne", "FINE");
    check_same("É", "e\u{301}");
    check_same("e\u{34f}\u{301}", "é");
    check_same("mo\u{200b}del", "MODEL");
}

#[wasm_bindgen_test]
fn the_length_of_a_name_is_counted_after_composition() {
    text::lend_to_rules();
    assert!(RegistryName::parse(&"e\u{301}".repeat(113)).is_ok());
    let fault = RegistryName::parse(&"e\u{301}".repeat(114)).err();
    assert_eq!(fault, Some(TextFault::TooLong { by: 1, limit: 113 }));
}

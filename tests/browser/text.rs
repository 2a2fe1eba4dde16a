//! The browser composes and folds texts for the rules: the same answers as from the tables that native tests use.

use std::collections::HashMap;

use icu_casemap::CaseMapper;
use registrar::browser::text;
use registry::{FoldKey, RegistryName, TextFault, normalize};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::call;

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

/// Whether the browser has heard of the character.
fn is_known(character: char) -> bool {
    call(r"text => /\p{Assigned}/u.test(text)", &[character.to_string().into()]).is_truthy()
}

/// Folding goes character by character. So the browser tells the same texts apart as the tables do if it makes of each
/// character what it makes of that character folded, and of no two folded ones the same. Characters that are newer than
/// the browser are left to it: it cannot show them either.
#[wasm_bindgen_test]
fn the_browser_folds_case_as_the_tables_do() {
    let mapper = CaseMapper::new();
    let mut folded = HashMap::new();
    for character in '\0'..=char::MAX {
        let by_tables = mapper.fold_string(character.encode_utf8(&mut [0; 4])).into_owned();
        if by_tables != character.to_string() {
            if !is_known(character) {
                continue;
            }
            let by_browser = text::case_folded(&character.to_string());
            assert_eq!(by_browser, text::case_folded(&by_tables), "{character} {:x}", u32::from(character));
        }
        for one in by_tables.chars() {
            folded.entry(one).or_insert_with(|| text::case_folded(&one.to_string()));
        }
    }
    let mut seen = HashMap::new();
    for (character, by_browser) in folded {
        assert_eq!(by_browser.chars().count(), 1, "{character}");
        if let Some(other) = seen.insert(by_browser, character) {
            panic!("{character} and {other} are told apart by the tables alone");
        }
    }
}

#[wasm_bindgen_test]
fn where_a_letter_stands_makes_no_difference() {
    for (one, other) in [("ΌΣΟΣ", "όσος"), ("ΣΑΣ'", "ΣΑς'"), ("ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"), ("IıİI", "iıi\u{307}i")]
    {
        assert_eq!(text::case_folded(one), text::case_folded(other), "{one}");
        check_same(one, other);
    }
    assert_ne!(text::case_folded("ı"), text::case_folded("i"));
    assert_ne!(text::case_folded("İ"), text::case_folded("i"));
    assert_eq!(text::case_folded("AZ ÀSS ẞß ﬁ Ꭰ"), text::case_folded("az àss ssss fi ꭰ"));
}

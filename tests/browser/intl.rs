//! Dates, numbers, lists and collation of this browser's `Intl`.

use registrar::i18n::Language::{self, English, Korean};
use registrar::i18n::intl;
use wasm_bindgen_test::wasm_bindgen_test;

/// March 14, 2026, 15:05 in the browser's time zone.
fn moment() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
    let at = js_sys::Date::new_with_year_month_day_hr_min(2026, 2, 14, 15, 5).get_time() as i64;
    at
}

/// Normalizes spaces, which differ between browsers.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

#[track_caller]
fn check_order(language: Language, texts: &[&str], expected: &[&str]) {
    assert_eq!(intl::first_by_text(language, texts.to_vec(), usize::MAX, |text| *text), expected, "{language:?}");
}

#[wasm_bindgen_test]
fn moments_are_written_as_the_language_has_them() {
    assert_eq!(plain(&intl::date_time(English, moment())), "Mar 14, 2026, 3:05 PM");
    assert_eq!(plain(&intl::date_time(Korean, moment())), "2026. 3. 14. 15:05");
}

#[wasm_bindgen_test]
fn a_moment_that_no_calendar_has_is_shown_as_it_stands() {
    assert_eq!(intl::date_time(English, i64::MAX), i64::MAX.to_string());
    assert_eq!(intl::date_time(Korean, i64::MIN), i64::MIN.to_string());
}

#[wasm_bindgen_test]
fn numbers_have_their_separators() {
    for language in Language::ALL {
        assert_eq!(intl::number(language, 0), "0");
        assert_eq!(intl::number(language, 1_234_567), "1,234,567");
    }
}

#[wasm_bindgen_test]
fn lists_are_joined_as_the_language_does() {
    let items = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(intl::list(English, &[]), "");
    assert_eq!(intl::list(English, &items(&["Ada"])), "Ada");
    assert_eq!(intl::list(English, &items(&["Ada", "Mina"])), "Ada and Mina");
    assert_eq!(intl::list(English, &items(&["Ada", "Mina", "한지우"])), "Ada, Mina, and 한지우");
    assert_eq!(intl::list(Korean, &items(&["Ada", "Mina", "한지우"])), "Ada, Mina 및 한지우");
}

#[wasm_bindgen_test]
fn texts_are_in_the_order_of_the_language() {
    check_order(English, &["b", "A", "a", "B"], &["a", "A", "b", "B"]);
    check_order(English, &["Zebra", "Éclair", "apple"], &["apple", "Éclair", "Zebra"]);
    check_order(English, &["나", "apple", "가"], &["apple", "가", "나"]);
    check_order(Korean, &["나", "apple", "다", "가"], &["가", "나", "다", "apple"]);
}

#[wasm_bindgen_test]
fn digits_are_ordered_by_their_value() {
    for language in Language::ALL {
        check_order(language, &["run 10", "run 9", "run 1"], &["run 1", "run 9", "run 10"]);
    }
}

#[wasm_bindgen_test]
fn equal_items_keep_their_order() {
    let pairs = vec![("b", 1), ("a", 2), ("b", 0), ("a", 1)];
    assert_eq!(
        intl::first_by_text(English, pairs, usize::MAX, |(text, _)| *text),
        [("a", 2), ("a", 1), ("b", 1), ("b", 0)]
    );
}

#[wasm_bindgen_test]
fn the_first_few_are_those_of_the_whole_order() {
    let pairs = vec![("b", 1), ("a", 2), ("b", 0), ("c", 0), ("a", 1)];
    let all = intl::first_by_text(English, pairs.clone(), usize::MAX, |(text, _)| *text);
    for most in 0..=pairs.len() {
        assert_eq!(intl::first_by_text(English, pairs.clone(), most, |(text, _)| *text), all[..most], "{most}");
    }
}

#[wasm_bindgen_test]
fn sorting_loses_no_text() {
    let texts = ["b\0a", "", "b", "\0", "", "c"];
    let mut found = intl::first_by_text(English, texts.to_vec(), usize::MAX, |text| *text);
    found.sort_unstable();
    let mut expected = texts;
    expected.sort_unstable();
    assert_eq!(found, expected);
}

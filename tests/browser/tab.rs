//! Values that a tab keeps.

use registrar::platform::{crash, tab};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{CleanPage, image, session};

#[wasm_bindgen_test]
fn a_remembered_text_is_recalled_unchanged() {
    let _page = CleanPage::new();
    let texts = [" e\u{301} 한글 🦀 \u{202e}\" \n\\", "a/b", ""];
    tab::remember("registrar:test", &texts);
    assert_eq!(tab::recall("registrar:test"), Some(texts.map(str::to_owned)));
    assert!(image().is_empty(), "it is no business of other tabs");
}

#[wasm_bindgen_test]
fn a_forgotten_text_is_gone() {
    let _page = CleanPage::new();
    tab::remember("registrar:test", &["a"]);
    tab::forget("registrar:test");
    assert_eq!(tab::recall::<[String; 1]>("registrar:test"), None);
    tab::forget("registrar:test");
}

#[wasm_bindgen_test]
fn a_text_in_another_form_is_not_recalled() {
    let _page = CleanPage::new();
    for other in ["{", "[1]", "\"a\"", "[]", "[\"a\", \"b\"]", "[\"a\"", "[\"a\"] b"] {
        session().set_item("registrar:test", other).unwrap();
        assert_eq!(tab::recall::<[String; 1]>("registrar:test"), None, "{other}");
    }
}

#[wasm_bindgen_test]
fn a_stored_record_ends_a_row_of_crashes() {
    let _page = CleanPage::new();
    session().set_item("registrar:crashes", "1").unwrap();
    crash::reset_counter();
    assert_eq!(session().get_item("registrar:crashes"), Ok(None));
}

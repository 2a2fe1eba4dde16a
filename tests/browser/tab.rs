//! What a tab remembers for itself.

use registrar::browser::{crash, tab};
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{CleanPage, image, session};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Draft {
    name: String,
    types: Vec<String>,
}

#[wasm_bindgen_test]
fn what_was_remembered_is_recalled_letter_by_letter() {
    let _page = CleanPage::new();
    let draft = || Draft { name: " e\u{301} 한글 🦀 \u{202e}\" ".into(), types: vec!["a/b".into(), String::new()] };
    tab::remember("registrar:test", &draft());
    assert_eq!(tab::recall("registrar:test"), Some(draft()));
    assert!(image().is_empty(), "it is no business of other tabs");
}

#[wasm_bindgen_test]
fn what_was_forgotten_is_gone() {
    let _page = CleanPage::new();
    tab::remember("registrar:test", &1);
    tab::forget("registrar:test");
    assert_eq!(tab::recall::<i32>("registrar:test"), None);
    tab::forget("registrar:test");
}

#[wasm_bindgen_test]
fn what_is_something_else_is_not_recalled() {
    let _page = CleanPage::new();
    session().set_item("registrar:test", "{").unwrap();
    assert_eq!(tab::recall::<Draft>("registrar:test"), None);
    session().set_item("registrar:test", "[1]").unwrap();
    assert_eq!(tab::recall::<Draft>("registrar:test"), None);
}

#[wasm_bindgen_test]
fn what_is_done_and_kept_ends_a_row_of_crashes() {
    let _page = CleanPage::new();
    session().set_item("registrar:crashes", "1").unwrap();
    crash::all_is_well();
    assert_eq!(session().get_item("registrar:crashes"), Ok(None));
}

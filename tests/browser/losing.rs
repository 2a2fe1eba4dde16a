//! Values that another program removes from the browser's storage while the page is open.

use domain::Visibility;
use registrar::state::{ChangeError, Store};
use wasm_bindgen_test::wasm_bindgen_test;
use workspace::ReadOnly;

use crate::store::{create, demo, has};
use crate::support::{CleanPage, image, local};

/// The tab still shows its content, and refuses changes.
fn check_lost(store: &Store) {
    assert_eq!(store.model().health.read_only, Some(ReadOnly::Lost));
    assert!(has(store, "Playground"));
    let refused = store.dispatch(&[create("Late", Visibility::Organization)]);
    assert_eq!(refused, Err(ChangeError::ReadOnly(ReadOnly::Lost)));
    assert!(has(store, "Playground") && !has(store, "Late"));
}

#[wasm_bindgen_test]
fn cleared_records_stay_in_the_tab_and_are_written_back_on_request() {
    let _page = CleanPage::new();
    let (store, other) = (demo(), Store::open());
    let key = store.model().workspace().unwrap();
    let (before, archive) = (image(), store.archive(key).unwrap());
    local().clear().unwrap();
    for tab in [&store, &other] {
        tab.refresh(None);
        check_lost(tab);
    }
    assert!(image().is_empty(), "nothing is written by itself");
    let values = |text: &str| text.split_once("\"values\"").unwrap().1.to_owned();
    assert_eq!(values(&store.archive(key).unwrap()), values(&archive));
    store.write_back();
    assert_eq!(image(), before);
    assert!(store.model().health.is_sound() && !store.model().has_save_failed);
    other.refresh(None);
    assert!(other.model().health.is_sound());
    other.dispatch(&[create("Afterwards", Visibility::Organization)]).unwrap();
}

#[wasm_bindgen_test]
fn a_clearing_without_an_event_is_noticed_when_the_window_gets_the_focus() {
    let _page = CleanPage::new();
    let store = demo();
    let before = store.model();
    store.check_pointer();
    assert!(store.model() == before, "nothing has happened");
    local().clear().unwrap();
    store.check_pointer();
    check_lost(&store);
}

#[wasm_bindgen_test]
fn a_damaged_pointer_is_told_of_and_left_as_it_is() {
    let _page = CleanPage::new();
    let store = demo();
    assert!(!store.model().has_unreadable_pointer);
    local().set_item(store.site().pointer(), "garbage").unwrap();
    let before = image();
    let anew = Store::open();
    assert!(anew.model().has_unreadable_pointer && anew.model().workspace().is_none());
    assert_eq!(anew.earlier().len(), 1);
    assert_eq!(image(), before);
    anew.open_earlier(anew.earlier()[0].key).unwrap();
    assert!(!anew.model().has_unreadable_pointer && has(&anew, "Playground"));
}

#[wasm_bindgen_test]
fn a_walkthrough_outlives_its_stored_value() {
    let _page = CleanPage::new();
    let store = demo();
    store.decline_walkthrough();
    assert!(!store.model().may_offer_walkthrough);
    local().clear().unwrap();
    store.refresh(None);
    assert!(!store.model().may_offer_walkthrough);
}

//! Local storage as a key-value store.

use journal::{KeyValue, StorageError};
use registrar::platform::storage::BrowserStore;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{CleanPage, call, document, image, local, script};

fn persistent_store() -> BrowserStore {
    let store = BrowserStore::probe();
    assert!(store.is_kept(), "this browser lets the page store something");
    store
}

fn sorted(mut keys: Vec<String>) -> Vec<String> {
    keys.sort();
    keys
}

/// Stores, reads, lists and removes a value.
#[track_caller]
fn check_round_trip(key: &str, value: &str) {
    let store = persistent_store();
    store.set(key, value).unwrap();
    assert_eq!(store.get(key).unwrap().as_deref(), Some(value), "{key:?}");
    assert_eq!(local().get_item(key).unwrap().as_deref(), Some(value), "{key:?} is in the browser's own storage");
    assert!(store.keys("registrar:").unwrap().contains(&key.to_owned()), "{key:?} is listed");
    store.remove(key).unwrap();
    assert_eq!(store.get(key), Ok(None), "{key:?} is gone");
}

#[wasm_bindgen_test]
fn a_value_is_read_back_unchanged() {
    let _page = CleanPage::new();
    check_round_trip("registrar:test", "value");
    check_round_trip("registrar:test", "");
    check_round_trip("registrar:", "{\"v\":1}");
    check_round_trip("registrar:__proto__", "\"quoted\"");
    check_round_trip("registrar:한글 🦀 \u{202e}", "\u{0}\u{1f}\u{7f}\u{feff}");
    check_round_trip("registrar:emoji", "👩🏽‍🔬 é e\u{301} عربى \u{10ffff} \r\n\t");
    check_round_trip("registrar:long", &"한🦀 ".repeat(25_000));
}

#[wasm_bindgen_test]
fn keys_with_any_characters_are_listed() {
    let _page = CleanPage::new();
    let store = persistent_store();
    assert!(store.keys("registrar:").unwrap().is_empty());
    store.set("registrar:one", "").unwrap();
    store.set("other:two", "").unwrap();
    assert_eq!(store.keys("registrar:").unwrap(), ["registrar:one"]);
    // It would be two keys if keys were separated by what it contains.
    store.set("registrar:\u{0}registrar:three", "").unwrap();
    let keys = sorted(store.keys("registrar:").unwrap());
    assert_eq!(keys, ["registrar:\u{0}registrar:three", "registrar:one"]);
}

#[wasm_bindgen_test]
fn setting_again_replaces() {
    let _page = CleanPage::new();
    let store = persistent_store();
    store.set("registrar:test", "one").unwrap();
    store.set("registrar:test", "other").unwrap();
    assert_eq!(store.get("registrar:test").unwrap().as_deref(), Some("other"));
}

#[wasm_bindgen_test]
fn a_missing_key_has_no_value_and_removing_it_is_no_error() {
    let _page = CleanPage::new();
    let store = persistent_store();
    assert_eq!(store.get("registrar:test"), Ok(None));
    assert_eq!(store.remove("registrar:test"), Ok(()));
}

#[wasm_bindgen_test]
fn keys_are_those_with_the_prefix_and_no_others() {
    let _page = CleanPage::new();
    let store = persistent_store();
    for key in ["registrar:a:1", "registrar:a:2", "registrar:b:1", "registrar", "Registrar:a:3", "other", "0", "length"]
    {
        local().set_item(key, "x").unwrap();
    }
    assert_eq!(sorted(store.keys("registrar:a:").unwrap()), ["registrar:a:1", "registrar:a:2"]);
    assert_eq!(sorted(store.keys("registrar:").unwrap()), ["registrar:a:1", "registrar:a:2", "registrar:b:1"]);
    assert_eq!(store.keys("registrar:c"), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn the_keys_of_others_stay_as_they_are() {
    let _page = CleanPage::new();
    let store = persistent_store();
    local().set_item("another program", "of this origin").unwrap();
    let before = image();
    store.set("registrar:test", "value").unwrap();
    store.remove("registrar:test").unwrap();
    assert_eq!(image(), before);
}

#[wasm_bindgen_test]
fn nothing_is_written_after_a_crash_and_everything_is_read() {
    let _page = CleanPage::new();
    let store = persistent_store();
    store.set("registrar:test", "before").unwrap();
    let before = image();
    document().document_element().unwrap().set_attribute("data-crashed", "").unwrap();
    assert_eq!(store.set("registrar:test", "after"), Err(StorageError::Unavailable));
    assert_eq!(store.set("registrar:new", "after"), Err(StorageError::Unavailable));
    assert_eq!(store.remove("registrar:test"), Err(StorageError::Unavailable));
    assert_eq!(image(), before);
    assert_eq!(store.get("registrar:test").unwrap().as_deref(), Some("before"));
    assert_eq!(store.keys("registrar:").unwrap(), ["registrar:test"]);
}

#[wasm_bindgen_test]
fn a_full_storage_reports_it_and_keeps_its_values() {
    let _page = CleanPage::new();
    let store = persistent_store();
    store.set("registrar:test", "before").unwrap();
    let unit = "x".repeat(1_000_000);
    let refused = (0..100).find_map(|nth| Some((nth, store.set(&format!("registrar:fill:{nth}"), &unit).err()?)));
    let (nth, error) = refused.expect("no local storage holds 100 million characters");
    assert_eq!(error, StorageError::Quota);
    assert_eq!(store.get(&format!("registrar:fill:{nth}")), Ok(None));
    assert_eq!(store.set("registrar:test", &unit), Err(StorageError::Quota));
    assert_eq!(store.get("registrar:test").unwrap().as_deref(), Some("before"));

    store.remove("registrar:fill:0").unwrap();
    assert_eq!(store.set("registrar:test", "after"), Ok(()), "there is room again");
}

/// The error for an exception of this name.
fn check_exception(name: &str, expected: &StorageError) {
    let store = persistent_store();
    let restore = call(
        "name => {
            const { setItem } = Storage.prototype;
            Storage.prototype.setItem = () => { throw new DOMException('no', name); };
            return () => { Storage.prototype.setItem = setItem; };
        }",
        &[name.into()],
    );
    let answer = store.set("registrar:test", "value");
    call("restore => restore()", &[restore]);
    assert_eq!(answer.as_ref(), Err(expected), "{name}");
}

#[wasm_bindgen_test]
fn every_exception_has_its_meaning() {
    let _page = CleanPage::new();
    check_exception("SecurityError", &StorageError::Unavailable);
    check_exception("QuotaExceededError", &StorageError::Quota);
    check_exception("InvalidStateError", &StorageError::Other("InvalidStateError: no".to_owned()));
    assert_eq!(persistent_store().set("registrar:test", "value"), Ok(()));
}

/// Blocks local storage as browsers do: access throws, or returns nothing.
pub fn with_blocked_storage(getter: &str, task: impl FnOnce()) {
    let restore = script(&format!(
        "(() => {{
            const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
            Object.defineProperty(window, 'localStorage', {{ configurable: true, get: {getter} }});
            return () => Object.defineProperty(window, 'localStorage', own);
        }})()"
    ));
    task();
    call("restore => restore()", &[restore]);
}

pub const THROWS: &str = "() => { throw new DOMException('no', 'SecurityError'); }";
pub const ABSENT: &str = "() => null";

#[wasm_bindgen_test]
fn with_blocked_storage_memory_takes_its_place() {
    let _page = CleanPage::new();
    for getter in [THROWS, ABSENT] {
        with_blocked_storage(getter, || {
            let store = BrowserStore::probe();
            assert!(!store.is_kept());
            store.set("registrar:test", "value").unwrap();
            assert_eq!(store.get("registrar:test").unwrap().as_deref(), Some("value"));
            assert_eq!(store.keys("registrar:").unwrap(), ["registrar:test"]);
            store.remove("registrar:test").unwrap();
            assert_eq!(store.get("registrar:test"), Ok(None));
        });
    }
    assert!(image().is_empty());
}

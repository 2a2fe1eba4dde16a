//! Values that a tab keeps across a reload, such as drafts and the acting account. They are a convenience: where the
//! browser blocks session storage, nothing is kept.

use gloo_storage::{SessionStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Whether the browser allows session storage. This asks `window`, since gloo panics where storage is blocked.
fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.session_storage(), Ok(Some(_))))
}

/// Reads a value. A value that cannot be parsed counts as missing.
#[must_use]
pub fn recall<T: DeserializeOwned>(key: &str) -> Option<T> {
    is_allowed().then(|| SessionStorage::get(key).ok())?
}

/// Stores a value.
pub fn remember<T: Serialize + ?Sized>(key: &str, value: &T) {
    if is_allowed() {
        // A full storage only costs the values that a reload would restore.
        let _ = SessionStorage::set(key, value);
    }
}

/// Removes a value.
pub fn forget(key: &str) {
    if is_allowed() {
        SessionStorage::delete(key);
    }
}

//! What a tab remembers for itself, across a reload: drafts and the acting account. Where the browser blocks session storage,
//! nothing is remembered, and nothing depends on it.

use gloo_storage::{SessionStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Whether the browser allows session storage. It is asked by `window`, since reaching for it through gloo panics where it
/// is blocked.
fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.session_storage(), Ok(Some(_))))
}

/// The value that was remembered under the key. Anything else that stands there is no value.
#[must_use]
pub fn recall<T: DeserializeOwned>(key: &str) -> Option<T> {
    is_allowed().then(|| SessionStorage::get(key).ok())?
}

/// Remembers a value under the key, in place of the one before.
pub fn remember<T: Serialize + ?Sized>(key: &str, value: &T) {
    if is_allowed() {
        // A full storage costs nothing but what a reload would bring back.
        let _ = SessionStorage::set(key, value);
    }
}

/// Forgets what was remembered under the key.
pub fn forget(key: &str) {
    if is_allowed() {
        SessionStorage::delete(key);
    }
}

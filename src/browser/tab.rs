//! What a tab remembers for itself, across a reload: drafts and who is acting. Where the browser blocks it, it is
//! forgotten, and nothing depends on it.

use serde::Serialize;
use serde::de::DeserializeOwned;

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What was remembered under the key.
#[must_use]
pub fn recall<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&session()?.get_item(key).ok()??).ok()
}

/// Remembers something under the key.
pub fn remember<T: Serialize>(key: &str, value: &T) {
    if let (Some(session), Ok(text)) = (session(), serde_json::to_string(value)) {
        let _ = session.set_item(key, &text);
    }
}

/// Forgets what was remembered under the key.
pub fn forget(key: &str) {
    if let Some(session) = session() {
        let _ = session.remove_item(key);
    }
}

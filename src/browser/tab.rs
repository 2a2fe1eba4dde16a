//! What a tab remembers for itself, across a reload: drafts and who is acting. Where the browser blocks it, it is
//! forgotten, and nothing depends on it.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::{Serializer, from_value};

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What was remembered under the key.
#[must_use]
pub fn recall<T: DeserializeOwned>(key: &str) -> Option<T> {
    from_value(JSON::parse(&session()?.get_item(key).ok()??).ok()?).ok()
}

/// Remembers something under the key.
pub fn remember<T: Serialize>(key: &str, value: &T) {
    if let (Some(session), Some(text)) = (session(), text_of(value)) {
        let _ = session.set_item(key, &text);
    }
}

/// JSON, as the browser writes it: a reader and a writer of our own would weigh as much as a page.
fn text_of<T: Serialize>(value: &T) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    JSON::stringify(&value).ok()?.as_string()
}

/// Forgets what was remembered under the key.
pub fn forget(key: &str) {
    if let Some(session) = session() {
        let _ = session.remove_item(key);
    }
}

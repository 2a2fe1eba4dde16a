//! What a tab remembers for itself, across a reload: drafts and who is acting. They are texts, a certain number under each
//! key. Where the browser blocks it, it is forgotten, and nothing depends on it.

use json::{Json, items, string};

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The texts that were remembered under the key, if they were as many.
#[must_use]
pub fn recall<const N: usize>(key: &str) -> Option<[String; N]> {
    texts_under(key)?.try_into().ok()
}

fn texts_under(key: &str) -> Option<Vec<String>> {
    items(&session()?.get_item(key).ok()??)?.into_iter().map(string).collect()
}

/// Remembers texts under the key.
pub fn remember(key: &str, texts: &[impl AsRef<str>]) {
    if let Some(session) = session() {
        let _ = session.set_item(key, Json::list(texts.iter().map(|text| Json::text(text.as_ref()))).get());
    }
}

/// Forgets what was remembered under the key.
pub fn forget(key: &str) {
    if let Some(session) = session() {
        let _ = session.remove_item(key);
    }
}

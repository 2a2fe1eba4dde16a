//! The browser's local storage as the journal sees it, and memory where the browser blocks it.

use gloo_storage::{LocalStorage, Storage as _};
use journal::{KeyValue, MemoryStore, StorageError};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::crash;

/// Where records are kept.
#[derive(Clone, Debug)]
pub enum BrowserStore {
    /// In the browser's local storage.
    Kept,
    /// In memory, until the tab is closed: the browser blocks its storage.
    Memory(MemoryStore),
}

impl BrowserStore {
    /// The local storage if the browser allows it.
    #[must_use]
    pub fn probe() -> Self {
        if is_allowed() { Self::Kept } else { Self::Memory(MemoryStore::new()) }
    }

    /// Whether what is stored outlives the tab.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(self, Self::Kept)
    }
}

/// Whether the browser allows local storage. It is asked by `window`, since reaching for it through gloo panics where it
/// is blocked.
#[must_use]
pub fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

impl KeyValue for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self {
            Self::Kept => LocalStorage::raw().get_item(key).map_err(|error| failure(&error)),
            Self::Memory(store) => store.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        refuse_after_crash()?;
        match self {
            Self::Kept => LocalStorage::raw().set_item(key, value).map_err(|error| failure(&error)),
            Self::Memory(store) => store.set(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        refuse_after_crash()?;
        match self {
            Self::Kept => LocalStorage::raw().remove_item(key).map_err(|error| failure(&error)),
            Self::Memory(store) => store.remove(key),
        }
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Kept => {
                let keys = js_sys::Object::keys(LocalStorage::raw().unchecked_ref::<js_sys::Object>());
                Ok(keys.iter().filter_map(|key| key.as_string()).filter(|key| key.starts_with(prefix)).collect())
            }
            Self::Memory(store) => store.keys(prefix),
        }
    }
}

/// A panic poisons the module, but clicks still reach it: from then on nothing is written any more.
fn refuse_after_crash() -> Result<(), StorageError> {
    if crash::has_crashed() { Err(StorageError::Unavailable) } else { Ok(()) }
}

/// What an exception of the storage means.
fn failure(error: &JsValue) -> StorageError {
    let Some(exception) = error.dyn_ref::<web_sys::DomException>() else {
        return StorageError::Other(format!("{error:?}"));
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Quota,
        "SecurityError" => StorageError::Unavailable,
        name => StorageError::Other(format!("{name}: {}", exception.message())),
    }
}

//! The browser's local storage as the journal sees it, and memory where the browser blocks it. For looking at them,
//! `?storage=` puts a tab into the states that are hard to come by: `blocked`, `full`, `damaged` and `newer`. The first two
//! take nothing, and the last two show a copy: what is stored stays as it is.

use gloo_storage::{LocalStorage, Storage as _};
use journal::{KeyValue, MemoryStore, StorageError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use super::address::asked;
use super::crash;

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
        match asked("storage").as_deref() {
            _ if !is_allowed() => Self::Memory(MemoryStore::new()),
            Some("blocked") => Self::Memory(MemoryStore::new()),
            Some("damaged") => Self::Memory(copy("{")),
            Some("newer") => Self::Memory(copy("{\"v\":2}")),
            _ => Self::Kept,
        }
    }

    /// Whether what is stored outlives the tab.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(self, Self::Kept)
    }

    /// The value that is stored as JSON under the key. Anything else that stands there is no value. Records are read by
    /// [`KeyValue::get`] instead, as the text that they are.
    pub fn read<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        serde_json::from_str(&self.get(key).ok()??).ok()
    }

    /// Stores the value as JSON under the key.
    ///
    /// # Errors
    /// [`StorageError`] if it cannot be stored.
    pub fn write<T: Serialize>(&self, key: &str, value: &T) -> Result<(), StorageError> {
        let text = serde_json::to_string(value).map_err(|error| StorageError::Other(error.to_string()))?;
        self.set(key, &text)
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
            Self::Kept if asked("storage").is_some_and(|state| state == "full") => Err(StorageError::Quota),
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

/// What is stored, with something else instead of the last record.
fn copy(instead: &str) -> MemoryStore {
    let copy = MemoryStore::new();
    let mut keys = BrowserStore::Kept.keys("registrar:").unwrap_or_default();
    keys.sort_by_key(String::len);
    for key in &keys {
        let _ = copy.set(key, &BrowserStore::Kept.get(key).ok().flatten().unwrap_or_default());
    }
    if let Some(key) = keys.iter().rfind(|key| key.contains(":log:")) {
        let _ = copy.set(key, instead);
    }
    copy
}

/// A panic poisons the module, but clicks still reach it: from then on nothing is written any more.
fn refuse_after_crash() -> Result<(), StorageError> {
    if crash::has_crashed() { Err(StorageError::Unavailable) } else { Ok(()) }
}

/// What an exception of the storage means.
fn failure(error: &JsValue) -> StorageError {
    let Some(error) = error.dyn_ref::<js_sys::Error>() else { return StorageError::Other(String::new()) };
    match String::from(error.name()).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Quota,
        "SecurityError" => StorageError::Unavailable,
        name => StorageError::Other([name, &String::from(error.message())].join(": ")),
    }
}

//! Local storage as a key-value store of the journal, and memory in its place where the browser blocks it.
//!
//! `?storage=` simulates states that are hard to reproduce: `blocked`, `full`, `damaged` and `newer`. `full` refuses
//! every write; the others work on memory, `damaged` and `newer` on a copy. None of them changes the stored data.

use gloo_storage::{LocalStorage, Storage as _};
use journal::{KeyValue, MemoryStore, StorageError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use super::address::query_parameter;
use super::crash;

/// The place of the records.
#[derive(Clone, Debug)]
pub enum BrowserStore {
    /// Local storage.
    Kept,
    /// Local storage that refuses every write, as if it were full.
    Full,
    /// Memory, until the tab is closed, if the browser blocks local storage.
    Memory(MemoryStore),
}

impl BrowserStore {
    /// Local storage if the browser allows it.
    #[must_use]
    pub fn probe() -> Self {
        match query_parameter("storage").as_deref() {
            _ if !is_allowed() => Self::Memory(MemoryStore::new()),
            Some("blocked") => Self::Memory(MemoryStore::new()),
            Some("damaged") => Self::Memory(copy_with_last("{")),
            Some("newer") => Self::Memory(copy_with_last("{\"v\":2}")),
            Some("full") => Self::Full,
            _ => Self::Kept,
        }
    }

    /// An empty storage that only its owner sees.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::Memory(MemoryStore::new())
    }

    /// Whether the data outlives the tab.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(self, Self::Kept | Self::Full)
    }

    /// Reads a JSON value. A value that cannot be parsed counts as missing. Records are read by [`KeyValue::get`]
    /// instead, as plain text.
    pub fn read<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        serde_json::from_str(&self.get(key).ok()??).ok()
    }

    /// Stores a value as JSON.
    ///
    /// # Errors
    /// [`StorageError`] if it cannot be stored.
    pub fn write<T: Serialize>(&self, key: &str, value: &T) -> Result<(), StorageError> {
        let text = serde_json::to_string(value).map_err(|error| StorageError::Other(error.to_string()))?;
        self.set(key, &text)
    }
}

/// Whether the browser allows local storage. This asks `window`, since gloo panics where storage is blocked.
#[must_use]
pub fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

impl KeyValue for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self {
            Self::Kept | Self::Full => LocalStorage::raw().get_item(key).map_err(|error| storage_error(&error)),
            Self::Memory(store) => store.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        refuse_after_crash()?;
        match self {
            Self::Full => Err(StorageError::Quota),
            Self::Kept => LocalStorage::raw().set_item(key, value).map_err(|error| storage_error(&error)),
            Self::Memory(store) => store.set(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        refuse_after_crash()?;
        match self {
            Self::Kept | Self::Full => LocalStorage::raw().remove_item(key).map_err(|error| storage_error(&error)),
            Self::Memory(store) => store.remove(key),
        }
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Kept | Self::Full => Ok(keys_with(prefix)),
            Self::Memory(store) => store.keys(prefix),
        }
    }
}

/// The limit of an origin's local storage in browsers, with keys, in UTF-16 units.
pub const CAPACITY: usize = 5 * 1024 * 1024;

/// All keys of local storage, also those of other programs of the origin, which share the room.
#[must_use]
pub fn all_keys() -> Vec<String> {
    keys_with("")
}

/// The size of these keys and their values in local storage, in UTF-16 units. The values are not copied.
#[must_use]
pub fn length_of(keys: &[String]) -> usize {
    let storage = LocalStorage::raw();
    let length = |key: &String| {
        let value = js_sys::Reflect::get(&storage, &key.into()).ok()?;
        let value = value.dyn_ref::<js_sys::JsString>()?;
        Some(key.encode_utf16().count() + usize::try_from(value.length()).ok()?)
    };
    keys.iter().filter_map(length).sum()
}

/// Separates keys in a text.
const SEPARATOR: char = '\0';

/// The keys of local storage with this prefix. They come from the browser as one text, since a call for each takes several
/// times as long, and every change lists all of them.
fn keys_with(prefix: &str) -> Vec<String> {
    // `Object.keys` would also read every value.
    let Ok(keys) = js_sys::Reflect::own_keys(&LocalStorage::raw()) else { return Vec::new() };
    let text = String::from(keys.join(SEPARATOR.encode_utf8(&mut [0])));
    let count = usize::try_from(keys.length()).unwrap_or_default();
    let mut parts = Vec::with_capacity(count);
    parts.extend(text.split(SEPARATOR));
    if count > 0 && parts.len() == count {
        let mut keys = Vec::with_capacity(count);
        keys.extend(parts.into_iter().filter(|key| key.starts_with(prefix)).map(str::to_owned));
        return keys;
    }
    // There are none, or some key contains the separator.
    keys.iter().filter_map(|key| key.as_string()).filter(|key| key.starts_with(prefix)).collect()
}

/// A copy of the stored data with another value for the last record.
fn copy_with_last(value: &str) -> MemoryStore {
    let copy = MemoryStore::new();
    let mut keys = BrowserStore::Kept.keys("registrar:").unwrap_or_default();
    keys.sort_by_key(String::len);
    for key in &keys {
        let _ = copy.set(key, &BrowserStore::Kept.get(key).ok().flatten().unwrap_or_default());
    }
    if let Some(key) = keys.iter().rfind(|key| key.contains(":log:")) {
        let _ = copy.set(key, value);
    }
    copy
}

/// A panic poisons the module, but event handlers still run. Refusing writes keeps them from storing a broken state.
fn refuse_after_crash() -> Result<(), StorageError> {
    if crash::has_crashed() { Err(StorageError::Unavailable) } else { Ok(()) }
}

/// The cause of an exception of the storage.
fn storage_error(error: &JsValue) -> StorageError {
    let Some(error) = error.dyn_ref::<js_sys::Error>() else { return StorageError::Other(String::new()) };
    match String::from(error.name()).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Quota,
        "SecurityError" => StorageError::Unavailable,
        name => StorageError::Other([name, &String::from(error.message())].join(": ")),
    }
}

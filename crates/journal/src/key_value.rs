//! The storage interface of the journal: four calls, each of which may fail.
//!
//! The adapter for local storage is in the app. [`MemoryStore`](crate::MemoryStore) is the adapter for memory.

use std::rc::Rc;

use thiserror::Error;

/// A map from text to text. Other tabs may change it between any two calls.
///
/// A single `set` is atomic: a reader gets the old or the new value, never a part. Several calls together are not atomic,
/// and there are no locks. The journal does not rely on the results: it reads back each written value.
///
/// The methods take `&self` because the storage is shared.
pub trait KeyValue {
    /// The value of `key`, or `None` if there is none.
    ///
    /// # Errors
    /// If the storage cannot be read. An absent key is not an error.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Stores `value` under `key`, and replaces an earlier value.
    ///
    /// # Errors
    /// If the storage reports that the value was not stored.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Removes `key`. Removing an absent key is not an error.
    ///
    /// # Errors
    /// If the storage reports that the key was not removed.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// All keys with this prefix, in any order.
    ///
    /// # Errors
    /// If the storage cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// An error of the storage.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The storage is blocked or absent, as in some private windows.
    #[error("the storage is not available")]
    Unavailable,
    /// The storage has no room for the value.
    #[error("the storage is full")]
    Quota,
    /// Any other error, with the message of the storage.
    #[error("the storage failed: {0}")]
    Other(String),
}

impl<T: KeyValue + ?Sized> KeyValue for &T {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        (**self).keys(prefix)
    }
}

impl<T: KeyValue + ?Sized> KeyValue for Rc<T> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        (**self).keys(prefix)
    }
}

//! The storage that a journal stands on: four calls, each of which may fail.
//!
//! This module knows nothing of records, and nothing of browsers: the adapter for local storage lives in the app, and
//! [`MemoryStore`](crate::MemoryStore) is the adapter for memory.

use std::rc::Rc;

use thiserror::Error;

/// A map from text to text that other tabs may change at any moment between two calls.
///
/// One `set` is atomic: a reader finds the old value or the new one, never a part. Several calls together are not, and
/// there are no locks. The journal trusts no answer blindly: what `set` claims to have kept is read back.
///
/// The methods take `&self` because the storage is shared anyway; an adapter in memory needs a cell.
pub trait KeyValue {
    /// The value of `key`, or `None` if there is none.
    ///
    /// # Errors
    /// When the storage cannot be asked. An absent key is not an error.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Stores `value` under `key`, replacing what was there.
    ///
    /// # Errors
    /// When the value was not stored, as far as the storage can tell.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Removes `key`. Removing an absent key is no error.
    ///
    /// # Errors
    /// When the key was not removed, as far as the storage can tell.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// Every key that begins with `prefix`, in any order.
    ///
    /// # Errors
    /// When the storage cannot be asked.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// Why the storage did not do what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The storage is blocked or absent, as in some private windows.
    #[error("the storage is not available")]
    Unavailable,
    /// The value does not fit any more.
    #[error("the storage is full")]
    Quota,
    /// Anything else, in the words of the storage.
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

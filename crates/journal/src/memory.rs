//! [`MemoryStore`]: a key-value store in memory, for tests and for a page whose storage is blocked. It never fails.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::rc::Rc;

use crate::key_value::{KeyValue, StorageError};

/// A key-value store in memory. Clones share their entries, like the tabs of a browser share local storage.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A new store with the entries of `image`.
    #[must_use]
    pub fn from_snapshot(image: BTreeMap<String, String>) -> Self {
        Self { entries: Rc::new(RefCell::new(image)) }
    }

    /// A copy of all entries.
    #[must_use]
    pub fn snapshot(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.entries.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.entries.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let entries = self.entries.borrow();
        let keys = entries.range::<str, _>((Bound::Included(prefix), Bound::Unbounded)).map(|(key, _)| key);
        Ok(keys.take_while(|key| key.starts_with(prefix)).cloned().collect())
    }
}

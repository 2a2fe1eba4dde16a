//! [`MemoryStore`]: a key-value store in memory, for tests and for a page whose storage is blocked.
//!
//! It never fails; [`faults`](crate::faults) makes it fail on purpose. It knows nothing of what its values mean.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::key_value::{KeyValue, StorageError};

/// A key-value store in memory. Clones share what is stored, as the tabs of a browser share local storage.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    /// Sorted by key.
    entries: Rc<RefCell<Vec<(String, String)>>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A store that holds exactly `image`, shared with no other.
    #[must_use]
    pub fn from_snapshot(image: BTreeMap<String, String>) -> Self {
        Self { entries: Rc::new(RefCell::new(image.into_iter().collect())) }
    }

    /// A copy of everything that is stored at this moment.
    #[must_use]
    pub fn snapshot(&self) -> BTreeMap<String, String> {
        self.entries.borrow().iter().cloned().collect()
    }
}

fn place(entries: &[(String, String)], key: &str) -> Result<usize, usize> {
    entries.binary_search_by(|(other, _)| other.as_str().cmp(key))
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let entries = self.entries.borrow();
        let found = place(&entries, key).ok().and_then(|place| entries.get(place));
        Ok(found.map(|(_, value)| value.clone()))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.remove(key)?;
        let mut entries = self.entries.borrow_mut();
        let place = entries.partition_point(|(other, _)| other.as_str() < key);
        entries.insert(place, (key.to_owned(), value.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let mut entries = self.entries.borrow_mut();
        if let Ok(place) = place(&entries, key) {
            entries.remove(place);
        }
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let entries = self.entries.borrow();
        let from = entries.partition_point(|(key, _)| key.as_str() < prefix);
        let keys = entries.iter().skip(from).map(|(key, _)| key);
        Ok(keys.take_while(|key| key.starts_with(prefix)).cloned().collect())
    }
}

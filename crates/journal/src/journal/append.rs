//! The protocol of an append: write the record once, read it back, and only then acknowledge it. Otherwise remove it again.
//! It also restores records that another tab has removed.
//!
//! Only this module writes. It does not trust the storage's reports of success or failure, and verifies them by reading.

use std::collections::BTreeSet;

use super::{Journal, SaveError};
use crate::id::{RecordId, record_key};
use crate::key_value::{KeyValue, StorageError};
use crate::record::{Entry, MAX_CLOCK, Record};

impl<S: KeyValue> Journal<S> {
    /// Appends one record after all known records, and returns it after the write is verified.
    ///
    /// # Errors
    /// See [`SaveError`]. The journal's records stay unchanged. The next record gets the same number, unless the outcome is
    /// unknown.
    pub fn append(&mut self, entry: Entry) -> Result<&Record, SaveError> {
        if let Some(reason) = self.read_only() {
            return Err(SaveError::ReadOnly(reason));
        }
        let record = self.draft(entry)?;
        let key = record_key(self.workspace, record.id);
        if self.storage.get(&key)?.is_some() {
            return Err(SaveError::Occupied);
        }
        if let Err(error) = self.write(&key, &record.encode()) {
            return Err(self.roll_back(&key, record.id, error));
        }
        Ok(self.acknowledge(key, record))
    }

    /// True if no record can follow, because the largest clock or number is in use.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        self.next_id().n > RecordId::MAX_N || self.clock >= MAX_CLOCK
    }

    fn draft(&self, entry: Entry) -> Result<Record, SaveError> {
        if entry.actions.is_empty() {
            return Err(SaveError::Empty);
        }
        let id = self.next_id();
        if self.is_exhausted() {
            return Err(SaveError::Exhausted);
        }
        Ok(Record {
            id,
            clock: self.clock + 1,
            after: self.heads().iter().copied().collect(),
            at: entry.at,
            by: entry.by.into(),
            via: entry.via.into(),
            actions: entry.actions,
        })
    }

    fn write(&self, key: &str, text: &str) -> Result<(), SaveError> {
        self.storage.set(key, text)?;
        if self.storage.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(SaveError::NotPersisted) }
    }

    /// All values that this journal has read, with their keys, readable or not.
    pub fn values(&self) -> impl Iterator<Item = (String, String)> {
        let unreadable = self.findings.unreadable.iter().chain(&self.findings.newer);
        let records = self.records.iter().map(|record| (record_key(self.workspace, record.id), record.encode()));
        unreadable.map(|value| (value.key.clone(), value.text.clone())).chain(records)
    }

    /// Restores the values that this journal has read and that storage has lost, if `is_wanted` accepts their keys. The last
    /// record comes first, because a log without its beginning is recognizable as incomplete.
    ///
    /// # Errors
    /// When the storage fails, or does not keep a value. Another call continues.
    pub fn put_back(&self, is_wanted: impl Fn(&str) -> bool) -> Result<(), StorageError> {
        let present = BTreeSet::from_iter(self.storage.keys(&self.prefix)?);
        let is_missing = |key: &str| !present.contains(key) && is_wanted(key);
        let unreadable =
            self.findings.unreadable.iter().chain(&self.findings.newer).filter(|value| is_missing(&value.key));
        let unreadable = unreadable.map(|value| (value.key.clone(), value.text.clone()));
        let records = self.records.iter().rev().map(|record| (record_key(self.workspace, record.id), record));
        let records = records.filter(|(key, _)| is_missing(key)).map(|(key, record)| (key, record.encode()));
        for (key, text) in unreadable.chain(records) {
            self.storage.set(&key, &text)?;
            if self.storage.get(&key)?.as_ref() != Some(&text) {
                return Err(StorageError::Other("a value was not kept".to_owned()));
            }
        }
        Ok(())
    }

    /// Removes the record if the failed write has stored it. This cannot remove a foreign value: the key was free before the
    /// write, and belongs to this writer only. A tab that read the record in between gets an event for the removal too, and
    /// rereads the key.
    fn roll_back(&mut self, key: &str, id: RecordId, error: SaveError) -> SaveError {
        // The next line detects a failed removal.
        let _ = self.storage.remove(key);
        if self.storage.get(key) == Ok(None) {
            error
        } else {
            self.unconfirmed = true;
            SaveError::Unconfirmed(id)
        }
    }

    fn acknowledge(&mut self, key: String, record: Record) -> &Record {
        self.clock = record.clock;
        self.next = record.id.n + 1;
        self.heads.advance(&record);
        self.keys.insert(key);
        self.records.push_mut(record)
    }
}

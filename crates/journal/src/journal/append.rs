//! How a record gets into the log: written once, read back, and only then acknowledged; or taken out again. And how it
//! gets back there, if another tab has removed it.
//!
//! This is the one place that writes. It trusts neither a success nor a failure that the storage reports: only what is
//! read afterward counts.

use std::collections::BTreeSet;

use super::{Journal, SaveError};
use crate::id::{RecordId, record_key};
use crate::key_value::{KeyValue, StorageError};
use crate::record::{Entry, MAX_CLOCK, Record};

impl<S: KeyValue> Journal<S> {
    /// Appends one record that comes after everything this journal knows, and returns it once it is stored for good.
    ///
    /// # Errors
    /// See [`SaveError`]. The records are then as they were; unless the fate of the record is unknown, its number is
    /// used again.
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
            return Err(self.take_back(&key, record.id, error));
        }
        Ok(self.acknowledge(key, record))
    }

    fn draft(&self, entry: Entry) -> Result<Record, SaveError> {
        if entry.actions.is_empty() {
            return Err(SaveError::Empty);
        }
        let id = self.next_id();
        if id.n > RecordId::MAX_N || self.clock >= MAX_CLOCK {
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
        if self.storage.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(SaveError::NotKept) }
    }

    /// Puts back the values that this journal has read and that are not in storage any more, as far as `is_wanted` says so
    /// of their keys. The last goes first: a log that is there in part lacks its beginning.
    ///
    /// # Errors
    /// When the storage fails, or does not keep a value. Calling again goes on.
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

    /// Removes what may have been stored, whatever the storage said, and whatever it says now. The key was free a moment
    /// ago and belongs to this writer alone: nothing else can be there. A tab that read the record in between hears of
    /// the removal as it heard of the record, and rereads the key.
    fn take_back(&mut self, key: &str, id: RecordId, error: SaveError) -> SaveError {
        // A removal that failed shows in the very next line.
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

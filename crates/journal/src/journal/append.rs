//! How a record gets into the log: written once, read back, and only then acknowledged; or taken out again.
//!
//! This is the one place that writes. It trusts neither a success nor a failure that the storage reports: only what is
//! read afterward counts.

use super::{Journal, SaveError};
use crate::id::{RecordId, record_key};
use crate::key_value::KeyValue;
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

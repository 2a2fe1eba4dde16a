//! The organization as of a record or a moment of the log. It can be looked at, and nothing in it can be changed.

use domain::Organization;
use journal::{KeyValue, RecordId, Writer};

use super::Workspace;
use crate::Archive;

impl<S: KeyValue + Clone> Workspace<S> {
    /// The organization as it was after a record, or nothing before its founding, or if there is no such record.
    pub fn organization_at(&self, record: RecordId) -> Option<Organization> {
        self.organization_after(self.fold.position(record)? + 1)
    }

    /// The organization as it was after the first so many records, or nothing before its founding.
    pub fn organization_after(&self, count: usize) -> Option<Organization> {
        self.fold.state_after(count)
    }

    /// The number of records at a moment: all before the first that is later, in the order of the fold. So a clock that
    /// was set back hides nothing, and undoes nothing.
    pub fn count_at(&self, moment: i64) -> usize {
        self.fold.count_at(moment)
    }

    /// The log up to a record as a file, from which the state after it can be opened as an organization of its own.
    pub fn archive_up_to(&self, record: RecordId) -> Option<Archive> {
        let count = self.fold.position(record)? + 1;
        let records = self.journal.records().iter().take(count);
        Some(Archive::from_records(self.key(), records))
    }

    /// When the record at a position was made: UTC milliseconds since 1970.
    pub fn time_of(&self, position: usize) -> Option<i64> {
        self.fold.taken.get(position).map(|taken| taken.origin.at)
    }

    /// The writer of this tab's records.
    pub fn writer(&self) -> Writer {
        self.journal.writer()
    }

    /// The position of a record in the order of the fold, from 0.
    pub fn position(&self, record: RecordId) -> Option<usize> {
        self.fold.position(record)
    }
}

//! The order of the fold, and the heads of the log.
//!
//! Records name the heads known to their author, like the parents of a Git commit, and carry a Lamport clock. So the same
//! records have the same order and the same heads in every tab, independent of their arrival. The caller decides about
//! records whose author did not know all earlier records.

use std::collections::BTreeSet;

use crate::id::RecordId;
use crate::record::Record;

impl Record {
    /// The sort key for the order of the fold: clock, then writer, then number. It is unique within a log, and greater than
    /// the key of every record known to the author.
    #[must_use]
    pub fn order_key(&self) -> (u64, RecordId) {
        (self.clock, self.id)
    }
}

/// The heads of a log: the records that no other record names in `after`.
///
/// Add the records one by one, in the order of the fold. Before each, [`Heads::are_parents_of`] tells whether the record's
/// author knew exactly the records added so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heads {
    set: BTreeSet<RecordId>,
    /// Records that were named while they were no heads. A damaged log can name a record before it is added. Such a record
    /// must not become a head later.
    named: BTreeSet<RecordId>,
}

impl Heads {
    /// The heads of an empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The current heads, sorted.
    #[must_use]
    pub fn set(&self) -> &BTreeSet<RecordId> {
        &self.set
    }

    /// Whether `record`, which is not added yet, names exactly these heads.
    #[must_use]
    pub fn are_parents_of(&self, record: &Record) -> bool {
        record.after.iter().eq(&self.set)
    }

    /// Adds the next record.
    pub fn advance(&mut self, record: &Record) {
        for parent in &record.after {
            if !self.set.remove(parent) {
                self.named.insert(*parent);
            }
        }
        if !self.named.contains(&record.id) {
            self.set.insert(record.id);
        }
    }
}

impl<'a> FromIterator<&'a Record> for Heads {
    fn from_iter<I: IntoIterator<Item = &'a Record>>(records: I) -> Self {
        records.into_iter().fold(Self::new(), |mut heads, record| {
            heads.advance(record);
            heads
        })
    }
}

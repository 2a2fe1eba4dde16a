//! The order of the fold, and the heads of the log.
//!
//! Records name the heads that their author knew, as commits do in Git, and carry a Lamport clock. Both come with the
//! record, so the same records give the same order and the same heads in every tab, whenever they arrive. What happens
//! to a record whose author did not know all that came before is decided elsewhere.

use std::collections::BTreeSet;

use crate::id::RecordId;
use crate::record::Record;

impl Record {
    /// Where the record stands in the order of the fold: by clock, then writer, then number. No two records of a log
    /// stand at the same place, and a record stands after everything that its author knew.
    #[must_use]
    pub fn place(&self) -> (u64, RecordId) {
        (self.clock, self.id)
    }
}

/// The heads of a log: its records that no other record names in `after`.
///
/// Feed it the records one by one, in the order of the fold. Before each, [`Heads::saw_exactly`] tells whether the
/// author of the record knew precisely what has been folded so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heads {
    set: BTreeSet<RecordId>,
    /// Named before they came or after they had ceased to be heads. Only a damaged log names a record before it comes;
    /// such a record must not become a head when it does.
    named: BTreeSet<RecordId>,
}

impl Heads {
    /// The heads of an empty log: none.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The heads of what has been fed so far, in order.
    #[must_use]
    pub fn set(&self) -> &BTreeSet<RecordId> {
        &self.set
    }

    /// Whether the author of `record`, which has not been fed yet, knew exactly what has been.
    #[must_use]
    pub fn saw_exactly(&self, record: &Record) -> bool {
        record.after.iter().eq(&self.set)
    }

    /// Feeds the next record.
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

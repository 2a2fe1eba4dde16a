//! Reports the unreadable values and missing records of a log.
//!
//! It repairs and deletes nothing: people can download the quarantined values, and another program may read them.

use std::rc::Rc;

use crate::id::{RecordId, parse_record_key};
use crate::record::{Fault, Record, check_version};
use crate::token::Writer;

/// A stored value of the log that this program cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The key of the value.
    pub key: String,
    /// The unchanged value.
    pub text: String,
    /// The reason.
    pub fault: Fault,
}

/// A range of missing records of one writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gap {
    /// The writer of the records.
    pub writer: Writer,
    /// The number of the first missing record.
    pub first: u32,
    /// The number of the last missing record, not less than `first`.
    pub last: u32,
}

impl Gap {
    /// The number of missing records.
    #[must_use]
    pub fn count(&self) -> u64 {
        u64::from(self.last.saturating_sub(self.first)) + 1
    }

    /// Whether the record is in the range.
    #[must_use]
    pub fn contains(&self, id: RecordId) -> bool {
        self.writer == id.writer && (self.first..=self.last).contains(&id.n)
    }
}

/// The problems of a log. An undamaged log has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Damaged values and foreign keys, sorted by key. They do not block the log. There may be tens of thousands, so clones
    /// share them.
    pub unreadable: Rc<Vec<Unreadable>>,
    /// Records of newer programs, sorted by key. The journal is read-only if there is any.
    pub newer: Vec<Unreadable>,
    /// Missing records, sorted. A record is missing if it has no stored value, but another record names it or a later record
    /// of its writer is known. An unreadable record is not missing. The number of gaps is at most the number of records and
    /// of names in them.
    pub missing: Vec<Gap>,
}

impl Findings {
    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unreadable.is_empty() && self.newer.is_empty() && self.missing.is_empty()
    }

    pub(crate) fn insert(&mut self, value: Unreadable) {
        let list = if value.fault.is_newer() { &mut self.newer } else { Rc::make_mut(&mut self.unreadable) };
        let index = list.partition_point(|listed| listed.key < value.key);
        list.insert(index, value);
    }

    pub(crate) fn remove(&mut self, key: &str) {
        Rc::make_mut(&mut self.unreadable).retain(|value| value.key != key);
        self.newer.retain(|value| value.key != key);
    }

    pub(crate) fn contains(&self, value: &Unreadable) -> bool {
        self.unreadable.contains(value) || self.newer.contains(value)
    }
}

/// Reads the value of a key with the log's prefix.
pub(crate) fn read_value(prefix: &str, key: &str, text: String) -> Result<Record, Unreadable> {
    let record = match parse_record_key(prefix, key) {
        Some(id) => Record::decode(id, &text),
        // A newer program may use a new form of keys.
        None => Err(check_version(&text).err().filter(Fault::is_newer).unwrap_or(Fault::Key)),
    };
    record.map_err(|fault| Unreadable { key: key.to_owned(), text, fault })
}

/// Finds the missing records. `known` contains all stored records and all named records, sorted, and whether each is stored.
pub(crate) fn find_gaps(known: &[(RecordId, bool)]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for of_writer in known.chunk_by(|(a, _), (b, _)| a.writer == b.writer) {
        let mut first = 0;
        for (RecordId { writer, n }, is_stored) in of_writer {
            if *is_stored {
                if first < *n {
                    gaps.push(Gap { writer: *writer, first, last: n - 1 });
                }
                first = n + 1;
            }
        }
        if let Some((RecordId { writer, n: last }, _)) = of_writer.last()
            && first <= *last
        {
            gaps.push(Gap { writer: *writer, first, last: *last });
        }
    }
    gaps
}

//! What a log turned out to lack or to hold unreadable: reported in full, and left exactly where it is.
//!
//! This module decides what counts as a fault and what counts as missing. It repairs nothing and deletes nothing: a
//! person can download what is quarantined here, and another program may be able to read it.

use std::rc::Rc;

use thiserror::Error;

use crate::id::{RecordId, id_of_key};
use crate::record::{Record, check_version};
use crate::token::Writer;

/// Why a value cannot be read as a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Fault {
    /// The key begins as one of the log's, but is the key of no record.
    #[error("the key is not that of a record")]
    Key,
    /// The value is not a JSON object.
    #[error("the value is not a JSON object")]
    Syntax,
    /// The value does not say which version of the form it is in, or names one that never was.
    #[error("the value is in no known version of the form")]
    Version,
    /// The value was changed, cut, or moved here from the key of another record.
    #[error("the checksum is missing or wrong")]
    Checksum,
    /// The value is intact, but fields are missing, unknown, or outside of their limits.
    #[error("the fields are not those of a record")]
    Structure,
    /// The value was written by a newer program, perhaps under a key of a newer form. It is fine; this program is too
    /// old for it.
    #[error("the record is in version {version} of the form")]
    Newer {
        /// The version it is in. One too large to count is `u64::MAX`.
        version: u64,
    },
}

impl Fault {
    /// Whether a newer program could read the value.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Newer { .. })
    }
}

/// A value that is stored in the log and that this program cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The key it is stored under.
    pub key: String,
    /// The value, as it was read.
    pub text: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Consecutive records of one writer that must have existed and are not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gap {
    /// Whose records are missing.
    pub writer: Writer,
    /// The number of the first.
    pub first: u32,
    /// The number of the last; not less than `first`.
    pub last: u32,
}

impl Gap {
    /// How many records are missing.
    #[must_use]
    pub fn count(&self) -> u64 {
        u64::from(self.last.saturating_sub(self.first)) + 1
    }

    /// Whether this record is among the missing.
    #[must_use]
    pub fn contains(&self, id: RecordId) -> bool {
        self.writer == id.writer && (self.first..=self.last).contains(&id.n)
    }
}

/// Everything that a person should be told about the state of the log. Empty for a healthy one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Corrupt values and foreign keys, sorted by key. The log can be used without them. There may be tens of thousands,
    /// so clones share them.
    pub unreadable: Rc<Vec<Unreadable>>,
    /// Records of newer programs, sorted by key. As long as there are any, the journal is read-only.
    pub newer: Vec<Unreadable>,
    /// What is not stored although later records of the same writer are, or other records name it; sorted. What is
    /// stored but unreadable is not missing. There are never more gaps than records and names of records.
    pub missing: Vec<Gap>,
}

impl Findings {
    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unreadable.is_empty() && self.newer.is_empty() && self.missing.is_empty()
    }

    pub(crate) fn keep(&mut self, value: Unreadable) {
        let list = if value.fault.is_newer() { &mut self.newer } else { Rc::make_mut(&mut self.unreadable) };
        let place = list.partition_point(|other| other.key < value.key);
        list.insert(place, value);
    }

    pub(crate) fn forget(&mut self, key: &str) {
        Rc::make_mut(&mut self.unreadable).retain(|value| value.key != key);
        self.newer.retain(|value| value.key != key);
    }

    pub(crate) fn contains(&self, value: &Unreadable) -> bool {
        self.unreadable.contains(value) || self.newer.contains(value)
    }
}

/// Reads what is stored under a key that begins with `prefix`.
pub(crate) fn interpret(prefix: &str, key: &str, text: String) -> Result<Record, Unreadable> {
    let record = match id_of_key(prefix, key) {
        Some(id) => Record::decode(id, &text),
        // A newer program may have keys of a form that is yet to be thought of.
        None => Err(check_version(&text).err().filter(Fault::is_newer).unwrap_or(Fault::Key)),
    };
    record.map_err(|fault| Unreadable { key: key.to_owned(), text, fault })
}

/// What must exist, since all of the `known` exist or are named, but is not among those that are there: these are marked.
pub(crate) fn gaps(known: &[(RecordId, bool)]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for of_writer in known.chunk_by(|(one, _), (other, _)| one.writer == other.writer) {
        let mut first = 0;
        for (RecordId { writer, n }, is_there) in of_writer {
            if *is_there {
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

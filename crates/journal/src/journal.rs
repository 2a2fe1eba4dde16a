//! [`Journal`]: one workspace's log, as one tab knows it.
//!
//! It owns what the tab knows of the log; [`refresh`] owns how it comes to know, and [`append`] how a record gets into
//! the log. None of them hears when another tab writes: whoever does calls [`Journal::refresh`].

mod append;
mod error;
mod refresh;

use std::collections::BTreeSet;

pub use self::error::{OpenError, ReadOnly, SaveError};
pub use self::refresh::Change;
use crate::heads::Heads;
use crate::id::{RecordId, log_prefix};
use crate::key_value::KeyValue;
use crate::record::Record;
use crate::recovery::Findings;
use crate::token::{WorkspaceKey, Writer};

/// The log of one workspace, open for one writer.
#[derive(Debug)]
pub struct Journal<S> {
    storage: S,
    workspace: WorkspaceKey,
    writer: Writer,
    prefix: String,
    /// Every key of the log that holds anything, readable or not.
    keys: BTreeSet<String>,
    /// In the order of the fold.
    records: Vec<Record>,
    heads: Heads,
    findings: Findings,
    /// The number of refreshes that may have changed the findings.
    surveys: u64,
    /// The largest clock ever seen. It outlives the record that had it.
    clock: u64,
    /// The number of the next record. It never returns to one that another tab may have seen acknowledged.
    next: u32,
    /// Whether the fate of a record is open.
    unconfirmed: bool,
}

impl<S: KeyValue> Journal<S> {
    /// Opens the log of `workspace`, which may be empty. The storage is only read.
    ///
    /// `writer` must be new: made of fresh random bytes each time a journal is opened.
    ///
    /// # Errors
    /// Only when the storage cannot be read, or when the log knows the writer already. What is wrong with the log
    /// itself is no error: see [`Journal::findings`].
    pub fn open(storage: S, workspace: WorkspaceKey, writer: Writer) -> Result<Self, OpenError> {
        let mut journal = Self {
            storage,
            workspace,
            writer,
            prefix: log_prefix(workspace),
            keys: BTreeSet::new(),
            records: Vec::new(),
            heads: Heads::new(),
            findings: Findings::default(),
            surveys: 0,
            clock: 0,
            next: 0,
            unconfirmed: false,
        };
        journal.refresh(&[])?;
        let own = format!("{}{writer}:", journal.prefix);
        if journal.next > 0 || journal.keys.iter().any(|key| key.starts_with(&own)) {
            return Err(OpenError::WriterTaken);
        }
        Ok(journal)
    }

    /// The workspace whose log this is.
    #[must_use]
    pub fn workspace(&self) -> WorkspaceKey {
        self.workspace
    }

    /// Who appends here.
    #[must_use]
    pub fn writer(&self) -> Writer {
        self.writer
    }

    /// The storage below.
    #[must_use]
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// Every readable record, in the order of the fold: by clock, then writer, then number.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records that no other known record names in `after`: what the next record will name, in order.
    #[must_use]
    pub fn heads(&self) -> &BTreeSet<RecordId> {
        self.heads.set()
    }

    /// What the next record that is appended here will be called. After [`SaveError::Exhausted`] there is none, and
    /// this is no valid name.
    #[must_use]
    pub fn next_id(&self) -> RecordId {
        RecordId { writer: self.writer, n: self.next }
    }

    /// What is unreadable or missing.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// A number that differs whenever the findings do.
    #[must_use]
    pub fn surveys(&self) -> u64 {
        self.surveys
    }

    /// Why nothing can be appended at present, if so.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        if self.unconfirmed {
            Some(ReadOnly::Unconfirmed)
        } else if self.findings.newer.is_empty() {
            None
        } else {
            Some(ReadOnly::Newer)
        }
    }
}

//! [`Journal`]: one tab's state of a workspace's log.
//!
//! This module owns the state, [`refresh`] reads the storage into it, and [`append`] writes records. The journal has no
//! subscription to other tabs' writes, so the caller has to call [`Journal::refresh`].

mod append;
mod error;
mod refresh;

use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// All keys of the log in the storage, also with unreadable values.
    keys: HashSet<String>,
    /// In the order of the fold.
    records: Vec<Record>,
    heads: Heads,
    findings: Findings,
    /// The number of refreshes that may have changed the findings.
    surveys: u64,
    /// Keys that storage has lost, and whose values this journal keeps. See [`Journal::refresh_keeping`].
    lost: BTreeSet<String>,
    /// Records that were removed singly, by key. They come back if it turns out to be a loss.
    dropped: BTreeMap<String, String>,
    /// Whether storage has ever lost something.
    had_loss: bool,
    /// The largest clock ever seen, even if its record has vanished.
    clock: u64,
    /// The number of the next record. It never decreases, because other tabs may know the earlier records.
    next: u32,
    /// Whether an append had an unknown outcome.
    unconfirmed: bool,
}

impl<S: KeyValue> Journal<S> {
    /// Opens the log of `workspace`, which may be empty. It only reads the storage.
    ///
    /// `writer` must be new: use fresh random bytes each time.
    ///
    /// # Errors
    /// If the storage cannot be read, or if the log contains the writer already. A damaged log is not an error: see
    /// [`Journal::findings`].
    pub fn open(storage: S, workspace: WorkspaceKey, writer: Writer) -> Result<Self, OpenError> {
        let mut journal = Self {
            storage,
            workspace,
            writer,
            prefix: log_prefix(workspace),
            keys: HashSet::new(),
            records: Vec::new(),
            heads: Heads::new(),
            findings: Findings::default(),
            surveys: 0,
            lost: BTreeSet::new(),
            dropped: BTreeMap::new(),
            had_loss: false,
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

    /// The workspace of the log.
    #[must_use]
    pub fn workspace(&self) -> WorkspaceKey {
        self.workspace
    }

    /// The writer of this journal's records.
    #[must_use]
    pub fn writer(&self) -> Writer {
        self.writer
    }

    /// The underlying storage.
    #[must_use]
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// All readable records, in the order of the fold: by clock, then writer, then number.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records that no other record names in `after`, sorted. The next record will name them.
    #[must_use]
    pub fn heads(&self) -> &BTreeSet<RecordId> {
        self.heads.set()
    }

    /// The id of the next record. After [`SaveError::Exhausted`], there is no next record and the id is invalid.
    #[must_use]
    pub fn next_id(&self) -> RecordId {
        RecordId { writer: self.writer, n: self.next }
    }

    /// The unreadable values and missing records.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// A number that differs whenever the findings do.
    #[must_use]
    pub fn surveys(&self) -> u64 {
        self.surveys
    }

    /// The keys that storage has lost, and whose values this journal keeps. [`Journal::put_back`] restores them.
    #[must_use]
    pub fn lost(&self) -> &BTreeSet<String> {
        &self.lost
    }

    /// The reason if the journal is read-only.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        if !self.lost.is_empty() {
            Some(ReadOnly::Lost)
        } else if self.unconfirmed {
            Some(ReadOnly::Unconfirmed)
        } else if self.findings.newer.is_empty() {
            None
        } else {
            Some(ReadOnly::Newer)
        }
    }
}

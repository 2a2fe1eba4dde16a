//! A workspace as a file: every value as it is in storage, readable or not, so that reading the file back gives the same
//! organization, and loses nothing that this program cannot read.

use std::collections::{BTreeMap, btree_map};

use journal::{Fault, KeyValue, Record, RecordId, SaveError, StorageError, WorkspaceKey};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Site;
use crate::site::workspace_prefix;

const FORMAT: &str = "registrar";
const VERSION: u64 = 1;

/// Values by their keys. Where a file has a key twice, the last value counts.
type Values = BTreeMap<String, String>;

/// The values of a workspace, with their keys without what names the workspace, in the order of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    values: Values,
}

/// The fields of every version. The rest of a file is read only when its version is known.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u64,
}

/// The JSON of a file of this version, with its fields in the order in which they are written. The crash screen writes the
/// same form without this program.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u64,
    /// The key of the workspace that was downloaded; it gets another when it is read back. Empty in a file of the crash
    /// screen that holds all workspaces.
    #[serde(default)]
    workspace: String,
    /// UTC milliseconds.
    #[serde(default)]
    exported: i64,
    values: Values,
}

/// The reason why a file cannot be restored.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ArchiveFault {
    /// It is not a file that Registrar has written, or it was damaged since.
    #[error("the file was not written by Registrar, or is damaged")]
    Foreign,
    /// A newer Registrar wrote it.
    #[error("the file has version {0}")]
    Newer(u64),
    /// It contains no readable record.
    #[error("the file holds no records")]
    Empty,
    /// It was downloaded while no workspace was current, and holds several.
    #[error("the file holds several workspaces")]
    Several,
    /// The storage did not keep the values.
    #[error("the storage did not keep the values")]
    NotSaved(SaveError),
}

impl Archive {
    /// Everything that a workspace has in storage.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn of<S: KeyValue + Clone>(site: &Site<S>, key: WorkspaceKey) -> Result<Self, StorageError> {
        let prefix = workspace_prefix(key);
        let values = site.values(key)?;
        let short = |(key, value): (String, String)| Some((key.strip_prefix(&prefix)?.to_owned(), value));
        Ok(Self { values: values.into_iter().filter_map(short).collect() })
    }

    /// These records of a workspace, without anything else that it has in storage.
    pub(crate) fn from_records<'a>(key: WorkspaceKey, records: impl Iterator<Item = &'a Record>) -> Self {
        let mut archive = Self { values: Values::new() };
        archive.complete(key, records.map(|record| (journal::record_key(key, record.id), record.encode())));
        archive
    }

    /// Adds those values of the workspace that are not there.
    pub(crate) fn complete(&mut self, key: WorkspaceKey, values: impl Iterator<Item = (String, String)>) {
        let prefix = workspace_prefix(key);
        for (full, value) in values {
            if let Some(short) = full.strip_prefix(&prefix) {
                self.values.entry(short.to_owned()).or_insert(value);
            }
        }
    }

    /// The archive that a file holds.
    ///
    /// # Errors
    /// [`ArchiveFault`], and of these any but `NotSaved`.
    pub fn parse(text: &str) -> Result<Self, ArchiveFault> {
        // Editors and other programs put a byte order mark before a text that they save.
        let text = text.trim_start_matches('\u{feff}');
        // A derived struct would also be read from an array.
        if text.trim_start().starts_with('[') {
            return Err(ArchiveFault::Foreign);
        }
        let header: Header = serde_json::from_str(text).map_err(|_| ArchiveFault::Foreign)?;
        if header.format != FORMAT {
            return Err(ArchiveFault::Foreign);
        }
        if header.version > VERSION {
            return Err(ArchiveFault::Newer(header.version));
        }
        let file: File = serde_json::from_str(text).map_err(|_| ArchiveFault::Foreign)?;
        let values = if file.workspace.is_empty() { values_of_one_workspace(file.values)? } else { file.values };
        if values.is_empty() {
            return Err(ArchiveFault::Empty);
        }
        Ok(Self { values })
    }

    /// The text of the file. `exported` is when it was written: UTC milliseconds.
    #[must_use]
    pub fn to_text(&self, workspace: WorkspaceKey, exported: i64) -> String {
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            workspace: workspace.to_string(),
            exported,
            values: self.values.clone(),
        };
        #[expect(clippy::expect_used, reason = "numbers and texts are always written")]
        serde_json::to_string_pretty(&file).expect("a file can be written")
    }

    /// Puts the values into storage as a workspace of their own, under a key that nobody uses. It becomes current only
    /// when it is told to.
    ///
    /// # Errors
    /// [`ArchiveFault::Empty`] without a readable record; then nothing is written.
    /// [`ArchiveFault::NotSaved`]; some values may be in storage then, and are to be [discarded](crate::Deletions::discard).
    pub fn restore<S: KeyValue + Clone>(&self, site: &Site<S>, key: WorkspaceKey) -> Result<(), ArchiveFault> {
        self.restoration(site, key)?.write(usize::MAX)
    }

    /// As [`restore`](Self::restore), but the caller writes the values a few at a time. Nothing is written yet.
    ///
    /// # Errors
    /// [`ArchiveFault::Empty`] without a readable record.
    pub fn restoration<'a, S: KeyValue + Clone>(
        &'a self,
        site: &Site<S>,
        key: WorkspaceKey,
    ) -> Result<Restoration<'a, S>, ArchiveFault> {
        if !self.has_records() {
            return Err(ArchiveFault::Empty);
        }
        Ok(Restoration {
            storage: site.storage().clone(),
            prefix: workspace_prefix(key),
            values: self.values.iter(),
            total: self.values.len(),
        })
    }

    /// The values that are wanted.
    pub(crate) fn filtered(&self, is_wanted: impl Fn(&str, &str) -> bool) -> Self {
        let wanted = self.values.iter().filter(|(short, value)| is_wanted(short, value));
        Self { values: wanted.map(|(short, value)| (short.clone(), value.clone())).collect() }
    }

    /// The values with another one.
    pub(crate) fn with(mut self, short: &str, value: String) -> Self {
        self.values.insert(short.to_owned(), value);
        self
    }

    /// The records, in any order, or the fault of one that this program does not read. Other values are left out.
    pub(crate) fn records(&self) -> Result<Vec<Record>, Fault> {
        let named = self.values.iter().filter_map(|(short, value)| Some((record_id(short)?, value)));
        named.map(|(id, value)| Record::decode(id, value)).collect()
    }

    /// The keys of the values, without what names the workspace.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// The number of values.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// True if a value is a record of this program or of a newer one.
    fn has_records(&self) -> bool {
        self.values.iter().any(|(short, value)| {
            let record = record_id(short).map(|id| Record::decode(id, value));
            matches!(record, Some(Ok(_) | Err(Fault::Newer { .. })))
        })
    }

    /// True if storage holds exactly these values. Another tab may delete the workspace before it is whole.
    pub fn is_restored<S: KeyValue + Clone>(&self, site: &Site<S>, key: WorkspaceKey) -> bool {
        Self::of(site, key).is_ok_and(|restored| restored == *self)
    }
}

/// Writes the values of an archive in steps, so that a page can respond between them: a browser takes seconds to store a
/// hundred thousand values.
pub struct Restoration<'a, S> {
    storage: S,
    prefix: String,
    values: btree_map::Iter<'a, String, String>,
    total: usize,
}

impl<S: KeyValue> Restoration<'_, S> {
    /// Writes the next values, at most `count`.
    ///
    /// # Errors
    /// [`ArchiveFault::NotSaved`]; then the restoration is over.
    pub fn write(&mut self, count: usize) -> Result<(), ArchiveFault> {
        for (short, value) in self.values.by_ref().take(count) {
            let full = format!("{}{short}", self.prefix);
            self.storage.set(&full, value).map_err(|error| ArchiveFault::NotSaved(error.into()))?;
            let kept = self.storage.get(&full).map_err(|error| ArchiveFault::NotSaved(error.into()))?;
            if kept.as_deref() != Some(value.as_str()) {
                return Err(ArchiveFault::NotSaved(SaveError::NotPersisted));
            }
        }
        Ok(())
    }

    /// True if all values are written.
    pub fn is_complete(&self) -> bool {
        self.values.len() == 0
    }

    /// The written part, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "the counts are far below 2^52")]
    pub fn progress(&self) -> f64 {
        1.0 - self.values.len() as f64 / self.total.max(1) as f64
    }
}

/// The record that a key without what names the workspace belongs to.
pub(crate) fn record_id(short: &str) -> Option<RecordId> {
    short.strip_prefix("log:")?.replacen(':', ".", 1).parse().ok()
}

/// The values of a file whose keys name their workspace, if they all name the same one.
fn values_of_one_workspace(values: Values) -> Result<Values, ArchiveFault> {
    let mut workspace: Option<WorkspaceKey> = None;
    let mut short = Values::new();
    for (key, value) in values {
        let Some((name, rest)) = key.split_once(':') else { continue };
        let Ok(name) = name.parse() else { continue };
        if *workspace.get_or_insert(name) != name {
            return Err(ArchiveFault::Several);
        }
        short.insert(rest.to_owned(), value);
    }
    Ok(short)
}

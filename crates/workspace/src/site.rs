//! The place in the browser's storage that belongs to one address of the page: which workspaces are there, and which of
//! them is current. Starting over deletes nothing: it makes a new workspace and moves a pointer.

mod inventory;
mod tombstone;

use std::collections::BTreeSet;

use journal::{KeyValue, StorageError, WorkspaceKey, Writer};

pub(crate) use self::inventory::Inventory;
pub(crate) use self::tombstone::{Tombstone, tombstone_key};
use crate::{Origin, SwitchError, Workspace};

const PREFIX: &str = "registrar:";
const POINTER: &str = "registrar:current:";
/// The pointer's value for no workspace: the page shows the first screen, and lists the earlier workspaces there.
const NONE: &str = "none";

/// The storage of one address. Many sites can share an origin, and with it the storage: all keys of Registrar begin with
/// `registrar:`, and each site has a pointer of its own.
#[derive(Clone, Debug)]
pub struct Site<S> {
    storage: S,
    pointer: String,
}

/// The workspace that a site points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Current {
    /// No workspace: the site is new, or a person chose to start without data.
    None,
    /// This one.
    Workspace(WorkspaceKey),
    /// The pointer's value is not the key of a workspace.
    Unreadable(String),
}

/// A workspace that is in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceSummary {
    /// Its key.
    pub key: WorkspaceKey,
    /// The name of its organization, if it can be read.
    pub organization: Option<String>,
    /// The number of registries in its organization.
    pub registries: usize,
    /// The time of its last record: UTC milliseconds.
    pub last_change: Option<i64>,
    /// Its size in storage: UTF-16 units, keys included.
    pub size: usize,
    /// True if any site of this origin points to it. It cannot be deleted then.
    pub in_use: bool,
    /// The scenario that it is a run of, if any.
    pub origin: Option<Origin>,
}

impl<S: KeyValue + Clone> Site<S> {
    /// The site at a path of the origin, as `/` or `/some/path/`.
    pub fn new(storage: S, path: &str) -> Self {
        Self { storage, pointer: format!("{POINTER}{path}") }
    }

    /// The storage.
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// The key of the pointer, to be watched for changes that other tabs make.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The current workspace.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn current(&self) -> Result<Current, StorageError> {
        Ok(current_of(self.storage.get(&self.pointer)?))
    }

    /// Whether the pointer is absent or unreadable. No program does that to a site that had a workspace: a person who
    /// wants none gets a pointer that says so.
    pub(crate) fn has_lost_pointer(&self) -> Result<bool, StorageError> {
        let pointer = self.storage.get(&self.pointer)?;
        Ok(pointer.is_none() || matches!(current_of(pointer), Current::Unreadable(_)))
    }

    /// Points the site to a workspace, or leaves the pointer as it is. A value that reads back counts as written, also if
    /// the storage reports a failure.
    pub(crate) fn point_to(&self, key: WorkspaceKey) -> Result<(), SwitchError> {
        let text = key.to_string();
        let before = self.storage.get(&self.pointer)?;
        let answer = self.storage.set(&self.pointer, &text);
        if matches!(self.storage.get(&self.pointer), Ok(Some(kept)) if kept == text) {
            return Ok(());
        }
        // A value that names nothing is not put back: the storage may have answered with garbage.
        let _ = match (current_of(before.clone()), before) {
            (Current::Unreadable(_), _) => Ok(()),
            (_, Some(before)) => self.storage.set(&self.pointer, &before),
            (_, None) => self.storage.remove(&self.pointer),
        };
        answer?;
        Err(SwitchError::NotPersisted)
    }

    /// The keys of every workspace that storage holds and that is not deleted, in order.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn keys(&self) -> Result<Vec<WorkspaceKey>, StorageError> {
        let inventory = self.inventory()?;
        Ok(inventory.values.keys().copied().filter(|key| !inventory.is_deleted(*key)).collect())
    }

    /// Every workspace that storage holds and that is not deleted, the one that was changed last first. `writer` is only
    /// read with, never written.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn workspaces(&self, writer: Writer) -> Result<Vec<WorkspaceSummary>, StorageError> {
        let inventory = self.inventory()?;
        let mut listed = Vec::new();
        for key in inventory.values.keys().copied().filter(|key| !inventory.is_deleted(*key)) {
            let workspace = Workspace::open(self, key, writer).ok();
            self.describe(key, workspace.as_ref(), &inventory.in_use)?.insert_into(&mut listed);
        }
        Ok(listed)
    }

    /// A workspace in storage. This reads its whole log. `writer` is only read with, never written.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn summary(&self, key: WorkspaceKey, writer: Writer) -> Result<WorkspaceSummary, StorageError> {
        self.describe(key, Workspace::open(self, key, writer).ok().as_ref(), &self.in_use()?)
    }

    /// A workspace as it is listed, from its log if it could be opened.
    pub(crate) fn describe(
        &self,
        key: WorkspaceKey,
        workspace: Option<&Workspace<S>>,
        in_use: &BTreeSet<WorkspaceKey>,
    ) -> Result<WorkspaceSummary, StorageError> {
        let organization = workspace.and_then(Workspace::organization);
        Ok(WorkspaceSummary {
            key,
            organization: organization.map(|organization| organization.name().to_string()),
            registries: organization.map_or(0, |organization| organization.registries().count()),
            last_change: workspace.and_then(Workspace::last_change),
            size: self.size_of(&self.keys_of(key)?)?,
            in_use: in_use.contains(&key),
            origin: self.origin(key)?,
        })
    }

    /// The workspaces that any site of the origin points to.
    pub(crate) fn in_use(&self) -> Result<BTreeSet<WorkspaceKey>, StorageError> {
        let mut in_use = BTreeSet::new();
        for pointer in self.storage.keys(POINTER)? {
            in_use.extend(self.storage.get(&pointer)?.and_then(|text| text.parse::<WorkspaceKey>().ok()));
        }
        Ok(in_use)
    }

    pub(crate) fn inventory(&self) -> Result<Inventory, StorageError> {
        Inventory::of(&self.storage)
    }

    /// All values of a workspace, readable or not, with their full keys, in the order of the keys.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn values(&self, key: WorkspaceKey) -> Result<Vec<(String, String)>, StorageError> {
        let mut keys = self.keys_of(key)?;
        keys.sort_unstable();
        let mut values = Vec::new();
        for full in keys {
            if let Some(value) = self.storage.get(&full)? {
                values.push((full, value));
            }
        }
        Ok(values)
    }

    /// The full keys of all values of a workspace, in any order.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn keys_of(&self, key: WorkspaceKey) -> Result<Vec<String>, StorageError> {
        self.storage.keys(&workspace_prefix(key))
    }

    /// The size of these keys and their values: UTF-16 units.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn size_of(&self, keys: &[String]) -> Result<usize, StorageError> {
        let mut size = 0;
        for key in keys {
            size += self.storage.get(key)?.map_or(0, |value| utf16(key) + utf16(&value));
        }
        Ok(size)
    }
}

impl WorkspaceSummary {
    /// Inserts it into a list that is sorted by the last change, latest first.
    pub fn insert_into(self, list: &mut Vec<Self>) {
        let index = list.partition_point(|listed| listed.last_change >= self.last_change);
        list.insert(index, self);
    }
}

/// Interprets the value of a pointer.
fn current_of(pointer: Option<String>) -> Current {
    match pointer {
        None => Current::None,
        Some(text) if text == NONE => Current::None,
        Some(text) => match text.parse() {
            Ok(key) => Current::Workspace(key),
            Err(_) => Current::Unreadable(text),
        },
    }
}

/// The prefix of every key of a workspace.
pub(crate) fn workspace_prefix(key: WorkspaceKey) -> String {
    format!("{PREFIX}{key}:")
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

//! The keys of the whole storage, read once: which workspaces there are, which are in use, and which are deleted.

use std::collections::{BTreeMap, BTreeSet};

use journal::{KeyValue, StorageError, WorkspaceKey};

use super::tombstone::{Tombstone, workspace_of_tombstone};
use super::{POINTER, PREFIX};

/// The workspaces in storage at one moment.
pub(crate) struct Inventory {
    /// The keys of each workspace, without what names it.
    pub values: BTreeMap<WorkspaceKey, Vec<String>>,
    /// The workspaces that some site of the origin points to.
    pub in_use: BTreeSet<WorkspaceKey>,
    pub tombstones: BTreeMap<WorkspaceKey, Tombstone>,
}

impl Inventory {
    /// Reads it.
    pub fn of<S: KeyValue>(storage: &S) -> Result<Self, StorageError> {
        let mut inventory = Self { values: BTreeMap::new(), in_use: BTreeSet::new(), tombstones: BTreeMap::new() };
        for key in storage.keys(PREFIX)? {
            if key.starts_with(POINTER) {
                inventory.in_use.extend(storage.get(&key)?.and_then(|text| text.parse::<WorkspaceKey>().ok()));
            } else if let Some(workspace) = workspace_of_tombstone(&key) {
                let tombstone = storage.get(&key)?.and_then(|text| Tombstone::parse(&text));
                inventory.tombstones.extend(tombstone.map(|tombstone| (workspace, tombstone)));
            } else if let Some((workspace, short)) = workspace_of(&key) {
                inventory.values.entry(workspace).or_default().push(short.to_owned());
            }
        }
        Ok(inventory)
    }

    /// True if the workspace has a tombstone with an effect. Its values may still be in storage.
    pub fn is_deleted(&self, workspace: WorkspaceKey) -> bool {
        self.tombstones.get(&workspace).is_some_and(|tombstone| {
            !tombstone.is_revoked() && !self.in_use.contains(&workspace) && !self.has_others(workspace, tombstone)
        })
    }

    /// True if the workspace has a value that the tombstone does not list.
    pub fn has_others(&self, workspace: WorkspaceKey, tombstone: &Tombstone) -> bool {
        self.values.get(&workspace).is_some_and(|keys| keys.iter().any(|key| !tombstone.covers(key)))
    }
}

/// The workspace that a key belongs to, and the rest of the key.
fn workspace_of(key: &str) -> Option<(WorkspaceKey, &str)> {
    let (workspace, short) = key.strip_prefix(PREFIX)?.split_once(':')?;
    Some((workspace.parse().ok()?, short))
}

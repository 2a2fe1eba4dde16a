//! Deleting a workspace while other tabs may open it or write in it.
//!
//! A deletion is a tombstone, written at once: the workspace is gone from every list, and no tab that sees
//! the tombstone opens it. Its records are removed later, by a [`sweep`], when no tab has the workspace open.
//!
//! No tab sees at once what another wrote, with locks or without them. So nothing here relies on the moment alone:
//!
//! - a tombstone has no effect while a site points to the workspace, or while the workspace holds a value that the
//!   tombstone does not list. So whatever was acknowledged meanwhile brings the workspace back, in every tab's eyes;
//! - a tab that removes values keeps them in memory, and puts them back when it sees that the tombstone has no effect;
//! - a tab that has the workspace open does the same with what it has read, see [`Workspace::refresh`].
//!
//! Values are removed in the order of the log and put back in the opposite one: a workspace that is only in part in
//! storage lacks its founding, and without that no tab, however old, writes in it.
//!
//! This module reads no clock and knows no browser: [`Locks`] are handed in.
//!
//! [`Workspace::refresh`]: crate::Workspace::refresh

mod sweep;

use std::collections::BTreeSet;

use journal::{KeyValue, Record, StorageError, WorkspaceKey};

pub use self::sweep::{Locks, sweep};
use crate::Site;
use crate::site::{Inventory, Tombstone, tombstone_key, workspace_prefix};

/// The lifetime of a tombstone after its deletion, in milliseconds: an hour. It tells a tab that works on an older image of
/// the storage why records are gone.
const RETENTION: i64 = 60 * 60 * 1000;

/// The lifetime of removed values in memory, in milliseconds: ten minutes. A tab that works on an older image of the
/// storage for longer than that is not to be expected.
const BACKUP_RETENTION: i64 = 10 * 60 * 1000;

/// The deletions of one tab, with a copy of everything that it has removed lately.
#[derive(Debug)]
pub struct Deletions<S> {
    site: Site<S>,
    deleted: BTreeSet<WorkspaceKey>,
    backups: Vec<Backup>,
}

/// The values that this tab removed from a workspace, in the order of their removal.
#[derive(Debug)]
struct Backup {
    workspace: WorkspaceKey,
    tombstone: Tombstone,
    values: Vec<(String, String)>,
    removed_at: i64,
}

impl<S: KeyValue + Clone> Deletions<S> {
    /// Nothing is deleted yet.
    pub fn new(site: Site<S>) -> Self {
        Self { site, deleted: BTreeSet::new(), backups: Vec::new() }
    }

    /// Deletes a workspace that no site has as its current one, at a time in UTC milliseconds. Its records stay in storage
    /// until the next [`sweep`].
    ///
    /// On a full storage records make way for the tombstone, as many as it takes.
    ///
    /// Returns whether it is deleted: a workspace in use is left alone.
    ///
    /// # Errors
    /// [`StorageError`]; the workspace is as it was, unless storage fails for good.
    pub fn delete(&mut self, key: WorkspaceKey, at: i64) -> Result<bool, StorageError> {
        if self.site.inventory()?.in_use.contains(&key) {
            return Ok(false);
        }
        let values = self.in_order_of_removal(key)?;
        if values.is_empty() {
            return Ok(true);
        }
        let tombstone = tombstone_of(key, &values, at);
        self.backups.push(Backup { workspace: key, tombstone, values: Vec::new(), removed_at: at });
        let written = self.write_last(values);
        if written.is_err() {
            // A workspace that is there in part is worse than one that is deleted: the tombstone goes when it is whole.
            if self.restore_last() {
                let _ = self.site.storage().remove(&tombstone_key(key));
            }
        } else if self.backups.last().is_some_and(|backup| backup.values.is_empty()) {
            self.backups.pop();
        }
        self.deleted.insert(key);
        written.map(|()| true)
    }

    /// Writes the tombstone of the last backup, which takes in the values that have to make way.
    fn write_last(&mut self, values: Vec<(String, String)>) -> Result<(), StorageError> {
        let Some(backup) = self.backups.last_mut() else { return Ok(()) };
        let storage = self.site.storage();
        let (name, text) = (tombstone_key(backup.workspace), backup.tombstone.to_text());
        let mut values = values.into_iter();
        loop {
            let answer = storage.set(&name, &text);
            // A value that reads back counts as written, also if the storage reports a failure.
            if storage.get(&name)?.as_ref() == Some(&text) {
                return Ok(());
            }
            match answer {
                Err(StorageError::Quota) => {}
                Err(error) => return Err(error),
                Ok(()) => return Err(StorageError::Other("the tombstone was not kept".to_owned())),
            }
            // Without any value left the workspace is gone, tombstone or not.
            let Some((key, value)) = values.next() else { return Ok(()) };
            backup.values.push((key.clone(), value));
            storage.remove(&key)?;
        }
    }

    /// Puts back the values of the last backup, which stays if that fails.
    fn restore_last(&mut self) -> bool {
        let Some(backup) = self.backups.pop() else { return true };
        let is_restored = put_back(self.site.storage(), &backup).is_ok();
        if !is_restored {
            self.backups.push(backup);
        }
        is_restored
    }

    /// Removes a workspace that never became current: nothing in it was acknowledged, so its values go at once. If another
    /// tab has seen and opened it, it comes back like any other.
    ///
    /// # Errors
    /// [`StorageError`]; remaining values are listed as an earlier workspace then.
    pub fn discard(&mut self, key: WorkspaceKey, at: i64) -> Result<(), StorageError> {
        if self.site.inventory()?.in_use.contains(&key) {
            return Ok(());
        }
        let values = self.in_order_of_removal(key)?;
        if values.is_empty() {
            return Ok(());
        }
        let tombstone = tombstone_of(key, &values, at);
        // A storage that takes no tombstone may still remove values.
        let _ = self.site.storage().set(&tombstone_key(key), &tombstone.to_text());
        self.remove(Backup { workspace: key, tombstone, values, removed_at: at })
    }

    /// The workspaces whose values are to be removed, and those whose tombstone has served its time.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn pending(&self, now: i64) -> Result<Vec<WorkspaceKey>, StorageError> {
        let inventory = self.site.inventory()?;
        let has_values = |key: &WorkspaceKey| inventory.values.contains_key(key) && inventory.is_deleted(*key);
        let is_pending = |(key, tombstone): &(&WorkspaceKey, &Tombstone)| has_values(key) || is_retired(tombstone, now);
        Ok(inventory.tombstones.iter().filter(is_pending).map(|(key, _)| *key).collect())
    }

    /// Removes the values of all workspaces that this tab has deleted, because the storage is full. Returns whether there
    /// were any.
    ///
    /// # Errors
    /// [`StorageError`]; some values may be gone then, and calling again goes on.
    pub fn make_room(&mut self, now: i64) -> Result<bool, StorageError> {
        let inventory = self.site.inventory()?;
        let deleted = std::mem::take(&mut self.deleted);
        let pending = deleted.iter().filter(|key| inventory.values.contains_key(key) && inventory.is_deleted(**key));
        let mut is_any = false;
        for key in pending {
            self.remove_values(*key, now)?;
            is_any = true;
        }
        Ok(is_any)
    }

    /// Removes what a deleted workspace still has in storage. Only a tab that holds the workspace alone calls this, or
    /// one that is out of room.
    ///
    /// # Errors
    /// [`StorageError`]; some values may be gone then, and calling again goes on.
    pub fn remove_values(&mut self, key: WorkspaceKey, now: i64) -> Result<(), StorageError> {
        self.backups.retain(|backup| now.saturating_sub(backup.removed_at) < BACKUP_RETENTION);
        let Some(tombstone) = self.site.tombstone(key)? else { return Ok(()) };
        let values = self.in_order_of_removal(key)?;
        if !values.is_empty() && self.site.is_deleted(key)? {
            self.remove(Backup { workspace: key, tombstone, values, removed_at: now })
        } else if is_retired(&tombstone, now) {
            self.site.storage().remove(&tombstone_key(key))
        } else {
            Ok(())
        }
    }

    fn remove(&mut self, backup: Backup) -> Result<(), StorageError> {
        let keys: Vec<String> = backup.values.iter().map(|(key, _)| key.clone()).collect();
        self.backups.push(backup);
        keys.iter().try_for_each(|key| self.site.storage().remove(key))
    }

    /// Puts back the removed values of workspaces whose tombstone turns out to have no effect. Call it whenever another tab
    /// may have written.
    ///
    /// # Errors
    /// [`StorageError`]; calling again goes on.
    pub fn put_back(&mut self) -> Result<(), StorageError> {
        if self.backups.is_empty() {
            return Ok(());
        }
        let inventory = self.site.inventory()?;
        let mut answer = Ok(());
        for backup in std::mem::take(&mut self.backups) {
            let has_effect = !is_wanted(&inventory, &backup);
            let put_back = if has_effect { Ok(()) } else { put_back(self.site.storage(), &backup) };
            if has_effect || put_back.is_err() {
                self.backups.push(backup);
            }
            answer = answer.and(put_back);
        }
        answer
    }

    /// Everything that a workspace has in storage: records in the order of the log, then the rest.
    fn in_order_of_removal(&self, key: WorkspaceKey) -> Result<Vec<(String, String)>, StorageError> {
        let prefix = journal::log_prefix(key);
        let mut values = self.site.values(key)?;
        values.sort_by_cached_key(|(key, value)| {
            let id = key.strip_prefix(&prefix).and_then(|short| short.replacen(':', ".", 1).parse().ok());
            let record = id.and_then(|id| Record::decode(id, value).ok());
            record.map_or((u64::MAX, None), |record| (record.clock, Some(record.id)))
        });
        Ok(values)
    }
}

impl<S: KeyValue + Clone> Site<S> {
    /// True if the workspace is deleted. Its values may still be in storage.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn is_deleted(&self, key: WorkspaceKey) -> Result<bool, StorageError> {
        // Most workspaces have no tombstone: the other keys need not be read.
        Ok(self.tombstone(key)?.is_some() && self.inventory()?.is_deleted(key))
    }

    pub(crate) fn tombstone(&self, key: WorkspaceKey) -> Result<Option<Tombstone>, StorageError> {
        Ok(self.storage().get(&tombstone_key(key))?.and_then(|text| Tombstone::parse(&text)))
    }

    /// Takes a deletion back for good.
    pub(crate) fn revoke(&self, key: WorkspaceKey, tombstone: Tombstone) -> Result<(), StorageError> {
        if tombstone.is_revoked() {
            return Ok(());
        }
        self.storage().set(&tombstone_key(key), &tombstone.revoked().to_text())
    }
}

fn tombstone_of(workspace: WorkspaceKey, values: &[(String, String)], at: i64) -> Tombstone {
    let prefix = workspace_prefix(workspace);
    Tombstone::of(values.iter().filter_map(|(key, _)| key.strip_prefix(&prefix)), at)
}

fn is_retired(tombstone: &Tombstone, now: i64) -> bool {
    now.saturating_sub(tombstone.at) > RETENTION
}

/// True if the workspace turns out not to be deleted: it has values, and no tombstone has an effect on them. Another tab
/// may have removed or revoked the tombstone of the backup.
fn is_wanted(inventory: &Inventory, backup: &Backup) -> bool {
    let workspace = backup.workspace;
    let is_there = inventory.values.contains_key(&workspace) && !inventory.is_deleted(workspace);
    is_there || inventory.in_use.contains(&workspace) || inventory.has_others(workspace, &backup.tombstone)
}

/// Puts back those values that are not there, the founding last.
fn put_back<S: KeyValue>(storage: &S, backup: &Backup) -> Result<(), StorageError> {
    for (key, value) in backup.values.iter().rev() {
        if storage.get(key)?.is_some() {
            continue;
        }
        storage.set(key, value)?;
        if storage.get(key)?.as_ref() != Some(value) {
            return Err(StorageError::Other("a value was not kept".to_owned()));
        }
    }
    Ok(())
}

//! The place in the browser's storage that belongs to one address of the page: which workspaces are there, and which of
//! them is current. Nothing is ever deleted in place: starting over makes a new workspace and moves a pointer.

use journal::{KeyValue, StorageError, WorkspaceKey, Writer};

use crate::{SwitchError, Workspace};

const PREFIX: &str = "registrar:";
const POINTER: &str = "registrar:current:";
/// What the pointer says when no workspace is wanted: the first screen, with the earlier ones listed.
const NONE: &str = "none";

/// The storage of one address. Many sites can share an origin, and with it the storage: all keys of Registrar begin with
/// `registrar:`, and each site has a pointer of its own.
#[derive(Clone, Debug)]
pub struct Site<S> {
    storage: S,
    pointer: String,
}

/// Which workspace is current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Current {
    /// None: nobody has begun here, or somebody chose to start without data.
    None,
    /// This one.
    Workspace(WorkspaceKey),
    /// The pointer says something that is no workspace's key.
    Unreadable(String),
}

/// A workspace that is in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its key.
    pub key: WorkspaceKey,
    /// The name of its organization, if it can be read.
    pub organization: Option<String>,
    /// How many registries its organization has.
    pub registries: usize,
    /// When the last thing was done in it: UTC milliseconds.
    pub last_change: Option<i64>,
    /// How much of the storage it takes: UTF-16 units, keys included.
    pub size: usize,
    /// Whether a site of this origin, this or another, has it as its current one: then it cannot be deleted.
    pub in_use: bool,
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

    /// Which workspace is current.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn current(&self) -> Result<Current, StorageError> {
        Ok(current_of(self.storage.get(&self.pointer)?))
    }

    /// Makes a workspace the current one, or leaves the one before. What was written counts, not what the storage says
    /// of it.
    pub(crate) fn point_to(&self, key: WorkspaceKey) -> Result<(), SwitchError> {
        let text = key.to_string();
        let before = self.storage.get(&self.pointer)?;
        let answer = self.storage.set(&self.pointer, &text);
        if matches!(self.storage.get(&self.pointer), Ok(Some(kept)) if kept == text) {
            return Ok(());
        }
        // Only what names something is put back: it may be that storage answered with nonsense.
        let _ = match (current_of(before.clone()), before) {
            (Current::Unreadable(_), _) => Ok(()),
            (_, Some(before)) => self.storage.set(&self.pointer, &before),
            (_, None) => self.storage.remove(&self.pointer),
        };
        answer?;
        Err(SwitchError::NotKept)
    }

    /// The keys of every workspace that storage holds, in order.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn keys(&self) -> Result<Vec<WorkspaceKey>, StorageError> {
        let mut workspaces = Vec::new();
        for key in self.storage.keys(PREFIX)?.iter().filter_map(|key| workspace_of(key)) {
            if let Err(place) = workspaces.binary_search(&key) {
                workspaces.insert(place, key);
            }
        }
        Ok(workspaces)
    }

    /// Every workspace that storage holds, the one that was changed last first. `writer` is only read with, never written.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn workspaces(&self, writer: Writer) -> Result<Vec<Listed>, StorageError> {
        let mut listed = Vec::new();
        for key in self.keys()? {
            self.listed(key, writer)?.insert_into(&mut listed);
        }
        Ok(listed)
    }

    /// One workspace that storage holds. Its whole log is read. `writer` is only read with, never written.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn listed(&self, key: WorkspaceKey, writer: Writer) -> Result<Listed, StorageError> {
        self.describe(key, Workspace::open(self, key, writer).ok().as_ref())
    }

    /// A workspace as it is listed, by what is known of it if it could be opened.
    pub(crate) fn describe(&self, key: WorkspaceKey, workspace: Option<&Workspace<S>>) -> Result<Listed, StorageError> {
        let organization = workspace.and_then(Workspace::organization);
        Ok(Listed {
            key,
            organization: organization.map(|organization| organization.name().to_string()),
            registries: organization.map_or(0, |organization| organization.registries().count()),
            last_change: workspace.and_then(Workspace::last_change),
            size: self.size_of(&self.keys_of(key)?)?,
            in_use: self.in_use()?.contains(&key),
        })
    }

    fn in_use(&self) -> Result<Vec<WorkspaceKey>, StorageError> {
        let mut in_use = Vec::new();
        for pointer in self.storage.keys(POINTER)? {
            in_use.extend(self.storage.get(&pointer)?.and_then(|text| text.parse::<WorkspaceKey>().ok()));
        }
        Ok(in_use)
    }

    /// Everything that a workspace has in storage, readable or not: full key and value, in the order of the
    /// keys.
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

    /// The full keys of everything that a workspace has in storage, in any order.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn keys_of(&self, key: WorkspaceKey) -> Result<Vec<String>, StorageError> {
        self.storage.keys(&workspace_prefix(key))
    }

    /// How much of the storage these keys and their values take: UTF-16 units.
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

    /// Deletes a workspace that no site has as its current one. This cannot be undone, so it is asked for by name.
    ///
    /// Answers whether it was deleted: one that is in use is left alone.
    ///
    /// # Errors
    /// [`StorageError`]; some of its values may be gone then, and calling again goes on.
    pub fn delete(&self, key: WorkspaceKey) -> Result<bool, StorageError> {
        if self.in_use()?.contains(&key) {
            return Ok(false);
        }
        self.discard(key)?;
        Ok(true)
    }

    /// Takes back a workspace that never became current: nothing in it was acknowledged.
    pub(crate) fn discard(&self, key: WorkspaceKey) -> Result<(), StorageError> {
        for full in self.storage.keys(&workspace_prefix(key))? {
            self.storage.remove(&full)?;
        }
        Ok(())
    }
}

impl Listed {
    /// Inserts it into a list in which the workspace that was changed last comes first.
    pub fn insert_into(self, list: &mut Vec<Self>) {
        let place = list.partition_point(|other| other.last_change >= self.last_change);
        list.insert(place, self);
    }
}

/// What a pointer says.
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

/// What every key of a workspace begins with.
pub(crate) fn workspace_prefix(key: WorkspaceKey) -> String {
    format!("{PREFIX}{key}:")
}

fn workspace_of(key: &str) -> Option<WorkspaceKey> {
    key.strip_prefix(PREFIX)?.split_once(':')?.0.parse().ok()
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

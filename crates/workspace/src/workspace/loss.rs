//! Values that storage has lost while the workspace is open: the workspace keeps them, and writes them back on request.

use journal::{KeyValue, StorageError};

use super::Workspace;
use crate::scenario::origin_key;
use crate::{Archive, ReadOnly, SwitchError};

impl<S: KeyValue + Clone> Workspace<S> {
    /// Writes all lost values back into storage. If the site points to no workspace, it points to this one again; if it points
    /// to another one, this one becomes an earlier workspace.
    ///
    /// # Errors
    /// [`SwitchError`]. The workspace stays read-only and keeps everything in memory; another call continues.
    pub fn write_back(&mut self) -> Result<(), SwitchError> {
        self.journal.put_back(|_| true)?;
        self.put_back_origin()?;
        if self.is_current && self.site.has_lost_pointer()? {
            self.site.point_to(self.key())?;
        }
        self.refresh(&[])?;
        if self.read_only()? == Some(ReadOnly::Lost) { Err(SwitchError::NotPersisted) } else { Ok(()) }
    }

    /// The values of the workspace for a file: those in storage, and those that storage has lost.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn archive(&self) -> Result<Archive, StorageError> {
        let mut archive = Archive::of(&self.site, self.key())?;
        if self.read_only()? == Some(ReadOnly::Lost) {
            let origin = self.origin.iter().map(|text| (origin_key(self.key()), text.clone()));
            archive.complete(self.key(), self.journal.values().chain(origin));
        }
        Ok(archive)
    }

    /// Stores the origin of a run again, if it is gone.
    fn put_back_origin(&self) -> Result<(), StorageError> {
        let (storage, key) = (self.site.storage(), origin_key(self.key()));
        match &self.origin {
            Some(text) if storage.get(&key)?.is_none() => storage.set(&key, text),
            _ => Ok(()),
        }
    }
}

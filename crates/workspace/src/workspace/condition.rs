//! The condition of a workspace: its health, and whether it can be written.

use std::rc::Rc;

use journal::{KeyValue, SaveError, StorageError};

use super::{DispatchError, Workspace};
use crate::{Current, Health, Outcome, ReadOnly};

impl<S: KeyValue + Clone> Workspace<S> {
    /// The health of the log.
    pub fn health(&self) -> Health {
        let findings = self.journal.findings();
        let not_understood =
            self.fold.outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::NotUnderstood).count();
        Health {
            unreadable: Rc::clone(&findings.unreadable),
            newer: findings.newer.len() + not_understood,
            missing: findings.missing.clone(),
            // An unreadable storage tells nothing about the pointer.
            read_only: self.read_only().unwrap_or_default(),
        }
    }

    pub(super) fn read_only(&self) -> Result<Option<ReadOnly>, StorageError> {
        if self.is_original {
            return Ok(Some(ReadOnly::Original));
        }
        match self.journal.read_only() {
            Some(journal::ReadOnly::Lost) => return Ok(Some(ReadOnly::Lost)),
            Some(journal::ReadOnly::Newer) => return Ok(Some(ReadOnly::Newer)),
            Some(journal::ReadOnly::Unconfirmed) => return Ok(Some(ReadOnly::Unconfirmed)),
            None => {}
        }
        if self.fold.outcomes.iter().any(|(_, outcome)| *outcome == Outcome::NotUnderstood) {
            return Ok(Some(ReadOnly::Newer));
        }
        if self.journal.is_exhausted() {
            return Ok(Some(ReadOnly::Exhausted));
        }
        if !self.is_current || self.site.current()? == Current::Workspace(self.key()) {
            return Ok(None);
        }
        let is_lost = self.site.has_lost_pointer()? && !self.site.is_deleted(self.key())?;
        Ok(Some(if is_lost { ReadOnly::Lost } else { ReadOnly::Moved }))
    }

    pub(super) fn check_writable(&self) -> Result<(), DispatchError> {
        match self.read_only() {
            Ok(None) => Ok(()),
            Ok(Some(read_only)) => Err(DispatchError::ReadOnly(read_only)),
            Err(error) => Err(DispatchError::NotSaved(SaveError::Storage(error))),
        }
    }
}

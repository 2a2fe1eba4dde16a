//! Changes of the organization. Each goes through `Workspace::dispatch`, as the acting account.

use std::rc::Rc;

use domain::{Action, Id, Missing, Refusal, View};
use workspace::{DispatchError, ReadOnly, Receipt, UndoError, UndoRefusal, Via};

use super::sharing::is_full;
use super::{Notice, Store, own_records, record_info};
use crate::platform::crash;

/// The reason why a change was not made. The state is unchanged, and forms keep their input.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeError {
    /// The rules refuse the action at this position.
    Refused(Refusal, usize),
    /// The acting account of this name was removed from the organization.
    Removed(Rc<str>),
    /// Nothing can be undone, or not this.
    NotUndone(UndoRefusal),
    /// The page shows the past.
    LookingBack,
    /// The workspace is read-only at the moment.
    ReadOnly(ReadOnly),
    /// The storage is full.
    Full,
    /// The storage lost the value.
    NotPersisted,
}

impl From<DispatchError> for ChangeError {
    fn from(error: DispatchError) -> Self {
        match error {
            DispatchError::Refused(refusal, position) => Self::Refused(refusal, position),
            DispatchError::ReadOnly(read_only) => Self::ReadOnly(read_only),
            DispatchError::NotSaved(error) => Self::from(error),
        }
    }
}

impl From<UndoError> for ChangeError {
    fn from(error: UndoError) -> Self {
        match error {
            UndoError::Refused(refusal) => Self::NotUndone(refusal),
            UndoError::ReadOnly(read_only) => Self::ReadOnly(read_only),
            UndoError::NotSaved(error) => Self::from(error),
        }
    }
}

impl From<journal::SaveError> for ChangeError {
    fn from(error: journal::SaveError) -> Self {
        match error {
            journal::SaveError::Storage(journal::StorageError::Quota) => Self::Full,
            journal::SaveError::Unconfirmed(_) => Self::ReadOnly(ReadOnly::Unconfirmed),
            // The log has no room left, or another program interfered: neither can be repaired on this page.
            journal::SaveError::ReadOnly(_)
            | journal::SaveError::Empty
            | journal::SaveError::Exhausted
            | journal::SaveError::Occupied
            | journal::SaveError::Storage(_)
            | journal::SaveError::NotPersisted => Self::NotPersisted,
        }
    }
}

impl Store {
    /// Applies all actions as the acting account, or none of them.
    ///
    /// # Errors
    /// [`ChangeError`]. The state is unchanged.
    pub fn dispatch(&self, actions: &[Action]) -> Result<Receipt, ChangeError> {
        self.dispatch_via(Via::Interface, actions)
    }

    /// As [`dispatch`](Self::dispatch), and announces the success. `before` is the view in which the actions were chosen.
    ///
    /// # Errors
    /// [`ChangeError`]. The state is unchanged.
    pub fn dispatch_and_notify(&self, before: &View, actions: &[Action]) -> Result<(), ChangeError> {
        self.dispatch(actions)?;
        self.notify(Notice::completed(before, actions));
        Ok(())
    }

    /// Applies actions from another source than the page.
    ///
    /// # Errors
    /// [`ChangeError`]. The state is unchanged.
    pub fn dispatch_via(&self, via: Via, actions: &[Action]) -> Result<Receipt, ChangeError> {
        if self.is_looking_back() {
            return Err(ChangeError::LookingBack);
        }
        let attempt = || {
            let acting = self.0.acting.borrow().clone();
            let mut workspace = self.0.workspace.borrow_mut();
            let result = match (workspace.as_mut(), acting) {
                (Some(workspace), Some(actor)) => workspace.dispatch(&actor, actions, record_info(via)),
                _ => Err(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0)),
            };
            result.map_err(ChangeError::from)
        };
        let result = self.with_room(attempt, is_full);
        if let Ok(receipt) = &result {
            self.observe_completed(actions, receipt);
        }
        self.after_writing(&result);
        result.map_err(|error| match (error, &self.model().removed) {
            (ChangeError::Refused(Refusal::Missing(Missing::Actor), _), Some(removed)) => {
                ChangeError::Removed(removed.name.clone())
            }
            (error, _) => error,
        })
    }

    /// Publishes what came of a change of the current workspace.
    pub(super) fn after_writing(&self, result: &Result<Receipt, ChangeError>) {
        match result {
            Ok(receipt) => {
                self.0.has_save_failed.set(false);
                self.0.last_record.set(Some(receipt.record));
                crash::reset_counter();
                if let Some(workspace) = self.0.workspace.borrow().as_ref() {
                    own_records::remember(workspace, receipt.record);
                }
            }
            Err(
                ChangeError::Refused(..)
                | ChangeError::Removed(_)
                | ChangeError::NotUndone(_)
                | ChangeError::LookingBack,
            ) => {}
            Err(ChangeError::ReadOnly(_) | ChangeError::Full | ChangeError::NotPersisted) => {
                self.0.has_save_failed.set(true)
            }
        }
        if let Some(workspace) = self.model().workspace() {
            self.note_stored(Some(&format!("registrar:{workspace}:")));
        }
        // The change may have removed the acting account.
        self.ensure_acting_account();
        self.publish();
    }

    /// The id of the object that the action at `position` of the next dispatch will make.
    #[must_use]
    pub fn makes_next(&self, position: usize) -> Option<Id> {
        self.0.workspace.borrow().as_ref().map(|workspace| workspace.makes_next(position))
    }

    /// Reads the records of other tabs. `key` is the changed key if the browser has named it.
    pub fn refresh(&self, key: Option<String>) {
        let is_own_key = |key: &String| key.starts_with("registrar:");
        if key.as_ref().is_some_and(|key| !is_own_key(key)) {
            return;
        }
        self.note_stored(key.as_deref());
        let is_elsewhere = key.as_deref().is_some_and(|key| self.is_of_another_workspace(key));
        let changed_keys: Vec<String> = key.into_iter().collect();
        self.undo_deletions(&changed_keys);
        if is_elsewhere {
            // A tab that restores an archive writes thousands of values. Reading the whole log for each would take hours.
            self.publish_soon();
            return;
        }
        let has_begun_elsewhere = self.0.is_new_saved_page.get() && !self.is_new_saved_page();
        if self.0.workspace.borrow().is_none() || has_begun_elsewhere {
            // Another tab may have created the first workspace, or the first copy of a saved page.
            self.open_current();
            self.publish();
            return;
        }
        let refreshed = self.0.workspace.borrow_mut().as_mut().map(|workspace| workspace.refresh(&changed_keys));
        match refreshed {
            Some(Err(_)) => self.notify(Notice::CannotRead),
            _ => {
                self.ensure_acting_account();
                self.publish();
            }
        }
    }
}

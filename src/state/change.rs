//! Changes of the organization. Each goes through `Workspace::dispatch`, as the acting account.

use std::rc::Rc;

use domain::{Action, Id, Missing, Refusal};
use workspace::{DispatchError, ReadOnly, Receipt, Via};

use super::sharing::is_full;
use super::{Notice, Store, occasion};
use crate::platform::crash;

/// The reason why a change was not made. The state is unchanged, and forms keep their input.
#[derive(Clone, Debug, PartialEq)]
pub enum NotDone {
    /// The rules refuse the action at this position.
    Refused(Refusal, usize),
    /// The acting account of this name was removed from the organization.
    Removed(Rc<str>),
    /// The workspace is read-only at the moment.
    ReadOnly(ReadOnly),
    /// The storage is full.
    Full,
    /// The storage lost the value.
    NotKept,
}

impl From<DispatchError> for NotDone {
    fn from(error: DispatchError) -> Self {
        match error {
            DispatchError::Refused(refusal, position) => Self::Refused(refusal, position),
            DispatchError::ReadOnly(read_only) => Self::ReadOnly(read_only),
            DispatchError::NotSaved(error) => Self::from(error),
        }
    }
}

impl From<journal::SaveError> for NotDone {
    fn from(error: journal::SaveError) -> Self {
        match error {
            journal::SaveError::Storage(journal::StorageError::Quota) => Self::Full,
            journal::SaveError::Unconfirmed(_) => Self::ReadOnly(ReadOnly::Unconfirmed),
            _ => Self::NotKept,
        }
    }
}

impl Store {
    /// Applies all actions as the acting account, or none of them.
    ///
    /// # Errors
    /// [`NotDone`]. The state is unchanged.
    pub fn dispatch(&self, actions: &[Action]) -> Result<Receipt, NotDone> {
        self.dispatch_via(Via::Interface, actions)
    }

    /// Applies actions from another source than the page.
    ///
    /// # Errors
    /// [`NotDone`]. The state is unchanged.
    pub fn dispatch_via(&self, via: Via, actions: &[Action]) -> Result<Receipt, NotDone> {
        let attempt = || {
            let acting = self.0.acting.borrow().clone();
            let mut workspace = self.0.workspace.borrow_mut();
            let result = match (workspace.as_mut(), acting) {
                (Some(workspace), Some(actor)) => workspace.dispatch(&actor, actions, occasion(via)),
                _ => Err(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0)),
            };
            result.map_err(NotDone::from)
        };
        let result = self.with_room(attempt, is_full);
        match &result {
            Ok(receipt) => {
                self.0.has_save_failed.set(false);
                crash::reset_counter();
                self.observe_completed(actions, receipt);
            }
            Err(NotDone::Refused(..) | NotDone::Removed(_)) => {}
            Err(NotDone::ReadOnly(_) | NotDone::Full | NotDone::NotKept) => self.0.has_save_failed.set(true),
        }
        if let Some(workspace) = self.model().workspace() {
            self.note_stored(Some(&format!("registrar:{workspace}:")));
        }
        // The actions may have removed the acting account.
        self.ensure_acting_account();
        self.publish();
        result.map_err(|error| match (error, &self.model().removed) {
            (NotDone::Refused(Refusal::Missing(Missing::Actor), _), Some(removed)) => {
                NotDone::Removed(removed.name.clone())
            }
            (error, _) => error,
        })
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
        if self.0.workspace.borrow().is_none() {
            // Another tab may have created the first workspace.
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

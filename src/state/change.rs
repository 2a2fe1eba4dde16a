//! Changing something: every change goes through `Workspace::dispatch`, as the acting account.

use domain::{Action, Id, Refusal};
use workspace::{DispatchError, ReadOnly, Receipt, Via};

use super::sharing::is_full;
use super::{Notice, Store, now};
use crate::platform::crash;

/// Why something was not done. What was typed is still there, and nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotDone {
    /// The rules refuse the action at this position.
    Refused(Refusal, usize),
    /// Nothing may be written now.
    ReadOnly(ReadOnly),
    /// The storage is full.
    Full,
    /// The storage did not keep it.
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
    /// Does something as the acting account: one intent, whole or not at all.
    ///
    /// # Errors
    /// [`NotDone`]; then nothing has changed.
    pub fn dispatch(&self, actions: &[Action]) -> Result<Receipt, NotDone> {
        self.dispatch_via(Via::Interface, actions)
    }

    /// The same, of somebody who is not at the page.
    ///
    /// # Errors
    /// [`NotDone`]; then nothing has changed.
    pub fn dispatch_via(&self, via: Via, actions: &[Action]) -> Result<Receipt, NotDone> {
        let attempt = || {
            let acting = self.0.acting.borrow().clone();
            let mut workspace = self.0.workspace.borrow_mut();
            let result = match (workspace.as_mut(), acting) {
                (Some(workspace), Some(actor)) => workspace.dispatch(&actor, actions, now(via)),
                _ => Err(DispatchError::Refused(Refusal::Missing(domain::Missing::Actor), 0)),
            };
            result.map_err(NotDone::from)
        };
        let result = self.with_room(attempt, is_full);
        match &result {
            Ok(receipt) => {
                self.0.failed.set(false);
                crash::all_is_well();
                self.observe_done(actions, receipt);
            }
            Err(NotDone::Refused(..)) => {}
            Err(NotDone::ReadOnly(_) | NotDone::Full | NotDone::NotKept) => self.0.failed.set(true),
        }
        // Whoever acts can have removed themselves.
        self.keep_acting();
        self.publish();
        result
    }

    /// The id of what the action at `position` of the next intent will make.
    #[must_use]
    pub fn makes_next(&self, position: usize) -> Option<Id> {
        self.0.workspace.borrow().as_ref().map(|workspace| workspace.makes_next(position))
    }

    /// Takes in what other tabs have written. `key` is what they changed, if that is known.
    pub fn refresh(&self, key: Option<String>) {
        let is_ours = |key: &String| key.starts_with("registrar:");
        if key.as_ref().is_some_and(|key| !is_ours(key)) {
            return;
        }
        let touched: Vec<String> = key.into_iter().collect();
        self.undo_deletions(&touched);
        if self.0.workspace.borrow().is_none() {
            // Somebody may have begun in another tab.
            self.open_current();
            self.publish();
            return;
        }
        let refreshed = self.0.workspace.borrow_mut().as_mut().map(|workspace| workspace.refresh(&touched));
        match refreshed {
            Some(Err(_)) => self.tell(Notice::CannotRead),
            _ => {
                self.keep_acting();
                self.publish();
            }
        }
    }
}

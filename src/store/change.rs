//! Changing something: every change goes through `Workspace::dispatch`, as the acting account.

use registry::{Action, Id, Refusal};
use workspace::{DispatchError, Occasion, ReadOnly, Receipt, Via};

use super::{Notice, Store};
use crate::browser::{clock, crash};

/// Why something was not done. What was typed is still there, and nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotDone {
    /// The rules refuse it.
    Refused(Refusal),
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
            DispatchError::Refused(refusal) => Self::Refused(refusal),
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
        self.carry_out(|_| actions.to_vec(), Via::Interface)
    }

    /// Does what a list says, as the acting account: one intent, whole or not at all. `actions` are given the ids of what
    /// the action at each position makes.
    ///
    /// # Errors
    /// As [`dispatch`](Self::dispatch).
    pub fn import(&self, actions: impl FnOnce(&dyn Fn(usize) -> Id) -> Vec<Action>) -> Result<Receipt, NotDone> {
        self.carry_out(actions, Via::Import)
    }

    fn carry_out(
        &self,
        actions: impl FnOnce(&dyn Fn(usize) -> Id) -> Vec<Action>,
        via: Via,
    ) -> Result<Receipt, NotDone> {
        let result = {
            let acting = self.0.acting.borrow().clone();
            let mut workspace = self.0.workspace.borrow_mut();
            match (workspace.as_mut(), acting) {
                (Some(workspace), Some(actor)) => {
                    let actions = actions(&|position| workspace.makes_next(position));
                    workspace.dispatch(&actor, &actions, Occasion { at: clock::now(), via })
                }
                _ => Err(DispatchError::Refused(Refusal::Missing(registry::Missing::Actor))),
            }
        };
        let result = result.map_err(NotDone::from);
        match &result {
            Ok(_) => {
                self.0.failed.set(false);
                crash::all_is_well();
            }
            Err(NotDone::Refused(_)) => {}
            Err(NotDone::ReadOnly(_) | NotDone::Full | NotDone::NotKept) => self.0.failed.set(true),
        }
        // Whoever acts can have removed themselves.
        self.keep_acting();
        self.publish();
        result
    }

    /// Takes in what other tabs have written. `key` is what they changed, if that is known.
    pub fn refresh(&self, key: Option<String>) {
        let is_ours = |key: &String| key.starts_with("registrar:");
        if key.as_ref().is_some_and(|key| !is_ours(key)) {
            return;
        }
        let touched: Vec<String> = key.into_iter().collect();
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

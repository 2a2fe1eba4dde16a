//! One storage among many tabs: the locks of workspaces that are open, and the removal of those that are deleted.

use std::cell::RefCell;
use std::rc::Rc;

use workspace::{Locks, Workspace, sweep};
use yew::Callback;
use yew::platform::spawn_local;

use super::{ChangeError, Store};
use crate::platform::clock;
use crate::platform::locks::{BrowserLocks, Lock};
use crate::platform::storage::BrowserStore;

/// The longest pause between two sweeps while deleted workspaces are open in other tabs, in times of settling.
const LONGEST_PAUSE: u32 = 64;

/// A workspace that this tab has read, with its share of the lock.
pub(super) struct Held {
    workspace: Workspace<BrowserStore>,
    _lock: Option<Lock>,
}

impl Store {
    pub(super) fn locks(&self) -> BrowserLocks {
        let state = Rc::downgrade(&self.0);
        BrowserLocks::new(Callback::from(move |()| state.upgrade().is_some_and(|state| state.other_tabs.get() == 0)))
    }

    /// Replaces the workspace of this tab. The previous one keeps its lock until other tabs see its last records, because one
    /// of them may be deleting it.
    pub(super) fn hold(&self, workspace: Workspace<BrowserStore>, lock: Lock) {
        let before = self.0.workspace.replace(Some(workspace));
        self.0.is_new_saved_page.set(self.is_new_saved_page());
        self.read_origin();
        let lock = self.0.lock.replace(Some(lock));
        let Some(workspace) = before else { return };
        let held = Rc::new(RefCell::new(Held { workspace, _lock: lock }));
        self.0.left.borrow_mut().push(held.clone());
        let (state, locks) = (Rc::downgrade(&self.0), self.locks());
        spawn_local(async move {
            locks.settle().await;
            if let Some(state) = state.upgrade() {
                state.left.borrow_mut().retain(|other| !Rc::ptr_eq(other, &held));
            }
        });
    }

    /// Puts back what a deletion without effect has removed, as far as this tab has it. `touched` are keys that are known
    /// to have changed.
    pub(super) fn undo_deletions(&self, touched: &[String]) {
        // A failure is retried at the next change of the storage.
        let _ = self.0.deletions.borrow_mut().put_back();
        for held in self.0.left.borrow().iter() {
            let _ = held.borrow_mut().workspace.refresh(touched);
        }
    }

    /// Removes the records of deleted workspaces, now and until none are left that another tab has open. Without locks it
    /// is tried once, when the page starts.
    pub(super) fn sweep_deleted(&self) {
        if self.0.is_sweeping.replace(true) {
            return;
        }
        let (state, locks) = (Rc::downgrade(&self.0), self.locks());
        spawn_local(async move {
            let mut pause = 1;
            while let Some(inner) = state.upgrade() {
                let is_left = sweep(&inner.deletions, &locks, clock::now).await;
                if is_left != Ok(true) || !locks.are_given() {
                    break;
                }
                drop(inner);
                for _ in 0..pause {
                    locks.settle().await;
                }
                pause = (2 * pause).min(LONGEST_PAUSE);
            }
            if let Some(state) = state.upgrade() {
                // Without locks a later start goes on.
                state.is_sweeping.set(!locks.are_given());
            }
        });
    }

    /// Makes an attempt, and a second one if the storage was full and the deletions of this tab give room.
    pub(super) fn with_room<T, E>(
        &self,
        attempt: impl Fn() -> Result<T, E>,
        is_full: impl Fn(&E) -> bool,
    ) -> Result<T, E> {
        match attempt() {
            Err(error) if is_full(&error) && self.make_room() => attempt(),
            answer => answer,
        }
    }

    pub(super) fn make_room(&self) -> bool {
        self.0.deletions.borrow_mut().make_room(clock::now()).unwrap_or(false)
    }
}

/// True if the storage is full.
pub(super) fn is_full(error: &ChangeError) -> bool {
    *error == ChangeError::Full
}

//! Lets a dialog be submitted once. It is there for a moment after that, until the address has changed: another click can
//! arrive by then, and the result would look like an obstacle, such as a name that is taken.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::ViewRef;

/// Knows whether the dialog was submitted, and in which organization.
#[derive(Clone, Default)]
pub struct SubmitGuard(Rc<RefCell<Option<ViewRef>>>);

impl SubmitGuard {
    /// Whether the dialog was submitted.
    pub fn is_done(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Notes that the dialog was submitted while it showed this organization.
    pub fn set_done(&self, shown: &ViewRef) {
        *self.0.borrow_mut() = Some(shown.clone());
    }

    /// The organization to show: as it is now, or as it was when the dialog was submitted.
    pub fn shown(&self, now: &ViewRef) -> ViewRef {
        self.0.borrow().as_ref().unwrap_or(now).clone()
    }
}

/// The guard of a dialog, for as long as it is there.
#[hook]
pub fn use_submit_guard() -> SubmitGuard {
    (*use_memo((), |()| SubmitGuard::default())).clone()
}

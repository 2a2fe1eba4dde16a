//! A dialog does its work once. It is there for a moment after that, until the address has changed: another click can
//! arrive by then, and what was just done would look like an obstacle, a name that is taken or a member who is there already.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::ViewRef;

/// Whether a dialog has done its work, and in which organization.
#[derive(Clone, Default)]
pub struct Once(Rc<RefCell<Option<ViewRef>>>);

impl Once {
    /// Whether the work is done.
    pub fn is_done(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// The work was done in the organization that was shown.
    pub fn done(&self, shown: &ViewRef) {
        *self.0.borrow_mut() = Some(shown.clone());
    }

    /// What the dialog shows: the organization as it is now, or as it was when the work was done.
    pub fn shown(&self, now: &ViewRef) -> ViewRef {
        self.0.borrow().as_ref().unwrap_or(now).clone()
    }
}

/// What a dialog knows of its work for as long as it is there.
#[hook]
pub fn use_once() -> Once {
    (*use_memo((), |()| Once::default())).clone()
}

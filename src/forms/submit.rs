//! A guard against a second submission. A dialog stays open for a moment until the address has changed. A second click in
//! that moment would show an error about its own result, such as a taken name.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::ViewRef;

/// The view of a dialog at the time of its submission.
#[derive(Clone, Default)]
pub struct SubmitGuard(Rc<RefCell<Option<ViewRef>>>);

impl SubmitGuard {
    /// Whether the dialog was submitted.
    pub fn is_done(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Records the submission with the dialog's current view.
    pub fn mark_done(&self, shown: &ViewRef) {
        *self.0.borrow_mut() = Some(shown.clone());
    }

    /// The view for the dialog: the current view, or the view at the time of the submission.
    pub fn shown_view(&self, now: &ViewRef) -> ViewRef {
        self.0.borrow().as_ref().unwrap_or(now).clone()
    }
}

/// The guard of a dialog. It lives as long as the component.
#[hook]
pub fn use_submit_guard() -> SubmitGuard {
    (*use_memo((), |()| SubmitGuard::default())).clone()
}

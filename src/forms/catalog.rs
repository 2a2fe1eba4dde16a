//! The forms about versions, collections and links, which the pages of projects and of registries share. They know
//! neither the pages that show them nor where those lead.

pub mod in_place;
pub mod labels;
pub mod source;
pub mod target;
pub mod text;

use domain::{Action, View};

use crate::i18n::Catalog;
use crate::page::Page;
use crate::state::ViewRef;
use crate::widgets::denials::{change_error, refusal};

/// The reason why an action would be refused, or `None`.
pub fn refused(view: &View, action: &Action, text: &Catalog) -> Option<String> {
    view.review(action).err().map(|reason| refusal(view, &reason, text))
}

/// Does one action and reports it, or gives the reason why it was not done.
pub fn perform(page: &Page, view: &ViewRef, action: Action) -> Result<(), String> {
    page.store.dispatch_and_notify(view, &[action]).map_err(|error| change_error(view, &error, page.text()))
}

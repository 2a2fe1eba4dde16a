//! Forms: drafts and submission, the summary of errors, the faults of a list, the dialog that confirms consequences, and the section that leads to it.

pub mod catalog;
pub mod consequences;
pub mod danger;
pub mod faults;
pub mod form;
pub mod registry;
mod submit;
pub mod summary;

//! Forms: drafts and submission, the summary of errors, the faults of a list, and the dialog that confirms consequences.

pub mod consequences;
pub mod faults;
pub mod form;
mod leaving;
pub mod registry;
mod submit;
pub mod summary;

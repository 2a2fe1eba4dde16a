//! Forms: drafts and submission, the summary of errors, and the dialog that confirms consequences.

pub mod consequences;
pub mod form;
mod leaving;
pub mod registry;
mod submit;
pub mod summary;

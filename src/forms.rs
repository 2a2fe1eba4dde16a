//! Forms: what one keeps and how it is submitted, the summary of its errors, the faults of a pasted list, and the dialog that confirms consequences.

pub mod consequences;
pub mod faults;
pub mod form;
mod leaving;
pub mod registry;
mod submit;
pub mod summary;

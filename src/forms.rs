//! What every form needs: drafts, error summary, submit guard, the warning before leaving.

pub mod consequences;
pub mod leaving;
pub mod once;
pub mod registry;
pub mod summary;

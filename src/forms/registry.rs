//! The form of a registry, shared by the create dialog and the settings.

pub mod draft;
pub mod edit;
pub mod text;
pub mod types_field;
pub mod walkthrough;

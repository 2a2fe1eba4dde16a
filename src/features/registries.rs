//! The registries: the list, the dialog that creates one, and the page of each.

pub mod create;
pub mod details;
pub mod landing;

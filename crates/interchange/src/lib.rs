//! Import and export.
//!
//! This crate is pure: it reads and writes texts and bytes, and the app handles files and the clipboard. Imports become
//! ordinary actions, and `domain::review` checks their permission. Faults are typed reasons, and the app has their texts. The
//! comments in a script are always English, because they are part of the script.
//!
//! - [`python`] writes a script for W&B's Python client that creates a registry.
//! - [`directory`] reads and writes people, service accounts and teams as CSV.
//! - [`encoding`] decodes files, and [`file_kind`] recognizes those that are no tables.
//! - [`access`] writes the roles of all accounts in registries as CSV.
//! - [`changes`] writes the differences of two moments as CSV.
//! - [`history`] writes the records of the log as CSV.
//! - [`saved_page`] puts an organization into the page in a single file, and finds it there.
//! - [`file_name`](file_name()) names the files.

#![warn(missing_docs)]

pub mod access;
pub mod changes;
mod csv;
pub mod directory;
pub mod encoding;
pub mod file_kind;
mod file_name;
pub mod history;
pub mod python;
pub mod saved_page;
mod text;

pub use file_name::{file_name, file_name_part};

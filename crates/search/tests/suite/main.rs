//! Search in the catalog.

#![expect(clippy::unwrap_used, reason = "tests")]

mod catalog;
mod projects;
mod support;

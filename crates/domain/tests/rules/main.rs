//! Tests of the rules. They are one binary, so that they link once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod attempts;
mod catalog;
mod catalog_texts;
mod changing_types;
mod changing_visibility;
mod consequences;
mod creating;
mod differences;
mod digests;
mod editing;
mod invariants;
mod keys;
mod last_admin;
mod lookalikes;
mod members;
mod naive;
mod names;
mod owner;
mod people;
mod permission;
mod properties;
mod references;
mod registry_permissions;
mod sequences;
mod settings;
mod standing;
mod stored;
mod support;
mod taken_names;
mod team;
mod texts;
mod times;
mod types;
mod visibility;

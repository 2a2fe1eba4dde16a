//! The rules of an organization and its registries, as sentences. One binary, so that it links once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod creating;
mod keys;
mod names;
mod permission;
mod properties;
mod registry_permissions;
mod standing;
mod stored;
mod support;
mod taken;
mod team;
mod texts;
mod types;
mod visibility;

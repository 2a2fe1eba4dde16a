//! What leaves the organization for other programs, and what comes in from them.
//!
//! This crate is pure, as the domain is: it reads and writes texts and bytes. It knows no file, no clipboard and no log;
//! who may import something is for `domain::review`, and what is imported becomes actions like any other. It holds no
//! prose for people: what is wrong with a file is a typed reason. The comments in a script are part of the script, and
//! English as its words are.
//!
//! - [`python`] writes a registry as the calls of W&B's Python client that make it;
//! - [`directory`] reads and writes people, service accounts and teams as a table that spreadsheets understand;
//! - [`access`] writes who has which role in which registry as such a table.

#![warn(missing_docs)]

pub mod access;
mod csv;
pub mod directory;
pub mod python;

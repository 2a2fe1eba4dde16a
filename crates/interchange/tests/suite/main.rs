//! The tests of import and export, in one binary, so that it links once.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

mod access;
mod cases;
mod client;
mod documented;
mod encodings;
mod exports;
mod faults;
mod hostile;
mod inactive;
mod json;
mod json_mutations;
mod literals;
mod mutations;
mod organization;
mod other_exports;
mod python;
mod reading;
mod reconciling;
mod round_trip;
mod scripts;
mod support;

//! The tests of the journal, in one binary, so that it links once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod appending;
mod decoding;
mod golden;
mod ids;
mod losing;
mod lossless;
mod mutations;
mod recovery;
mod support;
mod tabs;

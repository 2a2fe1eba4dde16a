//! The rules of the journal as sentences. One binary, so that it links once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod appending;
mod decoding;
mod golden;
mod ids;
mod lossless;
mod mutations;
mod recovery;
mod support;
mod tabs;

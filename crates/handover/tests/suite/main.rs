//! What leaves the organization and what comes in, as sentences. One binary, so that it links once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod hostile;
mod literals;
mod scripts;

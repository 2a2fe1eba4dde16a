//! The workspace as sentences: what is dispatched is kept, what is refused leaves no trace, and every tab arrives at the
//! same organization. One binary, so that it links once.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod archive;
mod demo;
mod dispatch;
mod faults;
mod mutations;
mod naive;
mod newer;
mod sequences;
mod site;
mod support;
mod tabs;

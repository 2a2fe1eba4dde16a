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
mod as_of;
mod catalog_history;
mod collision;
mod deletion;
mod demo;
mod dispatch;
mod earlier;
mod faults;
mod history;
mod losing;
mod mutations;
mod newer;
mod overtaken;
mod returning;
mod scenario;
mod sequences;
mod site;
mod support;
mod tabs;
mod undo_faults;
mod undoing;

/// Shared with the tests of the rules: any action, the rules a second time, and what must always hold.
#[path = "../../../domain/tests/rules/attempts.rs"]
mod attempts;
#[path = "../../../domain/tests/rules/invariants.rs"]
mod invariants;
#[path = "../../../domain/tests/rules/naive.rs"]
#[expect(dead_code, reason = "what is announced is compared there, and not here")]
mod naive;

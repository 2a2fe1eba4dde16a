//! `cargo xtask ci`: all lints and tests in one summary.

use crate::setup::{self, Scope};
use crate::summary::{Summary, Tally};
use crate::{lint, test};

/// Runs the lints and the tests. A failed part does not stop the next part.
pub fn run() -> Summary {
    let mut summary = Summary::default();
    summary.part("setup", || setup::run(Scope::All).map(|()| Tally::PASSED));
    lint::add_parts(&mut summary);
    test::add_all_parts(&mut summary);
    summary
}

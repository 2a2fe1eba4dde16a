//! `cargo xtask ci`: everything that has to hold, counted together.

use crate::setup::{self, Scope};
use crate::summary::{Summary, Tally};
use crate::{lint, test};

/// Lints and tests; a part that fails stops no other.
pub fn run() -> Summary {
    let mut summary = Summary::default();
    summary.part("setup", || setup::run(Scope::All).map(|()| Tally::PASSED));
    lint::all(&mut summary);
    test::all(&mut summary);
    summary
}

//! `cargo xtask bench`: how fast the release site is, in a real browser. The measurements are in
//! `tests/e2e/bench.pw.ts`, and print their own results.

use anyhow::Result;

use crate::{site, test};

/// Builds the site and measures it.
pub fn run() -> Result<()> {
    site::build()?;
    test::project("bench", |_| {})
}

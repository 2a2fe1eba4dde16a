//! `cargo xtask lighthouse`: builds the site, and has Lighthouse judge it on a phone. `tests/e2e/lighthouse.pw.ts` has the goals.

use anyhow::Result;

use crate::{site, test};

/// Builds the site and judges it. A missed goal is an error.
pub fn run() -> Result<()> {
    site::build()?;
    test::project("lighthouse", |_| {})
}

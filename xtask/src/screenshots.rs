//! `cargo xtask screenshots`: the pictures of the documentation, taken of the site as it is now.

use std::path::PathBuf;

use anyhow::Result;

use crate::{site, test};

/// Takes the pictures, into `out` or else `docs/images/`.
pub fn run(out: Option<PathBuf>) -> Result<()> {
    site::build()?;
    let out = match out {
        Some(out) => out,
        None => std::path::absolute("docs/images")?,
    };
    test::project("screenshots", |command| {
        command.env("SCREENSHOTS_DIR", &out);
    })?;
    println!("The pictures are in {}", out.display());
    Ok(())
}

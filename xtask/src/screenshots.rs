//! `cargo xtask screenshots`: the pictures of the documentation, or with `--all` of every screen, taken of the site as it
//! is now.

use std::path::PathBuf;

use anyhow::Result;

use crate::{site, test};

/// Takes the pictures, into `out` or else `docs/images/`; those of `all` screens into `target/screenshots/`.
pub fn run(out: Option<PathBuf>, all: bool) -> Result<()> {
    site::build()?;
    let out = match out {
        Some(out) => out,
        None => std::path::absolute(if all { "target/screenshots" } else { "docs/images" })?,
    };
    test::project("screenshots", |command| {
        command.env("SCREENSHOTS_DIR", &out);
        if all {
            command.env("SCREENSHOTS_ALL", "1");
        }
    })?;
    println!("The pictures are in {}", out.display());
    Ok(())
}

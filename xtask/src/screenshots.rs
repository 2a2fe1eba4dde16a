//! `cargo xtask screenshots`: builds the site and takes the pictures of the documentation, or with `--all` of every screen.

use std::path::PathBuf;

use anyhow::Result;

use crate::{site, test};

/// Takes the pictures. The default folder is `docs/images/`, and `target/screenshots/` for `all` screens.
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

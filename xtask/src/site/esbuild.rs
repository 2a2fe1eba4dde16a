//! Runs esbuild, which bundles styles and scripts.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::setup::Node;

/// The bundle of a file that is given as text. Its imports are resolved in `folder`.
pub fn bundle(node: &Node, folder: &Path, arguments: &[String], text: &str) -> Result<String> {
    let mut command = node.script("esbuild/bin/esbuild")?;
    command.args(["--bundle", "--minify", "--log-level=warning"]).args(arguments);
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    process::announce(&command);
    let mut esbuild = command.spawn().context("cannot start esbuild")?;
    esbuild.stdin.take().context("esbuild reads nothing")?.write_all(text.as_bytes())?;
    let output = esbuild.wait_with_output()?;
    ensure!(output.status.success(), "esbuild failed ({})", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

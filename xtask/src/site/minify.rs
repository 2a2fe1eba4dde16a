//! JavaScript as a browser reads it: without comments, with names of a letter. The npm package `terser` does that.

use std::path::Path;

use anyhow::Result;

use crate::process;
use crate::setup::Node;

/// Makes a file smaller, in place. It is a module: what it does not export has no name outside.
pub fn in_place(node: &Node, javascript: &Path) -> Result<()> {
    let mut command = node.script("terser/bin/terser");
    command.args(["--module", "--ecma", "2022", "--compress", "--mangle", "--output"]).arg(javascript).arg(javascript);
    process::read(&mut command).map(drop)
}

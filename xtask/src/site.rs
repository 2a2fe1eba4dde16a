//! The release site in `dist/`: Trunk builds it, wasm-opt makes its module smaller, and it is weighed.

mod optimize;
mod styles;
mod weight;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::{self, Node};
pub use weight::Weight;

const DIST: &str = "dist";

/// Builds the site, prints what its files weigh, and returns it. What is unchanged is not built again.
pub fn build() -> Result<Weight> {
    let toolchain = setup::wasm_toolchain()?;
    let node = Node::if_there()?;

    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release"]);
    process::run(toolchain.before(&mut trunk))?;

    styles::join(Path::new(DIST))?;
    match &node {
        Some(node) => optimize::module(node, &module()?)?,
        None => println!("Without Node there is no wasm-opt: the module is about 60 % larger than it could be."),
    }
    let weight = Weight::of(Path::new(DIST), node.is_some())?;
    print!("\n{weight}");
    Ok(weight)
}

/// The site's WebAssembly module.
fn module() -> Result<PathBuf> {
    let entries = fs::read_dir(DIST).with_context(|| format!("reading {DIST}"))?;
    let mut files = entries.flatten().map(|entry| entry.path());
    let module = files.find(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    module.with_context(|| format!("there is no module in {DIST}"))
}

//! Trunk, with the tools that it would otherwise download.
//!
//! Trunk looks for wasm-bindgen and wasm-opt on the PATH first. This module puts those of this project there, and tells
//! Trunk to stay offline when it has all that it needs.

use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Node};

/// How Trunk builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, to be served while developing.
    Debug,
    /// Optimized, as visitors get it.
    Release,
}

/// A command of Trunk, whose tools are installed.
pub fn command(subcommand: &str, profile: Profile) -> Result<Command> {
    let mut toolchain = setup::wasm_toolchain()?;
    let mut trunk = Command::new("trunk");
    trunk.arg(subcommand);
    if profile == Profile::Debug {
        trunk.arg("--offline");
    } else if let Some(node) = Node::if_there()? {
        toolchain = toolchain.with(node.folders()?);
        trunk.args(["--release", "--offline"]);
    } else {
        println!("Without Node, Trunk downloads wasm-opt, and the styles stay one file each.");
        trunk.arg("--release");
    }
    toolchain.before(&mut trunk)?;
    Ok(trunk)
}

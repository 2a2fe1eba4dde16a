//! Runs Trunk with this project's tools.
//!
//! Trunk looks for wasm-bindgen and wasm-opt on the PATH before it downloads them. This module puts the installed tools on
//! the PATH, and makes Trunk work offline if all of them are installed.

use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Node};

/// Trunk's build profile.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// A quick build for development.
    Debug,
    /// The optimized build.
    Release,
}

/// A command of Trunk. Installs its tools first.
pub fn command(subcommand: &str, profile: Profile) -> Result<Command> {
    let mut toolchain = setup::wasm_toolchain()?;
    let mut trunk = Command::new("trunk");
    trunk.arg(subcommand);
    if profile == Profile::Debug {
        trunk.arg("--offline");
    } else if let Some(node) = Node::if_available()? {
        toolchain = toolchain.with_folders(node.folders()?);
        trunk.args(["--release", "--offline"]);
    } else {
        println!("Without Node, Trunk downloads wasm-opt, and the styles stay one file each.");
        trunk.arg("--release");
    }
    toolchain.prepend_to_path(&mut trunk)?;
    Ok(trunk)
}

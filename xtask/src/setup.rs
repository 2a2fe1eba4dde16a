//! Finds the tools of the commands, and installs the missing ones.
//!
//! Each function is cheap if its tools are installed, so every command begins with the function that it needs. If an
//! installation fails, the error names the command to run by hand.

mod apt;
mod browser;
mod cache;
mod firefox;
mod node;
pub mod python;
mod rust;

use std::str::FromStr;

use anyhow::{Result, bail};

pub use browser::browser;
pub use cache::root as cache;
pub use firefox::{Firefox, firefox};
pub use node::Node;
pub use rust::{components, wasm_target, wasm_toolchain};

/// The purpose of `cargo xtask setup`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Serving and building the site.
    Build,
    /// Building and testing it.
    Test,
    /// Everything.
    All,
}

impl FromStr for Scope {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "build" => Ok(Self::Build),
            "test" => Ok(Self::Test),
            "all" => Ok(Self::All),
            _ => bail!("`{name}` is none of build, test and all"),
        }
    }
}

/// Installs the tools for `scope`, and prints their versions.
pub fn run(scope: Scope) -> Result<()> {
    let toolchain = wasm_toolchain()?;
    println!("{toolchain}");
    if scope == Scope::Build {
        return Ok(());
    }
    let node = Node::with_packages()?;
    println!("{node}");
    println!("{}", browser()?);
    if scope == Scope::All {
        components()?;
    }
    Ok(())
}

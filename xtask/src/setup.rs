//! What the chores need, looked for first and installed where it is missing.
//!
//! Every function here is cheap if all is there, so each chore simply begins with the one that it needs. What cannot
//! be installed is an error that names the command to run by hand.

mod apt;
mod browser;
mod cache;
mod node;
mod rust;

use std::str::FromStr;

use anyhow::{Result, bail};

pub use browser::browser;
pub use cache::root as cache;
pub use node::Node;
pub use rust::{components, wasm_target, wasm_toolchain};

/// What `cargo xtask setup` prepares for.
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

/// Prepares for `scope`, and says what is used.
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

//! Node, and the npm packages that package-lock.json names: Playwright, TypeScript, and wasm-opt.
//!
//! Nothing of it is in the site. Serving does not need it, building does without it.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::process;

/// The oldest Node that Playwright runs on.
const OLDEST: u32 = 20;

const LOCK: &str = "package-lock.json";

/// A copy of the lock file that the installed packages are of.
const STAMP: &str = "node_modules/.installed-package-lock.json";

/// A Node that is new enough.
pub struct Node {
    node: PathBuf,
    npm: PathBuf,
    version: String,
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ready: Node {}, npm packages", self.version)
    }
}

impl Node {
    /// Node with the packages of package-lock.json, installed if need be.
    pub fn with_packages() -> Result<Self> {
        let node = match Self::find() {
            Ok(node) => node,
            Err(reason) => Self::install(&reason)?,
        };
        node.packages()?;
        Ok(node)
    }

    /// The same, but only if Node is there already.
    pub fn if_there() -> Result<Option<Self>> {
        let Ok(node) = Self::find() else {
            return Ok(None);
        };
        node.packages()?;
        Ok(Some(node))
    }

    /// A command that runs a script of a package.
    pub fn script(&self, script: &str) -> Command {
        let mut command = Command::new(&self.node);
        command.arg(Path::new("node_modules").join(script));
        command
    }

    /// Node on the PATH, or what is wrong with it.
    fn find() -> Result<Self> {
        let node = process::find("node").context("Node is missing")?;
        let npm = process::find("npm").context("npm is missing")?;
        let version = process::read(Command::new(&node).arg("--version"))?;
        let version = version.trim().trim_start_matches('v').to_owned();
        if major(&version).is_none_or(|major| major < OLDEST) {
            bail!("Node {version} is too old");
        }
        Ok(Self { node, npm, version })
    }

    fn install(reason: &anyhow::Error) -> Result<Self> {
        let offered = apt::candidate("nodejs");
        let suffices = offered.as_deref().and_then(major).is_some_and(|major| major >= OLDEST);
        if suffices && apt::install(&["nodejs", "npm"])? {
            return Self::find();
        }
        bail!("{reason}: install Node {OLDEST} or newer with npm by hand, and see that both are on the PATH")
    }

    fn packages(&self) -> Result<()> {
        let lock = fs::read(LOCK).with_context(|| format!("reading {LOCK}"))?;
        if fs::read(STAMP).is_ok_and(|stamp| stamp == lock) {
            return Ok(());
        }
        println!("The npm packages are missing or of another version: installing them, about 10 seconds.");
        let mut command = Command::new(&self.npm);
        command.arg("ci").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        process::run(&mut command).context("run it by hand: `npm ci`")?;
        fs::write(STAMP, lock).with_context(|| format!("writing {STAMP}"))
    }
}

/// The first number of a version such as `20.11.1` or `1:20.11.1-2`.
fn major(version: &str) -> Option<u32> {
    let (_, version) = version.split_once(':').unwrap_or(("", version));
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("20.11.1"), Some(20));
        assert_eq!(major("1:18.19.0+dfsg-6"), Some(18));
        assert_eq!(major("(none)"), None);
    }
}

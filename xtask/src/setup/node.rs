//! Node, and the npm packages that package-lock.json names: Playwright, TypeScript, wasm-opt and esbuild.
//!
//! Nothing of it is in the site. Serving does not need it, building does without it.

use std::env::consts::EXE_SUFFIX;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{apt, cache};
use crate::process;

/// The oldest Node that Playwright runs on.
const OLDEST: u32 = 20;
/// What npm brings where the machine's own Node is older, as it is on some Debian and Ubuntu.
const OWN: &str = "node-22.23.3";

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

    /// The same, but only if the packages are installed as well.
    pub fn if_installed() -> Result<Option<Self>> {
        let installed = fs::read(STAMP).is_ok_and(|stamp| fs::read(LOCK).is_ok_and(|lock| stamp == lock));
        Ok(if installed { Self::find().ok() } else { None })
    }

    /// The folders that hold Node and the programs of the packages.
    pub fn folders(&self) -> Result<Vec<PathBuf>> {
        let node = self.node.parent().context("Node lies in no folder")?;
        Ok(vec![std::path::absolute("node_modules/.bin")?, node.to_owned()])
    }

    /// A command that runs a script of a package, from any folder.
    pub fn script(&self, script: &str) -> Result<Command> {
        let mut command = Command::new(&self.node);
        command.arg(std::path::absolute(Path::new("node_modules").join(script))?);
        Ok(command)
    }

    /// Node on the PATH, or the one that was brought for being newer; or what is wrong with the former.
    fn find() -> Result<Self> {
        let found = Self::at(process::find("node").context("Node is missing")?);
        match (found, cache::installed(OWN)?) {
            (Err(_), Some(folder)) => Self::brought(&folder),
            (found, _) => found,
        }
    }

    fn at(node: PathBuf) -> Result<Self> {
        let npm = process::find("npm").context("npm is missing")?;
        let version = process::read(Command::new(&node).arg("--version"))?;
        let version = version.trim().trim_start_matches('v').to_owned();
        if major(&version).is_none_or(|major| major < OLDEST) {
            bail!("Node {version} is too old");
        }
        Ok(Self { node, npm, version })
    }

    fn brought(folder: &Path) -> Result<Self> {
        Self::at(folder.join("node_modules/node/bin").join(format!("node{EXE_SUFFIX}")))
    }

    fn install(reason: &anyhow::Error) -> Result<Self> {
        let has_both = || process::find("node").is_some() && process::find("npm").is_some();
        if !has_both() && !apt::install(&["nodejs", "npm"])? {
            bail!("{reason}: install Node {OLDEST} or newer with npm by hand, and see that both are on the PATH");
        }
        // An old one still runs npm, which brings a newer one.
        Self::find()
            .or_else(|reason| Self::bring().with_context(|| format!("{reason}: install Node {OLDEST} or newer")))
    }

    fn bring() -> Result<Self> {
        let npm = process::find("npm").context("npm is missing")?;
        println!("Node is too old: having npm bring {OWN}, once for this user, about 10 seconds.");
        let folder = cache::install(OWN, |folder, _| {
            fs::create_dir_all(folder)?;
            let mut command = Command::new(npm);
            command.args(["install", "--no-save", "--no-package-lock", "--prefix"]).arg(folder);
            command.arg(OWN.replace('-', "@"));
            process::run(&mut command)
        })?;
        Self::brought(&folder)
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

/// The first number of a version such as `20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("20.11.1"), Some(20));
        assert_eq!(major("18"), Some(18));
        assert_eq!(major("nightly"), None);
    }
}

//! Node, and the npm packages of package-lock.json: Playwright, TypeScript, wasm-opt, esbuild and Workbox.
//!
//! The site contains none of them but Workbox. Serving does not need Node, and building works without it.

use std::env::consts::EXE_SUFFIX;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{apt, cache};
use crate::process;

/// The minimum version for Playwright.
const MIN_VERSION: u32 = 20;
/// The version to install by npm if the system's Node is older, as on some Debian and Ubuntu releases.
const NPM_NODE: &str = "node-22.23.3";

const LOCK: &str = "package-lock.json";

/// A copy of the lock file from the last installation.
const STAMP: &str = "node_modules/.installed-package-lock.json";

/// A Node of at least [`MIN_VERSION`].
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
    /// Node with the packages of package-lock.json. Installs them if they are missing.
    pub fn with_packages() -> Result<Self> {
        let node = match Self::find() {
            Ok(node) => node,
            Err(reason) => Self::install(&reason)?,
        };
        node.packages()?;
        Ok(node)
    }

    /// The same, but does not install Node itself.
    pub fn if_available() -> Result<Option<Self>> {
        let Ok(node) = Self::find() else {
            return Ok(None);
        };
        node.packages()?;
        Ok(Some(node))
    }

    /// The same, but installs nothing.
    pub fn if_installed() -> Result<Option<Self>> {
        let installed = fs::read(STAMP).is_ok_and(|stamp| fs::read(LOCK).is_ok_and(|lock| stamp == lock));
        Ok(if installed { Self::find().ok() } else { None })
    }

    /// The folders of Node and of the packages' programs.
    pub fn folders(&self) -> Result<Vec<PathBuf>> {
        let node = self.node.parent().context("Node lies in no folder")?;
        Ok(vec![std::path::absolute("node_modules/.bin")?, node.to_owned()])
    }

    /// A command that runs a package's script. It works in any current folder.
    pub fn script(&self, script: &str) -> Result<Command> {
        self.file(&Path::new("node_modules").join(script))
    }

    /// A command that runs a script of this project. It works in any current folder.
    pub fn file(&self, script: &Path) -> Result<Command> {
        let mut command = Command::new(&self.node);
        command.arg(std::path::absolute(script)?);
        Ok(command)
    }

    /// Node on the PATH, or the newer one from npm. The error is about the Node on the PATH.
    fn find() -> Result<Self> {
        let found = Self::at(process::find("node").context("Node is missing")?);
        match (found, cache::installed(NPM_NODE)?) {
            (Err(_), Some(folder)) => Self::from_npm(&folder),
            (found, _) => found,
        }
    }

    fn at(node: PathBuf) -> Result<Self> {
        let npm = process::find("npm").context("npm is missing")?;
        let version = process::read(Command::new(&node).arg("--version"))?;
        let version = version.trim().trim_start_matches('v').to_owned();
        if major(&version).is_none_or(|major| major < MIN_VERSION) {
            bail!("Node {version} is too old");
        }
        Ok(Self { node, npm, version })
    }

    fn from_npm(folder: &Path) -> Result<Self> {
        Self::at(folder.join("node_modules/node/bin").join(format!("node{EXE_SUFFIX}")))
    }

    fn install(reason: &anyhow::Error) -> Result<Self> {
        let has_both = || process::find("node").is_some() && process::find("npm").is_some();
        if !has_both() && !apt::install(&["nodejs", "npm"])? {
            bail!("{reason}: install Node {MIN_VERSION} or newer with npm by hand, and see that both are on the PATH");
        }
        // An old Node still runs npm, which can install a newer one.
        Self::find().or_else(|reason| {
            Self::install_by_npm().with_context(|| format!("{reason}: install Node {MIN_VERSION} or newer"))
        })
    }

    fn install_by_npm() -> Result<Self> {
        let npm = process::find("npm").context("npm is missing")?;
        println!("Node is too old: having npm bring {NPM_NODE}, once for this user, about 10 seconds.");
        let folder = cache::install(NPM_NODE, |folder, _| {
            fs::create_dir_all(folder)?;
            let mut command = Command::new(npm);
            command.args(["install", "--no-save", "--no-package-lock", "--prefix"]).arg(folder);
            command.arg(NPM_NODE.replace('-', "@"));
            process::run(&mut command)
        })?;
        Self::from_npm(&folder)
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

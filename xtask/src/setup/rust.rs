//! The WebAssembly target, Trunk, the wasm-bindgen command line, and Firefox's driver.

use std::env;
use std::env::consts::EXE_SUFFIX;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::cache;
use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// The newest Trunk that compiles with this project's Rust. Trunk.toml requires the same version.
const TRUNK: &str = "0.21.14";

const GECKODRIVER: &str = "0.37.1";

/// The installed tools for building the page.
pub struct Toolchain {
    versions: Vec<String>,
    folders: Vec<PathBuf>,
}

impl Toolchain {
    /// Adds folders of programs.
    pub fn with_folders(mut self, folders: impl IntoIterator<Item = PathBuf>) -> Self {
        self.folders.extend(folders);
        self
    }

    /// Puts these tools first in a command's PATH.
    pub fn prepend_to_path<'a>(&self, command: &'a mut Command) -> Result<&'a mut Command> {
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&path)))?;
        // A tool's backtrace would hide its message.
        Ok(command.env("PATH", path).env("RUST_LIB_BACKTRACE", "0"))
    }
}

impl fmt::Display for Toolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ready: {TARGET}, {}", self.versions.join(", "))
    }
}

/// Finds or installs all tools for building the page.
pub fn wasm_toolchain() -> Result<Toolchain> {
    wasm_target()?;
    let tools = [
        Tool {
            package: "trunk",
            version: TRUNK.into(),
            programs: &["trunk"],
            locked: true,
            duration: "3 to 6 minutes",
        },
        // Its lock file names a withdrawn dependency, so cargo must choose the newest compatible versions.
        Tool {
            package: "wasm-bindgen-cli",
            version: locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            locked: false,
            duration: "2 to 4 minutes",
        },
    ];
    let mut folders = Vec::new();
    for tool in &tools {
        folders.extend(tool.folder()?);
    }
    Ok(Toolchain { versions: tools.iter().map(Tool::name).collect(), folders })
}

/// Finds or installs the driver of Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    let tool = Tool {
        package: "geckodriver",
        version: GECKODRIVER.into(),
        programs: &["geckodriver"],
        locked: false,
        duration: "2 to 4 minutes",
    };
    match tool.folder()? {
        Some(folder) => Ok(folder.join(format!("geckodriver{EXE_SUFFIX}"))),
        None => process::find("geckodriver").context("geckodriver has disappeared"),
    }
}

/// Installs the standard library for WebAssembly if it is missing.
pub fn wasm_target() -> Result<()> {
    let sysroot = process::read(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("Rust's standard library for WebAssembly is missing: adding it, a few seconds.");
    rustup(&["target", "add", TARGET])
}

/// Installs the components of Rust for `lint`.
pub fn components() -> Result<()> {
    for (component, subcommand) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if process::read(&mut process::cargo(&[subcommand, "--version"])).is_err() {
            println!("{component} is missing: adding it, a few seconds.");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let by_hand = arguments.join(" ");
    if process::find("rustup").is_none() {
        bail!("this Rust was not installed by rustup: install what `rustup {by_hand}` would, or Rust from rustup");
    }
    process::run(Command::new("rustup").args(arguments)).with_context(|| format!("run it by hand: `rustup {by_hand}`"))
}

/// A tool that cargo installs.
struct Tool {
    package: &'static str,
    version: String,
    /// The required programs of the package.
    programs: &'static [&'static str],
    /// Whether to use the package's own lock file.
    locked: bool,
    /// The typical time to compile it, in words.
    duration: &'static str,
}

impl Tool {
    fn name(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    /// The folder of its programs, or `None` if the PATH has exactly this version.
    fn folder(&self) -> Result<Option<PathBuf>> {
        if self.programs.iter().all(|program| has_version(program, &self.version)) {
            return Ok(None);
        }
        let folder = match cache::installed(&self.name())? {
            Some(folder) => folder,
            None => self.install()?,
        };
        Ok(Some(folder.join("bin")))
    }

    fn install(&self) -> Result<PathBuf> {
        let Self { package, version, .. } = self;
        println!("{package} {version} is missing: installing it, once for this user.");
        cache::install(&self.name(), |folder, work| {
            if process::find("cargo-binstall").is_some() && self.download(folder).is_ok() {
                return Ok(());
            }
            self.compile(folder, work)
        })
        .with_context(|| format!("cannot install {package}; by hand: `cargo install {package}@{version}`"))
    }

    /// Downloads the authors' binaries by cargo-binstall.
    fn download(&self, folder: &Path) -> Result<()> {
        let mut command = process::cargo(&["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]);
        process::run(command.arg(folder).arg(format!("{}@{}", self.package, self.version)))
    }

    fn compile(&self, folder: &Path, work: &Path) -> Result<()> {
        let Self { package, version, duration, .. } = self;
        println!("Compiling {package} {version}: {duration} on two cores.");
        let mut command = process::cargo(&["install", "--root"]);
        command.arg(folder).arg("--target-dir").arg(work);
        if self.locked {
            command.arg("--locked");
        }
        command.arg(format!("{package}@{version}"));
        // The packages' release profiles take three times as long to compile, and the tools run only for seconds.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        process::run(&mut command)
    }
}

/// Whether the program on the PATH reports this version.
fn has_version(program: &str, version: &str) -> bool {
    let output = process::read(Command::new(program).arg("--version"));
    output.is_ok_and(|output| output.split_whitespace().nth(1) == Some(version))
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string("Cargo.lock").context("reading Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock names no `{package}`"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"…\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130".to_owned()));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}

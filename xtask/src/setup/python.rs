//! A Python with pandas and W&B's client, for tests of tables and scripts that other programs read.
//!
//! The site needs no Python. Without it, or without a network for the first installation, the tests use what the system's
//! `python3` has, and leave out the rest.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::cache;
use crate::process;

/// The variable that names the Python of the tests.
pub const VARIABLE: &str = "REGISTRAR_PYTHON";

/// The version of the client that the scripts are for.
const CLIENT: &str = "wandb==0.31.0";
const TOOL: &str = "python-wandb-0.31.0";

/// The longest time of the installation. The tests can do without it.
const LIMIT: Duration = Duration::from_secs(300);

/// The Python of the tests, if there is one with both packages or one could be installed.
pub fn python() -> Option<OsString> {
    if let Some(own) = env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        return Some(own);
    }
    let folder = match cache::installed(TOOL) {
        Ok(Some(folder)) => Ok(folder),
        _ => cache::install(TOOL, |folder, _| install(folder)),
    };
    // The system's Python may be another one than at the installation.
    let checked = folder.and_then(|folder| {
        process::read(Command::new(program(&folder)).args(["-c", "import pandas, wandb"])).map(|_| folder)
    });
    match checked {
        Ok(folder) => Some(program(&folder).into()),
        Err(error) => {
            println!("Python with pandas and W&B's client is not installed ({error:#}). Some tests are left out.");
            None
        }
    }
}

fn install(folder: &Path) -> Result<()> {
    println!("Installing {CLIENT} and pandas for the tests.");
    process::run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
    // Without a network this fails at once. It neither asks for anything nor compiles.
    let options = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
    let mut command = Command::new(program(folder));
    command.args(options).args(["--only-binary", ":all:", "--retries", "0", "--timeout", "20", CLIENT, "pandas"]);
    process::run_within(&mut command, LIMIT)
}

fn program(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

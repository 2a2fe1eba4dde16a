//! The folder of this user where compiled tools are kept, so that every clone of the project finds them again.
//!
//! `<cache>/tools/<tool>-<version>/bin/`. A tool appears there whole or not at all: it is made in another folder and
//! moved when it is done. A lock file makes a second run wait for the first; the system drops the lock of a process
//! that dies, and the next run goes on where it stopped.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of a tool, or nothing if it is not installed.
pub fn installed(tool: &str) -> Result<Option<PathBuf>> {
    let folder = tools()?.join(tool);
    Ok(folder.is_dir().then_some(folder))
}

/// Installs a tool: `make` is given a folder for the tool and another to work in.
pub fn install(tool: &str, make: impl FnOnce(&Path, &Path) -> Result<()>) -> Result<PathBuf> {
    let tools = tools()?;
    fs::create_dir_all(&tools).with_context(|| format!("making {}", tools.display()))?;
    let lock = File::create(tools.join(format!(".{tool}.lock")))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => {
            println!("Another run is installing {tool}: waiting for it.");
            lock.lock()?;
        }
        other => other?,
    }

    let folder = tools.join(tool);
    if !folder.is_dir() {
        let partial = tools.join(".partial").join(tool);
        let made = partial.join("tool");
        fs::create_dir_all(&partial).with_context(|| format!("making {}", partial.display()))?;
        make(&made, &partial.join("work"))?;
        fs::rename(&made, &folder).with_context(|| format!("moving {tool} to {}", folder.display()))?;
        fs::remove_dir_all(&partial).with_context(|| format!("removing {}", partial.display()))?;
    }
    Ok(folder)
}

fn tools() -> Result<PathBuf> {
    Ok(root()?.join("tools"))
}

/// The folder that all of this project is kept in.
pub fn root() -> Result<PathBuf> {
    let folder = folder(|name| env::var_os(name).filter(|value| !value.is_empty()), env::consts::OS);
    let folder = folder.context("no home folder is known: set REGISTRAR_CACHE to a folder")?;
    Ok(std::path::absolute(folder)?)
}

/// Where a system keeps the caches of its users.
fn folder(variable: impl Fn(&str) -> Option<OsString>, system: &str) -> Option<PathBuf> {
    if let Some(own) = variable("REGISTRAR_CACHE") {
        return Some(own.into());
    }
    let caches = match (variable("XDG_CACHE_HOME"), system) {
        (Some(folder), _) => PathBuf::from(folder),
        (None, "windows") => variable("LOCALAPPDATA")?.into(),
        (None, "macos") => PathBuf::from(variable("HOME")?).join("Library/Caches"),
        (None, _) => PathBuf::from(variable("HOME")?).join(".cache"),
    };
    Some(caches.join("registrar"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_folder(variables: &[(&str, &str)], system: &str, expected: Option<&str>) {
        let variable = |wanted: &str| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| OsString::from(value))
        };
        assert_eq!(folder(variable, system), expected.map(PathBuf::from));
    }

    #[test]
    fn each_system_has_its_customary_folder() {
        check_folder(&[("HOME", "/home/ada")], "linux", Some("/home/ada/.cache/registrar"));
        check_folder(&[("HOME", "/Users/ada")], "macos", Some("/Users/ada/Library/Caches/registrar"));
        check_folder(&[("LOCALAPPDATA", "/local")], "windows", Some("/local/registrar"));
    }

    #[test]
    fn the_folder_can_be_chosen() {
        check_folder(&[("HOME", "/home/ada"), ("XDG_CACHE_HOME", "/caches")], "linux", Some("/caches/registrar"));
        check_folder(&[("REGISTRAR_CACHE", "/mine"), ("XDG_CACHE_HOME", "/caches")], "linux", Some("/mine"));
    }

    #[test]
    fn without_a_home_there_is_no_folder() {
        check_folder(&[], "linux", None);
    }
}

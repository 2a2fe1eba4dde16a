//! The user's cache of compiled tools, shared by all clones of the project.
//!
//! `<cache>/tools/<tool>-<version>/bin/`. An installation is atomic: the tool is built in a partial folder, and moved when
//! it is complete. A lock file makes a second run wait for the first. The system releases the lock of a killed process, and
//! the next run continues in the partial folder.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of an installed tool, or `None`.
pub fn installed(tool: &str) -> Result<Option<PathBuf>> {
    let folder = tools()?.join(tool);
    Ok(folder.is_dir().then_some(folder))
}

/// Installs a tool. `build` gets the folder for the tool, and a folder for temporary files.
pub fn install(tool: &str, build: impl FnOnce(&Path, &Path) -> Result<()>) -> Result<PathBuf> {
    let tools = tools()?;
    fs::create_dir_all(&tools).with_context(|| format!("making {}", tools.display()))?;
    let lock = File::create(tools.join(format!(".{tool}.lock")))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => {
            println!("Another run is installing {tool}: waiting for it.");
            lock.lock()?;
        }
        result => result?,
    }

    let folder = tools.join(tool);
    if !folder.is_dir() {
        let partial = tools.join(".partial").join(tool);
        let built = partial.join("tool");
        fs::create_dir_all(&partial).with_context(|| format!("making {}", partial.display()))?;
        build(&built, &partial.join("work"))?;
        fs::rename(&built, &folder).with_context(|| format!("moving {tool} to {}", folder.display()))?;
        fs::remove_dir_all(&partial).with_context(|| format!("removing {}", partial.display()))?;
    }
    Ok(folder)
}

fn tools() -> Result<PathBuf> {
    Ok(root()?.join("tools"))
}

/// The project's cache folder.
pub fn root() -> Result<PathBuf> {
    let folder = folder(|name| env::var_os(name).filter(|value| !value.is_empty()), env::consts::OS);
    let folder = folder.context("no home folder is known: set REGISTRAR_CACHE to a folder")?;
    Ok(std::path::absolute(folder)?)
}

/// The customary cache folder of an operating system.
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

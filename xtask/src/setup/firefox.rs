//! Firefox and its driver, for the tests in a second browser. Debian packages Firefox, and cargo installs the driver.

use std::fmt;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::browser::program;
use super::{apt, rust};

const BROWSERS: &[&str] = &["firefox-esr", "firefox"];

/// Usual locations outside of the PATH.
const OTHER_BROWSERS: &[&str] =
    &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"];

/// The programs of the second browser.
pub struct Firefox {
    /// The browser.
    pub firefox: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

impl fmt::Display for Firefox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ready: {}, {}", self.firefox.display(), self.driver.display())
    }
}

/// Finds Firefox and its driver, or installs them.
pub fn firefox() -> Result<Firefox> {
    let find = || program("FIREFOX", BROWSERS, OTHER_BROWSERS);
    let mut firefox = find()?;
    if firefox.is_none() && apt::install(&["firefox-esr"])? {
        firefox = find()?;
    }
    let Some(firefox) = firefox else {
        bail!(
            "Firefox is missing and cannot be installed from here. On Debian: `sudo apt-get install firefox-esr`. If it \
             is not on the PATH, name it by FIREFOX"
        );
    };
    let driver = match program("GECKODRIVER", &[], &[])? {
        Some(driver) => driver,
        None => rust::geckodriver()?,
    };
    Ok(Firefox { firefox, driver })
}

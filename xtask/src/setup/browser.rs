//! Chromium and its driver, for tests in a real browser.

use std::env;
use std::fmt;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::apt;
use crate::process;

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVERS: &[&str] = &["chromedriver", "chromium-driver"];

/// Usual locations outside of the PATH.
const OTHER_BROWSERS: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];
const OTHER_DRIVERS: &[&str] = &["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];

/// The programs of the test browser.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// ChromeDriver.
    pub driver: PathBuf,
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ready: {}, {}", self.chromium.display(), self.driver.display())
    }
}

/// Finds Chromium and its driver, or installs them.
pub fn browser() -> Result<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    // A minimal system has no font for Korean text and shows boxes.
    if apt::install(&["chromium", "chromium-driver", "fonts-noto-cjk"])?
        && let Some(browser) = find()?
    {
        return Ok(browser);
    }
    bail!(
        "Chromium or its driver is missing and cannot be installed from here. On Debian or Ubuntu: \
         `sudo apt-get install chromium chromium-driver fonts-noto-cjk`. Elsewhere: install Chrome and the \
         ChromeDriver of the same version. If they are not on the PATH, name them by CHROMIUM and CHROMEDRIVER."
    )
}

fn find() -> Result<Option<Browser>> {
    let chromium = program("CHROMIUM", BROWSERS, OTHER_BROWSERS)?;
    let driver = program("CHROMEDRIVER", DRIVERS, OTHER_DRIVERS)?;
    Ok(chromium.zip(driver).map(|(chromium, driver)| Browser { chromium, driver }))
}

/// The program of the environment variable, or else the first one found by name or place.
pub fn program(variable: &str, names: &[&str], places: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os(variable).filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("{variable} names {}, which is not there", named.display());
        }
        return Ok(Some(named));
    }
    let on_path = names.iter().find_map(|name| process::find(name));
    let elsewhere = || places.iter().map(PathBuf::from).find(|file| file.is_file());
    Ok(on_path.or_else(elsewhere))
}

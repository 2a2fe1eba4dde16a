//! Makes the release site work offline. `offline/build.js` bundles the page's script and has Workbox write the service worker.
//! This module decides whether the site gets one.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::Node;

/// `off` makes a site without a worker: a worker would serve the previous build while the site is being worked on.
pub const SWITCH: &str = "REGISTRAR_WORKER";

const BUILD: &str = "offline/build.js";

/// The worker of a site without one. It removes the worker that an earlier build has left in a browser.
const RETIRE: &str = "offline/retire.js";

/// Adds the worker to a site and its script to the page.
pub fn add(node: &Node, site: &Path) -> Result<()> {
    if env::var(SWITCH).is_ok_and(|value| value == "off") {
        return retire(site);
    }
    process::run(node.file(Path::new(BUILD))?.arg(site))
}

/// Removes the worker of earlier builds from the browsers that open this site.
pub fn retire(site: &Path) -> Result<()> {
    fs::copy(RETIRE, site.join("sw.js")).with_context(|| format!("copying {RETIRE}"))?;
    Ok(())
}

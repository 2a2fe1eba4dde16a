//! The release site in `dist/`, its post-build step, and the weight of its parts.

mod crates;
mod esbuild;
mod markup;
pub mod offline;
mod single_file;
mod styles;
mod weight;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::setup::Node;
use crate::table::thousands;
use crate::trunk::{self, Profile};

/// The folder in which Trunk writes the release site.
pub const DIST: &str = "dist";

/// Cargo's output before wasm-opt, which still contains the names of the functions.
const MODULE: &str = "target/wasm32-unknown-unknown/release/registrar-app.wasm";

/// The directives of the page's policy that block Trunk's reload script, and their relaxed form for development. The script
/// is inline, and writes markup when a build fails.
const RELAXED: &[(&str, &str)] = &[
    ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    ("; require-trusted-types-for 'script'; trusted-types registrar", ""),
];

/// Builds the site.
pub fn build() -> Result<()> {
    process::run(&mut trunk::command("build", Profile::Release)?)
}

/// Prints the weight of each file of the site, and of the largest crates in its module.
pub fn print_weight() -> Result<()> {
    print!("\n{}", weight::files(Path::new(DIST))?);
    let module = fs::read(MODULE).with_context(|| format!("reading {MODULE}"))?;
    print!("\n{}", crates::table(&module).context("reading the names in the module")?);
    if Path::new(DIST).join(single_file::FILE).is_file() { print_single_file() } else { Ok(()) }
}

/// Prints the size of the single file, which a build without the npm packages does not write.
pub fn print_single_file() -> Result<()> {
    let file = Path::new(DIST).join(single_file::FILE);
    let size =
        fs::metadata(&file).context("the single file needs Node and npm: `cargo xtask setup` installs them")?.len();
    println!("\nThe page in a single file: {}, {} bytes", file.display(), thousands(size));
    Ok(())
}

/// Finishes a release build: joins the styles, writes the single file, and makes the site work offline. Or relaxes the policy of a
/// development build. Trunk runs this as its `post_build`
/// hook on the staged site, and describes the build by environment variables.
pub fn run_post_build() -> Result<()> {
    let staging = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this: see Trunk.toml")?);
    match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => finish_release(&staging),
        _ => {
            relax_policy(&staging.join("index.html"))?;
            offline::retire(&staging)
        }
    }
}

fn finish_release(site: &Path) -> Result<()> {
    let Some(node) = Node::if_installed()? else {
        println!(
            "The npm packages are not installed: the styles stay one file each, the page cannot be saved as a file, and the site \
             does not work offline. `cargo xtask build` installs them."
        );
        return offline::retire(site);
    };
    styles::join(&node, site)?;
    // Before the worker's script is in the page: a file has no worker.
    single_file::write(&node, site)?;
    offline::add(&node, site)
}

/// Allows Trunk's reload script in the development page.
fn relax_policy(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page).with_context(|| format!("reading {}", page.display()))?;
    fs::write(page, relaxed(&html)?).with_context(|| format!("writing {}", page.display()))
}

fn relaxed(html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for (strict, relaxed) in RELAXED {
        ensure!(html.contains(strict), "the page's policy no longer says `{strict}`");
        html = html.replacen(strict, relaxed, 1);
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_development_page_runs_the_reload_script() -> Result<()> {
        let html = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../index.html"))?;
        let relaxed = relaxed(&html)?;
        assert!(relaxed.contains("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval';"));
        assert!(!relaxed.contains("trusted-types"));
        assert!(super::relaxed("<html>").is_err());
        Ok(())
    }
}

//! wasm-opt, of the npm package `binaryen`, over the module that Trunk wrote.
//!
//! It runs here rather than in Trunk because Trunk would ask for it on every machine.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::glue::Names;
use crate::process;
use crate::setup::Node;

/// What the module may use: what Rust's target uses and every browser of the last years knows. With
/// `--all-features`, wasm-opt writes modules that browsers refuse.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What is done, in this order. Each makes what is sent smaller, if not the module: functions that stand beside others of
/// nearly the same name are compressed with them, and a function that is called once, but stays by itself, with its like.
const PASSES: &[&str] = &[
    "--strip-producers",
    "--strip-target-features",
    // Rust's stack lies below everything else, so nothing has an address below 1,024 (but for a stack that overflows).
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--minify-imports-and-exports-and-modules",
];

/// Where the last module is kept, before and after, and how it was made: it takes half a minute to make again.
const KEPT: &str = "target/wasm-opt";

/// Makes a module smaller, in place. Returns what its imports and exports are called from now on.
pub fn module(node: &Node, module: &Path) -> Result<Names> {
    let kept = Path::new(KEPT);
    let (before, after, how) = (kept.join("before.wasm"), kept.join("after.wasm"), kept.join("how.txt"));
    let names = kept.join("names.json");
    let input = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let recipe = format!("{}\n{}\n{}\n", version()?, FEATURES.join(" "), PASSES.join(" "));

    let same = fs::read(&before).is_ok_and(|kept| kept == input);
    if !same || !fs::read_to_string(&how).is_ok_and(|kept| kept == recipe) || !after.is_file() || !names.is_file() {
        fs::create_dir_all(kept)?;
        // Gone until all is done: an interrupted run must not leave a recipe for another module.
        fs::remove_file(&how).ok();
        fs::write(&before, &input)?;
        let mut command = node.script("binaryen/bin/wasm-opt");
        command.args(FEATURES).args(PASSES).arg(&before).arg("-o").arg(&after);
        process::announce(&command);
        fs::write(&names, process::read(&mut command)?)?;
        fs::write(&how, recipe)?;
    }
    fs::copy(&after, module).with_context(|| format!("writing {}", module.display()))?;
    Names::read(&fs::read_to_string(&names)?)
}

/// The module that unpacks the page's, made smaller.
pub fn unpacker(node: &Node, module: &Path) -> Result<Vec<u8>> {
    let small = module.with_extension("small.wasm");
    let mut command = node.script("binaryen/bin/wasm-opt");
    command.args(FEATURES).args(["--strip-producers", "--strip-target-features", "-Oz"]);
    process::read(command.arg(module).arg("-o").arg(&small))?;
    fs::read(&small).with_context(|| format!("reading {}", small.display()))
}

/// The version of binaryen that package.json asks for.
fn version() -> Result<String> {
    let manifest: serde_json::Value = serde_json::from_str(&fs::read_to_string("package.json")?)?;
    let version = manifest.pointer("/devDependencies/binaryen");
    let version = version.and_then(serde_json::Value::as_str);
    Ok(version.context("package.json asks for no binaryen")?.to_owned())
}

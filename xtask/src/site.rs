//! The release site in `dist/`: Trunk builds it, its files are made smaller, its module is packed, and it is weighed.

mod glue;
mod html;
mod minify;
mod optimize;
mod pack;
mod styles;
mod weight;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::{self, Node};
pub use weight::Weight;

const DIST: &str = "dist";
const PAGE: &str = "index.html";
/// What the name of the module ends in, where that of its JavaScript ends in `.js`.
const WASM: &str = "_bg.wasm";

/// Builds the site, prints what its files weigh, and returns it. What is unchanged is not built again.
pub fn build() -> Result<Weight> {
    let toolchain = setup::wasm_toolchain()?;
    let node = Node::if_there()?;

    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release"]);
    process::run(toolchain.before(&mut trunk))?;

    let dist = Path::new(DIST);
    styles::join(dist)?;
    let module = Module::find(dist)?;
    let names = node.as_ref().map(|node| optimize::module(node, &module.wasm())).transpose()?;
    if names.is_none() {
        println!("Without Node there is neither wasm-opt nor terser: the site is about 60 % larger than it could be.");
    }
    pack::in_place(node.as_ref(), &module.wasm())?;
    rewrite(&module.javascript(), |javascript| glue::smaller(javascript, names.as_ref()))?;
    if let Some(node) = &node {
        minify::in_place(node, &module.javascript())?;
        minify::in_place(node, &dist.join("boot.js"))?;
    }
    let name = module.rename()?;
    rewrite(&dist.join(PAGE), |html| Ok(html::without_comments(html).replace(&module.name, &name)))?;
    let weight = Weight::of(Path::new(DIST), node.is_some())?;
    print!("\n{weight}");
    Ok(weight)
}

fn rewrite(file: &Path, how: impl FnOnce(&str) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let text = how(&text).with_context(|| format!("rewriting {}", file.display()))?;
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

/// The site's WebAssembly module and its JavaScript, which share a name.
struct Module {
    folder: PathBuf,
    name: String,
}

impl Module {
    fn find(dist: &Path) -> Result<Self> {
        let entries = fs::read_dir(dist).with_context(|| format!("reading {DIST}"))?;
        let mut files = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let name = files.find_map(|file| file.strip_suffix(WASM).map(str::to_owned));
        let name = name.with_context(|| format!("there is no module in {DIST}"))?;
        Ok(Self { folder: dist.to_owned(), name })
    }

    fn wasm(&self) -> PathBuf {
        self.folder.join(format!("{}{WASM}", self.name))
    }

    fn javascript(&self) -> PathBuf {
        self.folder.join(format!("{}.js", self.name))
    }

    /// Renames the two by what is in them now. Each calls the other by names that this program gave them: a browser must
    /// not keep one of them, and take the other from a site that was built in another way.
    fn rename(&self) -> Result<String> {
        let mut hash = DefaultHasher::new();
        fs::read(self.wasm())?.hash(&mut hash);
        fs::read(self.javascript())?.hash(&mut hash);
        let stem = self.name.rsplit_once('-').map_or(self.name.as_str(), |(stem, _)| stem);
        let name = format!("{stem}-{:016x}", hash.finish());
        let renamed = Self { folder: self.folder.clone(), name };
        fs::rename(self.wasm(), renamed.wasm())?;
        fs::rename(self.javascript(), renamed.javascript())?;
        Ok(renamed.name)
    }
}

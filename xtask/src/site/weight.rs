//! What the site weighs: each file as it is, and as a server sends it. `budget.json` says how much all may weigh.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::table::{render, thousands};

const BUDGET: &str = "budget.json";
/// What such files declare is for who writes scripts. The page never loads them.
const DECLARATIONS: &str = ".d.ts";

/// The weight of a site.
pub struct Weight {
    files: Vec<(String, Size)>,
    total: Size,
    budget: u64,
    optimized: bool,
}

/// The size of a file in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Weight {
    /// Weighs all files in a folder that a visitor loads.
    pub fn of(folder: &Path, optimized: bool) -> Result<Self> {
        let mut files = Vec::new();
        let mut total = Size::default();
        for file in files_in(folder)? {
            let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            if name.ends_with(DECLARATIONS) {
                continue;
            }
            let size = Size::of(&fs::read(&file)?)?;
            total = total.and(size);
            files.push((name, size));
        }
        Ok(Self { files, total, budget: budget()?, optimized })
    }

    /// Fails if the site is too heavy. One without wasm-opt is heavier for a known reason, and is let pass.
    pub fn check(&self) -> Result<()> {
        let (brotli, budget) = (thousands(self.total.brotli), thousands(self.budget));
        ensure!(
            !self.optimized || self.total.brotli <= self.budget,
            "the site weighs {brotli} bytes, and {BUDGET} allows {budget}"
        );
        Ok(())
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = vec![["file", "bytes", "gzip", "brotli"].map(String::from).to_vec()];
        rows.extend(self.files.iter().map(|(name, size)| size.row(name)));
        rows.push(self.total.row("total"));
        rows.push(["budget", "", "", &thousands(self.budget)].map(String::from).to_vec());
        writeln!(f, "{}", render(&rows))
    }
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        // The best quality, and the largest window that browsers accept.
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        brotli.write_all(bytes)?;
        Ok(Self {
            raw: bytes.len() as u64,
            gzip: gzip.finish()?.len() as u64,
            brotli: brotli.into_inner().len() as u64,
        })
    }

    fn and(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn row(self, name: &str) -> Vec<String> {
        vec![name.to_owned(), thousands(self.raw), thousands(self.gzip), thousands(self.brotli)]
    }
}

/// All files below a folder, by name.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// How many bytes of Brotli the site may weigh.
fn budget() -> Result<u64> {
    let text = fs::read_to_string(BUDGET).with_context(|| format!("reading {BUDGET}"))?;
    let budget: serde_json::Value = serde_json::from_str(&text)?;
    let number = budget.get("brotli").and_then(serde_json::Value::as_u64);
    number.with_context(|| format!("{BUDGET} has no number `brotli`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_weight(brotli: u64, optimized: bool, allowed: bool) {
        let total = Size { brotli, ..Size::default() };
        let weight = Weight { files: Vec::new(), total, budget: 100, optimized };
        assert_eq!(weight.check().is_ok(), allowed);
    }

    #[test]
    fn a_site_above_the_budget_is_refused() {
        check_weight(100, true, true);
        check_weight(101, true, false);
    }

    #[test]
    fn a_site_without_wasm_opt_is_let_pass() {
        check_weight(101, false, true);
    }

    #[test]
    fn what_repeats_itself_weighs_less() -> Result<()> {
        let size = Size::of(&[b'a'; 10_000])?;
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < size.gzip);
        Ok(())
    }
}

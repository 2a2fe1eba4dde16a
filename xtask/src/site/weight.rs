//! The weight of a site: the size of each file, raw and compressed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::single_file;
use crate::table::{render, thousands};

/// TypeScript declarations. They are for authors of scripts, and the page never loads them.
const DECLARATIONS: &str = ".d.ts";

/// A table of all files except the declarations and the single file, which contains the others.
pub fn files(site: &Path) -> Result<String> {
    let mut rows = vec![["file", "bytes", "gzip", "brotli"].map(String::from).to_vec()];
    let mut total = Size::default();
    for file in files_in(site)? {
        let name = file.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        if name.ends_with(DECLARATIONS) || name == single_file::FILE {
            continue;
        }
        let size = Size::of(&fs::read(&file)?)?;
        total = total.plus(size);
        rows.push(size.row(&name));
    }
    rows.push(total.row("total"));
    Ok(render(&rows))
}

/// The size of a file in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        // Best quality (11), and the largest window of browsers (22).
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        brotli.write_all(bytes)?;
        Ok(Self {
            raw: bytes.len() as u64,
            gzip: gzip.finish()?.len() as u64,
            brotli: brotli.into_inner().len() as u64,
        })
    }

    fn plus(self, other: Self) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitive_content_compresses() -> Result<()> {
        let size = Size::of(&[b'a'; 10_000])?;
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < size.gzip);
        Ok(())
    }
}

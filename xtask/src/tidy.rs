//! The rules of this project that general tools do not check: pure crates, imports, file headers, markup that recreates
//! fields, and skipped tests.

mod dependencies;
mod imports;
mod markup;
mod page;
mod sources;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A file of the project.
struct SourceFile {
    /// Its path from the root, with slashes.
    path: String,
    text: String,
}

impl SourceFile {
    /// A message about a line, with the location in the form that editors link.
    fn problem(&self, line: usize, what: &str) -> String {
        format!("{}:{}: {what}", self.path, line + 1)
    }
}

/// Prints every violation of a rule. Any violation is an error.
pub fn check() -> Result<()> {
    let mut problems = dependencies::problems()?;
    for folder in ["src", "crates", "xtask/src", "tests"] {
        for file in files_in(Path::new(folder))? {
            problems.extend(imports::problems(&file));
            problems.extend(sources::problems(&file));
            problems.extend(markup::problems(&file));
            problems.extend(page::test_problems(&file));
        }
    }
    problems.extend(page::problems(&read(Path::new("index.html"))?));
    problems.extend(page::lock_file_problems(&read(Path::new("package-lock.json"))?));

    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        count => bail!("rules of the project broken: {count}"),
    }
}

/// All Rust and TypeScript files below a folder, in the order of their paths.
fn files_in(folder: &Path) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "ts") {
            files.push(read(&path)?);
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn read(path: &Path) -> Result<SourceFile> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    Ok(SourceFile { path: path.to_string_lossy().replace('\\', "/"), text })
}

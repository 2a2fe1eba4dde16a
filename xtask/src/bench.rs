//! `cargo xtask bench`: how fast the release site is, in a real browser. The measurements are in `tests/e2e/bench*.pw.ts`,
//! and print their own results, those of the state that was saved last beside them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use pico_args::Arguments;

use crate::process;
use crate::trunk::{self, Profile};
use crate::{site, test};

/// The figures of the state that was saved last, by what was measured.
const SAVED: &str = "docs/measurements.json";

/// The page that the start is measured against, and where its Trunk.toml has it built.
const COUNTER: &str = "tests/counter";
const COUNTER_SITE: &str = "target/counter";

/// What the command line says.
pub struct Options {
    /// Keep the figures, to compare later ones with.
    pub save: bool,
    /// Another built site, whose start is measured in the same run.
    pub against: Option<PathBuf>,
    /// Arguments for Playwright, such as the names of files.
    pub extra: Vec<OsString>,
}

impl Options {
    /// The options, and what follows `--`. A folder is meant from where the command was given.
    pub fn parse(mut arguments: Vec<OsString>) -> Result<Self> {
        let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
        let extra = arguments.split_off(end).into_iter().skip(1).collect();
        let mut arguments = Arguments::from_vec(arguments);
        let options = Self {
            save: arguments.contains("--save"),
            against: arguments.opt_value_from_os_str("--against", |folder| std::path::absolute(folder))?,
            extra,
        };
        if let Some(unknown) = arguments.finish().first() {
            bail!("what is `{}`? `cargo xtask` lists the options", unknown.display());
        }
        Ok(options)
    }
}

/// Builds the site and the counter, and measures them.
pub fn run(options: &Options) -> Result<()> {
    site::build()?;
    let mut counter = trunk::command("build", Profile::Release)?;
    process::run(counter.current_dir(COUNTER))?;

    let out = std::path::absolute("target/bench.jsonl")?;
    let _ = fs::remove_file(&out);
    let saved = std::path::absolute(SAVED)?;
    if let Some(against) = &options.against {
        ensure!(against.join("index.html").is_file(), "there is no site in {}", against.display());
    }
    let counter = std::path::absolute(COUNTER_SITE)?;
    let within_limits = test::project("bench", |command| {
        command.args(&options.extra);
        command.env("BENCH_OUT", &out).env("BENCH_PREVIOUS", &saved).env("BENCH_COUNTER", counter);
        if let Some(against) = &options.against {
            command.env("BENCH_AGAINST", against);
        }
    });
    if options.save {
        let measured = fs::read_to_string(&out).context("nothing was measured")?;
        let figures: BTreeMap<String, f64> = measured.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        fs::write(&saved, format!("{}\n", serde_json::to_string_pretty(&figures)?))?;
        println!("The figures are in {SAVED}");
    }
    within_limits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_stand_before_the_arguments_for_playwright() -> Result<()> {
        let parse = |words: &[&str]| Options::parse(words.iter().map(OsString::from).collect());
        let options = parse(&["--save", "--against", "old", "--", "bench-start", "--save"])?;
        assert!(options.save);
        assert!(options.against.is_some_and(|folder| folder.is_absolute() && folder.ends_with("old")));
        assert_eq!(options.extra, ["bench-start", "--save"]);
        assert!(!parse(&["--", "--save"])?.save);
        assert!(parse(&["--against"]).is_err());
        assert!(parse(&["fast"]).is_err());
        Ok(())
    }
}

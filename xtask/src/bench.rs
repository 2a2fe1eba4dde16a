//! `cargo xtask bench`: measures the speed of the release site in a real browser. The measurements are in
//! `tests/e2e/bench*.pw.ts`. They print their results next to the saved figures.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use pico_args::Arguments;

use crate::process;
use crate::trunk::{self, Profile};
use crate::{site, test};

/// The saved figures, by the name of their measurement.
const SAVED_FIGURES: &str = "docs/measurements.json";

/// A minimal Yew page, the baseline for the start, and the output folder in its Trunk.toml.
const COUNTER: &str = "tests/counter";
const COUNTER_SITE: &str = "target/counter";

/// The options of the command line.
pub struct Options {
    /// Save the figures for later comparisons.
    pub save: bool,
    /// Another built site, whose start is measured in the same run.
    pub against: Option<PathBuf>,
    /// Arguments for Playwright, such as file names.
    pub extra: Vec<OsString>,
}

impl Options {
    /// Parses the options, and keeps the arguments after `--` for Playwright. A relative folder is resolved here, because
    /// the command later changes to the root of the workspace.
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
    let saved = std::path::absolute(SAVED_FIGURES)?;
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
        println!("The figures are in {SAVED_FIGURES}");
    }
    within_limits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_before_the_arguments_for_playwright() -> Result<()> {
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

//! `cargo xtask bench`: how fast the release site is, in a real browser. The measurements are in `tests/e2e/bench*.pw.ts`,
//! and print their own results, those of the state that was saved last beside them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};

use crate::{site, test};

/// The figures of the state that was saved last, by what was measured.
const SAVED: &str = "docs/measurements.json";

/// Builds the site and measures it; with `save`, the figures become those that later ones are compared with.
pub fn run(save: bool) -> Result<()> {
    site::build()?;
    let out = std::path::absolute("target/bench.jsonl")?;
    let _ = fs::remove_file(&out);
    let saved = std::path::absolute(SAVED)?;
    let within_limits = test::project("bench", |command| {
        command.env("BENCH_OUT", &out).env("BENCH_PREVIOUS", &saved);
    });
    if save {
        let measured = fs::read_to_string(&out).context("nothing was measured")?;
        let figures: BTreeMap<String, f64> = measured.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        fs::write(&saved, format!("{}\n", serde_json::to_string_pretty(&figures)?))?;
        println!("The figures are in {SAVED}");
    }
    within_limits
}

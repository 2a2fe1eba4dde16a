//! Runs Playwright on the built site. `tests/e2e/playwright.config.ts` defines its projects: the tests, the screenshots and
//! the measurements.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Length;
use crate::process;
use crate::setup::{self, Firefox, Node};
use crate::summary::Tally;

const CONFIG: &str = "tests/e2e/playwright.config.ts";
const REPORT: &str = "target/e2e-report.json";

/// Runs the end-to-end tests. A flaky test has failed.
pub fn tests(length: Length, extra: &[String]) -> Result<Tally> {
    let mut command = playwright("chromium")?;
    command.env("CHROMIUM", setup::browser()?.chromium);
    if length == Length::Long {
        command.env("E2E_LONG", "1");
    }
    run_and_count(&mut command, extra)
}

/// Runs the tests in Firefox. Playwright runs them, and Firefox's driver the browser.
pub fn tests_in_firefox(Firefox { firefox, driver }: &Firefox, extra: &[String]) -> Result<Tally> {
    run_and_count(playwright("firefox")?.env("FIREFOX", firefox).env("GECKODRIVER", driver), extra)
}

fn run_and_count(command: &mut Command, extra: &[String]) -> Result<Tally> {
    let report = std::path::absolute(REPORT)?;
    if fs::exists(&report)? {
        fs::remove_file(&report)?;
    }
    command.arg("--reporter=list,json").env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report).args(extra);
    let status = process::follow(command, |_| {})?;

    let report = fs::read_to_string(&report).with_context(|| format!("Playwright wrote no report ({status})"))?;
    let mut tally = count_results(&serde_json::from_str(&report)?);
    if !status.success() && tally.failed == 0 {
        println!("error: Playwright failed outside of a test ({status})");
        tally.failed = 1;
    }
    Ok(tally)
}

/// Runs the project `screenshots`, `lighthouse` or `bench`.
pub fn project(name: &str, configure: impl FnOnce(&mut Command)) -> Result<()> {
    let script = Path::new("tests/e2e").join(format!("{name}.pw.ts"));
    ensure!(script.is_file(), "there is no {} yet", script.display());
    let mut command = playwright(name)?;
    command.env("CHROMIUM", setup::browser()?.chromium);
    configure(&mut command);
    process::run(&mut command)
}

fn playwright(project: &str) -> Result<Command> {
    let node = Node::with_packages()?;
    let mut command = node.script("@playwright/test/cli.js")?;
    command.args(["test", "--config", CONFIG]);
    command.env("E2E_PROJECT", project);
    Ok(command)
}

/// Reads the counts of Playwright's JSON report.
fn count_results(report: &Value) -> Tally {
    let count = |name: &str| report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64).unwrap_or(0);
    Tally { passed: count("expected"), failed: count("unexpected") + count("flaky"), skipped: count("skipped") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_flaky_test_has_failed() {
        let report = json!({"stats": {"expected": 7, "unexpected": 1, "flaky": 2, "skipped": 3}});
        assert_eq!(count_results(&report), Tally { passed: 7, failed: 3, skipped: 3 });
    }
}

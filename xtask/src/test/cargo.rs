//! The tests that cargo runs, on this machine and in the browser, counted by the closing line of each test program.

use std::process::Command;

use anyhow::Result;

use super::Length;
use crate::process;
use crate::setup;
use crate::summary::Tally;

/// How many sequences a property test tries, and how many orders the test of tabs that race each other.
fn cases(length: Length) -> (&'static str, &'static str) {
    match length {
        Length::Usual => ("2000", "10000"),
        Length::Long => ("20000", "200000"),
    }
}

/// How many seconds the tests of one browser page may take.
const TIMEOUT: &str = "180";

/// The tests that need no browser.
pub fn native(length: Length, extra: &[String]) -> Result<Tally> {
    let (cases, races) = cases(length);
    let mut command = process::cargo(&["test", "--workspace", "--no-fail-fast"]);
    command.args(extra).env("PROPTEST_CASES", cases).env("RACES", races);
    counted(&mut command)
}

/// The tests in the browser. `webdriver.json` says how it is started.
pub fn browser(extra: &[String]) -> Result<Tally> {
    let toolchain = setup::wasm_toolchain()?;
    let browser = setup::browser()?;
    let mut command = process::cargo(&["test", "--target", "wasm32-unknown-unknown"]);
    command.args(["--package", "registrar", "--test", "browser"]).args(extra);
    command.env("CHROMEDRIVER", browser.driver).env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT);
    counted(toolchain.before(&mut command)?)
}

fn counted(command: &mut Command) -> Result<Tally> {
    let mut total = Tally::default();
    let status = process::follow(command, |line| {
        if let Some(tally) = closing_line(line) {
            total += tally;
        }
    })?;
    if !status.success() && total.failed == 0 {
        println!("error: cargo failed outside of a test ({status})");
        total.failed = 1;
    }
    Ok(total)
}

/// Reads `test result: ok. 5 passed; 0 failed; 0 ignored; …`.
fn closing_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let mut tally = Tally::default();
    for count in counts.split("; ") {
        let Some((number, what)) = count.split_once(' ') else {
            continue;
        };
        let place = match what {
            "passed" => &mut tally.passed,
            "failed" => &mut tally.failed,
            "ignored" => &mut tally.skipped,
            _ => continue,
        };
        *place = number.parse().ok()?;
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        let line = "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        assert_eq!(closing_line(line), Some(Tally { passed: 5, failed: 2, skipped: 1 }));
    }

    #[test]
    fn other_lines_are_not() {
        assert_eq!(closing_line("test rules::a_viewer_cannot_add_members ... ok"), None);
        assert_eq!(closing_line(""), None);
    }
}

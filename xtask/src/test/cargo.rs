//! The tests of cargo, native and in the browser. The results are counted from the last line of each test program.

use std::process::Command;

use anyhow::Result;

use super::Length;
use crate::process;
use crate::setup;
use crate::summary::Tally;

/// The numbers of cases of a property test, and of schedules of the simulated tabs.
fn cases(length: Length) -> (&'static str, &'static str) {
    match length {
        Length::Usual => ("2000", "10000"),
        Length::Long => ("20000", "200000"),
    }
}

/// The variable with the seed of the property tests. The usual run repeats the same cases, so that its result depends on the
/// change alone. The long run draws new ones each time.
const SEED: &str = "PROPTEST_RNG_SEED";

/// The time limit for the tests of one browser page, in seconds.
const TIMEOUT: &str = "180";

/// Runs the native tests.
pub fn native(length: Length, extra: &[String]) -> Result<Tally> {
    let (cases, races) = cases(length);
    let mut command = process::cargo(&["test", "--workspace", "--no-fail-fast"]);
    command.args(extra).env("PROPTEST_CASES", cases).env("RACES", races);
    if length == Length::Usual && std::env::var_os(SEED).is_none() {
        command.env(SEED, "1");
    }
    if let Some(python) = setup::python::python() {
        command.env(setup::python::VARIABLE, python);
    }
    run_and_count(&mut command)
}

/// Runs the tests in the browser. `webdriver.json` configures its start.
pub fn browser(extra: &[String]) -> Result<Tally> {
    let toolchain = setup::wasm_toolchain()?;
    let browser = setup::browser()?;
    let mut command = process::cargo(&["test", "--target", "wasm32-unknown-unknown"]);
    command.args(["--package", "registrar", "--test", "browser"]).args(extra);
    command.env("CHROMEDRIVER", browser.driver).env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT);
    run_and_count(toolchain.prepend_to_path(&mut command)?)
}

fn run_and_count(command: &mut Command) -> Result<Tally> {
    let mut total = Tally::default();
    let status = process::follow(command, |line| {
        if let Some(tally) = parse_result(line) {
            total += tally;
        }
    })?;
    if !status.success() && total.failed == 0 {
        println!("error: cargo failed outside of a test ({status})");
        total.failed = 1;
    }
    Ok(total)
}

/// Parses `test result: ok. 5 passed; 0 failed; 0 ignored; …`.
fn parse_result(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let mut tally = Tally::default();
    for count in counts.split("; ") {
        let Some((number, outcome)) = count.split_once(' ') else {
            continue;
        };
        let field = match outcome {
            "passed" => &mut tally.passed,
            "failed" => &mut tally.failed,
            "ignored" => &mut tally.skipped,
            _ => continue,
        };
        *field = number.parse().ok()?;
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_parsed() {
        let line = "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        assert_eq!(parse_result(line), Some(Tally { passed: 5, failed: 2, skipped: 1 }));
    }

    #[test]
    fn other_lines_are_ignored() {
        assert_eq!(parse_result("test rules::a_viewer_cannot_add_members ... ok"), None);
        assert_eq!(parse_result(""), None);
    }
}

//! The result of checks and tests: the numbers of passed and failed checks, and the duration of each part.
//!
//! An empty part has failed. Otherwise a filter that matches nothing would look like a success.

use std::ops::AddAssign;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::table::render;

/// The numbers of passed, failed and skipped checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: u64,
    /// Checks that failed or could not run.
    pub failed: u64,
    /// Checks that did not run.
    pub skipped: u64,
}

impl Tally {
    /// One passed check.
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    /// One failed check.
    pub const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The parts of a run, in order.
#[derive(Default)]
pub struct Summary {
    parts: Vec<Part>,
}

struct Part {
    name: String,
    tally: Tally,
    duration: Duration,
}

impl Summary {
    /// Runs a part under a heading, also after failed parts.
    pub fn part(&mut self, name: &str, work: impl FnOnce() -> Result<Tally>) {
        println!("\n=== {name} ===");
        let start = Instant::now();
        let tally = tally_of(work());
        self.parts.push(Part { name: name.to_owned(), tally, duration: start.elapsed() });
    }

    /// Prints the table, and the total as the last line.
    pub fn finish(self) -> ExitCode {
        let mut total = Tally::default();
        let mut duration = Duration::ZERO;
        let mut rows = vec![["", "passed", "failed", "skipped", "seconds"].map(String::from).to_vec()];
        for part in &self.parts {
            total += part.tally;
            duration += part.duration;
            rows.push(row(&part.name, part.tally, part.duration));
        }
        rows.push(row("all", total, duration));
        println!("\n=== summary ===\n{}", render(&rows));
        println!("{}", last_line(total));
        if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The tally of a part's result. Prints an error from outside of the tests.
fn tally_of(result: Result<Tally>) -> Tally {
    match result {
        Ok(tally) if tally.passed + tally.failed > 0 => tally,
        Ok(tally) => {
            println!("error: nothing ran");
            Tally { failed: 1, ..tally }
        }
        Err(error) => {
            println!("error: {error:#}");
            Tally::FAILED
        }
    }
}

fn row(name: &str, tally: Tally, duration: Duration) -> Vec<String> {
    let counts = [tally.passed, tally.failed, tally.skipped].map(|count| count.to_string());
    let mut row = vec![name.to_owned()];
    row.extend(counts);
    row.push(duration.as_secs().to_string());
    row
}

fn last_line(Tally { passed, failed, skipped }: Tally) -> String {
    let skipped = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
    format!("{passed} passed, {failed} failed{skipped}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn an_empty_part_has_failed() {
        assert_eq!(tally_of(Ok(Tally::default())), Tally::FAILED);
        let skipped = Tally { skipped: 3, ..Tally::default() };
        assert_eq!(tally_of(Ok(skipped)), Tally { failed: 1, ..skipped });
    }

    #[test]
    fn a_part_that_could_not_run_has_failed() {
        assert_eq!(tally_of(Err(anyhow!("no browser"))), Tally::FAILED);
    }

    #[test]
    fn the_last_line_is_the_total() {
        assert_eq!(last_line(Tally { passed: 12, failed: 1, skipped: 0 }), "12 passed, 1 failed");
        assert_eq!(last_line(Tally { passed: 12, failed: 0, skipped: 2 }), "12 passed, 0 failed, 2 skipped");
    }
}

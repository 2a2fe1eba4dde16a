//! What a run of checks and tests came to: how many passed, how many failed, and how long each part took.
//!
//! A part in which nothing ran has failed: tests that nobody runs are no tests.

use std::ops::AddAssign;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::table::render;

/// How many passed, failed, and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ran and passed.
    pub passed: u64,
    /// Ran and failed, or could not run.
    pub failed: u64,
    /// Were left out.
    pub skipped: u64,
}

impl Tally {
    /// One thing that passed.
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    /// One thing that failed.
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
    took: Duration,
}

impl Summary {
    /// Runs a part under a heading, whatever became of those before it.
    pub fn part(&mut self, name: &str, work: impl FnOnce() -> Result<Tally>) {
        println!("\n=== {name} ===");
        let start = Instant::now();
        let tally = judged(work());
        self.parts.push(Part { name: name.to_owned(), tally, took: start.elapsed() });
    }

    /// Prints the table and, as the last line, the count of everything.
    pub fn finish(self) -> ExitCode {
        let mut total = Tally::default();
        let mut took = Duration::ZERO;
        let mut rows = vec![["", "passed", "failed", "skipped", "seconds"].map(String::from).to_vec()];
        for part in &self.parts {
            total += part.tally;
            took += part.took;
            rows.push(row(&part.name, part.tally, part.took));
        }
        rows.push(row("all", total, took));
        println!("\n=== summary ===\n{}", render(&rows));
        println!("{}", last_line(total));
        if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The count that a part's result stands for. Says what went wrong outside of the tests.
fn judged(result: Result<Tally>) -> Tally {
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

fn row(name: &str, tally: Tally, took: Duration) -> Vec<String> {
    let counts = [tally.passed, tally.failed, tally.skipped].map(|count| count.to_string());
    let mut row = vec![name.to_owned()];
    row.extend(counts);
    row.push(took.as_secs().to_string());
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
    fn a_part_in_which_nothing_ran_has_failed() {
        assert_eq!(judged(Ok(Tally::default())), Tally::FAILED);
        let skipped = Tally { skipped: 3, ..Tally::default() };
        assert_eq!(judged(Ok(skipped)), Tally { failed: 1, ..skipped });
    }

    #[test]
    fn a_part_that_could_not_run_has_failed() {
        assert_eq!(judged(Err(anyhow!("no browser"))), Tally::FAILED);
    }

    #[test]
    fn the_last_line_counts_everything() {
        assert_eq!(last_line(Tally { passed: 12, failed: 1, skipped: 0 }), "12 passed, 1 failed");
        assert_eq!(last_line(Tally { passed: 12, failed: 0, skipped: 2 }), "12 passed, 0 failed, 2 skipped");
    }
}

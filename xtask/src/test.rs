//! `cargo xtask test`: the tests in three parts, from the fastest to the most real.
//!
//! A part runs whatever became of those before it, and what could not run has failed.

mod cargo;
mod playwright;

use std::ffi::OsString;
use std::str::FromStr;

use anyhow::{Result, bail, ensure};

pub use playwright::project;

use crate::site;
use crate::summary::{Summary, Tally};

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The rules, the journal, and the pages as text: no browser.
    Native,
    /// What touches the browser, in one.
    Browser,
    /// The built site, as a person uses it.
    EndToEnd,
}

const ALL: [Part; 3] = [Part::Native, Part::Browser, Part::EndToEnd];

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "native" => Ok(Self::Native),
            "browser" => Ok(Self::Browser),
            "e2e" => Ok(Self::EndToEnd),
            _ => bail!("`{name}` is none of native, browser and e2e"),
        }
    }
}

/// What is to be tested.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    parts: Vec<Part>,
    length: Length,
    /// Arguments of the test runner.
    extra: Vec<String>,
}

/// How much of what is left to chance is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// As much as everybody has the time for.
    Usual,
    /// Many times as much.
    Long,
}

/// The parts that are named, or all, `--long`, and what follows `--`.
pub fn parse(arguments: Vec<OsString>) -> Result<Options> {
    let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let mut halves = words.splitn(2, |word| word == "--");
    let named = halves.next().unwrap_or_default();
    let extra = halves.next().unwrap_or_default().to_vec();
    let (long, named): (Vec<&String>, Vec<&String>) = named.iter().partition(|word| *word == "--long");
    let parts = named.iter().map(|name| name.parse()).collect::<Result<Vec<Part>>>()?;
    ensure!(extra.is_empty() || parts.len() == 1, "name one part of the tests to hand arguments on to it");
    let parts = if parts.is_empty() { ALL.to_vec() } else { parts };
    Ok(Options { parts, length: if long.is_empty() { Length::Usual } else { Length::Long }, extra })
}

/// Runs parts of the tests.
pub fn run(options: &Options) -> Summary {
    let mut summary = Summary::default();
    add(&mut summary, options);
    summary
}

/// Runs all tests, as parts of something larger.
pub fn all(summary: &mut Summary) {
    add(summary, &Options { parts: ALL.to_vec(), length: Length::Usual, extra: Vec::new() });
}

fn add(summary: &mut Summary, Options { parts, length, extra }: &Options) {
    for part in parts {
        match part {
            Part::Native => summary.part("native tests", || cargo::native(*length, extra)),
            Part::Browser => summary.part("browser tests", || cargo::browser(extra)),
            Part::EndToEnd => end_to_end(summary, *length, extra),
        }
    }
}

/// The tests of the built site.
fn end_to_end(summary: &mut Summary, length: Length, extra: &[String]) {
    let mut built = false;
    summary.part("release site", || {
        site::build()?;
        built = true;
        Ok(Tally::PASSED)
    });
    summary.part("end-to-end tests", || {
        ensure!(built, "there is no site to test");
        playwright::tests(length, extra)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<(Vec<Part>, Vec<String>)> {
        let Options { parts, extra, .. } = parse(words.iter().map(OsString::from).collect())?;
        Ok((parts, extra))
    }

    #[test]
    fn all_parts_run_unless_some_are_named() -> Result<()> {
        assert_eq!(parsed(&[])?, (ALL.to_vec(), Vec::new()));
        assert_eq!(parsed(&["e2e", "native"])?, (vec![Part::EndToEnd, Part::Native], Vec::new()));
        assert!(parsed(&["quick"]).is_err());
        Ok(())
    }

    #[test]
    fn any_parts_run_long_if_asked() -> Result<()> {
        for words in [&["--long"][..], &["e2e", "--long"], &["--long", "native", "--", "name"]] {
            assert_eq!(parse(words.iter().map(OsString::from).collect())?.length, Length::Long, "{words:?}");
        }
        assert_eq!(parse(Vec::new())?.length, Length::Usual);
        assert_eq!(parsed(&["--long", "e2e"])?, (vec![Part::EndToEnd], Vec::new()));
        assert_eq!(parsed(&["--long"])?, (ALL.to_vec(), Vec::new()));
        Ok(())
    }

    #[test]
    fn one_part_takes_arguments() -> Result<()> {
        assert_eq!(parsed(&["e2e", "--", "-g", "roles"])?, (vec![Part::EndToEnd], vec!["-g".into(), "roles".into()]));
        assert!(parsed(&["--", "-g", "roles"]).is_err());
        Ok(())
    }
}

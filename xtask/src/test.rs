//! `cargo xtask test`: the tests in parts, the fastest first.
//!
//! A failed part does not stop the next part, and a part that cannot run has failed. The tests in Firefox run only by name,
//! because installing it and compiling its driver takes minutes.

mod cargo;
mod playwright;

use std::ffi::OsString;
use std::str::FromStr;

use anyhow::{Result, bail, ensure};

pub use playwright::project;

use crate::setup;
use crate::site;
use crate::summary::{Summary, Tally};

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Tests of the crates, without a browser.
    Native,
    /// Tests of the app in a headless browser.
    Browser,
    /// Tests of the built site.
    EndToEnd,
    /// The most important tests of the built site, in Firefox.
    Firefox,
}

/// The parts that run if none is named.
const USUAL: [Part; 3] = [Part::Native, Part::Browser, Part::EndToEnd];

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "native" => Ok(Self::Native),
            "browser" => Ok(Self::Browser),
            "e2e" => Ok(Self::EndToEnd),
            "firefox" => Ok(Self::Firefox),
            _ => bail!("`{name}` is none of native, browser, e2e and firefox"),
        }
    }
}

/// The tests to run.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    parts: Vec<Part>,
    length: Length,
    /// Arguments of the test runner.
    extra: Vec<String>,
}

/// The number of rounds of the randomized tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Usual,
    /// Ten times as many or more.
    Long,
}

/// Parses the named parts, or the usual ones if none is named, `--long`, and the arguments after `--`.
pub fn parse(arguments: Vec<OsString>) -> Result<Options> {
    let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let mut sides = words.splitn(2, |word| word == "--");
    let named = sides.next().unwrap_or_default();
    let extra = sides.next().unwrap_or_default().to_vec();
    let (long, named): (Vec<&String>, Vec<&String>) = named.iter().partition(|word| *word == "--long");
    let parts = named.iter().map(|name| name.parse()).collect::<Result<Vec<Part>>>()?;
    ensure!(extra.is_empty() || parts.len() == 1, "name one part of the tests to hand arguments on to it");
    let parts = if parts.is_empty() { USUAL.to_vec() } else { parts };
    Ok(Options { parts, length: if long.is_empty() { Length::Usual } else { Length::Long }, extra })
}

/// Runs parts of the tests.
pub fn run(options: &Options) -> Summary {
    let mut summary = Summary::default();
    add_parts(&mut summary, options);
    summary
}

/// Runs all tests and adds their results to a summary.
pub fn add_all_parts(summary: &mut Summary) {
    add_parts(summary, &Options { parts: USUAL.to_vec(), length: Length::Usual, extra: Vec::new() });
}

fn add_parts(summary: &mut Summary, Options { parts, length, extra }: &Options) {
    let mut site = Site::default();
    for part in parts {
        match part {
            Part::Native => summary.part("native tests", || cargo::native(*length, extra)),
            Part::Browser => summary.part("browser tests", || cargo::browser(extra)),
            Part::EndToEnd => {
                site.build(summary);
                summary.part("end-to-end tests", || {
                    site.check()?;
                    playwright::tests(*length, extra)
                });
            }
            Part::Firefox => {
                let firefox = setup::firefox();
                site.build(summary);
                summary.part("tests in Firefox", || {
                    site.check()?;
                    playwright::tests_in_firefox(&firefox?, extra)
                });
            }
        }
    }
}

/// The release site, which is built before the first part that needs it.
#[derive(Default)]
struct Site {
    is_tried: bool,
    is_built: bool,
}

impl Site {
    fn build(&mut self, summary: &mut Summary) {
        if std::mem::replace(&mut self.is_tried, true) {
            return;
        }
        summary.part("release site", || {
            site::build()?;
            self.is_built = true;
            Ok(Tally::PASSED)
        });
    }

    fn check(&self) -> Result<()> {
        ensure!(self.is_built, "there is no site to test");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<(Vec<Part>, Vec<String>)> {
        let Options { parts, extra, .. } = parse(words.iter().map(OsString::from).collect())?;
        Ok((parts, extra))
    }

    #[test]
    fn the_usual_parts_run_unless_some_are_named() -> Result<()> {
        assert_eq!(parsed(&[])?, (USUAL.to_vec(), Vec::new()));
        assert_eq!(parsed(&["e2e", "native"])?, (vec![Part::EndToEnd, Part::Native], Vec::new()));
        assert_eq!(parsed(&["firefox"])?.0, [Part::Firefox]);
        assert!(parsed(&["quick"]).is_err());
        Ok(())
    }

    #[test]
    fn long_runs_of_any_parts_can_be_chosen() -> Result<()> {
        for words in [&["--long"][..], &["e2e", "--long"], &["--long", "native", "--", "name"]] {
            assert_eq!(parse(words.iter().map(OsString::from).collect())?.length, Length::Long, "{words:?}");
        }
        assert_eq!(parse(Vec::new())?.length, Length::Usual);
        assert_eq!(parsed(&["--long", "e2e"])?, (vec![Part::EndToEnd], Vec::new()));
        assert_eq!(parsed(&["--long"])?, (USUAL.to_vec(), Vec::new()));
        Ok(())
    }

    #[test]
    fn only_a_single_part_takes_arguments() -> Result<()> {
        assert_eq!(parsed(&["e2e", "--", "-g", "roles"])?, (vec![Part::EndToEnd], vec!["-g".into(), "roles".into()]));
        assert!(parsed(&["--", "-g", "roles"]).is_err());
        Ok(())
    }
}

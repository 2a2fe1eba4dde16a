//! From the bytes of a file to a plan, or to all that is wrong with it: first every line by itself, then what the names in
//! it are to each other and to the organization, then the teams, which may stand further down.

use domain::View;

use super::header::Header;
use super::line::Entry;
use super::settle::Settled;
use super::{Faults, Plan, Reason, SIZE_LIMIT, teams};
use crate::csv;

/// Reads a file against the organization as somebody sees it. It takes time in proportion to the file and the directory,
/// but for a logarithm.
///
/// # Errors
/// Everything that is wrong with the file. If that is its first line, the others are not looked at.
pub fn read(bytes: &[u8], view: &View) -> Result<Plan, Faults> {
    let records = csv::read(text_of(bytes)?);
    let Some((first, records)) = records.split_first() else {
        return Err(Faults::one(0, None, Reason::NoHeader));
    };
    let header = Header::read(first)?;
    let mut entries: Vec<Entry> = records.iter().map(|record| Entry::read(&header, record)).collect();
    let mut plan = Plan::default();
    let settled = Settled::new(view, &mut entries, &mut plan);
    teams::join(&settled, &mut entries, &mut plan);

    let mut faults = Faults::default();
    for entry in entries {
        faults.extend(entry.faults);
    }
    if faults.is_empty() { Ok(plan) } else { Err(faults) }
}

/// The text of a file, without a byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, Faults> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Faults::one(0, None, Reason::TooLarge));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text.trim_start_matches('\u{feff}')),
        _ => Err(Faults::one(0, None, Reason::NotText)),
    }
}

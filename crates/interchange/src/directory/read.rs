//! Reads a file into a plan or a list of faults: first each line by itself, then the names across lines and the organization,
//! then the memberships, because a team's line may follow its members' lines.

use domain::View;

use super::header::Header;
use super::line::Entry;
use super::resolve::ResolvedLines;
use super::{Faults, Plan, Reason, SIZE_LIMIT, teams};
use crate::csv;

/// Reads a file and compares it with the organization in the view. It takes O((f + d) log (f + d)) time for a file of f lines
/// and a directory of d entries.
///
/// # Errors
/// All faults of the file. If the first line has faults, the other lines are not checked.
pub fn read(bytes: &[u8], view: &View) -> Result<Plan, Faults> {
    let records = csv::read(decode(bytes)?);
    let Some((first, records)) = records.split_first() else {
        return Err(Faults::single(0, None, Reason::NoHeader));
    };
    let header = Header::read(first)?;
    let mut entries: Vec<Entry> = records.iter().map(|record| Entry::read(&header, record)).collect();
    let mut plan = Plan::default();
    let resolved = ResolvedLines::new(view, &mut entries, &mut plan);
    teams::add_memberships(&resolved, &mut entries, &mut plan);

    let mut faults = Faults::default();
    for entry in entries {
        faults.extend(entry.faults);
    }
    if faults.is_empty() { Ok(plan) } else { Err(faults) }
}

/// Decodes a file and removes the byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Faults> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Faults::single(0, None, Reason::TooLarge));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text.trim_start_matches('\u{feff}')),
        _ => Err(Faults::single(0, None, Reason::NotText)),
    }
}

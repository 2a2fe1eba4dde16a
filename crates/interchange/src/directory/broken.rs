//! Joins the lines of a record with a broken quote, so that it is corrected as one. The parser goes on in its second line, whose
//! cells alone would be another person.

use domain::trim;

use super::one_line::line_text;
use crate::csv::Record;

/// The number of lines in which the end of a broken record is looked for.
const LINES: usize = 20;

/// The records of a table with so many columns, with each broken one joined with those that it seems to continue in.
pub(super) fn join(records: Vec<Record>, delimiter: char, width: usize) -> Vec<Record> {
    if records.iter().all(|record| record.quote_fault.is_none()) {
        return records;
    }
    let mut joined = Vec::with_capacity(records.len());
    let mut rest = records.as_slice();
    while let Some((broken, following)) = rest.split_first() {
        let mut record = broken.clone();
        let count = count_continuation(broken, following, delimiter, width);
        for next in following.iter().take(count) {
            if let Some(cell) = record.cells.first_mut() {
                *cell = format!("{cell} {}", text_of(next, delimiter));
            }
            record.more_lines = next.line + next.more_lines - record.line;
        }
        joined.push(record);
        rest = following.get(count..).unwrap_or_default();
    }
    joined
}

/// The number of records that a broken one continues in: up to the one with a closing quote, or to the one with which it has
/// as many cells as the header.
fn count_continuation(broken: &Record, following: &[Record], delimiter: char, width: usize) -> usize {
    let mut cells = count_cells(broken, delimiter);
    if broken.quote_fault.is_none() || broken.more_lines > 0 || cells >= width {
        return 0;
    }
    for (index, next) in following.iter().take(LINES).enumerate() {
        cells += count_cells(next, delimiter).saturating_sub(1);
        let is_faulty = next.quote_fault.is_some();
        if cells > width || (is_faulty && opens_quote(next, delimiter)) {
            return 0;
        }
        if cells == width || is_faulty {
            return index + 1;
        }
    }
    0
}

fn count_cells(record: &Record, delimiter: char) -> usize {
    match record.quote_fault {
        Some(_) => text_of(record, delimiter).matches(delimiter).count() + 1,
        None => record.cells.len(),
    }
}

/// Whether a faulty record begins a quote of its own.
fn opens_quote(record: &Record, delimiter: char) -> bool {
    text_of(record, delimiter).split(delimiter).any(|cell| trim(cell).starts_with('"'))
}

fn text_of(record: &Record, delimiter: char) -> String {
    if record.quote_fault.is_some() { record.cells.concat() } else { line_text(record, delimiter, &[]) }
}

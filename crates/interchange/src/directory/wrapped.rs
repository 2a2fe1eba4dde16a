//! Lines that are one quoted cell each, with the line of the table inside. A spreadsheet writes them if a table was pasted into
//! one column.

use domain::trim;

use super::header::{is_address, known_fields, likely_delimiter};
use crate::csv::{self, DELIMITERS, Record};

/// The number of lines in which the header, or a first wrapped line, is looked for.
const LINES: usize = 50;

/// The text with the lines inside instead of the quoted ones, each in its place, or `None` if no line is wrapped.
pub(super) fn unwrapped(text: &str) -> Option<String> {
    let outer = csv::delimiter_of(text);
    let mut candidates = text.split(['\r', '\n']).filter(|line| looks_wrapped(line)).take(LINES);
    if !candidates.any(|line| csv::read(line, outer, 1).first().is_some_and(|record| inside(record).is_some())) {
        return None;
    }
    let records = csv::read(text, outer, 1);
    let (delimiter, width, is_header_wrapped) = records.iter().take(LINES).find_map(|record| header(record, outer))?;
    let mut lines: Vec<&str> = Vec::new();
    let standard = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.extend(standard.split('\n'));
    let mut is_any = false;
    for record in &records {
        let Some(line) = inside(record) else { continue };
        let inner = csv::read(line, delimiter, 1);
        let [inner] = inner.as_slice() else { continue };
        // A cell of several words may look like a line. In a table whose header is not wrapped, only an address tells.
        let is_line = is_header_wrapped || inner.cells.iter().any(|cell| is_address(cell));
        if inner.cells.len() != width && !is_header_wrapped || !is_line {
            continue;
        }
        is_any = true;
        for (offset, part) in line.split('\n').enumerate() {
            if let Some(place) = lines.get_mut(record.line - 1 + offset) {
                *place = part;
            }
        }
    }
    is_any.then(|| lines.join("\n"))
}

/// A line within quotes, as far as it can be seen without reading its cells.
fn looks_wrapped(line: &str) -> bool {
    let is_end = |c: char| DELIMITERS.contains(&c) || c.is_whitespace();
    let line = line.trim_matches(is_end);
    line.len() > 2 && line.starts_with('"') && line.ends_with('"')
}

/// The only cell of a record, if it has a delimiter in it.
fn inside(record: &Record) -> Option<&str> {
    let (first, others) = record.cells.split_first()?;
    let is_alone = record.quote_fault.is_none() && others.iter().all(|cell| trim(cell).is_empty());
    (is_alone && first.contains(DELIMITERS)).then_some(first)
}

/// The delimiter and the number of columns that a header has, and whether it is wrapped.
fn header(record: &Record, outer: char) -> Option<(char, usize, bool)> {
    if let Some(line) = inside(record) {
        let delimiter = likely_delimiter(line);
        let inner = csv::read(line, delimiter, 1).into_iter().next()?;
        return (known_fields(&inner) >= 2).then_some((delimiter, inner.cells.len(), true));
    }
    (known_fields(record) >= 2).then_some((outer, record.cells.len(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_in_quotes_are_unwrapped_in_their_places() {
        for (text, expected) in [
            (
                "\"name,email\"\r\n\r\n\"\"\"Ortiz, Dana\"\",d@x\"\r\nEli\r\n",
                Some("name,email\n\n\"Ortiz, Dana\",d@x\nEli\n"),
            ),
            ("\"name,email\";;\n\"Dana,d@x\";;\n", Some("name,email\nDana,d@x\n")),
            ("name,email\n\"Dana,d@x\"\nEli,e@x", Some("name,email\nDana,d@x\nEli,e@x")),
            ("name,email\n\"Ortiz, Dana\"\n", None),
            ("\"name\",\"email\"\n\"Ortiz, Dana\",\"d@x\"\n", None),
        ] {
            assert_eq!(unwrapped(text).as_deref(), expected, "{text:?}");
        }
    }
}

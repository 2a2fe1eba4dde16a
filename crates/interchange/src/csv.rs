//! Reads and writes CSV (RFC 4180) like spreadsheets do.
//!
//! The crates `csv` and `csv-core` parse and write lines. The reader tolerates several delimiters, any line end, blanks around
//! quotes and blank lines, because they do not change the meaning. This module adds two things that the crates lack: it
//! reports broken quotes, and it escapes cells that look like formulas.

use csv_core::ReadFieldResult;
use domain::trim;

mod dialect;
mod writer;

use dialect::Apostrophes;
pub(crate) use dialect::{DELIMITERS, delimiter_of};
pub(crate) use writer::Writer;
use writer::unescape_formulas;

/// A line of a table, which may be several lines of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// The line of the text at its beginning, from 1.
    pub line: usize,
    /// The number of further lines of the text that it takes, because a quoted cell has line ends.
    pub more_lines: usize,
    /// The texts of the cells, without quotes and without the escape of formulas. A record with a broken quote has one cell,
    /// its line as it stands in the file.
    pub cells: Vec<String>,
    /// The first broken quote and its line.
    pub quote_fault: Option<(usize, QuoteFault)>,
}

/// A broken quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteFault {
    /// The quote is never closed.
    Unclosed,
    /// Text follows the closing quote within the cell.
    TextAfter,
}

/// Reads all lines that are not blank. `first_line` is the number of the text's first line.
///
/// If a quote is broken, only the line in which its record begins is faulty, and reading goes on in the next one. Otherwise a
/// quote that is never closed would swallow the rest of the file.
pub(crate) fn read(text: &str, delimiter: char, first_line: usize) -> Vec<Record> {
    let apostrophes = Apostrophes::of(text, delimiter);
    let records = read_quoted(text, delimiter, first_line, apostrophes);
    if apostrophes != Apostrophes::WhereNeeded {
        return records;
    }
    // Names can begin and end with apostrophes, so they are quotes only if the lines then have the right number of cells.
    let Some(width) = records.first().map(|record| record.cells.len()) else { return records };
    let count_wrong = |records: &[Record]| records.iter().filter(|record| record.cells.len() != width).count();
    let literal = read_quoted(text, delimiter, first_line, Apostrophes::Text);
    if count_wrong(&records) < count_wrong(&literal) { records } else { literal }
}

fn read_quoted(text: &str, delimiter: char, first_line: usize, apostrophes: Apostrophes) -> Vec<Record> {
    let text = dialect::standardized(text, delimiter, apostrophes);
    let records = read_with(&text, delimiter, first_line, false);
    // Some programs write `\"` for a quote within quotes.
    if text.contains("\\\"") && records.iter().any(|record| record.quote_fault.is_some()) {
        let faults = |records: &[Record]| records.iter().filter(|record| record.quote_fault.is_some()).count();
        let escaped = read_with(&text, delimiter, first_line, true);
        if faults(&escaped) < faults(&records) {
            return escaped;
        }
    }
    records
}

fn read_with(text: &str, delimiter: char, first_line: usize, has_escapes: bool) -> Vec<Record> {
    let byte = u8::try_from(delimiter).ok().filter(u8::is_ascii).unwrap_or(dialect::REPLACEMENT);
    let mut reader = Reader::new(text, byte, first_line, has_escapes);
    let mut records = Vec::new();
    while let Some(mut record) = reader.next_record() {
        if record.quote_fault.is_some() && !delimiter.is_ascii() {
            record.cells = vec![record.cells.concat().replace(char::from(byte), &delimiter.to_string())];
        }
        // Spreadsheets leave lines of blank cells below a table.
        if record.quote_fault.is_some() || record.cells.iter().any(|cell| !trim(cell).is_empty()) {
            records.push(record);
        }
    }
    records
}

struct Reader<'a> {
    /// The parser of single cells. The reader of `csv` does not report where a cell ends, which finding a broken quote needs.
    parser: csv_core::Reader,
    delimiter: char,
    has_escapes: bool,
    /// The text from the next cell on.
    rest: &'a str,
    /// The line number at the beginning of `uncounted`.
    line: usize,
    /// The text with uncounted lines. It never begins between CR and LF.
    uncounted: &'a str,
    /// A buffer as long as the text, so that the parser never stops within a cell.
    buffer: Vec<u8>,
    /// The rest of the text after the last record with a broken quote. Lines before it are doubtful.
    doubtful_until: usize,
    /// The number of bytes that may still be read again after broken quotes, so that a file of quotes takes no minutes.
    rereadable: usize,
}

struct Cell<'a> {
    /// The text of the cell, with its end.
    raw: &'a str,
    value: String,
    is_last: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, delimiter: u8, first_line: usize, has_escapes: bool) -> Self {
        let escape = has_escapes.then_some(b'\\');
        Self {
            parser: csv_core::ReaderBuilder::new().delimiter(delimiter).escape(escape).build(),
            delimiter: char::from(delimiter),
            has_escapes,
            rest: text,
            line: first_line,
            uncounted: text,
            buffer: vec![0; text.len() + 1],
            doubtful_until: text.len() + 1,
            rereadable: 8 * text.len(),
        }
    }

    fn next_record(&mut self) -> Option<Record> {
        // The parser skips empty lines itself, but does not count a line that ends in CR only.
        self.rest = self.rest.trim_start_matches(['\r', '\n']);
        self.line += count_line_ends(before(self.uncounted, self.rest));
        self.uncounted = self.rest;
        let start = self.rest;
        let (mut record, has_stray_quote) = self.read_cells()?;
        let raw = before(start, self.rest).trim_end_matches(['\r', '\n']);
        record.more_lines = count_line_ends(raw);
        let first = before(start, start.trim_start_matches(|c| !matches!(c, '\r' | '\n')));
        if record.quote_fault.is_some() {
            record.cells = vec![first.to_owned()];
            if self.resume_after(start, first) {
                record.more_lines = 0;
            }
        } else if start.len() > self.doubtful_until && has_stray_quote {
            record.quote_fault = Some((record.line, QuoteFault::TextAfter));
            record.cells = vec![first.to_owned()];
        }
        Some(record)
    }

    /// The next record, and whether a cell without quotes around it contains one. Within a broken record, that may be the
    /// quote that closes it.
    fn read_cells(&mut self) -> Option<(Record, bool)> {
        let mut record = Record { line: self.line, ..Record::default() };
        let mut has_stray_quote = false;
        loop {
            self.skip_blanks_before_quote();
            let start = self.rest;
            let mut cell = self.next_cell()?;
            if cell.raw.starts_with('"')
                && let Some((offset, fault)) = cell.trim_after_quote(self.delimiter, self.has_escapes)
                && record.quote_fault.is_none()
            {
                // Only the first fault needs its line. Counting for each cell takes minutes for a million cells.
                let end = start.get(offset..).unwrap_or_default();
                record.quote_fault = Some((self.line + count_line_ends(before(self.uncounted, end)), fault));
            }
            has_stray_quote |= !cell.raw.starts_with('"') && cell.raw.contains('"');
            record.cells.push(unescape_formulas(cell.value));
            if cell.is_last {
                return Some((record, has_stray_quote));
            }
        }
    }

    /// Goes back to the line after the first one of a record with a broken quote.
    fn resume_after(&mut self, start: &'a str, first: &str) -> bool {
        let Some(rest) = start.get(first.len()..) else { return false };
        let span = rest.len().saturating_sub(self.rest.len());
        if span <= 2 || span > self.rereadable {
            return false;
        }
        self.rereadable -= span;
        self.doubtful_until = self.doubtful_until.min(self.rest.len());
        self.parser.reset();
        self.rest = rest;
        true
    }

    /// The parser recognizes a quote only at the beginning of a cell.
    fn skip_blanks_before_quote(&mut self) {
        let rest = self.rest.trim_start_matches(|c| is_blank(c) && c != self.delimiter);
        if rest.starts_with('"') {
            self.rest = rest;
        }
    }

    fn next_cell(&mut self) -> Option<Cell<'a>> {
        let (mut result, read, written) = self.parser.read_field(self.rest.as_bytes(), &mut self.buffer);
        if result == ReadFieldResult::InputEmpty {
            // An empty input tells the parser that the text has ended.
            (result, ..) = self.parser.read_field(&[], &mut []);
        }
        let ReadFieldResult::Field { record_end: is_last } = result else { return None };
        let (raw, rest) = self.rest.split_at_checked(read)?;
        self.rest = rest;
        let value = String::from_utf8_lossy(self.buffer.get(..written)?).into_owned();
        Some(Cell { raw, value, is_last })
    }
}

impl Cell<'_> {
    /// Removes the blanks after the closing quote. Returns a broken quote with its offset in the cell.
    fn trim_after_quote(&mut self, delimiter: char, has_escapes: bool) -> Option<(usize, QuoteFault)> {
        let Some(closing) = closing_quote(self.raw, has_escapes) else { return Some((0, QuoteFault::Unclosed)) };
        let after = self.raw.get(closing + 1..)?.trim_end_matches([delimiter, '\r', '\n']);
        // The parser adds the text after the quote to the value, and drops each backslash.
        self.value = dialect::unquoted(self.raw.get(1..closing)?, has_escapes);
        self.value.extend(after.chars().filter(|c| !is_blank(*c)));
        after.contains(|c| !is_blank(c)).then_some((closing, QuoteFault::TextAfter))
    }
}

/// The position of the closing quote: the first quote after the opening one that is not doubled, and not escaped.
fn closing_quote(raw: &str, has_escapes: bool) -> Option<usize> {
    let is_escaped = |index: &usize| {
        let text = raw.get(..*index).unwrap_or_default();
        has_escapes && !(text.len() - text.trim_end_matches('\\').len()).is_multiple_of(2)
    };
    let positions = raw.match_indices('"').map(|(index, _)| index).skip(1);
    let mut quotes = positions.filter(|index| !is_escaped(index)).peekable();
    while let Some(index) = quotes.next() {
        if quotes.next_if_eq(&(index + 1)).is_none() {
            return Some(index);
        }
    }
    None
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

/// The text without the suffix `end`.
fn before<'a>(text: &'a str, end: &str) -> &'a str {
    text.get(..text.len().saturating_sub(end.len())).unwrap_or_default()
}

/// Counts CR LF, CR and LF as one line end each.
fn count_line_ends(text: &str) -> usize {
    text.matches(['\r', '\n']).count() - text.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::writer::SPLITTING;
    use super::*;

    fn read_alone(text: &str) -> Vec<Record> {
        read(text, delimiter_of(text), 1)
    }

    #[track_caller]
    fn check_cells(text: &str, expected: &[(usize, &[&str])]) {
        let records = read_alone(text);
        let found: Vec<(usize, Vec<&str>)> =
            records.iter().map(|record| (record.line, record.cells.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(usize, Vec<&str>)> = expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(found, expected, "{text:?}");
        assert!(records.iter().all(|record| record.quote_fault.is_none()), "{text:?}");
    }

    #[track_caller]
    fn check_quote_fault(text: &str, expected: (usize, QuoteFault)) {
        assert_eq!(read_alone(text).iter().find_map(|record| record.quote_fault), Some(expected), "{text:?}");
    }

    #[test]
    fn the_header_determines_the_delimiter() {
        check_cells("a,b\n1;2,3\n", &[(1, &["a", "b"]), (2, &["1;2", "3"])]);
        check_cells("a;b\n1;2,3\n", &[(1, &["a", "b"]), (2, &["1", "2,3"])]);
        check_cells("a\tb\n1\t2,3\n", &[(1, &["a", "b"]), (2, &["1", "2,3"])]);
        check_cells("\"a,x,y\";b\n1;2\n", &[(1, &["a,x,y", "b"]), (2, &["1", "2"])]);
        check_cells("\n \r\na;b\n", &[(3, &["a", "b"])]);
        check_cells("a\n1,2", &[(1, &["a"]), (2, &["1", "2"])]);
    }

    #[test]
    fn any_line_end_ends_a_line() {
        for end in ["\n", "\r\n", "\r"] {
            check_cells(&format!("a,b{end}1,2{end}{end}3,4"), &[(1, &["a", "b"]), (2, &["1", "2"]), (4, &["3", "4"])]);
        }
    }

    #[test]
    fn blank_lines_are_skipped() {
        check_cells("a,b\n\n,\n , \n\"\",\n1,\n", &[(1, &["a", "b"]), (6, &["1", ""])]);
        check_cells("", &[]);
        check_cells("\r\n\r\n", &[]);
    }

    #[test]
    fn a_quoted_cell_can_contain_delimiters_line_ends_and_quotes() {
        check_cells(
            "a,b\n\"1,\"\"2\"\"\",\"x\r\ny\n\rz\"\n3,4",
            &[(1, &["a", "b"]), (2, &["1,\"2\"", "x\r\ny\n\rz"]), (6, &["3", "4"])],
        );
        check_cells("a,b\n \"1\" , \"2\"\t\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
    }

    #[test]
    fn a_quote_in_the_middle_of_a_cell_is_text() {
        check_cells("a\nBob \"B\" Lee\n", &[(1, &["a"]), (2, &["Bob \"B\" Lee"])]);
    }

    #[test]
    fn a_broken_quote_is_reported_with_its_line() {
        check_quote_fault("a,b\n\"1\n2\n\",\"3\n4", (4, QuoteFault::Unclosed));
        check_quote_fault("a\n\"", (2, QuoteFault::Unclosed));
        check_quote_fault("a\r\r\n \"\"\"\r", (3, QuoteFault::Unclosed));
        check_quote_fault("a,b\n\"1\nx\"y,2\n", (3, QuoteFault::TextAfter));
    }

    #[test]
    fn unescaping_reverses_the_escape_of_formulas() {
        for cell in ["=1+1", "+a@b", "-x", "@x", "\tx", "\rx", "＝x", "'=x", "''-x", "'t Hooft", "''x", "'", "", "a=b"]
        {
            let mut writer = Writer::new();
            writer.write(["h", ""]);
            writer.write([cell, "end"]);
            let text = writer.finish();
            let read = read_alone(text.trim_start_matches('\u{feff}'));
            assert_eq!(read.last().map(|record| record.cells.concat()), Some(format!("{cell}end")), "{text:?}");
            for piece in text.split(SPLITTING).skip(1).map(|piece| piece.trim_start_matches(['"', ' '])) {
                assert!(!piece.starts_with(['=', '+', '-', '@', '＝']), "{text:?}");
            }
        }
    }

    /// A program that expects a different delimiter must find the same cells.
    #[test]
    fn cells_with_any_delimiter_are_quoted() {
        let mut writer = Writer::new();
        writer.write(["a;b", "a,b", "a\"b", "a b", ""]);
        writer.write(["x"]);
        assert_eq!(writer.finish(), "\u{feff}\"a;b\",\"a,b\",\"a\"\"b\",a b,\r\nx\r\n");
    }
}

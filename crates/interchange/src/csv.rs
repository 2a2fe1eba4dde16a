//! Cells and lines as spreadsheets write and read them (RFC 4180, and what programs make of it).
//!
//! The crates `csv` and `csv-core` take lines apart and write them. Reading forgives what does not change the meaning: any of
//! three delimiters, any line end, spaces around quotes, lines without anything. It reports what does. This module adds what
//! the crates do without: they read on over a broken quote, and no cell is a formula to them. It knows nothing of what the
//! cells mean.

use csv_core::ReadFieldResult;

/// The delimiters that a header may choose; of two that stand in it as often, the first.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// A line of a table, which may be several lines of the text.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// The line of the text that it begins in, from 1.
    pub line: usize,
    /// What stands in its cells, without quotes and without the mark against formulas.
    pub cells: Vec<String>,
    /// The first thing that is wrong with its quotes, and the line of it.
    pub broken: Option<(usize, Broken)>,
}

/// What can be wrong with quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// They are opened and never closed: the rest of the text is one cell.
    Unclosed,
    /// Something follows the closing quote before the cell ends.
    Followed,
}

/// All lines in which something stands. The first says by what the cells are parted.
pub(crate) fn read(text: &str) -> Vec<Record> {
    let mut reader = Reader::new(text);
    let mut records = Vec::new();
    while let Some(record) = reader.next_record() {
        // Blank cells alone are what spreadsheets leave below a table.
        if record.broken.is_some() || record.cells.iter().any(|cell| !cell.trim().is_empty()) {
            records.push(record);
        }
    }
    records
}

/// The delimiter that stands most often in the first line in which something stands, outside of quotes.
fn delimiter_of(text: &str) -> char {
    let header = text.trim_start_matches(['\r', '\n', ' ']);
    let mut best = (0, ',');
    for delimiter in DELIMITERS {
        let mut quoted = false;
        let mut count = 0;
        for character in header.chars() {
            match character {
                '"' => quoted = !quoted,
                '\r' | '\n' if !quoted => break,
                _ if character == delimiter && !quoted => count += 1,
                _ => {}
            }
        }
        if count > best.0 {
            best = (count, delimiter);
        }
    }
    best.1
}

struct Reader<'a> {
    /// Parses cell by cell: the `csv` crate's own reader does not tell where a cell ends in the text, without which a broken
    /// quote cannot be found.
    parser: csv_core::Reader,
    delimiter: char,
    /// The text from the next cell on.
    rest: &'a str,
    /// The line that the next record begins in, if it begins where `uncounted` does.
    line: usize,
    /// The text whose lines are not counted yet. It always begins outside of a pair of CR and LF.
    uncounted: &'a str,
    /// Room for any cell of the text, so that the parser never stops halfway through one.
    buffer: Vec<u8>,
}

/// A cell as it stands in the text, together with what ends it, and what the parser makes of it.
struct Cell<'a> {
    raw: &'a str,
    value: String,
    is_last: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let delimiter = delimiter_of(text);
        let byte = u8::try_from(delimiter).unwrap_or(b',');
        Self {
            parser: csv_core::ReaderBuilder::new().delimiter(byte).build(),
            delimiter,
            rest: text,
            line: 1,
            uncounted: text,
            buffer: vec![0; text.len() + 1],
        }
    }

    fn next_record(&mut self) -> Option<Record> {
        // The parser passes over empty lines, too, but counts no line that ends in CR alone.
        self.rest = self.rest.trim_start_matches(['\r', '\n']);
        self.line += count_line_ends(before(self.uncounted, self.rest));
        self.uncounted = self.rest;
        let mut record = Record { line: self.line, ..Record::default() };
        loop {
            self.skip_blanks_before_quote();
            let start = self.rest;
            let mut cell = self.next_cell()?;
            if cell.raw.starts_with('"')
                && let Some((offset, broken)) = cell.settle_quotes(self.delimiter)
                && record.broken.is_none()
            {
                // Counted for the first fault only: for each cell, a line of a million cells would take minutes.
                let end = start.get(offset..).unwrap_or_default();
                record.broken = Some((self.line + count_line_ends(before(self.uncounted, end)), broken));
            }
            record.cells.push(unguarded(cell.value));
            if cell.is_last {
                return Some(record);
            }
        }
    }

    /// To the parser, only a quote at the very beginning of a cell is one.
    fn skip_blanks_before_quote(&mut self) {
        let rest = self.rest.trim_start_matches(|c| is_blank(c) && c != self.delimiter);
        if rest.starts_with('"') {
            self.rest = rest;
        }
    }

    fn next_cell(&mut self) -> Option<Cell<'a>> {
        let (mut result, read, written) = self.parser.read_field(self.rest.as_bytes(), &mut self.buffer);
        if result == ReadFieldResult::InputEmpty {
            // Without input the parser takes the text to be at its end.
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
    /// Takes off the blanks after the quotes. Answers what is wrong with these, and where in the cell that is.
    fn settle_quotes(&mut self, delimiter: char) -> Option<(usize, Broken)> {
        let Some(closing) = closing_quote(self.raw) else { return Some((0, Broken::Unclosed)) };
        let after = self.raw.get(closing + 1..)?.trim_end_matches([delimiter, '\r', '\n']);
        // The parser keeps whatever stands there.
        self.value.truncate(self.value.len().saturating_sub(after.len()));
        self.value.extend(after.chars().filter(|c| !is_blank(*c)));
        after.contains(|c| !is_blank(c)).then_some((closing, Broken::Followed))
    }
}

/// Where the quote is that closes the one at the beginning: the first that is not one of two.
fn closing_quote(raw: &str) -> Option<usize> {
    let mut quotes = raw.match_indices('"').map(|(place, _)| place).skip(1).peekable();
    while let Some(place) = quotes.next() {
        if quotes.next_if_eq(&(place + 1)).is_none() {
            return Some(place);
        }
    }
    None
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

/// The part of a text before its end.
fn before<'a>(text: &'a str, end: &str) -> &'a str {
    text.get(..text.len().saturating_sub(end.len())).unwrap_or_default()
}

/// CR LF is one line end, and so is either of them alone.
fn count_line_ends(text: &str) -> usize {
    text.matches(['\r', '\n']).count() - text.matches("\r\n").count()
}

/// Writes a table: with a byte order mark, without which Excel reads Korean names in the machine's old character set, and
/// with lines that end in CR LF (RFC 4180).
pub(crate) struct Writer(csv::Writer<Vec<u8>>);

impl Writer {
    pub fn new() -> Self {
        let mut builder = csv::WriterBuilder::new();
        // A program that expects semicolons would take cells apart at them. What looks like the beginning of a comment is
        // quoted wherever it stands.
        builder.flexible(true).terminator(csv::Terminator::CRLF).comment(Some(b';'));
        Self(builder.from_writer("\u{feff}".into()))
    }

    /// Adds a line of cells, none of which a spreadsheet takes for a formula.
    #[expect(
        clippy::expect_used,
        reason = "only a device refuses bytes, and only lines of fixed length have a wrong one"
    )]
    pub fn write<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        self.0.write_record(cells.into_iter().map(guarded)).expect("memory takes lines of any length");
    }

    /// The text of the table.
    #[expect(clippy::expect_used, reason = "only a device refuses bytes, and no cell is anything but text")]
    pub fn finish(self) -> String {
        let bytes = self.0.into_inner().expect("memory takes what was buffered");
        String::from_utf8(bytes).expect("cells of text make a text")
    }
}

/// The cell with an apostrophe before each piece that would be taken for a formula.
fn guarded(cell: &str) -> String {
    let guard = |piece| if is_taken_for_formula(piece) { "'" } else { "" };
    cell.split_inclusive(DELIMITERS).flat_map(|piece| [guard(piece), piece]).collect()
}

/// Whether a spreadsheet would take a piece of a cell for a formula, or the reader take off an apostrophe that belongs to
/// it: after any apostrophes, quotes and spaces it begins with `=`, `+`, `-`, `@` (or their wide forms, which some take
/// for them), a tab or a line end.
///
/// Pieces begin at delimiters, too: a spreadsheet that expects semicolons takes a cell apart at those in it, quoted or
/// not. An apostrophe before a piece never changes the answer, so what is guarded is exactly what is unguarded, and
/// `'t Hooft` stays as it is.
fn is_taken_for_formula(piece: &str) -> bool {
    const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    piece.trim_start_matches(['\'', '"', ' ']).starts_with(BEGINNINGS)
}

/// The cell without the apostrophes that guard it.
fn unguarded(cell: String) -> String {
    if !cell.contains('\'') {
        return cell;
    }
    let guard = |piece| if is_taken_for_formula(piece) { piece.strip_prefix('\'') } else { None };
    cell.split_inclusive(DELIMITERS).map(|piece| guard(piece).unwrap_or(piece)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_cells(text: &str, expected: &[(usize, &[&str])]) {
        let records = read(text);
        let found: Vec<(usize, Vec<&str>)> =
            records.iter().map(|record| (record.line, record.cells.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(usize, Vec<&str>)> = expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(found, expected, "{text:?}");
        assert!(records.iter().all(|record| record.broken.is_none()), "{text:?}");
    }

    #[track_caller]
    fn check_broken(text: &str, expected: (usize, Broken)) {
        assert_eq!(read(text).iter().find_map(|record| record.broken), Some(expected), "{text:?}");
    }

    #[test]
    fn the_header_chooses_the_delimiter() {
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
    fn lines_in_which_nothing_stands_are_none() {
        check_cells("a,b\n\n,\n , \n\"\",\n1,\n", &[(1, &["a", "b"]), (6, &["1", ""])]);
        check_cells("", &[]);
        check_cells("\r\n\r\n", &[]);
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        check_cells(
            "a,b\n\"1,\"\"2\"\"\",\"x\r\ny\n\rz\"\n3,4",
            &[(1, &["a", "b"]), (2, &["1,\"2\"", "x\r\ny\n\rz"]), (6, &["3", "4"])],
        );
        check_cells("a,b\n \"1\" , \"2\"\t\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
    }

    #[test]
    fn a_quote_in_the_middle_is_one() {
        check_cells("a\nBob \"B\" Lee\n", &[(1, &["a"]), (2, &["Bob \"B\" Lee"])]);
    }

    #[test]
    fn broken_quotes_are_found_where_they_are() {
        check_broken("a,b\n\"1\n2\n\",\"3\n4", (4, Broken::Unclosed));
        check_broken("a\n\"", (2, Broken::Unclosed));
        check_broken("a\r\r\n \"\"\"\r", (3, Broken::Unclosed));
        check_broken("a,b\n\"1\nx\"y,2\n", (3, Broken::Followed));
    }

    #[test]
    fn the_mark_against_formulas_comes_off_exactly() {
        for cell in ["=1+1", "+a@b", "-x", "@x", "\tx", "\rx", "＝x", "'=x", "''-x", "'t Hooft", "''x", "'", "", "a=b"]
        {
            let mut writer = Writer::new();
            writer.write(["h", ""]);
            writer.write([cell, "end"]);
            let text = writer.finish();
            let read = read(&text);
            assert_eq!(read.last().map(|record| record.cells.concat()), Some(format!("{cell}end")), "{text:?}");
            for piece in text.split(DELIMITERS).skip(1).map(|piece| piece.trim_start_matches(['"', ' '])) {
                assert!(!piece.starts_with(['=', '+', '-', '@', '＝']), "{text:?}");
            }
        }
    }

    /// A program that expects another delimiter finds no more cells than there are.
    #[test]
    fn cells_that_any_program_could_take_apart_are_quoted() {
        let mut writer = Writer::new();
        writer.write(["a;b", "a,b", "a\"b", "a b", ""]);
        writer.write(["x"]);
        assert_eq!(writer.finish(), "\u{feff}\"a;b\",\"a,b\",\"a\"\"b\",a b,\r\nx\r\n");
    }
}

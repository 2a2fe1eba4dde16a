//! Cells and lines as spreadsheets write and read them (RFC 4180, and what programs make of it).
//!
//! Reading forgives what does not change the meaning: any of three delimiters, any line end, spaces around quotes, lines
//! without anything. It reports what does. It knows nothing of what the cells mean.

use std::iter::Peekable;
use std::str::Chars;

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
    let mut reader = Reader {
        rest: text.chars().peekable(),
        delimiter: delimiter_of(text),
        line: 1,
        cell: String::new(),
        record: Record { line: 1, ..Record::default() },
        records: Vec::new(),
    };
    reader.run();
    reader.records
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

/// Where in a cell the reader is.
#[derive(Clone, Copy)]
enum Place {
    /// Before anything but spaces.
    Start,
    /// In a cell without quotes: a quote in it is one.
    Plain,
    /// Within quotes.
    Quoted,
    /// After the closing quote.
    Closed,
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    delimiter: char,
    line: usize,
    cell: String,
    record: Record,
    records: Vec<Record>,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut place = Place::Start;
        let mut opened = 1;
        while let Some(character) = self.rest.next() {
            place = match (place, character) {
                (Place::Quoted, '"') if self.rest.next_if_eq(&'"').is_some() => {
                    self.cell.push('"');
                    Place::Quoted
                }
                (Place::Quoted, '"') => Place::Closed,
                (Place::Quoted, _) => {
                    self.cell.push(character);
                    if character == '\n' || (character == '\r' && self.rest.peek() != Some(&'\n')) {
                        self.line += 1;
                    }
                    Place::Quoted
                }
                _ if character == self.delimiter => {
                    self.end_cell();
                    Place::Start
                }
                (_, '\r' | '\n') => {
                    if character == '\r' {
                        self.rest.next_if_eq(&'\n');
                    }
                    self.line += 1;
                    self.end_record();
                    Place::Start
                }
                (Place::Start, '"') => {
                    self.cell.clear();
                    opened = self.line;
                    Place::Quoted
                }
                (Place::Closed, ' ' | '\t') => Place::Closed,
                (Place::Closed, _) => {
                    self.cell.push(character);
                    self.record.broken.get_or_insert((self.line, Broken::Followed));
                    Place::Closed
                }
                (Place::Start, ' ' | '\t') => {
                    self.cell.push(character);
                    Place::Start
                }
                (Place::Start | Place::Plain, _) => {
                    self.cell.push(character);
                    Place::Plain
                }
            };
        }
        if let Place::Quoted = place {
            self.record.broken.get_or_insert((opened, Broken::Unclosed));
        }
        self.end_record();
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        self.record.cells.push(unguarded(cell));
    }

    /// Ends a record. One in which nothing stands is what spreadsheets leave below a table: it counts as none.
    fn end_record(&mut self) {
        if self.cell.is_empty() && self.record.cells.is_empty() && self.record.broken.is_none() {
            self.record.line = self.line;
            return;
        }
        self.end_cell();
        let record = std::mem::replace(&mut self.record, Record { line: self.line, ..Record::default() });
        if record.broken.is_some() || record.cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.records.push(record);
        }
    }
}

/// Adds a line of cells. Cells are quoted if any program could take them apart, or for a formula.
pub(crate) fn write(text: &mut String, cells: &[&str]) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        let quoted = cell.contains(['"', ',', ';', '\t', '\r', '\n']);
        if quoted {
            text.push('"');
        }
        for piece in cell.split_inclusive(DELIMITERS) {
            if is_taken_for_formula(piece) {
                text.push('\'');
            }
            for character in piece.chars() {
                if character == '"' {
                    text.push('"');
                }
                text.push(character);
            }
        }
        if quoted {
            text.push('"');
        }
    }
    text.push_str("\r\n");
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
        check_broken("a,b\n\"1\nx\"y,2\n", (3, Broken::Followed));
    }

    #[test]
    fn the_mark_against_formulas_comes_off_exactly() {
        for cell in ["=1+1", "+a@b", "-x", "@x", "\tx", "\rx", "＝x", "'=x", "''-x", "'t Hooft", "''x", "'", "", "a=b"]
        {
            let mut text = "h,\r\n".to_owned();
            write(&mut text, &[cell, "end"]);
            let read = read(&text);
            assert_eq!(read.last().map(|record| record.cells.concat()), Some(format!("{cell}end")), "{text:?}");
            for piece in text.split(DELIMITERS).skip(1).map(|piece| piece.trim_start_matches(['"', ' '])) {
                assert!(!piece.starts_with(['=', '+', '-', '@', '＝']), "{text:?}");
            }
        }
    }
}

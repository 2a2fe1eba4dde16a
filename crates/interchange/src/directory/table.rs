//! A file as a table: finds the delimiter, the header below titles, and headers that are repeated.

use super::fault::one_line;
use super::mapping::{Field, Mapping};
use super::words::{column_key, field_of, kind_of, role_of};
use crate::csv::{self, DELIMITERS, Record};
use domain::trim;

/// The number of lines in which the header is looked for.
const HEADER_LINES: usize = 20;

/// The bytes in which the header is looked for.
const HEADER_BYTES: usize = 64_000;

/// The records from which the fields of a table without a header are guessed.
const SAMPLE: usize = 50;

/// A file as a table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub(super) records: Vec<Record>,
    /// The names of the columns. Without a header they are empty.
    names: Vec<String>,
    /// Whether a line names the columns.
    pub has_header: bool,
    /// The line of the header, or of the first record.
    pub header_line: usize,
    /// The delimiter.
    pub delimiter: char,
    /// The lines above the header that are left out, with their texts.
    pub titles: Vec<(usize, String)>,
    /// The lines that repeat the header.
    pub repeated_headers: Vec<usize>,
    /// The last line, if the file seems to end within it.
    pub cut_line: Option<usize>,
}

/// A column of the table, for a mapping by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// The name in the header, or empty.
    pub name: String,
    /// The first text below it.
    pub sample: String,
}

impl Table {
    /// Reads a text. A blank text is a table without lines.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (said, text, first_line) = said_delimiter(text);
        let delimiter = said.unwrap_or_else(|| likely_delimiter(text));
        let mut records = csv::read(text, delimiter, first_line);
        let mut table = Self { delimiter, header_line: first_line, ..Self::default() };
        if let Some(index) = header_index(&records) {
            let below = records.split_off(index + 1);
            let header = records.pop().unwrap_or_default();
            table.has_header = true;
            table.header_line = header.line;
            table.names = header.cells.iter().map(|cell| trim(cell).to_owned()).collect();
            // A line above the header that is as full as the header may be a person, and must not be lost.
            let filled = |record: &Record| record.cells.iter().filter(|cell| !trim(cell).is_empty()).count();
            let is_full = |record: &Record| filled(record) >= 2 && record.cells.iter().any(|cell| is_address(cell));
            let (data, titles): (Vec<_>, Vec<_>) = records.into_iter().partition(is_full);
            table.titles = titles.iter().map(|title| (title.line, title_text(title))).collect();
            table.records = data;
            table.add_records(below);
            table.cut_line = table.find_cut_line(text);
        } else {
            let width = records.iter().take(SAMPLE).map(|record| record.cells.len()).max().unwrap_or_default();
            table.header_line = records.first().map_or(first_line, |record| record.line);
            table.names = vec![String::new(); width];
            table.records = records;
        }
        table
    }

    /// Adds the records below the header, without the headers that are repeated where exports were joined. If the columns of
    /// such a header have another order, the cells below it are put in the order of the first.
    fn add_records(&mut self, records: Vec<Record>) {
        let keys: Vec<String> = self.names.iter().map(|name| column_key(name)).collect();
        let mut order: Option<Vec<usize>> = None;
        for mut record in records {
            if record.quote_fault.is_none() {
                if let Some(found) = repeated_header(&keys, &self.names, &record) {
                    self.repeated_headers.push(record.line);
                    order = found.iter().enumerate().any(|(from, to)| from != *to).then_some(found);
                    continue;
                }
                if let Some(order) = &order {
                    reorder(&mut record, order);
                }
            }
            self.records.push(record);
        }
    }

    /// The last line, if it has no line end, and fewer cells than each other line.
    fn find_cut_line(&self, text: &str) -> Option<usize> {
        let (last, others) = self.records.split_last()?;
        let is_full = |record: &Record| record.quote_fault.is_some() || record.cells.len() >= self.names.len();
        let is_cut =
            !text.ends_with(['\r', '\n']) && !is_full(last) && !others.is_empty() && others.iter().all(is_full);
        is_cut.then_some(last.line)
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> Vec<ColumnHead> {
        let heads = self.names.iter().enumerate().map(|(column, name)| {
            let mut cells = self.records.iter().filter_map(|record| record.cells.get(column)).map(|cell| trim(cell));
            let sample = cells.find(|cell| !cell.is_empty()).unwrap_or_default();
            ColumnHead { name: name.clone(), sample: sample.to_owned() }
        });
        heads.collect()
    }

    /// A record whose line was corrected.
    pub(super) fn corrected(&self, record: &Record, text: &str) -> Record {
        let first = csv::read(text, self.delimiter, record.line).into_iter().next();
        first.unwrap_or_else(|| Record { line: record.line, ..Record::default() })
    }

    /// The cells of a record as one line of the file, so that it can be corrected as a whole. The cells at the positions
    /// `teams` have teams.
    pub(super) fn line_text(&self, record: &Record, teams: &[usize]) -> String {
        let quoted = |(column, cell): (usize, &String)| {
            let cell = one_line(cell, teams.contains(&column));
            let is_quoted = cell.contains([self.delimiter, '"']);
            if is_quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.into_owned() }
        };
        record.cells.iter().enumerate().map(quoted).collect::<Vec<_>>().join(&self.delimiter.to_string())
    }

    /// The number of columns.
    pub(super) fn width(&self) -> usize {
        self.names.len()
    }

    /// The number of lines below the header.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are no lines below the header.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The most likely mapping: by the names of the columns, or by the texts below if no line names them.
    #[must_use]
    pub fn guess(&self) -> Mapping {
        if self.has_header { Mapping::guess(self.names.iter().map(String::as_str)) } else { self.guess_by_texts() }
    }

    /// The columns with content that the mapping leaves out.
    #[must_use]
    pub fn left_out(&self, mapping: &Mapping) -> Vec<usize> {
        let is_left_out = |column: &usize| {
            mapping.field(*column).is_none()
                && (self.names.get(*column).is_some_and(|name| !name.is_empty())
                    || self
                        .records
                        .iter()
                        .any(|record| record.cells.get(*column).is_some_and(|cell| !trim(cell).is_empty())))
        };
        (0..self.names.len()).filter(is_left_out).collect()
    }

    fn guess_by_texts(&self) -> Mapping {
        let mut mapping = Mapping::guess(self.names.iter().map(String::as_str));
        let mut is_named = false;
        for column in 0..self.names.len() {
            let cells = || self.records.iter().take(SAMPLE).filter_map(|record| record.cells.get(column));
            let filled = cells().filter(|cell| !trim(cell).is_empty()).count();
            let all = |is: fn(&str) -> bool| filled > 0 && cells().filter(|cell| is(trim(cell))).count() == filled;
            let has_blank = cells().any(|cell| trim(cell).contains(char::is_whitespace) || !cell.is_ascii());
            if !mapping.has(Field::Email) && all(is_address) {
                mapping.set(column, Some(Field::Email));
            } else if !mapping.has(Field::Kind) && all(|cell| kind_of(cell).is_some()) {
                mapping.set(column, Some(Field::Kind));
            } else if !mapping.has(Field::Role) && all(|cell| role_of(cell).is_some()) {
                mapping.set(column, Some(Field::Role));
            } else if !is_named && has_blank {
                mapping.set(column, Some(Field::Name));
                is_named = true;
            }
        }
        mapping
    }
}

/// The delimiter of a first line `sep=;`, which Excel reads and writes, with the text below it and its line.
fn said_delimiter(text: &str) -> (Option<char>, &str, usize) {
    let (line, rest) = text.split_once('\n').or_else(|| text.split_once('\r')).unwrap_or((text, ""));
    // A program that splits the line at commas may have quoted it, and added empty cells.
    let said = trim(line).trim_matches('"');
    let Some((word, value)) = said.split_at_checked(4) else { return (None, text, 1) };
    let mut value = value.trim_start_matches('"').chars();
    let delimiter = match value.next() {
        // The tab itself is trimmed as white space, so the line ends after the word.
        None if line.contains('\t') => '\t',
        None => ',',
        Some(delimiter) => delimiter,
    };
    let is_rest_blank = value.all(|c| DELIMITERS.contains(&c) || c == '"');
    if word.eq_ignore_ascii_case("sep=") && is_rest_blank && (DELIMITERS.contains(&delimiter)) {
        return (Some(delimiter), rest, 2);
    }
    (None, text, 1)
}

/// The delimiter by which the most names of columns are found.
fn likely_delimiter(text: &str) -> char {
    let mut end = text.len().min(HEADER_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    let fallback = csv::delimiter_of(text);
    let candidates = DELIMITERS.into_iter().filter(|delimiter| start.contains(*delimiter));
    let scored = candidates.map(|delimiter| {
        let records = csv::read(start, delimiter, 1);
        let score = records.iter().take(HEADER_LINES).map(known_fields).max().unwrap_or_default();
        (score, delimiter == fallback, delimiter)
    });
    // The last of equal ones would win, so the order is reversed.
    let mut scored: Vec<_> = scored.collect();
    scored.reverse();
    let best = scored.into_iter().max_by_key(|(score, is_fallback, _)| (*score, *is_fallback));
    best.filter(|(score, ..)| *score > 0).map_or(fallback, |(.., delimiter)| delimiter)
}

/// The number of different fields that the record's cells name.
fn known_fields(record: &Record) -> usize {
    let mut fields: Vec<Field> =
        record.cells.iter().filter_map(|cell| field_of(trim(cell))).map(|(field, _)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

/// The position of the header: the first record with many known names. Without a known name it is the first
/// record, unless that contains an address and is therefore a person.
fn header_index(records: &[Record]) -> Option<usize> {
    let scores: Vec<usize> = records.iter().take(HEADER_LINES).map(known_fields).collect();
    let best = scores.iter().copied().max()?;
    let index = match best {
        0 => 0,
        // A single known word may be a title or a person's team, so the first line is preferred.
        1 if scores.first() == Some(&1) => 0,
        1 => {
            let has_address_column = |record: &Record| {
                record.cells.iter().filter_map(|cell| field_of(trim(cell))).any(|(field, _)| field == Field::Email)
            };
            records.iter().take(HEADER_LINES).position(has_address_column).unwrap_or_default()
        }
        // A later one may be the header of a joined file that has more columns.
        _ => scores.iter().position(|score| *score >= 2 && 2 * *score >= best)?,
    };
    let has_address = records.get(index)?.cells.iter().any(|cell| is_address(cell));
    (!has_address).then_some(index)
}

fn is_address(cell: &str) -> bool {
    let Some((local, domain)) = cell.split_once(['@', '＠']) else { return false };
    !trim(local).is_empty() && !trim(domain).is_empty()
}

fn title_text(record: &Record) -> String {
    let cells: Vec<&str> = record.cells.iter().map(|cell| trim(cell)).filter(|cell| !cell.is_empty()).collect();
    cells.join(" ")
}

/// The position in the header of each cell, if the record is a header: an equal one, or one of which all cells name columns.
fn repeated_header(keys: &[String], names: &[String], record: &Record) -> Option<Vec<usize>> {
    let cells: Vec<&str> = record.cells.iter().map(|cell| trim(cell)).collect();
    let is_equal = cells.iter().zip(names).all(|(cell, name)| cell == name)
        && cells.iter().skip(names.len()).all(|cell| cell.is_empty())
        && names.iter().skip(cells.len()).all(String::is_empty);
    if is_equal {
        return Some((0..cells.len()).collect());
    }
    // A line whose kind is told is no header, even if its team has the name of a column, like `email`.
    let is_kind_column = |name: &String| field_of(name).is_some_and(|(field, _)| field == Field::Kind);
    let kind = names.iter().position(is_kind_column).and_then(|column| cells.get(column));
    if kind.is_some_and(|cell| kind_of(cell).is_some()) {
        return None;
    }
    // Few records begin with the name of a column, so the others are told apart quickly.
    let first = cells.iter().find(|cell| !cell.is_empty())?;
    let is_name = |cell: &str| field_of(cell).is_some() || keys.contains(&column_key(cell));
    if !is_name(first) || !cells.iter().all(|cell| cell.is_empty() || is_name(cell)) {
        return None;
    }
    // A person called Email with the login `login` has two words of columns as well.
    let expected = names.iter().filter(|name| field_of(name).is_some()).count();
    if known_fields(record) < expected.min(3.max(expected.div_ceil(2))).max(2) {
        return None;
    }
    let mut taken = Vec::new();
    let mut order = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let field = field_of(cell).map(|(field, _)| field);
        let by_key = keys.iter().position(|key| *key == column_key(cell));
        let by_field =
            || names.iter().position(|name| field.is_some() && field_of(name).map(|(field, _)| field) == field);
        // A column that the first header lacks is put outside of the table, where its texts are faults.
        let position = by_key.or_else(by_field).filter(|position| !taken.contains(position));
        let position = position.unwrap_or(names.len() + index);
        taken.push(position);
        order.push(position);
    }
    Some(order)
}

fn reorder(record: &mut Record, order: &[usize]) {
    let cells = std::mem::take(&mut record.cells);
    let outside = order.iter().max().map_or(0, |last| last + 1);
    for (index, cell) in cells.into_iter().enumerate() {
        let position = order.get(index).copied().unwrap_or(outside + index);
        if record.cells.len() <= position {
            record.cells.resize(position + 1, String::new());
        }
        if let Some(place) = record.cells.get_mut(position) {
            *place = cell;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, names: &[&str], lines: &[usize]) {
        let table = Table::read(text);
        assert_eq!(table.names, names, "{text:?}");
        assert_eq!(table.records.iter().map(|record| record.line).collect::<Vec<_>>(), lines, "{text:?}");
    }

    #[test]
    fn a_first_line_can_say_the_delimiter() {
        check("sep=;\r\nname;email\r\nA;a@x\r\n", &["name", "email"], &[3]);
        check("\"sep=|\"\nname|email\nA|a@x", &["name", "email"], &[3]);
        check("SEP=;,,,\nname;email\nA, B;a@x", &["name", "email"], &[3]);
        check("sep=\t\nname\temail\nA\ta@x", &["name", "email"], &[3]);
        check("separate,email\nA,a@x", &["separate", "email"], &[2]);
    }

    #[test]
    fn titles_above_the_header_are_left_out_and_named() {
        let table = Table::read("Members; 2026\n\nversion:v1.0,,\nname,username,email\nA,a,a@x\n");
        assert_eq!(table.titles, [(1, "Members; 2026".to_owned()), (3, "version:v1.0".to_owned())]);
        assert_eq!((table.header_line, table.len()), (4, 1));
    }

    #[test]
    fn a_table_without_a_header_loses_no_line() {
        let table = Table::read("Dana Ortiz,dana@x\nEli Brandt,eli@x\n");
        assert_eq!((table.has_header, table.len()), (false, 2));
        let mapping = table.guess();
        assert_eq!((mapping.field(0), mapping.field(1)), (Some(Field::Name), Some(Field::Email)));
        assert_eq!(Table::read("A,a,a@x\nname,username,email\nB,b,b@x").len(), 2);
    }

    #[test]
    fn repeated_headers_are_left_out_and_their_order_is_followed() {
        check("name,email\nA,a@x\n\u{feff}name,email\nB,b@x", &["name", "email"], &[2, 4]);
        let table = Table::read("name,username,email\nA,a,a@x\nEmail,Name,User name\nb@x,B,b\n");
        assert_eq!(table.repeated_headers, [3]);
        assert_eq!(table.records.last().unwrap().cells, ["B", "b", "b@x"]);
        let wider = Table::read("name,email\nA,a@x\nname,email,role\nB,b@x,Admin\n");
        assert_eq!(wider.records.last().unwrap().cells, ["B", "b@x", "", "", "Admin"]);
    }

    #[test]
    fn wide_delimiters_are_recognized() {
        check("name，email\nA，a@x", &["name", "email"], &[2]);
        check("name|email|teams\nA|a@x|b;c", &["name", "email", "teams"], &[2]);
    }
}

//! A file as a table: finds the delimiter, the header below titles, and headers that are repeated.

mod guess;

use super::Column;
use super::broken;
use super::header::{header_index, is_address, is_rule, likely_delimiter, reorder, repeated_header, said_delimiter};
use super::mail;
use super::mapping::Mapping;
use super::words::column_key;
use super::wrapped;
use crate::csv::{self, Record};
use domain::trim;

/// The records from which is seen what a column contains.
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
    /// Whether it was JSON, whose objects are numbered as lines.
    pub is_json: bool,
    /// Whether there are people of whom the file tells only the shown name.
    pub(super) calls_by_name: bool,
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
        if let Some(records) = mail::recipients(text, first_line) {
            let names = vec!["Name".to_owned(), "Email".to_owned()];
            return Self {
                records,
                names,
                has_header: true,
                header_line: first_line,
                delimiter: ',',
                ..Self::default()
            };
        }
        let unwrapped = wrapped::unwrapped(text);
        let text = unwrapped.as_deref().unwrap_or(text);
        // The delimiter of the first line separates the quoted lines, not the text in them.
        let delimiter = said.filter(|_| unwrapped.is_none()).unwrap_or_else(|| likely_delimiter(text));
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
            let below = broken::join(below, delimiter, table.width());
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

    /// A table of the objects in JSON, with the names of its columns.
    pub(super) fn of_rows(names: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let numbered = rows.into_iter().enumerate();
        let records = numbered.map(|(index, cells)| Record { line: index + 1, cells, ..Record::default() }).collect();
        Self { records, names, has_header: true, delimiter: ',', is_json: true, ..Self::default() }
    }

    /// Adds the records below the header, without the headers that are repeated where exports were joined. If the columns of
    /// such a header have another order, the cells below it are put in the order of the first.
    fn add_records(&mut self, records: Vec<Record>) {
        let keys: Vec<String> = self.names.iter().map(|name| column_key(name)).collect();
        let mut order: Option<Vec<usize>> = None;
        for mut record in records {
            if record.quote_fault.is_none() {
                if is_rule(&record) {
                    continue;
                }
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

    /// Whether the columns are those of an export.
    pub(super) fn is_own_format(&self) -> bool {
        self.names.iter().map(String::as_str).eq(Column::ALL.map(Column::header))
    }

    /// The name of a column, or empty.
    pub(super) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
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
}

fn title_text(record: &Record) -> String {
    let cells: Vec<&str> = record.cells.iter().map(|cell| trim(cell)).filter(|cell| !cell.is_empty()).collect();
    cells.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::mapping::Field;
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

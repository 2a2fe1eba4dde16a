//! Finds the line that names the columns, its delimiter, and lines that repeat it.

use super::Field;
use super::words::{column_key, field_of, kind_of};
use crate::csv::{self, DELIMITERS, Record};
use domain::trim;

/// The number of lines in which the header is looked for.
const HEADER_LINES: usize = 20;

/// The bytes in which the header is looked for.
const HEADER_BYTES: usize = 64_000;

/// The delimiter of a first line `sep=;`, which Excel reads and writes, with the text below it and its line.
pub(super) fn said_delimiter(text: &str) -> (Option<char>, &str, usize) {
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
pub(super) fn likely_delimiter(text: &str) -> char {
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
pub(super) fn known_fields(record: &Record) -> usize {
    let mut fields: Vec<Field> =
        record.cells.iter().filter_map(|cell| field_of(trim(cell))).map(|(field, _)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

/// The position of the header: the first record with many known names. Without a known name it is the first
/// record, unless that contains an address and is therefore a person.
pub(super) fn header_index(records: &[Record]) -> Option<usize> {
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

pub(super) fn is_address(cell: &str) -> bool {
    let Some((local, domain)) = cell.split_once(['@', '＠']) else { return false };
    !trim(local).is_empty() && !trim(domain).is_empty()
}

/// Whether a record is only a line under the header, as in a table of Markdown.
pub(super) fn is_rule(record: &Record) -> bool {
    record.cells.iter().all(|cell| trim(cell).chars().all(|c| matches!(c, '-' | ':' | '=' | '+')))
}

/// The position in the header of each cell, if the record is a header: an equal one, or one of which all cells name columns.
pub(super) fn repeated_header(keys: &[String], names: &[String], record: &Record) -> Option<Vec<usize>> {
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

pub(super) fn reorder(record: &mut Record, order: &[usize]) {
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

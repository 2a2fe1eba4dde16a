//! Texts and records of several lines as one line, so that they can be shown and corrected in a field.

use std::borrow::Cow;

use crate::csv::Record;

/// A text with a blank for each line end, or with the separator of teams.
pub(super) fn one_line(text: &str, is_teams: bool) -> Cow<'_, str> {
    if !text.contains(['\r', '\n']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace(['\r', '\n'], if is_teams { "|" } else { " " }))
}

/// The cells of a record as one line of its file. The cells at the positions `teams` have teams.
pub(super) fn line_text(record: &Record, delimiter: char, teams: &[usize]) -> String {
    let quoted = |(column, cell): (usize, &String)| {
        let cell = one_line(cell, teams.contains(&column));
        let is_quoted = cell.contains([delimiter, '"']);
        if is_quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.into_owned() }
    };
    record.cells.iter().enumerate().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string())
}

//! The first line of the table: where which column is.

use super::{Column, Faults, Reason, is_word};
use crate::csv::{Broken, Record};

/// Which column each cell of a line is in, if it is in one.
pub(super) struct Header(Vec<Option<Column>>);

impl Header {
    /// The columns that a record names.
    pub fn read(record: &Record) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        if let Some((line, broken)) = record.broken {
            faults.add(line, None, broken.into());
        }
        let mut columns = Vec::new();
        for name in record.cells.iter().map(|cell| cell.trim()) {
            let column = Column::ALL.into_iter().find(|column| is_word(name, column.header()));
            if column.is_none() && !name.is_empty() {
                faults.add(record.line, None, Reason::UnknownColumn(name.to_owned()));
            } else if column.is_some() && columns.contains(&column) {
                faults.add(record.line, column, Reason::RepeatedColumn);
            }
            columns.push(column);
        }
        for column in [Column::Name, Column::Username, Column::Email] {
            if !columns.contains(&Some(column)) {
                faults.add(record.line, Some(column), Reason::MissingColumn);
            }
        }
        if faults.is_empty() { Ok(Self(columns)) } else { Err(faults) }
    }

    /// What stands in a column, trimmed; nothing if the column or the cell is not there.
    pub fn cell<'a>(&self, record: &'a Record, column: Column) -> &'a str {
        let place = self.0.iter().position(|it| *it == Some(column));
        place.and_then(|place| record.cells.get(place)).map_or("", |cell| cell.trim())
    }

    /// Whether something stands in a cell below no column's name.
    pub fn overflows(&self, record: &Record) -> bool {
        let mut cells = record.cells.iter().enumerate();
        cells.any(|(place, cell)| !cell.trim().is_empty() && self.0.get(place).is_none_or(Option::is_none))
    }
}

impl From<Broken> for Reason {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Unclosed => Self::UnclosedQuote,
            Broken::Followed => Self::TextAfterQuote,
        }
    }
}

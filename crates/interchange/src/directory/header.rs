//! The first line of the table and the positions of its columns.

use super::{Column, Faults, Reason, is_word};
use crate::csv::{QuoteFault, Record};

/// The column at each position, if it is named.
pub(super) struct Header(Vec<Option<Column>>);

impl Header {
    pub fn read(record: &Record) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        if let Some((line, fault)) = record.quote_fault {
            faults.add(line, None, fault.into());
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

    /// The trimmed cell of a column, or empty if the column or the cell is missing.
    pub fn cell<'a>(&self, record: &'a Record, column: Column) -> &'a str {
        let index = self.0.iter().position(|named| *named == Some(column));
        index.and_then(|index| record.cells.get(index)).map_or("", |cell| cell.trim())
    }

    /// Whether a cell outside of the named columns is not blank.
    pub fn overflows(&self, record: &Record) -> bool {
        let mut cells = record.cells.iter().enumerate();
        cells.any(|(index, cell)| !cell.trim().is_empty() && self.0.get(index).is_none_or(Option::is_none))
    }
}

impl From<QuoteFault> for Reason {
    fn from(fault: QuoteFault) -> Self {
        match fault {
            QuoteFault::Unclosed => Self::UnclosedQuote,
            QuoteFault::TextAfter => Self::TextAfterQuote,
        }
    }
}

//! The faults of a file. The app has their texts.

use domain::TextFault;

use super::{Column, FAULT_LIMIT, Kind};

/// A fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line number in an editor, from 1, or 0 for the file as a whole. For a record of several lines it is the first.
    pub line: usize,
    /// The column, if the fault concerns a single column.
    pub column: Option<Column>,
    /// The reason.
    pub reason: Reason,
}

/// The reason of a fault in a file, a line or a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file has more than [`SIZE_LIMIT`](super::SIZE_LIMIT) bytes.
    TooLarge,
    /// The file is not text: it is not UTF-8 or contains NUL, like a spreadsheet in its native format.
    NotText,
    /// The file is blank.
    NoHeader,
    /// The column's name is unknown.
    UnknownColumn(String),
    /// A required column is missing.
    MissingColumn,
    /// The column occurs twice.
    RepeatedColumn,
    /// A quote in this line is never closed.
    UnclosedQuote,
    /// Text follows a closing quote within the cell.
    TextAfterQuote,
    /// A cell outside of the named columns is not empty.
    OutsideColumns,
    /// The kind is unknown.
    UnknownKind(String),
    /// The cell must be empty in a line of this kind.
    NotForKind(Kind),
    /// The text is invalid for the column.
    Text(TextFault),
    /// The role is unknown: an organization role in the column `role`, a team role in the column `teams`.
    UnknownRole(String),
    /// A service account cannot have a role in this team.
    RoleOfServiceAccount(String),
    /// Neither the organization nor the file has a team of this name.
    NoSuchTeam(String),
    /// The cell names the team twice.
    RepeatedTeam(String),
    /// The person is in the team with a different role.
    OtherTeamRole(String),
    /// An earlier line has the same name or email.
    Repeated {
        /// The earlier line.
        line: usize,
    },
    /// The name or the email is taken in the organization.
    Taken,
    /// The organization's entry of this name has a different value in this column.
    Differs,
}

/// The faults of a file, in the order of its lines. There is at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first faults, at most [`FAULT_LIMIT`](super::FAULT_LIMIT).
    pub listed: Vec<Fault>,
    /// The number of further faults.
    pub more: usize,
}

impl Faults {
    pub(super) fn single(line: usize, column: Option<Column>, reason: Reason) -> Self {
        let mut faults = Self::default();
        faults.add(line, column, reason);
        faults
    }

    pub(super) fn add(&mut self, line: usize, column: Option<Column>, reason: Reason) {
        self.extend(vec![Fault { line, column, reason }]);
    }

    pub(super) fn extend(&mut self, faults: Vec<Fault>) {
        for fault in faults {
            if self.listed.len() < FAULT_LIMIT { self.listed.push(fault) } else { self.more += 1 }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }
}

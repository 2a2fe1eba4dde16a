//! What can be wrong with a file. Which words explain it is for others to find.

use domain::TextFault;

use super::{Column, FAULT_LIMIT, Kind};

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the text, from 1, as an editor counts; a line of the table may be several of them, and the first
    /// counts. 0 if it is the file as a whole.
    pub line: usize,
    /// The column, if it is one.
    pub column: Option<Column>,
    /// What is wrong.
    pub what: Reason,
}

/// Why a file, a line or a cell cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file has more than [`SIZE_LIMIT`](super::SIZE_LIMIT) bytes.
    TooLarge,
    /// The file is no text: not UTF-8, or with a NUL in it. So is a spreadsheet in its own format.
    NotText,
    /// Nothing stands in the file, not even the names of columns.
    NoHeader,
    /// A column of this name is not known.
    UnknownColumn(String),
    /// The column must be there.
    MissingColumn,
    /// The column is there twice.
    RepeatedColumn,
    /// A quote is opened in this line and never closed.
    UnclosedQuote,
    /// Something follows a closing quote before the cell ends.
    TextAfterQuote,
    /// Something stands in a cell that is below no column's name.
    OutsideColumns,
    /// The word is no kind.
    UnknownKind(String),
    /// The cell must be empty in a line of this kind.
    NotForKind(Kind),
    /// The text is not what the column holds.
    Text(TextFault),
    /// The word is no role, of the organization in the column `role`, of a team in the column `teams`.
    UnknownRole(String),
    /// A service account has no role in a team, and is given one in the team of this name.
    RoleOfServiceAccount(String),
    /// There is no team of this name, in the organization or in the file.
    NoSuchTeam(String),
    /// The team stands twice in the cell.
    RepeatedTeam(String),
    /// The person is in the team already, with another role.
    OtherTeamRole(String),
    /// The name or the email stands in an earlier line.
    Repeated {
        /// That line.
        line: usize,
    },
    /// Something else in the organization has this name, or somebody else this email.
    Taken,
    /// What has this name is in the organization, and is not the same in this column.
    Differs,
}

/// All that is wrong with a file, in the order of its lines; there is at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first of them, at most [`FAULT_LIMIT`](super::FAULT_LIMIT).
    pub listed: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
}

impl Faults {
    /// A single fault.
    pub(super) fn one(line: usize, column: Option<Column>, what: Reason) -> Self {
        let mut faults = Self::default();
        faults.add(line, column, what);
        faults
    }

    pub(super) fn add(&mut self, line: usize, column: Option<Column>, what: Reason) {
        self.extend(vec![Fault { line, column, what }]);
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

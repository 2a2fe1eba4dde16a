//! The faults of a line. The app has their texts.

use domain::TextFault;

use super::one_line::one_line;
use super::{Column, Kind};
use crate::csv::QuoteFault;

/// A fault of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line number in an editor, from 1. For a record of several lines it is the first.
    pub line: usize,
    /// The column, if the fault concerns a single one. Its text can be corrected.
    pub column: Option<Column>,
    /// The text as it stands in the file but in one line, or as it was corrected.
    pub text: String,
    /// The reason.
    pub reason: Reason,
}

/// The reason of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A quote is never closed.
    UnclosedQuote {
        /// The line of the quote, which may be below the first one of the record.
        line: usize,
    },
    /// Text follows a closing quote within the cell.
    TextAfterQuote {
        /// The line of the quote.
        line: usize,
    },
    /// A cell outside of the named columns is not empty.
    OutsideColumns,
    /// The file seems to end within the line.
    CutLine,
    /// The text contains bytes that fit no character of the encoding.
    Undecodable,
    /// Another program wrote question marks for characters that its encoding lacks.
    QuestionMark,
    /// Another program read the name in a wrong encoding before, and this was meant.
    Garbled(String),
    /// A spreadsheet shows an error in the place of the value.
    SpreadsheetError,
    /// PowerShell wrote the type of a list in the place of its items.
    LostList,
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
    /// The name of a team that is to be created is not valid.
    TeamName(String, TextFault),
    /// The same person is in the same team with two different roles.
    RepeatedTeam(String),
    /// An earlier line has the same name or email, and differs from this line.
    Repeated {
        /// The earlier line.
        line: usize,
    },
    /// The name or the email is taken in the organization.
    Taken(Holder),
}

/// The holder of a taken name or email.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The kind of the holder.
    pub kind: Kind,
    /// The display name of a person, or the name of a service account or team.
    pub name: String,
    /// The username of a person, or the name.
    pub account: String,
}

impl Reason {
    pub(super) fn of_quote(line: usize, fault: QuoteFault) -> Self {
        match fault {
            QuoteFault::Unclosed => Self::UnclosedQuote { line },
            QuoteFault::TextAfter => Self::TextAfterQuote { line },
        }
    }
}

impl Fault {
    /// A fault whose text is one line, because a field for a correction drops line ends, and would join the names around them.
    pub(super) fn new(line: usize, column: Option<Column>, text: &str, reason: Reason) -> Self {
        Self { line, column, text: one_line(text, column == Some(Column::Teams)).into_owned(), reason }
    }
}

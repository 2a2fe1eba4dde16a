//! The organization's directory as CSV: people, service accounts and teams in one file.
//!
//! ```csv
//! kind,name,username,email,role,teams
//! person,Mira Lindqvist,mira,mira@example.com,Admin,vision:Admin|speech
//! service account,nightly-eval,,,,vision
//! team,vision,,,,
//! team,speech,,,,
//! ```
//!
//! - The first line names the columns, in any order. The names of other directories are understood, in English and Korean;
//!   a [`Mapping`] says which column is what, and can be changed. Without a kind, every line is a person.
//! - A person has a name (or a first and a last name), a username, an email, and an organization role (empty means Member).
//!   A username that is missing is proposed from the address. A service account has a name and teams. A team has a name only.
//! - Teams are separated by `|`, `;`, `,` or line ends, and may be in several columns or in several lines of the same person. A
//!   team role follows after a colon and defaults to Member. A service account has no team role.
//! - A line that matches an existing person, service account or team adds memberships. Where it differs, the plan has both
//!   values, and nothing is changed unless that is chosen. What only the organization has stays.
//!
//! [`Table::read`] reads a decoded file, [`JsonReader`] one in JSON, and [`Planner`] compares it with an organization. The [`Plan`] has a row for each
//! entry, and the actions, whose permissions are reviewed later like those of all others. [`write`](write()) writes the format.

mod broken;
mod cells;
mod choices;
mod distinguished;
mod existing;
mod fault;
mod garbled;
mod header;
mod json;
mod line;
mod list;
mod mail;
mod mapping;
mod one_line;
mod plan;
mod planner;
mod table;
mod words;
mod wrapped;
mod write;

pub use choices::Choices;
pub use fault::{Fault, Holder, Reason};
pub use json::{JsonFault, JsonReader};
pub use mapping::{Field, Mapping};
pub use plan::{Difference, Member, Membership, Plan, Row, Status, TeamRef, Value};
pub use planner::Planner;
pub use table::{ColumnHead, Table};
pub use write::write;
pub(crate) use write::{organization_role, team_role};

use std::collections::BTreeMap;

use domain::{FoldKey, Grantee};

use crate::csv;

/// The maximum size of a file: 20 MB (R). A directory of 5,000 lines has about 400 KB.
pub const SIZE_LIMIT: usize = 20_000_000;

/// The separators of teams in a cell. The writer uses the first, because no program uses it as a delimiter.
const TEAM_SEPARATORS: [char; 9] = ['|', ';', ',', '\n', '\r', '；', '，', '、', '｜'];

/// Positions by comparison key.
type Index = BTreeMap<FoldKey, usize>;

/// Whether a text contains the name of a column in other letters than ASCII. This tells that its encoding is right.
pub(crate) fn names_columns(text: &str) -> bool {
    let cells = text.split(|c: char| csv::DELIMITERS.contains(&c) || matches!(c, '"' | '\r' | '\n'));
    cells.map(domain::trim).any(|cell| !cell.is_ascii() && words::field_of(cell).is_some())
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The kind of the line.
    Kind,
    /// The display name of a person, or the name of a service account or a team.
    Name,
    /// A person's username.
    Username,
    /// A person's email address.
    Email,
    /// A person's organization role.
    Role,
    /// The teams of a person or a service account.
    Teams,
}

impl Column {
    /// All columns, in their written order.
    pub const ALL: [Self; 6] = [Self::Kind, Self::Name, Self::Username, Self::Email, Self::Role, Self::Teams];

    /// The column's word in the first line.
    #[must_use]
    pub fn header(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Username => "username",
            Self::Email => "email",
            Self::Role => "role",
            Self::Teams => "teams",
        }
    }
}

/// The kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// A service account.
    ServiceAccount,
    /// A team.
    Team,
}

impl Kind {
    /// All kinds, in their written order.
    pub const ALL: [Self; 3] = [Self::Person, Self::ServiceAccount, Self::Team];

    pub(crate) fn of(grantee: &Grantee) -> Self {
        match grantee {
            Grantee::Person(_) => Self::Person,
            Grantee::ServiceAccount(_) => Self::ServiceAccount,
            Grantee::Team(_) => Self::Team,
        }
    }

    /// The kind's word in the column `kind`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::ServiceAccount => "service account",
            Self::Team => "team",
        }
    }
}

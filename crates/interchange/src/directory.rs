//! The organization's directory as a table: people, service accounts and teams in one file of comma-separated values.
//!
//! ```csv
//! kind,name,username,email,role,teams
//! person,Mira Lindqvist,mira,mira@example.com,Admin,vision:Admin|speech
//! service account,nightly-eval,,,,vision
//! team,vision,,,,
//! team,speech,,,,
//! ```
//!
//! - The first line names the columns, in any order and case. `name`, `username` and `email` must be there; without
//!   `kind`, every line is a person.
//! - A person has a name, a username, an email, and a role in the organization (`Admin`, `Member`, `Viewer`; nothing means
//!   Member). A service account and a team have a name, and nothing else but the account's teams.
//! - `teams` are parted by `|`, `;`, `,` or line ends, each with a role in the team after a colon, or without one (Member).
//!   A service account has no role in a team. Teams may stand further down in the file, or be in the organization.
//! - A line that says what is there already adds nothing but the memberships that are not there. One that says something
//!   else about what is there is a fault: an import adds, and changes nothing.
//!
//! [`read`] finds all faults of a file at once or makes a [`Plan`] of what is to be added; [`write`](write()) writes the
//! same format. This module decides nothing about who may add whom: the plan's actions are reviewed like any others.

mod fault;
mod header;
mod line;
mod plan;
mod read;
mod settle;
mod teams;
mod there;
mod write;

pub use fault::{Fault, Faults, Reason};
pub use plan::{Line, Member, Membership, Outcome, Plan, TeamRef};
pub use read::read;
pub use write::write;

use std::collections::BTreeMap;

use domain::FoldKey;

/// The most bytes that a file may have: 20 MB (R). A directory of 5,000 lines has about 400 KB.
pub const SIZE_LIMIT: usize = 20_000_000;

/// The most faults that are listed (R).
pub const FAULT_LIMIT: usize = 1_000;

/// What parts the teams of one cell. In writing it is the first, which is no delimiter anywhere.
const TEAM_SEPARATORS: [char; 5] = ['|', ';', ',', '\n', '\r'];

/// Positions by what texts are compared by.
type Index = BTreeMap<FoldKey, usize>;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// What a line describes.
    Kind,
    /// The name of a person as it is shown; the name of a service account or a team.
    Name,
    /// A person's username.
    Username,
    /// A person's address.
    Email,
    /// A person's role in the organization.
    Role,
    /// The teams that a person or a service account is in.
    Teams,
}

impl Column {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 6] = [Self::Kind, Self::Name, Self::Username, Self::Email, Self::Role, Self::Teams];

    /// What stands in the first line.
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

/// What a line describes.
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
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Person, Self::ServiceAccount, Self::Team];

    /// What stands in the column `kind`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::ServiceAccount => "service account",
            Self::Team => "team",
        }
    }
}

/// Whether a text is one of the format's own words: case, spaces, `-` and `_` do not count, as in `E-mail` or
/// `service_account`.
fn is_word(text: &str, word: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
    };
    letters(text.trim()) == letters(word)
}

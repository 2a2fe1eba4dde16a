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
//! - The first line names the columns, in any order and case. `name`, `username` and `email` are required. Without `kind`,
//!   every line is a person.
//! - A person has a name, a username, an email, and an organization role (`Admin`, `Member`, `Viewer`; empty means Member).
//!   A service account has a name and teams. A team has a name only.
//! - `teams` are separated by `|`, `;`, `,` or line ends. A team role follows after a colon and defaults to Member. A service
//!   account has no team role. Each team must be in the file, also in a later line, or in the organization.
//! - A line that matches an existing person, service account or team adds only new memberships. A line that contradicts one
//!   is a fault, because an import never changes anything.
//!
//! [`read`] returns a [`Plan`] or all faults of the file. [`write`](write()) writes the same format. Permissions are checked
//! later: the plan's actions are reviewed like all others.

mod existing;
mod fault;
mod header;
mod line;
mod plan;
mod read;
mod resolve;
mod teams;
mod write;

pub use fault::{Fault, Faults, Reason};
pub use plan::{Line, Member, Membership, Outcome, Plan, TeamRef};
pub use read::read;
pub use write::write;

use std::collections::BTreeMap;

use domain::FoldKey;

/// The maximum size of a file: 20 MB (R). A directory of 5,000 lines has about 400 KB.
pub const SIZE_LIMIT: usize = 20_000_000;

/// The maximum number of listed faults (R).
pub const FAULT_LIMIT: usize = 1_000;

/// The separators of teams in a cell. The writer uses the first, because no program uses it as a delimiter.
const TEAM_SEPARATORS: [char; 5] = ['|', ';', ',', '\n', '\r'];

/// Positions by comparison key.
type Index = BTreeMap<FoldKey, usize>;

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

/// Whether a text is this word of the format. The comparison ignores case, spaces, `-` and `_`, as in `E-mail` or
/// `service_account`.
fn is_word(text: &str, word: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
    };
    letters(text.trim()) == letters(word)
}

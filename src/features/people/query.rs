//! What the address asks for: which part of the directory, which of it, and which dialog is open over it.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::routes::Route;

/// What the address of the directory asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeopleQuery {
    /// The part.
    #[serde(skip_serializing_if = "Part::is_default")]
    pub show: Part,
    /// The username of somebody who is to be found.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub find: String,
    /// What names, usernames or emails are to contain.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The page of the list, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The id of the team whose members are all shown, in pages.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub all: String,
    /// The page of these members, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// What the dialog that is open does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open: String,
    /// The id of what it does it to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What it does it with: a role, or the id of a team.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
}

/// A part of the directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Its people.
    #[default]
    People,
    /// Its service accounts.
    ServiceAccounts,
    /// Its teams.
    Teams,
    /// The settings of the organization.
    Organization,
    /// Lists that come in or go out.
    Import,
}

impl Part {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::People, Self::ServiceAccounts, Self::Teams, Self::Organization, Self::Import];

    /// What texts know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "",
            Self::ServiceAccounts => "service-accounts",
            Self::Teams => "teams",
            Self::Organization => "organization",
            Self::Import => "import",
        }
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl PeopleQuery {
    /// The address that asks for this.
    pub fn href(&self) -> String {
        Route::People.href_with(self)
    }

    /// A part as it is usually shown.
    pub fn part_of(part: Part) -> Self {
        Self { show: part, ..Self::default() }
    }

    /// The address of another page of the list.
    pub fn page_href(&self, page: usize) -> String {
        Self { page: Some(page), all: String::new(), rows: None, ..self.closed() }.href()
    }

    /// The same with a dialog open over it.
    #[must_use]
    pub fn opening(&self, open: &'static str, id: Option<&Id>, to: &str) -> Self {
        let id = id.map(Id::to_string).unwrap_or_default();
        Self { open: open.to_owned(), id, to: to.to_owned(), ..self.clone() }
    }

    /// The same with no dialog open.
    #[must_use]
    pub fn closed(&self) -> Self {
        Self { open: String::new(), id: String::new(), to: String::new(), ..self.clone() }
    }

    /// The id of what the dialog is about.
    pub fn about(&self) -> Id {
        Id::from_text(&self.id)
    }
}

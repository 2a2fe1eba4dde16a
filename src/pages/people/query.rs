//! What the address asks for: which part of the directory, which of it, and which dialog is open over it.

use registry::Id;
use serde::{Deserialize, Serialize};
use yew_router::prelude::{Location, Navigator};

use crate::route::Route;

/// What is asked for. What is empty does not stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// The part; empty for people.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub show: String,
    /// The username of somebody who is to be found.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub find: String,
    /// What names, usernames or emails are to contain.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// Of what all is drawn, however much that is: a part, or the id of a team.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub all: String,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its people.
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

    /// What it is called in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "",
            Self::ServiceAccounts => "service-accounts",
            Self::Teams => "teams",
            Self::Organization => "organization",
            Self::Import => "import",
        }
    }
}

/// The mark of a dialog that was opened from the page: closing it goes back.
#[derive(Clone, Copy)]
pub struct FromPage;

impl Query {
    /// What the address asks for.
    pub fn of(location: Option<Location>) -> Self {
        location.and_then(|location| location.query::<Self>().ok()).unwrap_or_default()
    }

    /// A part as it is usually shown.
    pub fn part_of(part: Part) -> Self {
        Self { show: part.name().to_owned(), ..Self::default() }
    }

    /// The part that is asked for; an unknown one is the first.
    pub fn part(&self) -> Part {
        Part::ALL.into_iter().find(|part| part.name() == self.show).unwrap_or(Part::People)
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

    /// Shows this instead of what is shown.
    pub fn show(&self, navigator: &Navigator) {
        if *self == Self::default() {
            navigator.replace(&Route::People);
        } else {
            let _ = navigator.replace_with_query(&Route::People, self);
        }
    }

    /// The address as a link holds it. It only says which part.
    pub fn href(part: Part) -> String {
        match part {
            Part::People => Route::People.href(),
            part => format!("{}?show={}", Route::People.href(), part.name()),
        }
    }
}

//! What the address asks for: which part of the directory, which of it, and which dialog is open over it.

use domain::Id;

use crate::routes::{Place, Route};

/// What is asked for. What is empty does not stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The part; empty for people.
    pub show: String,
    /// The username of somebody who is to be found.
    pub find: String,
    /// What names, usernames or emails are to contain.
    pub filter: String,
    /// Of what all is drawn, however much that is: a part, or the id of a team.
    pub all: String,
    /// What the dialog that is open does.
    pub open: String,
    /// The id of what it does it to.
    pub id: String,
    /// What it does it with: a role, or the id of a team.
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

impl Query {
    /// What the address asks for.
    pub fn of(place: &Place) -> Self {
        let asked = |name| place.asked(name);
        Self {
            show: asked("show"),
            find: asked("find"),
            filter: asked("filter"),
            all: asked("all"),
            open: asked("open"),
            id: asked("id"),
            to: asked("to"),
        }
    }

    /// The address that asks for this.
    pub fn address(&self) -> String {
        Route::People.asking(&[
            ("show", &self.show),
            ("find", &self.find),
            ("filter", &self.filter),
            ("all", &self.all),
            ("open", &self.open),
            ("id", &self.id),
            ("to", &self.to),
        ])
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

    /// The address as a link holds it. It only says which part.
    pub fn href(part: Part) -> String {
        Route::People.asking(&[("show", part.name())])
    }
}

//! The query of the directory's address: the part, the filter, and the open dialog.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::routes::Route;

/// The query of the directory's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeopleQuery {
    #[serde(skip_serializing_if = "Part::is_default")]
    pub show: Part,
    /// The username of a person, or the name of a team, that gets the focus.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub find: String,
    /// The filter for names, usernames and emails.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The record of an import. The people that it has added are first, and marked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub imported: String,
    /// The page of the list, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The id of the team whose members are all shown, in pages.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub all: String,
    /// The page of these members, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// The kind of the open dialog.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open: String,
    /// The id of the dialog's subject.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The dialog's parameter: a role, or the id of a team.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
}

/// A part of the directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    #[default]
    People,
    ServiceAccounts,
    Teams,
    Organization,
    /// Import and export.
    Import,
}

impl Part {
    /// All parts, in the order of the tabs.
    pub const ALL: [Self; 5] = [Self::People, Self::ServiceAccounts, Self::Teams, Self::Organization, Self::Import];

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl PeopleQuery {
    /// The address with this query.
    pub fn href(&self) -> String {
        Route::People.href_with(self)
    }

    /// A part without filter or dialog.
    pub fn part_of(part: Part) -> Self {
        Self { show: part, ..Self::default() }
    }

    /// The people, with those marked that an import has added. `id` is the first id of its record.
    pub fn imported_by(id: &str) -> Self {
        let record = id.rsplit_once('.').map_or(id, |(record, _)| record);
        Self { imported: record.to_owned(), ..Self::default() }
    }

    /// Whether the import of the query has added the object with this id.
    pub fn marks(&self, id: &Id) -> bool {
        let id = id.to_string();
        !self.imported.is_empty() && id.rsplit_once('.').is_some_and(|(record, _)| record == self.imported)
    }

    /// The address of another page of the list.
    pub fn page_href(&self, page: usize) -> String {
        Self { page: Some(page), all: String::new(), rows: None, ..self.closed() }.href()
    }

    /// The same query with an open dialog.
    #[must_use]
    pub fn opening(&self, open: &'static str, id: Option<&Id>, to: &str) -> Self {
        let id = id.map(Id::to_string).unwrap_or_default();
        Self { open: open.to_owned(), id, to: to.to_owned(), ..self.clone() }
    }

    /// The same query without a dialog.
    #[must_use]
    pub fn closed(&self) -> Self {
        Self { open: String::new(), id: String::new(), to: String::new(), ..self.clone() }
    }

    /// The id of the dialog's subject.
    pub fn about(&self) -> Id {
        Id::from_text(&self.id)
    }
}

//! The queries of the addresses: the filter, the page of a list, and the open dialog.

use domain::{Id, ProjectId};
use serde::{Deserialize, Serialize};

/// The query of the pages of projects and artifacts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectsQuery {
    /// The filter for names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The page of the list, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The kind of the open dialog.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open: String,
    /// The id of the dialog's subject.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
}

impl ProjectsQuery {
    /// The same query with an open dialog.
    #[must_use]
    pub fn opening(&self, open: &'static str, id: Option<&Id>) -> Self {
        Self { open: open.to_owned(), id: id.map(Id::to_string).unwrap_or_default(), ..self.clone() }
    }

    /// The same query without a dialog.
    #[must_use]
    pub fn closed(&self) -> Self {
        Self { open: String::new(), id: String::new(), ..self.clone() }
    }

    /// The same query with another page of the list.
    #[must_use]
    pub fn turned(&self, page: usize) -> Self {
        Self { page: Some(page), ..self.closed() }
    }

    /// The id of the dialog's subject.
    pub fn about(&self) -> Id {
        Id::from_text(&self.id)
    }

    /// The project that the dialog is about.
    pub fn project(&self) -> ProjectId {
        ProjectId(self.about())
    }
}

//! The query of the history's address: filters and page.

use domain::{CollectionId, Id, ProjectId, RegistryId};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use workspace::About;

use super::Route;

/// The query of the history's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HistoryQuery {
    /// The text that a record contains.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub find: String,
    /// The kind of records.
    #[serde(skip_serializing_if = "Kind::is_all")]
    pub kind: Kind,
    /// The id of an account that acted or was acted on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// The id of a registry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registry: String,
    /// The id of a collection.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub collection: String,
    /// The id of a project.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub project: String,
    /// The first day, as `2026-11-28`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The last day.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// The page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

/// A kind of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    #[default]
    All,
    /// Actions that count.
    Changes,
    /// Undone records.
    Undone,
    /// Overtaken records.
    Overtaken,
    /// Undo and redo.
    Undo,
    Checkpoints,
}

impl Kind {
    /// All kinds, in the order of the select.
    pub const ALL: [Self; 6] = [Self::All, Self::Changes, Self::Undone, Self::Overtaken, Self::Undo, Self::Checkpoints];

    /// The name in the address.
    #[must_use]
    pub fn value(self) -> &'static str {
        self.into()
    }

    /// The kind by its name in the address.
    #[must_use]
    pub fn named(name: &str) -> Self {
        name.parse().unwrap_or_default()
    }

    fn is_all(&self) -> bool {
        *self == Self::All
    }
}

impl HistoryQuery {
    /// The address with this query.
    #[must_use]
    pub fn href(&self) -> String {
        Route::History.href_with(self)
    }

    /// The history of something.
    #[must_use]
    pub fn of(about: &About) -> Self {
        Self::default().about(Some(about))
    }

    /// The query about something else, or about everything, on the first page.
    #[must_use]
    pub fn about(&self, about: Option<&About>) -> Self {
        let [mut account, mut registry, mut collection, mut project] = [const { String::new() }; 4];
        match about {
            None => {}
            Some(About::Account(id)) => account = id.to_string(),
            Some(About::Registry(id)) => registry = id.to_string(),
            Some(About::Collection(id)) => collection = id.to_string(),
            Some(About::Project(id)) => project = id.to_string(),
        }
        Self { account, registry, collection, project, ..self.first_page() }
    }

    /// All that a record has to be about. Nothing is about everything.
    #[must_use]
    pub fn subjects(&self) -> Vec<About> {
        let id = |text: &String| (!text.is_empty()).then(|| Id::from_text(text));
        let subjects = [
            id(&self.registry).map(|id| About::Registry(RegistryId(id))),
            id(&self.collection).map(|id| About::Collection(CollectionId(id))),
            id(&self.project).map(|id| About::Project(ProjectId(id))),
            id(&self.account).map(About::Account),
        ];
        subjects.into_iter().flatten().collect()
    }

    /// The query on the first page.
    #[must_use]
    pub fn first_page(&self) -> Self {
        Self { page: None, ..self.clone() }
    }
}

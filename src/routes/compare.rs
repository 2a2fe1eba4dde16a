//! Which two people the address shows, by their usernames, and which registry, by its id.

use domain::RegistryId;
use serde::{Deserialize, Serialize};

use super::Route;

/// What the address of the page asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CompareQuery {
    /// The username of the first; empty for whoever acts.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub left: String,
    /// The username of the second.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub right: String,
    /// The id of the registry that both look at; empty for all that they see.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registry: String,
}

impl CompareQuery {
    /// The same with somebody else at the first or second place.
    #[must_use]
    pub fn with(&self, place: usize, username: String) -> Self {
        let mut query = self.clone();
        *(if place == 0 { &mut query.left } else { &mut query.right }) = username;
        query
    }

    /// The same with another registry, or with all of them.
    #[must_use]
    pub fn about(&self, registry: String) -> Self {
        Self { registry, ..self.clone() }
    }

    /// The address that asks for this.
    pub fn href(&self) -> String {
        Route::Present.href_with(self)
    }
}

/// The address that shows a registry side by side.
pub fn href(registry: &RegistryId) -> String {
    CompareQuery::default().about(registry.to_string()).href()
}

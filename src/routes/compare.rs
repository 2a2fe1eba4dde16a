//! The query of the side-by-side page: two usernames and a reference to a registry.

use domain::{RegistryId, View};
use serde::{Deserialize, Serialize};

use super::Route;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CompareQuery {
    /// The username of the first person; empty for the acting account.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub left: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub right: String,
    /// A reference to the compared registry, its name or its id; empty for the whole landing page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registry: String,
}

impl CompareQuery {
    /// The query with another person on the left (0) or right (1) side.
    #[must_use]
    pub fn with_person(&self, side: usize, username: String) -> Self {
        let mut query = self.clone();
        *(if side == 0 { &mut query.left } else { &mut query.right }) = username;
        query
    }

    /// The query with another registry, or without one.
    #[must_use]
    pub fn with_registry(&self, registry: String) -> Self {
        Self { registry, ..self.clone() }
    }

    pub fn href(&self) -> String {
        Route::Present.href_with(self)
    }
}

/// The address that compares a registry.
pub fn href(view: &View, registry: &RegistryId) -> String {
    CompareQuery::default().with_registry(view.reference_to_registry(registry).to_owned()).href()
}

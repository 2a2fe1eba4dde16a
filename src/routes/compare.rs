//! What the address asks for: two people by their usernames, and a registry by its id.

use domain::RegistryId;

use super::{Place, Route};

/// The address that shows a registry side by side.
pub fn href(registry: &RegistryId) -> String {
    Query::default().about(registry.to_string()).address()
}

/// What is asked for. What is empty does not stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The username of the first; empty for whoever acts.
    pub left: String,
    /// The username of the second.
    pub right: String,
    /// The id of the registry that both look at; empty for all that they see.
    pub registry: String,
}

impl Query {
    /// What the address asks for.
    pub fn of(place: &Place) -> Self {
        Self { left: place.asked("left"), right: place.asked("right"), registry: place.asked("registry") }
    }

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
    pub fn address(&self) -> String {
        Route::Present.asking(&[("left", &self.left), ("right", &self.right), ("registry", &self.registry)])
    }
}

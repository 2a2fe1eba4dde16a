//! What the address asks for: two people by their usernames, and a registry by its id.

use serde::{Deserialize, Serialize};
use yew_router::prelude::{Location, Navigator};

use crate::route::Route;

/// What is asked for. What is empty does not stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
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

impl Query {
    /// What the address asks for.
    pub fn of(location: Option<Location>) -> Self {
        location.and_then(|location| location.query::<Self>().ok()).unwrap_or_default()
    }

    /// The same with somebody else at the first or second place.
    #[must_use]
    pub fn with(&self, place: usize, username: String) -> Self {
        let mut query = self.clone();
        *(if place == 0 { &mut query.left } else { &mut query.right }) = username;
        query
    }

    /// Shows this instead of what is shown.
    pub fn show(&self, navigator: &Navigator) {
        let _ = navigator.replace_with_query(&Route::Present, self);
    }

    /// The address as a link holds it.
    pub fn href(&self) -> String {
        let parts = [("left", &self.left), ("right", &self.right), ("registry", &self.registry)];
        let parts = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let parts: Vec<String> = parts
            .map(|(name, value)| format!("{name}={}", String::from(js_sys::encode_uri_component(value))))
            .collect();
        format!("{}?{}", Route::Present.href(), parts.join("&"))
    }
}

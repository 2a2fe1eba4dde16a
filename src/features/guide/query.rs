//! Which part of the guide the address shows, and the registry whose permissions are shown there.

use serde::{Deserialize, Serialize};

use crate::routes::Route;

/// The parts, as the address calls them, in their order.
pub const PARTS: [&str; 5] = ["walkthrough", "types", "visibility", "permissions", "assumptions"];

/// What the address of the guide asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GuideQuery {
    /// The part.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// The id of the registry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registry: String,
}

impl GuideQuery {
    /// The part, if there is one that is called so.
    pub fn part(&self) -> Option<&'static str> {
        PARTS.into_iter().find(|known| *known == self.part)
    }

    /// The address that asks for this.
    pub fn href(&self) -> String {
        Route::Guide.href_with(self)
    }
}

/// The address of a part.
pub fn href(part: &str) -> String {
    GuideQuery { part: part.to_owned(), ..GuideQuery::default() }.href()
}

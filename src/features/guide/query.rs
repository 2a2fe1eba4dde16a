//! The query of the guide: a part, and the registry whose permissions are shown.

use serde::{Deserialize, Serialize};

use crate::routes::Route;

/// The parts in order, as the address names them.
pub const PARTS: [&str; 6] = ["walkthrough", "types", "visibility", "permissions", "assumptions", "today"];

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GuideQuery {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// A reference to the registry: its name or its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registry: String,
}

impl GuideQuery {
    /// The part, if it exists.
    pub fn part(&self) -> Option<&'static str> {
        PARTS.into_iter().find(|part| *part == self.part)
    }

    pub fn href(&self) -> String {
        Route::Guide.href_with(self)
    }
}

/// The address of a part.
pub fn href(part: &str) -> String {
    GuideQuery { part: part.to_owned(), ..GuideQuery::default() }.href()
}

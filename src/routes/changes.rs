//! The query of the page of changes: two moments.

use journal::RecordId;
use serde::{Deserialize, Serialize};

use super::Route;

/// The query of the page of changes. A moment is the name of a record, or a time in ISO 8601 form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangesQuery {
    /// The first moment; empty for the founding.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The second moment; empty for now.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
}

impl ChangesQuery {
    /// The changes since a record.
    #[must_use]
    pub fn since(record: RecordId) -> Self {
        Self { from: record.to_string(), ..Self::default() }
    }

    /// The address with this query.
    #[must_use]
    pub fn href(&self) -> String {
        Route::Changes.href_with(self)
    }
}

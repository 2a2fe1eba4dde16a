//! Filter and order of the registries, as they stand in the address.

use serde::{Deserialize, Serialize};
use yew_router::prelude::{Location, Navigator};

use crate::route::Route;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// What names, descriptions or types are to contain.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The order.
    #[serde(default, skip_serializing_if = "Sort::is_default")]
    pub sort: Sort,
}

impl Query {
    /// What the address asks for.
    pub fn of(location: Option<Location>) -> Self {
        location.and_then(|location| location.query::<Self>().ok()).unwrap_or_default()
    }

    /// Whether it asks for nothing special. Then the address says nothing of it, rather than end in a lone `?`.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Shows a place with this in its address, instead of the place that is shown.
    pub fn show(&self, navigator: &Navigator, place: &Route) {
        if self.is_usual() {
            navigator.replace(place);
        } else {
            let _ = navigator.replace_with_query(place, self);
        }
    }
}

/// The order of the registries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By name.
    Name,
    /// What changed last comes first; so it is for an order that nobody knows, too.
    #[default]
    #[serde(other)]
    Recent,
}

impl Sort {
    /// What the order is called in the address.
    pub fn value(self) -> &'static str {
        match self {
            Self::Recent => "recent",
            Self::Name => "name",
        }
    }

    /// The order that is called so; an unknown one is the usual one.
    pub fn of(value: &str) -> Self {
        if value == Self::Name.value() { Self::Name } else { Self::Recent }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

//! Filter and order of the registries, as they stand in the address.

use serde::{Deserialize, Serialize};

use crate::routes::Route;

/// What the address of the registries asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LandingQuery {
    /// What names, descriptions or types are to contain.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The order.
    #[serde(skip_serializing_if = "Sort::is_default")]
    pub sort: Sort,
    /// The page of custom registries, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

impl LandingQuery {
    /// The address of a place that asks for this.
    pub fn at(&self, place: &Route) -> String {
        place.href_with(self)
    }
}

/// The order of the registries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By name.
    Name,
    /// What changed last comes first.
    #[default]
    Recent,
}

impl Sort {
    /// What the order is called in a select.
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

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

//! The filter and the order of the registries in the address.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::routes::Route;

/// The query of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LandingQuery {
    /// The filter for names, descriptions and types.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    #[serde(skip_serializing_if = "Sort::is_default")]
    pub sort: Sort,
    /// The page of custom registries, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

impl LandingQuery {
    /// The address of a route with this query.
    pub fn at(&self, place: &Route) -> String {
        place.href_with(self)
    }
}

/// The order of the registries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Sort {
    Name,
    /// The last change first.
    #[default]
    Recent,
}

impl Sort {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

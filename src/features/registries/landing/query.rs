//! Filter and order of the registries, as they stand in the address.

use crate::routes::{Place, Route};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What names, descriptions or types are to contain.
    pub filter: String,
    /// The order.
    pub sort: Sort,
}

impl Query {
    /// What the address asks for.
    pub fn of(place: &Place) -> Self {
        Self { filter: place.asked("filter"), sort: Sort::of(&place.asked("sort")) }
    }

    /// The address of a place that asks for this. The usual order does not stand in it.
    pub fn at(&self, place: &Route) -> String {
        let sort = if self.sort == Sort::default() { "" } else { self.sort.value() };
        place.asking(&[("filter", &self.filter), ("sort", sort)])
    }
}

/// The order of the registries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    Name,
    /// What changed last comes first; so it is for an order that nobody knows, too.
    #[default]
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
}

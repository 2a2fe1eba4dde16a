//! The addresses of the page. All of them stand behind `#`, so that any static host can serve it from any path.
//!
//! The router says which address is shown: [`yew_router::hooks::use_route`] and [`use_query`]. Links are plain elements with
//! the [`Route::href`] of their place, which the browser follows by itself; what changes the address otherwise is
//! `platform::history`, with the same texts.

pub mod compare;
mod query;

use domain::{Id, RegistryId};
use serde::Serialize;
use yew_router::Routable;

pub use self::query::{suffix as query_suffix, use_query};

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// The registries.
    #[at("/")]
    Landing,
    /// The dialog that creates a registry, over the registries.
    #[at("/create-registry")]
    Create,
    /// One registry.
    #[at("/registry/:id")]
    Registry {
        /// Its id.
        id: String,
    },
    /// The settings of a registry.
    #[at("/registry/:id/settings")]
    Settings {
        /// Its id.
        id: String,
    },
    /// The form that adds members, in the settings of a registry.
    #[at("/registry/:id/settings/add-member")]
    AddMember {
        /// The registry's id.
        id: String,
    },
    /// The organization's people, service accounts, teams and settings.
    #[at("/people")]
    People,
    /// One person or service account.
    #[at("/people/:id")]
    Account {
        /// Its id.
        id: String,
    },
    /// One place as two people see it.
    #[at("/present")]
    Present,
    /// The guide.
    #[at("/guide")]
    Guide,
    /// Who has which role where.
    #[at("/access")]
    Access,
    /// Where the data is.
    #[at("/data")]
    Data,
    /// Starting over.
    #[at("/start")]
    Start,
    /// Starting over with an empty organization.
    #[at("/start/empty")]
    StartEmpty,
    /// What Registrar is.
    #[at("/about")]
    About,
    /// Where crashing is tried.
    #[at("/crash-test")]
    CrashTest,
    /// Any other address.
    #[not_found]
    #[at("/nothing-here")]
    NothingHere,
}

impl Route {
    /// The address of the place, as a link holds it.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{}", self.to_path())
    }

    /// The address of the place with a query.
    #[must_use]
    pub fn href_with(&self, query: &impl Serialize) -> String {
        self.href() + &query::suffix(query)
    }

    /// The place of a registry.
    #[must_use]
    pub fn of_registry(id: &RegistryId) -> Self {
        Self::Registry { id: id.to_string() }
    }

    /// The place of a registry's settings.
    #[must_use]
    pub fn settings_of(id: &RegistryId) -> Self {
        Self::Settings { id: id.to_string() }
    }

    /// The place of a person or service account.
    #[must_use]
    pub fn of_account(id: &Id) -> Self {
        Self::Account { id: id.to_string() }
    }

    /// The registry that an address speaks of.
    #[must_use]
    pub fn registry_id(id: &str) -> RegistryId {
        RegistryId(Id::from_text(id))
    }

    /// The place itself, without what is open over it: going from one to the other is no navigation.
    #[must_use]
    pub fn base(&self) -> Self {
        match self {
            Self::Create => Self::Landing,
            Self::AddMember { id } => Self::Settings { id: id.clone() },
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use yew_router::Routable;

    use super::Route;

    fn at(path: &str) -> Route {
        Route::recognize(path).unwrap()
    }

    fn places() -> Vec<(&'static str, Route)> {
        let id = || "k3v9x2m4qa.7.2".to_owned();
        vec![
            ("#/", Route::Landing),
            ("#/create-registry", Route::Create),
            ("#/registry/k3v9x2m4qa.7.2", Route::Registry { id: id() }),
            ("#/registry/k3v9x2m4qa.7.2/settings", Route::Settings { id: id() }),
            ("#/registry/k3v9x2m4qa.7.2/settings/add-member", Route::AddMember { id: id() }),
            ("#/registry/a%2Fb%20%ED%95%9C", Route::Registry { id: "a/b 한".to_owned() }),
            ("#/people", Route::People),
            ("#/people/k3v9x2m4qa.7.2", Route::Account { id: id() }),
            ("#/present", Route::Present),
            ("#/guide", Route::Guide),
            ("#/access", Route::Access),
            ("#/data", Route::Data),
            ("#/start", Route::Start),
            ("#/start/empty", Route::StartEmpty),
            ("#/about", Route::About),
            ("#/crash-test", Route::CrashTest),
            ("#/nothing-here", Route::NothingHere),
        ]
    }

    #[test]
    fn every_place_has_its_address_and_is_found_there() {
        for (address, route) in places() {
            let path = address.trim_start_matches('#');
            assert_eq!(route.href(), address);
            assert_eq!(at(path), route, "{address}");
            assert_eq!(at(&format!("{path}/")), route, "{address}, with a slash at its end");
            // The id is anybody's; nothing else of it is.
            assert_eq!(at(&format!("{path}/x/y/z")) == route, route == Route::NothingHere);
        }
    }

    #[test]
    fn any_other_address_leads_nowhere() {
        let long = format!("registry/{}/x", "y".repeat(5000));
        for path in [
            "%",
            "%E0",
            "__proto__",
            "About",
            "ABOUT",
            "%61bout",
            "registry",
            "registry/",
            "people/a/b",
            "about/x",
            ".",
            "registry//settings",
            "registry//",
            "people//",
            "/about",
            &long,
        ] {
            assert_eq!(at(&format!("/{path}")), Route::NothingHere, "{path}");
        }
    }

    #[test]
    fn whatever_somebody_typed_is_the_same_once_it_is_written() {
        let parts = [
            "registry", "people", "settings", "", "%", "%2F", "%00", "%E0", "%zz", "%252e", "한", "a b", "+", "?",
            "\u{202e}",
        ];
        for one in parts {
            for two in parts {
                for three in parts {
                    let route = at(&format!("/{one}/{two}/{three}"));
                    assert_eq!(at(&route.to_path()), route, "{one}/{two}/{three}");
                }
            }
        }
    }
}

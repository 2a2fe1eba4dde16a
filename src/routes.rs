//! The addresses of the page. All of them stand behind `#`, so that any static host can serve the page from any path.
//!
//! [`yew_router::hooks::use_route`] and [`use_query`] read the current address. Links are plain elements with a
//! [`Route::href`]; every other change of the address goes through `platform::history`.

pub(crate) mod compare;
mod query;

use domain::{Id, RegistryId};
use serde::Serialize;
use yew_router::Routable;

pub use self::query::{suffix as query_suffix, use_live_query, use_query};

/// The address of a page, or of a dialog over a page.
#[derive(Clone, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// The landing page with the registries.
    #[at("/")]
    Landing,
    /// The dialog over the landing page that creates a registry.
    #[at("/create-registry")]
    Create,
    /// The page of a registry.
    #[at("/registry/:id")]
    Registry {
        /// The registry's id.
        id: String,
    },
    /// The settings of a registry.
    #[at("/registry/:id/settings")]
    Settings {
        /// The registry's id.
        id: String,
    },
    /// The dialog over a registry's settings that adds members.
    #[at("/registry/:id/settings/add-member")]
    AddMember {
        /// The registry's id.
        id: String,
    },
    /// The people, service accounts, teams and settings of the organization.
    #[at("/people")]
    People,
    /// The page of a person or service account.
    #[at("/people/:id")]
    Account {
        /// The account's id.
        id: String,
    },
    /// Two people side by side.
    #[at("/present")]
    Present,
    /// The guide.
    #[at("/guide")]
    Guide,
    /// The access matrix.
    #[at("/access")]
    Access,
    /// The stored workspaces.
    #[at("/data")]
    Data,
    /// Starting over.
    #[at("/start")]
    Start,
    /// Starting over with an empty organization.
    #[at("/start/empty")]
    StartEmpty,
    /// About Registrar.
    #[at("/about")]
    About,
    /// The button that crashes the page, to try the crash screen.
    #[at("/crash-test")]
    CrashTest,
    /// Any other address.
    #[not_found]
    #[at("/nothing-here")]
    NothingHere,
}

impl Route {
    /// The address as the `href` of a link.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{}", self.to_path())
    }

    /// The address with a query.
    #[must_use]
    pub fn href_with(&self, query: &impl Serialize) -> String {
        self.href() + &query::suffix(query)
    }

    /// The page of a registry.
    #[must_use]
    pub fn of_registry(id: &RegistryId) -> Self {
        Self::Registry { id: id.to_string() }
    }

    /// The settings of a registry.
    #[must_use]
    pub fn settings_of(id: &RegistryId) -> Self {
        Self::Settings { id: id.to_string() }
    }

    /// The page of a person or service account.
    #[must_use]
    pub fn of_account(id: &Id) -> Self {
        Self::Account { id: id.to_string() }
    }

    /// The registry id in an address.
    #[must_use]
    pub fn registry_id(id: &str) -> RegistryId {
        RegistryId(Id::from_text(id))
    }

    /// The page below a dialog. Opening or closing a dialog is no navigation.
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

    fn addresses() -> Vec<(&'static str, Route)> {
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
    fn every_route_is_parsed_from_its_own_address() {
        for (address, route) in addresses() {
            let path = address.trim_start_matches('#');
            assert_eq!(route.href(), address);
            assert_eq!(at(path), route, "{address}");
            assert_eq!(at(&format!("{path}/")), route, "{address}, with a slash at its end");
            // An id may be anything, but nothing may follow it.
            assert_eq!(at(&format!("{path}/x/y/z")) == route, route == Route::NothingHere);
        }
    }

    #[test]
    fn an_unknown_address_is_not_found() {
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
    fn a_typed_route_survives_a_round_trip() {
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

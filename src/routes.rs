//! The addresses of the page. All of them stand behind `#`, so that any static host can serve the page from any path.
//!
//! [`yew_router::hooks::use_route`] and [`use_query`] read the current address. Links are plain elements with a
//! [`Route::href`]; every other change of the address goes through `platform::history`.

mod catalog;
pub(crate) mod changes;
pub(crate) mod compare;
pub(crate) mod history;
mod query;
mod references;
pub(crate) mod will_link;

use serde::Serialize;
use yew_router::Routable;

pub use self::query::{PageQuery, suffix as query_suffix, use_live_query, use_query};

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
    #[at("/registry/:registry")]
    Registry {
        /// A reference to the registry: its name or its id.
        registry: String,
    },
    /// The settings of a registry.
    #[at("/registry/:registry/settings")]
    Settings {
        /// A reference to the registry: its name or its id.
        registry: String,
    },
    /// The dialog over a registry's settings that adds members.
    #[at("/registry/:registry/settings/add-member")]
    AddMember {
        /// A reference to the registry: its name or its id.
        registry: String,
    },
    /// The history of a registry's protected aliases.
    #[at("/registry/:registry/promotions")]
    Promotions {
        /// A reference to the registry: its name or its id.
        registry: String,
    },
    /// The dialog over a registry's page that creates a collection.
    #[at("/registry/:registry/create-collection")]
    CreateCollection {
        /// A reference to the registry: its name or its id.
        registry: String,
    },
    /// The page of a collection.
    #[at("/registry/:registry/:collection")]
    Collection {
        /// A reference to the registry: its name or its id.
        registry: String,
        /// A reference to the collection: its name or its id.
        collection: String,
    },
    /// The dialog over a collection's page that links a version.
    #[at("/registry/:registry/:collection/link")]
    LinkVersion {
        /// A reference to the registry: its name or its id.
        registry: String,
        /// A reference to the collection: its name or its id.
        collection: String,
    },
    /// The numbers in the metadata of a collection's versions.
    #[at("/registry/:registry/:collection/metrics")]
    Metrics {
        /// A reference to the registry: its name or its id.
        registry: String,
        /// A reference to the collection: its name or its id.
        collection: String,
    },
    /// Two versions of a collection side by side.
    #[at("/registry/:registry/:collection/compare")]
    CompareVersions {
        /// A reference to the registry: its name or its id.
        registry: String,
        /// A reference to the collection: its name or its id.
        collection: String,
    },
    /// The page of a version in a collection.
    #[at("/registry/:registry/:collection/:version")]
    LinkedVersion {
        /// A reference to the registry: its name or its id.
        registry: String,
        /// A reference to the collection: its name or its id.
        collection: String,
        /// The version's number or one of its aliases.
        version: String,
    },
    /// A collection or a part of it at the address that it had when collections were addressed by id only.
    #[at("/registry/:registry/collections/*rest")]
    EarlierCollection {
        /// A reference to the registry: its name or its id.
        registry: String,
        /// The collection's id, and what may follow it.
        rest: String,
    },
    /// Whether a version can be linked, and how.
    #[at("/will-it-link")]
    WillLink,
    /// The people, service accounts, teams and settings of the organization.
    #[at("/people")]
    People,
    /// The page of a person or service account.
    #[at("/people/:account")]
    Account {
        /// A reference to the account: its username, its name or its id.
        account: String,
    },
    /// The projects of teams.
    #[at("/projects")]
    Projects,
    /// The page of a project.
    #[at("/projects/:id")]
    Project {
        /// The project's id.
        id: String,
    },
    /// The form that logs an artifact in a project.
    #[at("/projects/:id/log")]
    LogArtifact {
        /// The project's id.
        id: String,
    },
    /// The page of an artifact in its project.
    #[at("/artifact/:id")]
    Artifact {
        /// The artifact's id.
        id: String,
    },
    /// The page of a version in its project.
    #[at("/version/:id")]
    Version {
        /// The version's id.
        id: String,
    },
    /// The dialog over a version's page in its project that links it to a registry.
    #[at("/version/:id/link")]
    LinkToRegistry {
        /// The version's id.
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
    /// The history of the organization.
    #[at("/history")]
    History,
    /// The changes between two moments.
    #[at("/changes")]
    Changes,
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

    /// The page below a dialog. Opening or closing a dialog is no navigation.
    #[must_use]
    pub fn base(&self) -> Self {
        match self {
            Self::Create => Self::Landing,
            Self::AddMember { registry } => Self::Settings { registry: registry.clone() },
            Self::CreateCollection { registry } => Self::Registry { registry: registry.clone() },
            Self::LinkVersion { registry, collection } => {
                Self::Collection { registry: registry.clone(), collection: collection.clone() }
            }
            Self::LinkToRegistry { id } => Self::Version { id: id.clone() },
            Self::Landing
            | Self::Registry { .. }
            | Self::Settings { .. }
            | Self::Promotions { .. }
            | Self::Collection { .. }
            | Self::Metrics { .. }
            | Self::CompareVersions { .. }
            | Self::LinkedVersion { .. }
            | Self::EarlierCollection { .. }
            | Self::WillLink
            | Self::People
            | Self::Account { .. }
            | Self::Projects
            | Self::Project { .. }
            | Self::LogArtifact { .. }
            | Self::Artifact { .. }
            | Self::Version { .. }
            | Self::Present
            | Self::Guide
            | Self::Access
            | Self::History
            | Self::Changes
            | Self::Data
            | Self::Start
            | Self::StartEmpty
            | Self::About
            | Self::CrashTest
            | Self::NothingHere => self.clone(),
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
            ("#/registry/k3v9x2m4qa.7.2", Route::Registry { registry: id() }),
            ("#/registry/k3v9x2m4qa.7.2/settings", Route::Settings { registry: id() }),
            ("#/registry/k3v9x2m4qa.7.2/settings/add-member", Route::AddMember { registry: id() }),
            ("#/registry/a%2Fb%20%ED%95%9C", Route::Registry { registry: "a/b 한".to_owned() }),
            ("#/registry/k3v9x2m4qa.7.2/promotions", Route::Promotions { registry: id() }),
            ("#/registry/r.1/create-collection", Route::CreateCollection { registry: "r.1".to_owned() }),
            (
                "#/registry/r.1/churn-model",
                Route::Collection { registry: "r.1".to_owned(), collection: "churn-model".to_owned() },
            ),
            (
                "#/registry/r.1/churn-model/link",
                Route::LinkVersion { registry: "r.1".to_owned(), collection: "churn-model".to_owned() },
            ),
            (
                "#/registry/r.1/churn-model/metrics",
                Route::Metrics { registry: "r.1".to_owned(), collection: "churn-model".to_owned() },
            ),
            (
                "#/registry/r.1/churn-model/compare",
                Route::CompareVersions { registry: "r.1".to_owned(), collection: "churn-model".to_owned() },
            ),
            (
                "#/registry/r.1/churn-model/v3",
                Route::LinkedVersion {
                    registry: "r.1".to_owned(),
                    collection: "churn-model".to_owned(),
                    version: "v3".to_owned(),
                },
            ),
            ("#/will-it-link", Route::WillLink),
            ("#/people", Route::People),
            ("#/people/k3v9x2m4qa.7.2", Route::Account { account: id() }),
            ("#/projects", Route::Projects),
            ("#/projects/k3v9x2m4qa.7.2", Route::Project { id: id() }),
            ("#/projects/k3v9x2m4qa.7.2/log", Route::LogArtifact { id: id() }),
            ("#/artifact/k3v9x2m4qa.7.2", Route::Artifact { id: id() }),
            ("#/version/k3v9x2m4qa.7.2", Route::Version { id: id() }),
            ("#/version/k3v9x2m4qa.7.2/link", Route::LinkToRegistry { id: id() }),
            ("#/present", Route::Present),
            ("#/guide", Route::Guide),
            ("#/access", Route::Access),
            ("#/history", Route::History),
            ("#/changes", Route::Changes),
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
        let long = format!("registry/{}/x/y/z", "y".repeat(5000));
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

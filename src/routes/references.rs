//! The registries, collections and accounts in addresses: by name where it suffices, and by id otherwise.
//!
//! The view decides where a reference leads. This module adds what an address cannot contain: the router resolves the text
//! behind `#` as a URL, so `.` and `..` disappear from it, and a word of a route is that route.

use domain::{AccountId, Collection, Id, RegistryId, View};
use yew_router::Routable;

use super::Route;
use crate::platform::history::is_readable;

impl Route {
    /// The page of a registry.
    #[must_use]
    pub fn of_registry(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::Registry { registry })
    }

    /// The settings of a registry.
    #[must_use]
    pub fn settings_of(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::Settings { registry })
    }

    /// The dialog that adds members to a registry.
    #[must_use]
    pub fn add_member_to(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::AddMember { registry })
    }

    /// The history of a registry's protected aliases.
    #[must_use]
    pub fn promotions_of(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::Promotions { registry })
    }

    /// The dialog that creates a collection in a registry.
    #[must_use]
    pub fn create_collection_in(view: &View, id: &RegistryId) -> Self {
        Self::written(view.reference_to_registry(id), &id.0, |registry| Self::CreateCollection { registry })
    }

    /// The page of a person or service account.
    #[must_use]
    pub fn of_account(view: &View, account: &AccountId) -> Self {
        Self::written(view.reference_to_account(account), account.id(), |account| Self::Account { account })
    }

    /// A place in a collection.
    pub(super) fn in_collection(
        view: &View,
        collection: &Collection,
        route: impl FnOnce(String, String) -> Self,
    ) -> Self {
        let id = &collection.registry;
        let registry = Self::spelled(view.reference_to_registry(id), &id.0, |registry| Self::Registry { registry });
        // One word for all places in the collection: none of them may lead elsewhere.
        let page = |collection| Self::Collection { registry: registry.clone(), collection };
        let version =
            |collection| Self::LinkedVersion { registry: registry.clone(), collection, version: "v0".to_owned() };
        let reference = Self::spelled(view.reference_to_collection(collection), &collection.id.0, page);
        let reference = Self::spelled(&reference, &collection.id.0, version);
        route(registry, reference)
    }

    /// The route by a reference, or by the id if the address would lead elsewhere.
    fn written(reference: &str, id: &Id, route: impl Fn(String) -> Self) -> Self {
        route(Self::spelled(reference, id, &route))
    }

    /// A reference, or the id if an address with the reference would lead elsewhere.
    fn spelled(reference: &str, id: &Id, route: impl Fn(String) -> Self) -> String {
        let by_reference = route(reference.to_owned());
        let is_read_back = Self::recognize(&by_reference.to_path()).as_ref() == Some(&by_reference);
        let suffices = is_read_back && is_readable(&by_reference.href());
        if suffices { reference.to_owned() } else { id.to_string() }
    }

    /// The present route of a collection's earlier address.
    fn at_present(registry: &str, rest: &str) -> Self {
        let registry = registry.to_owned();
        let parts: Vec<&str> = rest.split('/').collect();
        match parts[..] {
            [collection] => Self::Collection { registry, collection: collection.to_owned() },
            [collection, "link"] => Self::LinkVersion { registry, collection: collection.to_owned() },
            [collection, "metrics"] => Self::Metrics { registry, collection: collection.to_owned() },
            [collection, "compare"] => Self::CompareVersions { registry, collection: collection.to_owned() },
            [collection, "versions", version] => {
                Self::LinkedVersion { registry, collection: collection.to_owned(), version: version.to_owned() }
            }
            _ => Self::NothingHere,
        }
    }

    /// The object that the route refers to.
    fn referent(&self) -> Referent<'_> {
        match self {
            Self::Registry { registry } => Referent::Registry(registry, |registry| Self::Registry { registry }),
            Self::Settings { registry } => Referent::Registry(registry, |registry| Self::Settings { registry }),
            Self::AddMember { registry } => Referent::Registry(registry, |registry| Self::AddMember { registry }),
            Self::Promotions { registry } => Referent::Registry(registry, |registry| Self::Promotions { registry }),
            Self::CreateCollection { registry } => {
                Referent::Registry(registry, |registry| Self::CreateCollection { registry })
            }
            Self::Collection { registry, collection } => {
                Referent::in_collection(registry, collection, |registry, collection| Self::Collection {
                    registry,
                    collection,
                })
            }
            Self::LinkVersion { registry, collection } => {
                Referent::in_collection(registry, collection, |registry, collection| Self::LinkVersion {
                    registry,
                    collection,
                })
            }
            Self::Metrics { registry, collection } => {
                Referent::in_collection(registry, collection, |registry, collection| Self::Metrics {
                    registry,
                    collection,
                })
            }
            Self::CompareVersions { registry, collection } => {
                Referent::in_collection(registry, collection, |registry, collection| Self::CompareVersions {
                    registry,
                    collection,
                })
            }
            Self::LinkedVersion { registry, collection, version } => {
                Referent::in_collection(registry, collection, |registry, collection| Self::LinkedVersion {
                    registry,
                    collection,
                    version: version.clone(),
                })
            }
            Self::Account { account } => Referent::Account(account),
            Self::EarlierCollection { registry, rest } => Referent::Earlier(Self::at_present(registry, rest)),
            Self::Project { .. }
            | Self::LogArtifact { .. }
            | Self::Artifact { .. }
            | Self::Version { .. }
            | Self::LinkToRegistry { .. }
            | Self::Landing
            | Self::Create
            | Self::WillLink
            | Self::People
            | Self::Projects
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
            | Self::NothingHere => Referent::Fixed,
        }
    }

    /// The same route with the id in the place of a name, as the account of the view sees it. A reference that leads nowhere
    /// stays.
    #[must_use]
    pub fn resolved(&self, view: &View) -> Self {
        match self.referent() {
            Referent::Registry(reference, route) => {
                let found = view.registry_by_reference(reference);
                route(
                    found.map_or_else(|| reference.to_owned(), |registry_view| registry_view.registry.id().to_string()),
                )
            }
            Referent::Account(reference) => {
                let found = view.account_by_reference(reference);
                Self::Account {
                    account: found.map_or_else(|| reference.to_owned(), |account| account.id().to_string()),
                }
            }
            Referent::Collection(registry, collection, route) => {
                match collection_by_references(view, registry, collection) {
                    Some(found) => route(found.registry.to_string(), found.id.to_string()),
                    None => self.clone(),
                }
            }
            Referent::Earlier(route) => route.resolved(view),
            Referent::Fixed => self.clone(),
        }
    }

    /// The one way to write this route, if it has a reference that leads somewhere.
    #[must_use]
    pub fn with_name(&self, view: &View) -> Option<Self> {
        match self.referent() {
            Referent::Registry(reference, route) => {
                let id = view.registry_by_reference(reference)?.registry.id();
                Some(Self::written(view.reference_to_registry(id), &id.0, route))
            }
            Referent::Account(reference) => {
                view.account_by_reference(reference).map(|account| Self::of_account(view, &account))
            }
            Referent::Collection(registry, collection, route) => {
                let found = collection_by_references(view, registry, collection)?;
                Some(Self::in_collection(view, found, route))
            }
            Referent::Earlier(route) => route.with_name(view),
            Referent::Fixed => None,
        }
    }
}

fn collection_by_references<'a>(view: &'a View, registry: &str, collection: &str) -> Option<&'a Collection> {
    let id = view.registry_by_reference(registry)?.registry.id();
    view.collection_by_reference(id, collection)
}

/// The object that a route refers to by name or id.
enum Referent<'a> {
    /// A registry, and the route by another reference to it.
    Registry(&'a str, fn(String) -> Route),
    /// A collection in a registry, and the route by other references to both.
    Collection(&'a str, &'a str, Box<dyn Fn(String, String) -> Route + 'a>),
    /// A person or a service account.
    Account(&'a str),
    /// What a route refers to that was written in an earlier way.
    Earlier(Route),
    /// Nothing, or an object that has no other reference than its id.
    Fixed,
}

impl<'a> Referent<'a> {
    fn in_collection(registry: &'a str, collection: &'a str, route: impl Fn(String, String) -> Route + 'a) -> Self {
        Self::Collection(registry, collection, Box::new(route))
    }
}

#[cfg(test)]
mod tests {
    use domain::{AccountId, Id};
    use itertools::Itertools;
    use test_support::demo::demo_view;
    use yew_router::Routable;

    use super::Route;
    use crate::platform::history::is_readable;

    fn at(href: &str) -> Route {
        Route::recognize(href.trim_start_matches('#')).unwrap()
    }

    /// Every kind of route with a reference.
    fn routes_with(reference: &str) -> [Route; 5] {
        let reference = || reference.to_owned();
        [
            Route::Registry { registry: reference() },
            Route::Settings { registry: reference() },
            Route::AddMember { registry: reference() },
            Route::Promotions { registry: reference() },
            Route::Account { account: reference() },
        ]
    }

    #[test]
    fn a_name_is_written_as_it_is_or_replaced_by_the_id() {
        let pieces = [
            ".",
            "..",
            "a",
            "A",
            "settings",
            "add-member",
            "registry",
            "people",
            "%",
            "%2F",
            "%2e",
            "/",
            "\\",
            "?",
            "#",
            "？",
            "+",
            " ",
            "&",
            "=",
            "~",
            "'",
            "한글",
            "🚀",
            "نماذج",
            "\u{200b}",
            ":",
            ";",
            "*",
            "@",
            "$",
            "\u{e9}",
        ];
        let id = Id::from_text("k3v9x2m4qa.7.2");
        let mut names: Vec<String> = (1..=3)
            .flat_map(|count| (0..count).map(|_| pieces).multi_cartesian_product())
            .map(|name| name.concat())
            .collect();
        names.push("한".repeat(113));
        names.push(String::new());
        let mut replaced = Vec::new();
        for name in names {
            let written = Route::written(&name, &id, |registry| Route::Settings { registry });
            assert!(is_readable(&written.href()), "{name:?}");
            assert_eq!(at(&written.href()), written, "{name:?}");
            match written {
                Route::Settings { registry } if registry == name => {}
                Route::Settings { registry } => {
                    assert_eq!(registry, id.as_str());
                    replaced.push(name);
                }
                other => panic!("{other:?}"),
            }
        }
        replaced.sort();
        replaced.dedup();
        // A router takes a URL apart: dots disappear from it, encoded or not.
        assert_eq!(replaced, ["", ".", ".."]);
    }

    #[test]
    fn names_are_resolved_to_ids_and_written_again() {
        let view = demo_view();
        for registry_view in &view.registries {
            let (id, name) = (registry_view.registry.id(), registry_view.registry.name().as_str());
            let [page, settings, add_member, promotions, _] = routes_with(name);
            for (route, written) in [
                (page, Route::of_registry(&view, id)),
                (settings, Route::settings_of(&view, id)),
                (add_member, Route::add_member_to(&view, id)),
                (promotions, Route::promotions_of(&view, id)),
            ] {
                assert_eq!(at(&route.href()), written);
                assert_eq!(written.resolved(&view).with_name(&view), Some(written));
            }
            assert_eq!(routes_with(name)[0].resolved(&view), routes_with(id.0.as_str())[0]);
            assert_eq!(routes_with(&name.to_uppercase())[0].with_name(&view), Some(Route::of_registry(&view, id)));
        }
        for person in view.people.iter() {
            let account = AccountId::Person(person.id.clone());
            let written = Route::of_account(&view, &account);
            assert_eq!(written.href(), format!("#/people/{}", person.username));
            assert_eq!(written.resolved(&view), Route::Account { account: account.id().to_string() });
        }
    }

    #[test]
    fn collections_and_their_versions_are_addressed_by_name() {
        let view = demo_view();
        let models = view.registry_by_reference("Models").unwrap().registry.id().clone();
        let collection = view.catalog().collections_of(&models).next().unwrap();
        let name = collection.name.as_str();
        let written = Route::of_linked_version(&view, collection, 3);
        assert_eq!(written.href(), format!("#/registry/Models/{name}/v3"));
        let ids = Route::LinkedVersion {
            registry: models.to_string(),
            collection: collection.id.to_string(),
            version: "v3".to_owned(),
        };
        assert_eq!(written.resolved(&view), ids);
        assert_eq!(ids.with_name(&view), Some(written));
        let earlier = format!("#/registry/{models}/collections/{}", collection.id);
        for (suffix, expected) in [
            ("", Route::of_collection(&view, collection)),
            ("/link", Route::linking_to(&view, collection)),
            ("/metrics", Route::metrics_of(&view, collection)),
            ("/compare", Route::comparing_in(&view, collection)),
            ("/versions/v3", Route::of_linked_version(&view, collection, 3)),
        ] {
            assert_eq!(at(&expected.href()), expected);
            let route = at(&format!("{earlier}{suffix}"));
            assert_eq!(route.resolved(&view), expected.resolved(&view), "{suffix}");
            assert_eq!(route.with_name(&view), Some(expected), "{suffix}");
        }
        for suffix in ["/versions", "/nothing", "/link/more"] {
            assert_eq!(at(&format!("{earlier}{suffix}")).resolved(&view), Route::NothingHere, "{suffix}");
        }
    }

    #[test]
    fn a_collection_with_a_word_of_a_route_as_its_name_is_addressed_by_id() {
        let view = demo_view();
        let models = view.registry_by_reference("Models").unwrap().registry.id();
        let mut collection = domain::Collection::clone(view.catalog().collections_of(models).next().unwrap());
        for word in ["settings", "promotions", "create-collection", "collections", "..", "."] {
            collection.name = domain::CollectionName::parse(word).unwrap();
            let by_id = format!("#/registry/Models/{}", collection.id);
            assert_eq!(Route::of_collection(&view, &collection).href(), by_id, "{word}");
            assert_eq!(Route::of_linked_version(&view, &collection, 0).href(), format!("{by_id}/v0"), "{word}");
        }
    }

    #[test]
    fn a_reference_that_leads_nowhere_stays_and_is_not_written_again() {
        let view = demo_view();
        for route in routes_with("no such thing").into_iter().chain([Route::Landing, Route::Access]) {
            assert_eq!(route.resolved(&view), route);
            assert_eq!(route.with_name(&view), None);
        }
    }
}

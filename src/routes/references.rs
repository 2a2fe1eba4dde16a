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
    /// The present route of an address that was written in an earlier way.
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
mod tests;

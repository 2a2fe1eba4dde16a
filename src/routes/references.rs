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
        Self::by_reference(view.reference_to_registry(id), &id.0, |registry| Self::Registry { registry })
    }

    /// The settings of a registry.
    #[must_use]
    pub fn settings_of(view: &View, id: &RegistryId) -> Self {
        Self::by_reference(view.reference_to_registry(id), &id.0, |registry| Self::Settings { registry })
    }

    /// The dialog that adds members to a registry.
    #[must_use]
    pub fn add_member_to(view: &View, id: &RegistryId) -> Self {
        Self::by_reference(view.reference_to_registry(id), &id.0, |registry| Self::AddMember { registry })
    }

    /// The history of a registry's protected aliases.
    #[must_use]
    pub fn promotions_of(view: &View, id: &RegistryId) -> Self {
        Self::by_reference(view.reference_to_registry(id), &id.0, |registry| Self::Promotions { registry })
    }

    /// The dialog that creates a collection in a registry.
    #[must_use]
    pub fn create_collection_in(view: &View, id: &RegistryId) -> Self {
        Self::by_reference(view.reference_to_registry(id), &id.0, |registry| Self::CreateCollection { registry })
    }

    /// The page of a person or service account.
    #[must_use]
    pub fn of_account(view: &View, account: &AccountId) -> Self {
        Self::by_reference(view.reference_to_account(account), account.id(), |account| Self::Account { account })
    }

    /// A place in a collection.
    pub(super) fn in_collection(
        view: &View,
        collection: &Collection,
        route: impl FnOnce(String, String) -> Self,
    ) -> Self {
        let id = &collection.registry;
        let registry =
            Self::reference_or_id(view.reference_to_registry(id), &id.0, |registry| Self::Registry { registry });
        // One word for all places in the collection: none of them may lead elsewhere.
        let page = |collection| Self::Collection { registry: registry.clone(), collection };
        let version =
            |collection| Self::LinkedVersion { registry: registry.clone(), collection, version: "v0".to_owned() };
        let reference = Self::reference_or_id(view.reference_to_collection(collection), &collection.id.0, page);
        let reference = Self::reference_or_id(&reference, &collection.id.0, version);
        route(registry, reference)
    }

    /// The route by a reference, or by the id if the address would lead elsewhere.
    fn by_reference(reference: &str, id: &Id, route: impl Fn(String) -> Self) -> Self {
        route(Self::reference_or_id(reference, id, &route))
    }

    /// A reference, or the id if an address with the reference would lead elsewhere.
    fn reference_or_id(reference: &str, id: &Id, route: impl Fn(String) -> Self) -> String {
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

    /// The route itself, or the present one of a collection's earlier address.
    fn current(&self) -> Self {
        let Self::EarlierCollection { registry, rest } = self else { return self.clone() };
        Self::at_present(registry, rest)
    }

    /// The references in the route, to be replaced by others to the same objects.
    fn references_mut(&mut self) -> References<'_> {
        match self {
            Self::Registry { registry }
            | Self::Settings { registry }
            | Self::AddMember { registry }
            | Self::Promotions { registry }
            | Self::CreateCollection { registry } => References::Registry(registry),
            Self::Collection { registry, collection }
            | Self::LinkVersion { registry, collection }
            | Self::Metrics { registry, collection }
            | Self::CompareVersions { registry, collection }
            | Self::LinkedVersion { registry, collection, .. } => References::Collection { registry, collection },
            Self::Account { account } => References::Account(account),
            Self::EarlierCollection { .. }
            | Self::Project { .. }
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
            | Self::NothingHere => References::None,
        }
    }

    /// The same route with another reference to its registry.
    fn with_registry(&self, reference: String) -> Self {
        let mut route = self.clone();
        if let References::Registry(registry) | References::Collection { registry, .. } = route.references_mut() {
            *registry = reference;
        }
        route
    }

    /// The same route with other references to its registry and its collection.
    fn with_collection(&self, registry: String, reference: String) -> Self {
        let mut route = self.with_registry(registry);
        if let References::Collection { collection, .. } = route.references_mut() {
            *collection = reference;
        }
        route
    }

    /// The same route with the id in the place of a name, as the account of the view sees it. A reference that leads nowhere
    /// stays.
    #[must_use]
    pub fn resolved(&self, view: &View) -> Self {
        let mut route = self.current();
        match route.references_mut() {
            References::Registry(registry) => {
                if let Some(found) = view.registry_by_reference(registry) {
                    *registry = found.registry.id().to_string();
                }
            }
            References::Collection { registry, collection } => {
                if let Some(found) = collection_by_references(view, registry, collection) {
                    *registry = found.registry.to_string();
                    *collection = found.id.to_string();
                }
            }
            References::Account(account) => {
                if let Some(found) = view.account_by_reference(account) {
                    *account = found.id().to_string();
                }
            }
            References::None => {}
        }
        route
    }

    /// The canonical form of this route, if it has a reference that leads somewhere.
    #[must_use]
    pub fn canonical(&self, view: &View) -> Option<Self> {
        let route = self.current();
        match route.clone().references_mut() {
            References::Registry(registry) => {
                let id = view.registry_by_reference(registry)?.registry.id();
                let reference = view.reference_to_registry(id);
                Some(Self::by_reference(reference, &id.0, |registry| route.with_registry(registry)))
            }
            References::Collection { registry, collection } => {
                let found = collection_by_references(view, registry, collection)?;
                Some(Self::in_collection(view, found, |registry, collection| {
                    route.with_collection(registry, collection)
                }))
            }
            References::Account(account) => {
                view.account_by_reference(account).map(|account| Self::of_account(view, &account))
            }
            References::None => None,
        }
    }
}

fn collection_by_references<'a>(view: &'a View, registry: &str, collection: &str) -> Option<&'a Collection> {
    let id = view.registry_by_reference(registry)?.registry.id();
    view.collection_by_reference(id, collection)
}

/// The references of a route, each a name or an id.
enum References<'a> {
    Registry(&'a mut String),
    Collection {
        registry: &'a mut String,
        collection: &'a mut String,
    },
    /// A person or a service account.
    Account(&'a mut String),
    /// The route refers to nothing, or to an object by its id only.
    None,
}

#[cfg(test)]
mod tests;

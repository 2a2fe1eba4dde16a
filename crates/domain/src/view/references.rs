//! References to registries, collections and accounts, as addresses contain them: a name where it suffices, and an id otherwise.
//!
//! An id comes first, then the name, then an older name, each as the account of the view sees it: what the account cannot
//! see neither takes nor keeps a name (R). It does not know which texts an address can contain.

use super::{RegistryView, View};
use crate::{AccountId, Collection, CollectionId, FoldKey, Id, PersonId, RegistryId, ServiceAccountId, trim};

impl View {
    /// The registry that a reference leads to: the one with this id, else with this display name or full name, else the one
    /// that had the name last. Names are compared by key; of several with one key, the one with exactly this name comes first.
    #[must_use]
    pub fn registry_by_reference(&self, reference: &str) -> Option<&RegistryView> {
        let organization = &self.organization_state.0;
        self.registry(&RegistryId(Id::from_text(reference)))
            .or_else(|| {
                organization.registries_named(reference).into_iter().find_map(|named| self.registry(named.id()))
            })
            .or_else(|| organization.registries_formerly_named(reference).find_map(|id| self.registry(id)))
    }

    /// The reference to a registry: its name, or its id if the name leads elsewhere or the registry is hidden.
    #[must_use]
    pub fn reference_to_registry<'a>(&'a self, id: &'a RegistryId) -> &'a str {
        let name = self.registry(id).map(|registry_view| registry_view.registry.name().as_str());
        let leads_there = |name: &&str| {
            self.registry_by_reference(name).is_some_and(|registry_view| registry_view.registry.id() == id)
        };
        name.filter(leads_there).unwrap_or(id.0.as_str())
    }

    /// The collection that a reference leads to: the one with this id, else the one of the registry with this name, else the
    /// one there that had the name last. Names are compared exactly, after trimming and normalization (R).
    #[must_use]
    pub fn collection_by_reference(&self, registry: &RegistryId, reference: &str) -> Option<&Collection> {
        let catalog = self.catalog();
        let found = catalog
            .collection(&CollectionId(Id::from_text(reference)))
            .or_else(|| catalog.collection_named(registry, reference))
            .or_else(|| catalog.collection_formerly_named(registry, reference));
        found.map(|collection| &**collection)
    }

    /// The reference to a collection in its registry: its name, or its id if the name leads elsewhere.
    #[must_use]
    pub fn reference_to_collection<'a>(&self, collection: &'a Collection) -> &'a str {
        let name = collection.name.as_str();
        let found = self.collection_by_reference(&collection.registry, name);
        if found.is_some_and(|found| found.id == collection.id) { name } else { collection.id.0.as_str() }
    }

    /// The person or service account that a reference leads to: the one with this id, else with this username or name, else
    /// the one that had the name last. Names are compared by key, as those of registries are.
    #[must_use]
    pub fn account_by_reference(&self, reference: &str) -> Option<AccountId> {
        let id = Id::from_text(reference);
        let with_id = [AccountId::Person(PersonId(id.clone())), AccountId::ServiceAccount(ServiceAccountId(id))];
        let text = trim(reference);
        let key = FoldKey::of(text);
        let names = &self.organization_state.0.names;
        let named = || {
            let named: Vec<AccountId> = names.by_name(&key).filter_map(|named| named.account()).collect();
            let exact = named.iter().find(|account| self.name_in_references(account) == Some(text)).cloned();
            exact.or_else(|| named.into_iter().next())
        };
        let has = |account: &AccountId| self.name_in_references(account).is_some();
        with_id.into_iter().find(has).or_else(named).or_else(|| names.by_former_name(&key).find(|id| has(id)).cloned())
    }

    /// The reference to a person or service account: its username or name, or its id if the name leads elsewhere.
    #[must_use]
    pub fn reference_to_account<'a>(&'a self, account: &'a AccountId) -> &'a str {
        let leads_there = |name: &&str| self.account_by_reference(name).as_ref() == Some(account);
        self.name_in_references(account).filter(leads_there).unwrap_or(account.id().as_str())
    }

    fn name_in_references(&self, account: &AccountId) -> Option<&str> {
        match account {
            AccountId::Person(id) => self.people.get(id).map(|person| person.username.as_str()),
            AccountId::ServiceAccount(id) => self.service_accounts.get(id).map(|account| account.name.as_str()),
        }
    }
}

//! Indexes over the registries: by name, and by who is listed. Only this module inserts and removes registries and changes
//! their names and rows, so that the indexes stay complete.

use std::rc::Rc;

use crate::former_names::FormerNames;
use crate::index::Index;
use crate::text::{Unique, normalize};
use crate::{CoreRegistry, Grantee, NameKey, Organization, Registry, RegistryId, RegistryName, Row};

/// The custom registries by name and by their former names, and all registries by the grantees that they list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegistryIndex {
    by_name: Index<NameKey, RegistryId>,
    by_former_name: FormerNames<NameKey, RegistryId>,
    listings: Index<Grantee, RegistryId>,
}

impl Organization {
    /// The registry that takes a name, core registries included. Case does not matter (R).
    #[must_use]
    pub fn holder_of(&self, name: &RegistryName) -> Option<&Rc<Registry>> {
        self.holders_of(name).next()
    }

    /// The registries that take a name. There are several only if an earlier program did not consider their names equal.
    pub(crate) fn holders_of(&self, name: &RegistryName) -> impl Iterator<Item = &Rc<Registry>> {
        let core = CoreRegistry::ALL.into_iter().find(|core| core.holds(name));
        let custom = self.custom_registries_named(name.key()).filter(|holder| holder.name.excludes(name));
        self.core_registry(core).into_iter().chain(custom)
    }

    /// The registries that a text names: those with exactly this display name, then those with its key, then those of which
    /// it is the full name. An earlier program could give several registries names of one key.
    pub(crate) fn registries_named(&self, text: &str) -> Vec<&Rc<Registry>> {
        let (text, key) = (normalize(text), NameKey::of(text));
        let core = CoreRegistry::ALL.into_iter().find(|core| NameKey::of(core.name()) == key);
        let mut named: Vec<_> =
            self.core_registry(core).into_iter().chain(self.custom_registries_named(&key)).collect();
        named.sort_by_key(|registry| registry.name().as_str() != text);
        if let Some(key) = key.without_prefix() {
            let core = CoreRegistry::ALL.into_iter().find(|core| NameKey::of(core.artifact_type()) == key);
            named.extend(self.core_registry(core).into_iter().chain(self.custom_registries_named(&key)));
        }
        named
    }

    /// The registries that had a name before they were renamed, the latest first.
    pub(crate) fn registries_formerly_named<'a>(
        &'a self,
        text: &str,
    ) -> impl Iterator<Item = &'a RegistryId> + use<'a> {
        self.registry_index.by_former_name.holders(&NameKey::of(text))
    }

    fn core_registry(&self, core: Option<CoreRegistry>) -> Option<&Rc<Registry>> {
        self.registries.get(&core?.id())
    }

    fn custom_registries_named(&self, key: &NameKey) -> impl Iterator<Item = &Rc<Registry>> {
        self.registry_index.by_name.get(key).filter_map(|id| self.registries.get(id))
    }

    /// The registries that list a grantee, in the order of their ids.
    pub(crate) fn registries_listing(&self, grantee: &Grantee) -> impl Iterator<Item = &Rc<Registry>> {
        self.registry_index.listings.get(grantee).filter_map(|registry| self.registries.get(registry))
    }

    pub(crate) fn insert_registry(&mut self, registry: Registry) {
        let index = &mut self.registry_index;
        if registry.core.is_none() {
            index.by_name.insert(registry.name.key().clone(), registry.id.clone());
        }
        for row in registry.rows() {
            index.listings.insert(row.grantee.clone(), registry.id.clone());
        }
        self.registries.insert(registry);
    }

    pub(crate) fn rename_registry(&mut self, id: &RegistryId, name: &RegistryName) {
        let Some(registry) = self.registries.get_mut(id) else { return };
        if registry.core.is_none() {
            let index = &mut self.registry_index;
            index.by_name.remove(registry.name.key(), id);
            index.by_name.insert(name.key().clone(), id.clone());
            index.by_former_name.note_rename(registry.name.key().clone(), name.key(), id);
        }
        registry.name = name.clone();
    }

    pub(crate) fn remove_registry(&mut self, id: &RegistryId) {
        let Some(registry) = self.registries.get(id) else { return };
        let index = &mut self.registry_index;
        index.by_name.remove(registry.name.key(), id);
        for row in registry.rows() {
            index.listings.remove(&row.grantee, id);
        }
        self.registries.remove(id);
        self.catalog.remove_collections_of(id);
    }

    /// Lists a grantee of the organization in a registry. A grantee that is listed already keeps its row.
    pub(crate) fn list(&mut self, id: &RegistryId, row: Row) {
        let exists = self.has_grantee(&row.grantee);
        if let Some(registry) =
            self.registries.get_mut(id).filter(|registry| exists && registry.row(&row.grantee).is_none())
        {
            self.registry_index.listings.insert(row.grantee.clone(), id.clone());
            registry.rows.push(row);
        }
    }

    pub(crate) fn unlist(&mut self, id: &RegistryId, grantee: &Grantee) {
        if let Some(registry) = self.registries.get_mut(id) {
            self.registry_index.listings.remove(grantee, id);
            registry.rows.remove(grantee);
        }
    }
}

//! The consequences of an intent in the catalog: what goes along, which aliases move, and what is protected.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Consequences, union};
use crate::catalog::series::Numbered;
use crate::table::{Identified, Table};
use crate::{
    AccountId, Alias, ArtifactId, CollectionId, Holder, LinkId, Organization, ProjectId, Registry, RegistryId,
    RegistryName, Series, VersionId,
};

/// Something that an intent deletes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its kind and id.
    pub object: GoneObject,
    /// The name by which it is referred to.
    pub name: String,
}

/// A deleted object.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoneObject {
    /// A registry.
    Registry(RegistryId),
    /// A project.
    Project(ProjectId),
    /// A version in its project.
    Version(VersionId),
    /// A collection.
    Collection(CollectionId),
    /// A version in a collection.
    Link(LinkId),
}

/// An alias that another version holds, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasChange {
    /// The collection or artifact.
    pub series: SeriesId,
    /// The name by which it is referred to.
    pub name: String,
    /// The alias, which may be `latest`.
    pub alias: Alias,
    /// Whether the registry protects it: before, or after in a new collection.
    pub protected: bool,
    /// The number of the version that holds it before.
    pub before: Option<u32>,
    /// The number of the version that holds it after.
    pub after: Option<u32>,
}

/// A collection or an artifact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeriesId {
    /// A collection.
    Collection(CollectionId),
    /// An artifact.
    Artifact(ArtifactId),
}

/// An alias that becomes protected, or ordinary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectionChange {
    /// The registry, which may be new or deleted.
    pub registry: RegistryId,
    /// The registry's name before, or after for a new registry.
    pub name: RegistryName,
    /// The alias.
    pub alias: Alias,
    /// Whether it is protected before.
    pub before: bool,
    /// Whether it is protected after.
    pub after: bool,
    /// The versions that carry it: after, or before in a deleted registry.
    pub holders: Vec<Holder>,
}

/// The state before and after, and the account that may learn of it.
pub(super) struct CatalogChanges<'a> {
    pub before: &'a Organization,
    pub after: &'a Organization,
    pub viewer: &'a AccountId,
}

impl CatalogChanges<'_> {
    pub fn add_to(&self, consequences: &mut Consequences) {
        if self.before.catalog.ptr_eq(&self.after.catalog) && self.before.registries.ptr_eq(&self.after.registries) {
            return;
        }
        self.registries(consequences);
        self.projects(consequences);
        self.collections(consequences);
    }

    fn registries(&self, consequences: &mut Consequences) {
        for registry in changed(&self.before.registries, &self.after.registries) {
            let (before, after) = (self.before.registry(registry.id()), self.after.registry(registry.id()));
            if !self.sees_registry(registry.id()) {
                continue;
            }
            if after.is_none() {
                let object = GoneObject::Registry(registry.id().clone());
                consequences.gone.push(Gone { object, name: registry.name().to_string() });
            }
            let protected = |registry: Option<&Rc<Registry>>| {
                registry.map(|registry| registry.protected_aliases().clone()).unwrap_or_default()
            };
            let (old, new) = (protected(before), protected(after));
            for alias in old.symmetric_difference(&new) {
                let holders = match after {
                    Some(after) => self.after.carriers(after, alias),
                    None => self.before.carriers(registry, alias),
                };
                consequences.protections.push(ProtectionChange {
                    registry: registry.id().clone(),
                    name: registry.name().clone(),
                    alias: alias.clone(),
                    before: old.contains(alias),
                    after: new.contains(alias),
                    holders,
                });
            }
        }
    }

    fn projects(&self, consequences: &mut Consequences) {
        let (before, after) = (&self.before.catalog, &self.after.catalog);
        for project in changed(&before.projects, &after.projects) {
            let is_gone = after.project(&project.id).is_none();
            if is_gone && self.before.project_seen_by(self.viewer, &project.id).is_some() {
                let object = GoneObject::Project(project.id.clone());
                consequences.gone.push(Gone { object, name: self.before.project_reference(project) });
            }
        }
        for artifact in changed(&before.artifacts, &after.artifacts) {
            let sees =
                |organization: &Organization| organization.project_seen_by(self.viewer, &artifact.project).is_some();
            if !sees(self.before) && !sees(self.after) {
                continue;
            }
            let (old, new) = (before.artifact(&artifact.id), after.artifact(&artifact.id));
            let named = if old.is_some() { self.before } else { self.after };
            let (old, new) = (old.map(|one| &one.versions), new.map(|one| &one.versions));
            for version in removed(old, new) {
                let object = GoneObject::Version(version.id.clone());
                consequences.gone.push(Gone { object, name: named.version_reference(version) });
            }
            let series = SeriesId::Artifact(artifact.id.clone());
            let name = named.artifact_reference(artifact);
            consequences.aliases.extend(alias_changes(&series, &name, &BTreeSet::new(), old, new));
        }
    }

    fn collections(&self, consequences: &mut Consequences) {
        let (before, after) = (&self.before.catalog, &self.after.catalog);
        for collection in changed(&before.collections, &after.collections) {
            if !self.sees_registry(&collection.registry) {
                continue;
            }
            let (old, new) = (before.collection(&collection.id), after.collection(&collection.id));
            let named = if old.is_some() { self.before } else { self.after };
            let name = named.collection_reference(collection);
            if new.is_none() {
                let object = GoneObject::Collection(collection.id.clone());
                consequences.gone.push(Gone { object, name: name.clone() });
            }
            let (old, new) = (old.map(|one| &one.links), new.map(|one| &one.links));
            for link in removed(old, new) {
                let object = GoneObject::Link(link.id.clone());
                consequences.gone.push(Gone { object, name: named.link_reference(link) });
            }
            let registry = named.registry(&collection.registry);
            let protected = registry.map(|registry| registry.protected_aliases().clone()).unwrap_or_default();
            let series = SeriesId::Collection(collection.id.clone());
            consequences.aliases.extend(alias_changes(&series, &name, &protected, old, new));
        }
    }

    /// Whether the account can access the registry before or after.
    fn sees_registry(&self, id: &RegistryId) -> bool {
        [self.before, self.after].iter().any(|one| one.registry_seen_by(self.viewer, id).is_some())
    }
}

impl Organization {
    /// The versions of a registry that carry an alias, protected or not.
    fn carriers(&self, registry: &Registry, alias: &Alias) -> Vec<Holder> {
        let carriers = self.catalog.collections_of(registry.id()).filter_map(|collection| {
            let link = collection.links.get(collection.links.holder(alias)?)?;
            Some(self.holder(registry, link, alias))
        });
        carriers.collect()
    }
}

/// The items of both tables that both do not share: the old ones, then the new ones.
fn changed<'a, T: Identified>(before: &'a Table<T>, after: &'a Table<T>) -> impl Iterator<Item = &'a Rc<T>> {
    let is_shared = |item: &Rc<T>| {
        let (old, new) = (before.get(item.id()), after.get(item.id()));
        old.zip(new).is_some_and(|(old, new)| Rc::ptr_eq(old, new))
    };
    let items = if before.ptr_eq(after) { Vec::new() } else { union(before, after) };
    items.into_iter().filter(move |item| !is_shared(item))
}

/// The items that are in `before` only.
fn removed<'a, T: Numbered>(before: Option<&'a Series<T>>, after: Option<&'a Series<T>>) -> Vec<&'a T> {
    let items = before.into_iter().flat_map(Series::iter);
    let is_gone = |item: &&Rc<T>| after.is_none_or(|after| after.get(item.number()).is_none());
    items.filter(is_gone).map(|item| &**item).collect()
}

fn alias_changes<T: Numbered>(
    series: &SeriesId,
    name: &str,
    protected: &BTreeSet<Alias>,
    before: Option<&Series<T>>,
    after: Option<&Series<T>>,
) -> Vec<AliasChange> {
    if before.zip(after).is_some_and(|(before, after)| before.ptr_eq(after)) {
        return Vec::new();
    }
    let known =
        [before, after].into_iter().flatten().flat_map(|series| series.aliases().map(|(alias, _)| alias.clone()));
    let aliases: BTreeSet<Alias> = known.chain([Alias::latest()]).collect();
    let holder = |series: Option<&Series<T>>, alias: &Alias| series.and_then(|series| series.holder(alias));
    let changes = aliases.into_iter().filter_map(|alias| {
        let (before, after) = (holder(before, &alias), holder(after, &alias));
        (before != after).then(|| AliasChange {
            series: series.clone(),
            name: name.to_owned(),
            protected: protected.contains(&alias),
            alias,
            before,
            after,
        })
    });
    changes.collect()
}

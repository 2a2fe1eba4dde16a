//! Actions on collections, and on the links in them.

use super::review::Review;
use super::review::require;
use super::version::require_unmanaged;
use super::{Context, Reviewable};
use crate::catalog::collection::Collection;
use crate::{
    Alias, ArtifactType, CollectionId, CollectionName, Description, LinkId, Missing, Organization, Permission, Refusal,
    Registry, RegistryId, RegistryPermission, Tags, UniqueField, VersionRef,
};

/// An action on a collection or one of its links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CollectionAction {
    /// Create a collection.
    Create(NewCollection),
    /// Change some of a collection's name, description and tags. The other fields keep what they have when the action is applied.
    Edit {
        /// The collection to change.
        collection: CollectionId,
        /// The new name.
        name: Option<CollectionName>,
        /// The new description.
        description: Option<Description>,
        /// All new tags.
        tags: Option<Tags>,
    },
    /// Add tags to those of a collection.
    AddTags {
        /// The collection to change.
        collection: CollectionId,
        /// The tags. Those that it has already keep their places.
        tags: Tags,
    },
    /// Remove tags from a collection.
    RemoveTags {
        /// The collection to change.
        collection: CollectionId,
        /// The tags.
        tags: Tags,
    },
    /// Delete a collection with its links.
    Delete(CollectionId),
    /// Link a version to a collection.
    Link {
        /// The version. A link means its source (S).
        version: VersionRef,
        /// The collection.
        target: LinkTarget,
        /// The aliases that the link gets. `latest` is ignored (R).
        aliases: Vec<Alias>,
    },
    /// Remove a link. The version stays in its project.
    Unlink(LinkId),
}

/// The collection of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An existing collection.
    Collection(CollectionId),
    /// The collection of this name, which the linking creates if there is none (D).
    Named {
        /// The registry.
        registry: RegistryId,
        /// The name of the collection.
        name: CollectionName,
    },
}

/// The data of a new collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCollection {
    /// The registry.
    pub registry: RegistryId,
    /// The name.
    pub name: CollectionName,
    /// The type of its artifacts.
    pub artifact_type: ArtifactType,
    /// The description, which may be empty.
    pub description: Description,
    /// The tags.
    pub tags: Tags,
}

/// The version of a link that is to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkSource {
    /// A version.
    Version(VersionRef),
    /// A version that the account cannot find, and what of it is missing.
    Missing(Missing),
    /// A version of a personal account, which cannot be linked (D).
    Personal,
}

impl Reviewable for CollectionAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Create(new) => {
                let registry = review.permitted_registry(&new.registry, RegistryPermission::CreateCollection)?;
                require_free_name(review.organization, &new.registry, &new.name, None)?;
                require_accepted(registry, &new.artifact_type)
            }
            Self::Edit { collection, name, description, tags } => {
                let edits = name.is_some() || description.is_some();
                let permissions = [
                    edits.then_some(RegistryPermission::EditCollection),
                    tags.is_some().then_some(RegistryPermission::TagCollection),
                ];
                let collection = review.permitted_collection(collection, permissions.into_iter().flatten())?;
                name.as_ref().map_or(Ok(()), |name| {
                    require_free_name(review.organization, &collection.registry, name, Some(&collection.id))
                })
            }
            Self::AddTags { collection, .. } => {
                review.permitted_collection(collection, [RegistryPermission::TagCollection]).map(drop)
            }
            Self::RemoveTags { collection, tags } => {
                let collection = review.permitted_collection(collection, [RegistryPermission::TagCollection])?;
                require(tags.as_slice().iter().all(|tag| collection.tags.contains(tag)), Missing::Tag)
            }
            Self::Delete(collection) => {
                review.permitted_collection(collection, [RegistryPermission::DeleteCollection]).map(drop)
            }
            Self::Link { version, target, aliases } => {
                let faults = review.link_faults(&LinkSource::Version(version.clone()), Ok(target), aliases);
                faults.into_iter().next().map_or(Ok(()), Err)
            }
            Self::Unlink(id) => {
                review.seen_version(&VersionRef::Linked(id.clone()))?;
                review.require_permission(Permission::OnLink(id.clone(), RegistryPermission::UnlinkArtifact))
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        let stamp = context.stamp();
        let catalog = &mut organization.catalog;
        match self {
            Self::Create(new) => {
                if organization.registries.contains(&new.registry) {
                    catalog.insert_collection(CollectionId(context.id), new, stamp);
                }
            }
            Self::Edit { collection: id, name, description, tags } => {
                if let Some(name) = name {
                    catalog.rename_collection(id, name);
                }
                catalog.change_collection(id, &stamp, |collection| {
                    if let Some(description) = description {
                        collection.description = description.clone();
                    }
                    if let Some(tags) = tags {
                        collection.tags = tags.clone();
                    }
                });
            }
            Self::AddTags { collection, tags } => {
                catalog.change_collection(collection, &stamp, |one| one.tags = one.tags.with(tags.as_slice()));
            }
            Self::RemoveTags { collection, tags } => {
                catalog.change_collection(collection, &stamp, |one| one.tags = one.tags.without(tags.as_slice()));
            }
            Self::Delete(collection) => catalog.remove_collection(collection),
            Self::Link { version, target, aliases } => link(organization, version, target, aliases, &context),
            Self::Unlink(id) => catalog.unlink(id, &stamp),
        }
    }
}

fn link(
    organization: &mut Organization,
    version: &VersionRef,
    target: &LinkTarget,
    aliases: &[Alias],
    context: &Context<'_>,
) {
    let Some(version) = organization.source_of(version).cloned() else { return };
    let known = organization.collection_meant(target).map(|collection| collection.id.clone());
    let collection = match (known, target) {
        (Some(known), _) => known,
        (None, LinkTarget::Named { registry, name }) if organization.registries.contains(registry) => {
            let Some(artifact) = organization.catalog.artifact(&version.artifact) else { return };
            let new = NewCollection {
                registry: registry.clone(),
                name: name.clone(),
                artifact_type: artifact.artifact_type.clone(),
                description: Description::empty(),
                tags: Tags::default(),
            };
            let id = LinkId(context.id.clone()).collection_made_along();
            organization.catalog.insert_collection(id.clone(), &new, context.stamp());
            id
        }
        (None, _) => return,
    };
    organization.catalog.link_version(LinkId(context.id.clone()), &version.id, &collection, aliases, &context.stamp());
}

impl Organization {
    /// The collection that a link names, if it exists.
    pub(crate) fn collection_meant(&self, target: &LinkTarget) -> Option<&Collection> {
        match target {
            LinkTarget::Collection(id) => self.catalog.collection(id).map(|collection| &**collection),
            LinkTarget::Named { registry, name } => {
                self.catalog.collection_named(registry, name).map(|collection| &**collection)
            }
        }
    }
}

/// Names of collections are unique in their registry by exact comparison (R). `owner` may keep its name.
fn require_free_name(
    organization: &Organization,
    registry: &RegistryId,
    name: &CollectionName,
    owner: Option<&CollectionId>,
) -> Result<(), Refusal> {
    match organization.catalog.collection_named(registry, name) {
        Some(holder) if Some(&holder.id) != owner => {
            Err(Refusal::Taken { field: UniqueField::CollectionName, holder: None })
        }
        _ => Ok(()),
    }
}

/// A collection's type must be accepted by its registry (D).
fn require_accepted(registry: &Registry, artifact_type: &ArtifactType) -> Result<(), Refusal> {
    if registry.accepts().accepts(artifact_type) {
        return Ok(());
    }
    let accepts = registry.accepts().saved().iter().cloned().collect();
    Err(Refusal::TypeNotAccepted { artifact_type: artifact_type.clone(), accepts })
}

impl<'a> Review<'a> {
    /// Looks up a collection, and requires permissions in its registry. A collection of a registry without access is reported as
    /// missing (R).
    fn permitted_collection(
        &self,
        id: &CollectionId,
        permissions: impl IntoIterator<Item = RegistryPermission>,
    ) -> Result<&'a Collection, Refusal> {
        let collection = self.organization.collection_seen_by(self.actor, id);
        let collection = collection.ok_or(Refusal::Missing(Missing::Collection))?;
        for permission in permissions {
            self.require_permission(Permission::InCollection(id.clone(), permission))?;
        }
        Ok(collection)
    }

    /// All reasons against linking a version, in this order: permissions, a personal account, what is missing, aliases, and types.
    /// Of a registry or collection that the account cannot see, only that it is missing: nothing else depends on it.
    pub(crate) fn link_faults(
        &self,
        source: &LinkSource,
        target: Result<&LinkTarget, Missing>,
        aliases: &[Alias],
    ) -> Vec<Refusal> {
        let version = match source {
            LinkSource::Version(version) => self.usable_version(version),
            LinkSource::Missing(missing) => Err(Refusal::Missing(*missing)),
            LinkSource::Personal => Err(Refusal::PersonalAccount),
        };
        let version_fault = version.as_ref().err().cloned();
        let managed = aliases.iter().filter(|alias| !alias.is_latest());
        let managed = managed.filter_map(|alias| require_unmanaged(alias).err());
        let (registry, collection) = match target.and_then(|target| self.link_place(target)) {
            Ok(place) => place,
            Err(missing) => {
                let mut faults: Vec<Refusal> =
                    [Some(Refusal::Missing(missing)), version_fault].into_iter().flatten().collect();
                faults.sort_by_key(|fault| *fault != Refusal::PersonalAccount);
                return faults.into_iter().chain(managed).collect();
            }
        };
        let in_registry =
            |permission| self.require_permission(Permission::InRegistry(registry.id().clone(), permission)).err();
        let mut faults: Vec<Refusal> = in_registry(RegistryPermission::LinkArtifact).into_iter().collect();
        if collection.is_none() {
            faults.extend(in_registry(RegistryPermission::CreateCollection));
        }
        if aliases.iter().any(|alias| registry.protected_aliases().contains(alias)) {
            faults.extend(in_registry(RegistryPermission::SetProtectedAlias));
        }
        faults.extend(version_fault);
        faults.extend(managed);
        if let Some(artifact) = version.ok().and_then(|version| self.organization.catalog.artifact(&version.artifact)) {
            faults.extend(require_accepted(registry, &artifact.artifact_type).err());
            if let Some(collection) = collection.filter(|one| one.artifact_type != artifact.artifact_type) {
                faults.push(Refusal::WrongType {
                    artifact_type: artifact.artifact_type.clone(),
                    collection_type: collection.artifact_type.clone(),
                });
            }
        }
        faults
    }

    /// The registry of a link, and its collection if it exists.
    fn link_place(&self, target: &LinkTarget) -> Result<(&'a Registry, Option<&'a Collection>), Missing> {
        let collection = self.organization.collection_meant(target);
        let (registry, missing) = match target {
            LinkTarget::Collection(_) => (collection.map(|collection| &collection.registry), Missing::Collection),
            LinkTarget::Named { registry, .. } => (Some(registry), Missing::Registry),
        };
        let registry = registry.and_then(|id| self.organization.registry_seen_by(self.actor, id));
        registry.map(|registry| (registry, collection)).ok_or(missing)
    }
}

//! Actions on the versions of artifacts, by their projects or by links to them.

use super::review::{Review, require};
use super::{Context, Reviewable};
use crate::catalog::artifact::Version;
use crate::catalog::collection::Link;
use crate::{
    Alias, ArtifactName, ArtifactType, Description, LinkId, Manifest, Metadata, Missing, Organization, Permission,
    ProjectId, Refusal, RegistryPermission, RunName, Tag, Tags, VersionId,
};

/// A version, and how it is reached: access to it is decided by that (D).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VersionRef {
    /// A version in its project.
    Source(VersionId),
    /// A version in a collection.
    Linked(LinkId),
}

/// An action on a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionAction {
    /// Log a version of an artifact in a project.
    Log(NewVersion),
    /// Change some of what belongs to the version in its project, and shows in every link. The other fields keep what they have
    /// when the action is applied.
    Edit {
        /// The version to change.
        version: VersionRef,
        /// The new description.
        description: Option<Description>,
        /// The new metadata.
        metadata: Option<Metadata>,
        /// All new tags.
        tags: Option<Tags>,
    },
    /// Add tags to those of a version.
    AddTags {
        /// The version to change.
        version: VersionRef,
        /// The tags. Those that it has already keep their places.
        tags: Tags,
    },
    /// Remove tags from a version.
    RemoveTags {
        /// The version to change.
        version: VersionRef,
        /// The tags.
        tags: Tags,
    },
    /// Give an alias to a version. It moves from any other of the artifact or collection.
    AddAlias {
        /// The version that gets it.
        version: VersionRef,
        /// The alias.
        alias: Alias,
    },
    /// Take an alias from a version.
    RemoveAlias {
        /// The version that has it.
        version: VersionRef,
        /// The alias.
        alias: Alias,
    },
    /// Delete a version from its project, with the links to it.
    Delete(VersionId),
}

/// The data of a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVersion {
    /// The project.
    pub project: ProjectId,
    /// The name of the artifact, which may be new.
    pub name: ArtifactName,
    /// The type of the artifact.
    pub artifact_type: ArtifactType,
    /// The description, which may be empty.
    pub description: Description,
    /// The metadata.
    pub metadata: Metadata,
    /// The tags.
    pub tags: Tags,
    /// The aliases in the project. `latest` is ignored (R).
    pub aliases: Vec<Alias>,
    /// The files.
    pub files: Manifest,
    /// The run that logs it.
    pub run: Option<NewRun>,
}

/// A run that logs a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRun {
    /// The name.
    pub name: RunName,
    /// The versions that it has read. A link means its source (S).
    pub inputs: Vec<VersionRef>,
}

impl NewVersion {
    /// Whether logging refuses the type, as the client does (S).
    #[must_use]
    pub fn has_reserved_type(&self) -> bool {
        let (kind, name) = (self.artifact_type.as_str(), self.name.as_str());
        self.artifact_type.is_reserved()
            || (kind == "run_table" && name.starts_with("run-"))
            || (kind == "code" && name.starts_with("source-"))
    }
}

impl Reviewable for VersionAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Log(new) => review_log(review, new),
            Self::Edit { version, description, metadata, tags } => {
                let edits = description.is_some() || metadata.is_some();
                let permissions = [
                    edits.then_some(RegistryPermission::EditArtifact),
                    tags.is_some().then_some(RegistryPermission::TagVersion),
                ];
                review.writable_version(version, permissions.into_iter().flatten()).map(drop)
            }
            Self::AddTags { version, .. } => {
                review.writable_version(version, [RegistryPermission::TagVersion]).map(drop)
            }
            Self::RemoveTags { version, tags } => {
                let version = review.writable_version(version, [RegistryPermission::TagVersion])?;
                require(tags.as_slice().iter().all(|tag| version.tags.contains(tag)), Missing::Tag)
            }
            Self::AddAlias { version, alias } => {
                review.require_alias_permission(version, alias)?;
                require_unmanaged(alias)
            }
            Self::RemoveAlias { version, alias } => {
                let holder = review.require_alias_permission(version, alias)?;
                require_unmanaged(alias)?;
                require(holder, Missing::Alias)
            }
            Self::Delete(id) => {
                let version = review.seen_version(&VersionRef::Source(id.clone()))?.version;
                review.require_write_access(version)?;
                review.keep_protected_aliases(review.organization.holders_of_version(&version.id))
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        let stamp = context.stamp();
        match self {
            Self::Log(new) => {
                let inputs = new.run.iter().flat_map(|run| &run.inputs);
                let inputs = inputs.filter_map(|input| Some(organization.source_of(input)?.id.clone()));
                let mut distinct: Vec<VersionId> = Vec::new();
                for input in inputs {
                    if !distinct.contains(&input) {
                        distinct.push(input);
                    }
                }
                organization.catalog.log(VersionId(context.id), new, distinct, &stamp);
                organization.catalog.touch_project(&new.project, &stamp);
            }
            Self::Edit { version, description, metadata, tags } => change(organization, version, &context, |version| {
                if let Some(description) = description {
                    version.description = description.clone();
                }
                if let Some(metadata) = metadata {
                    version.metadata = metadata.clone();
                }
                if let Some(tags) = tags {
                    version.tags = tags.clone();
                }
            }),
            Self::AddTags { version, tags } => {
                change(organization, version, &context, |version| version.tags = version.tags.with(tags.as_slice()));
            }
            Self::RemoveTags { version, tags } => {
                change(organization, version, &context, |version| version.tags = version.tags.without(tags.as_slice()));
            }
            Self::AddAlias { version, alias } => match version {
                VersionRef::Source(id) => {
                    organization.catalog.set_version_alias(id, alias);
                    change(organization, version, &context, |_| {});
                }
                VersionRef::Linked(id) => organization.catalog.set_link_alias(id, alias, &stamp),
            },
            Self::RemoveAlias { version, alias } => match version {
                VersionRef::Source(id) => {
                    organization.catalog.remove_version_alias(id, alias);
                    change(organization, version, &context, |_| {});
                }
                VersionRef::Linked(id) => organization.catalog.remove_link_alias(id, alias, &stamp),
            },
            Self::Delete(id) => {
                let project = organization.catalog.version(id).and_then(|one| organization.catalog.project_of(one));
                let project = project.map(|project| project.id.clone());
                organization.catalog.remove_version(id, &stamp);
                if let Some(project) = project {
                    organization.catalog.touch_project(&project, &stamp);
                }
            }
        }
    }
}

fn review_log(review: &Review<'_>, new: &NewVersion) -> Result<(), Refusal> {
    review.permitted_project(&new.project, Permission::WriteProject)?;
    for input in new.run.iter().flat_map(|run| &run.inputs) {
        review.usable_version(input)?;
    }
    new.aliases.iter().filter(|alias| !alias.is_latest()).try_for_each(require_unmanaged)?;
    if new.has_reserved_type() {
        return Err(Refusal::ReservedType(new.artifact_type.clone()));
    }
    match review.organization.catalog.artifact_named(&new.project, &new.name) {
        Some(artifact) if artifact.artifact_type != new.artifact_type => {
            Err(Refusal::OtherType { artifact_type: new.artifact_type.clone(), has: artifact.artifact_type.clone() })
        }
        _ => Ok(()),
    }
}

/// `latest`, `v0` and so on cannot be set (R).
pub(super) fn require_unmanaged(alias: &Alias) -> Result<(), Refusal> {
    if alias.is_managed() { Err(Refusal::ManagedAlias(alias.clone())) } else { Ok(()) }
}

fn change(
    organization: &mut Organization,
    version: &VersionRef,
    context: &Context<'_>,
    change: impl FnOnce(&mut Version),
) {
    let Some(version) = organization.source_of(version).cloned() else { return };
    organization.catalog.change_version(&version.id, change);
    if let Some(project) = organization.catalog.project_of(&version).map(|project| project.id.clone()) {
        organization.catalog.touch_project(&project, &context.stamp());
    }
}

/// A version that an account sees.
pub(super) struct VersionView<'a> {
    pub version: &'a Version,
    /// The link by which it is reached.
    pub link: Option<&'a Link>,
}

impl<'a> Review<'a> {
    /// Looks up a version. One that the account cannot see is reported as missing (R).
    pub(super) fn seen_version(&self, version: &VersionRef) -> Result<VersionView<'a>, Refusal> {
        let (version, link) =
            self.organization.version_seen_by(self.actor, version).ok_or(Refusal::Missing(Missing::Version))?;
        Ok(VersionView { version, link })
    }

    /// Looks up a version, and requires that the account may use it where it is reached, or sees its project (R).
    pub(super) fn usable_version(&self, version: &VersionRef) -> Result<&'a Version, Refusal> {
        let VersionView { version, link } = self.seen_version(version)?;
        if let Some(link) = link
            && !self.organization.sees_project_of(self.actor, version)
        {
            self.require_permission(Permission::OnLink(link.id.clone(), RegistryPermission::UseArtifact))?;
        }
        Ok(version)
    }

    /// Looks up a version, and requires the permissions in the registry by which it is reached, then write access to its project
    /// (R). By its project only the latter counts.
    fn writable_version(
        &self,
        version: &VersionRef,
        permissions: impl IntoIterator<Item = RegistryPermission>,
    ) -> Result<&'a Version, Refusal> {
        let VersionView { version, link } = self.seen_version(version)?;
        if let Some(link) = link {
            for permission in permissions {
                self.require_permission(Permission::OnLink(link.id.clone(), permission))?;
            }
        }
        self.require_write_access(version)?;
        Ok(version)
    }

    fn require_write_access(&self, version: &Version) -> Result<(), Refusal> {
        let project = self.organization.catalog.project_of(version).ok_or(Refusal::Missing(Missing::Project))?;
        self.require_permission(Permission::WriteProject(project.id.clone()))
    }

    /// Requires the permission to set or remove an alias: in a registry that to set aliases, or protected ones (D), and in a
    /// project write access. Returns whether the version has the alias.
    fn require_alias_permission(&self, version: &VersionRef, alias: &Alias) -> Result<bool, Refusal> {
        let VersionView { version, link } = self.seen_version(version)?;
        let Some(link) = link else {
            self.require_write_access(version)?;
            let artifact = self.organization.catalog.artifact(&version.artifact);
            return Ok(artifact.is_some_and(|one| one.versions.holder(alias) == Some(version.number)));
        };
        let collection = self.organization.catalog.collection(&link.collection);
        let collection = collection.ok_or(Refusal::Missing(Missing::Collection))?;
        let permission = self.organization.alias_permission(&collection.registry, alias);
        self.require_permission(Permission::OnLink(link.id.clone(), permission))?;
        Ok(collection.links.holder(alias) == Some(link.number))
    }
}

impl Tags {
    /// The tags of a list.
    #[must_use]
    pub fn of(tags: &[Tag]) -> Self {
        tags.iter().cloned().collect()
    }
}

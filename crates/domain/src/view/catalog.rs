//! The catalog as one account sees it: the projects of its teams, and the collections of the registries that it can access.

use std::rc::Rc;

use super::{Lookup, View};
use crate::action::Review;
use crate::{
    AccountId, Alias, Artifact, ArtifactId, ArtifactName, Collection, CollectionId, CollectionName, Holder, Link,
    LinkSource, LinkTarget, Missing, NameKey, Organization, Permission, Project, ProjectId, Refusal, Registry,
    RegistryId, RegistryPermission, TeamId, TeamRole, Trial, Version, VersionId, VersionRef, normalize,
};

/// The catalog as one account sees it.
#[derive(Clone, Copy)]
pub struct CatalogView<'a> {
    organization: &'a Organization,
    account: &'a AccountId,
}

/// A project with the role that counts in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectView<'a> {
    /// The project.
    pub project: &'a Rc<Project>,
    /// The role: an admin of the organization is an Admin, and a service account of the team is a Member (R).
    pub role: TeamRole,
}

/// A version as it is reached: in its project, or by a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionView<'a> {
    /// The version, whose description, metadata, tags and files show in every link.
    pub version: &'a Rc<Version>,
    /// Its artifact. By a link only its type may be shown.
    pub artifact: &'a Rc<Artifact>,
    /// The link and the collection by which it is reached.
    pub link: Option<(&'a Rc<Link>, &'a Rc<Collection>)>,
    /// Whether the account sees the project, so that the source, run and inputs may be named.
    pub sees_source: bool,
}

impl<'a> VersionView<'a> {
    /// The number in the artifact or collection.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.link.map_or(self.version.number, |(link, _)| link.number)
    }

    /// The aliases in the artifact or collection, with `latest`, by code point.
    #[must_use]
    pub fn aliases(&self) -> Vec<Alias> {
        let (mut aliases, latest): (Vec<Alias>, _) = match self.link {
            Some((link, one)) => {
                (one.links.aliases_of(link.number).cloned().collect(), one.links.latest().map(|link| link.number))
            }
            None => {
                let versions = &self.artifact.versions;
                let latest = versions.latest().map(|version| version.number);
                (versions.aliases_of(self.version.number).cloned().collect(), latest)
            }
        };
        if latest == Some(self.number()) {
            aliases.push(Alias::latest());
            aliases.sort();
        }
        aliases
    }

    /// The reference by which it is reached.
    #[must_use]
    pub fn reference(&self) -> VersionRef {
        match self.link {
            Some((link, _)) => VersionRef::Linked(link.id.clone()),
            None => VersionRef::Source(self.version.id.clone()),
        }
    }
}

impl<'a> CatalogView<'a> {
    /// The projects that the account sees, in the order of their ids.
    #[must_use]
    pub fn projects(self) -> Vec<ProjectView<'a>> {
        self.organization.catalog.projects.iter().filter_map(|project| self.project(&project.id)).collect()
    }

    /// The project with this id.
    #[must_use]
    pub fn project(self, id: &ProjectId) -> Option<ProjectView<'a>> {
        let project = self.organization.catalog.project(id)?;
        let role = self.organization.team_role(self.account, &project.team)?;
        Some(ProjectView { project, role })
    }

    /// The projects of a team, in the order of their ids.
    pub fn projects_of(self, team: &TeamId) -> impl Iterator<Item = ProjectView<'a>> {
        self.organization.catalog.projects_of(team).filter_map(move |project| self.project(&project.id))
    }

    /// The project of a team with this name. Names are compared by their keys (R).
    #[must_use]
    pub fn project_named(self, team: &TeamId, name: &str) -> Option<ProjectView<'a>> {
        self.project(&self.organization.catalog.project_named(team, &NameKey::of(name))?.id)
    }

    /// The artifacts of a project, in the order of their ids.
    pub fn artifacts_of(self, project: &ProjectId) -> impl Iterator<Item = &'a Rc<Artifact>> {
        let project = self.project(project).map(|project_view| &project_view.project.id);
        project.into_iter().flat_map(move |id| self.organization.catalog.artifacts_of(id))
    }

    /// The artifact with this id.
    #[must_use]
    pub fn artifact(self, id: &ArtifactId) -> Option<&'a Rc<Artifact>> {
        let artifact = self.organization.catalog.artifact(id)?;
        self.project(&artifact.project).map(|_| artifact)
    }

    /// The artifact of a project with exactly this name.
    #[must_use]
    pub fn artifact_named(self, project: &ProjectId, name: &str) -> Option<&'a Rc<Artifact>> {
        let name = ArtifactName::new_unchecked(&normalize(name));
        self.artifact(&self.organization.catalog.artifact_named(project, &name)?.id)
    }

    /// The collections of a registry, in the order of their ids.
    pub fn collections_of(self, registry: &RegistryId) -> impl Iterator<Item = &'a Rc<Collection>> {
        let registry = self.registry(registry).map(|registry| registry.id());
        registry.into_iter().flat_map(move |id| self.organization.catalog.collections_of(id))
    }

    /// The collection with this id.
    #[must_use]
    pub fn collection(self, id: &CollectionId) -> Option<&'a Rc<Collection>> {
        let collection = self.organization.catalog.collection(id)?;
        self.registry(&collection.registry).map(|_| collection)
    }

    /// The collection of a registry with exactly this name, after trimming and normalization.
    #[must_use]
    pub fn collection_named(self, registry: &RegistryId, name: &str) -> Option<&'a Rc<Collection>> {
        let name = CollectionName::new_unchecked(&normalize(name));
        self.collection(&self.organization.catalog.collection_named(registry, &name)?.id)
    }

    /// The collection of a registry that had exactly this name last, before it was renamed.
    pub(super) fn collection_formerly_named(self, registry: &RegistryId, name: &str) -> Option<&'a Rc<Collection>> {
        let name = CollectionName::new_unchecked(&normalize(name));
        self.organization.catalog.collections_formerly_named(registry, &name).find_map(|id| self.collection(id))
    }

    /// The versions of a collection from the nth link on, the oldest first.
    pub fn versions_in(
        self,
        collection: &CollectionId,
        nth: usize,
    ) -> impl Iterator<Item = (&'a Rc<Link>, &'a Rc<Version>)> {
        let links = self.collection(collection).map(|collection| collection.links.iter().skip(nth));
        let catalog = &self.organization.catalog;
        links.into_iter().flatten().filter_map(move |link| Some((link, catalog.version(&link.source)?)))
    }

    /// A version where it is reached.
    #[must_use]
    pub fn version(self, reference: &VersionRef) -> Option<VersionView<'a>> {
        self.organization.version_seen_by(self.account, reference)?;
        let catalog = &self.organization.catalog;
        let (id, link) = match reference {
            VersionRef::Source(id) => (id, None),
            VersionRef::Linked(id) => {
                let link = catalog.link(id)?;
                (&link.source, Some((link, catalog.collection(&link.collection)?)))
            }
        };
        let version = catalog.version(id)?;
        let sees_source = self.organization.sees_project_of(self.account, version);
        Some(VersionView { version, artifact: catalog.artifact(&version.artifact)?, link, sees_source })
    }

    /// The links to a version in registries that the account can access, in the order of their ids.
    pub fn links_to(self, version: &VersionId) -> impl Iterator<Item = &'a Rc<Link>> {
        self.organization.catalog.links_of(version).filter(move |link| self.collection(&link.collection).is_some())
    }

    /// The versions that the run of this one has read, as far as the account sees them: in their projects, or else by a link.
    /// None if the account does not see the project of this one.
    #[must_use]
    pub fn inputs_of(self, version_view: &VersionView<'_>) -> Vec<VersionRef> {
        let run = version_view.version.run.as_ref().filter(|_| version_view.sees_source);
        let inputs = run.into_iter().flat_map(|run| &run.inputs);
        inputs.filter_map(|input| self.seen_reference(input)).collect()
    }

    /// The versions that runs have made from this one, as far as the account sees them. None if it does not see the project of
    /// this one.
    #[must_use]
    pub fn users_of(self, version_view: &VersionView<'_>) -> Vec<VersionRef> {
        let users = self.organization.catalog.users_of(&version_view.version.id).filter(|_| version_view.sees_source);
        users.filter_map(|user| self.seen_reference(&user.id)).collect()
    }

    fn seen_reference(self, version: &VersionId) -> Option<VersionRef> {
        let source = VersionRef::Source(version.clone());
        let linked = || self.links_to(version).next().map(|link| VersionRef::Linked(link.id.clone()));
        if self.version(&source).is_some() { Some(source) } else { linked() }
    }

    /// The versions of a registry that carry protected aliases, by collection.
    #[must_use]
    pub fn protected_in(self, registry: &RegistryId) -> Vec<Holder> {
        self.registry(registry).map(|registry| self.organization.holders_in_registry(registry)).unwrap_or_default()
    }

    /// Whether the account may see the files of a version where it is reached (D). Everybody who sees a project may (D).
    #[must_use]
    pub fn may_view_files(self, version: &VersionView<'_>) -> bool {
        version.link.is_none_or(|(link, _)| {
            let permission = Permission::OnLink(link.id.clone(), RegistryPermission::ViewFiles);
            self.organization.may(self.account, &permission).is_granted()
        })
    }

    /// The name by which a version is referred to: `team/project/artifact:v0`, or `registry/collection:v0`.
    #[must_use]
    pub fn name_of(self, reference: &VersionRef) -> Option<String> {
        let VersionView { version, link, .. } = self.version(reference)?;
        Some(match link {
            Some((link, _)) => self.organization.link_reference(link),
            None => self.organization.version_reference(version),
        })
    }

    /// The name by which a project is referred to: `team/project`.
    #[must_use]
    pub fn name_of_project(self, project: &Project) -> String {
        self.organization.project_reference(project)
    }

    /// The name by which an artifact is referred to: `team/project/artifact`.
    #[must_use]
    pub fn name_of_artifact(self, artifact: &Artifact) -> String {
        self.organization.artifact_reference(artifact)
    }

    /// The name by which a collection is referred to: `registry/collection`.
    #[must_use]
    pub fn name_of_collection(self, collection: &Collection) -> String {
        self.organization.collection_reference(collection)
    }

    /// The name by which W&B's client finds a collection: `wandb-registry-name/collection` (S).
    #[must_use]
    pub fn full_name_of_collection(self, collection: &Collection) -> String {
        self.organization.collection_full_name(collection)
    }

    /// All reasons against linking a version, in the order in which they are reported. There are none if it will link. A target
    /// that the account cannot find is an error.
    #[must_use]
    pub fn link_faults(
        self,
        source: &LinkSource,
        target: Result<&LinkTarget, Missing>,
        aliases: &[Alias],
    ) -> Vec<Refusal> {
        let Self { organization, account } = self;
        Review { organization, actor: account }.link_faults(source, target, aliases)
    }

    fn registry(self, id: &RegistryId) -> Option<&'a Registry> {
        self.organization.registry_seen_by(self.account, id)
    }
}

impl View {
    /// The catalog as the account sees it.
    #[must_use]
    pub fn catalog(&self) -> CatalogView<'_> {
        CatalogView { organization: &self.organization_state.0, account: &self.account }
    }
}

impl<'a> Lookup<'a> {
    /// The catalog as the account sees it.
    #[must_use]
    pub fn catalog(self) -> CatalogView<'a> {
        CatalogView { organization: self.organization, account: self.account }
    }
}

impl Trial {
    /// The catalog of the copy as the account sees it.
    #[must_use]
    pub fn catalog(&self) -> CatalogView<'_> {
        CatalogView { organization: &self.organization, account: &self.account }
    }
}

//! Access to the catalog: visible projects, collections and versions, and the versions that carry protected aliases.
//!
//! A project belongs to a team: its people and service accounts see it, and the admins of the organization (D, R). What is linked
//! in a registry is seen by every account that can access the registry.

use crate::catalog::artifact::Version;
use crate::catalog::collection::{Collection, Link};
use crate::catalog::project::Project;
use crate::{
    AccountId, Alias, CollectionId, Organization, PersonId, ProjectId, Registry, RegistryId, RegistryPermission,
    TeamId, TeamRole, VersionId, VersionRef,
};

/// A version that carries a protected alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The link.
    pub link: crate::LinkId,
    /// The registry that protects the alias.
    pub registry: RegistryId,
    /// The name of the version: `registry/collection:v0`.
    pub version: String,
    /// The alias.
    pub alias: Alias,
}

impl Organization {
    /// The role that counts in the projects of a team: an admin of the organization is an Admin, and a service account of the
    /// team is a Member (R). `None` if the account cannot see them.
    #[must_use]
    pub fn team_role(&self, account: &AccountId, team: &TeamId) -> Option<TeamRole> {
        let team = self.team(team)?;
        if self.is_admin(account) {
            return Some(TeamRole::Admin);
        }
        match account {
            AccountId::Person(id) => team.people.get(id).copied(),
            AccountId::ServiceAccount(id) => team.service_accounts.contains(id).then_some(TeamRole::Member),
        }
    }

    /// The people with at least this role in the projects of a team, in the order of their ids.
    pub(crate) fn people_with_team_role(&self, team: &TeamId, needs: TeamRole) -> Vec<PersonId> {
        let has_role = |id: &PersonId| self.team_role(&AccountId::Person(id.clone()), team) >= Some(needs);
        self.people.iter().map(|person| &person.id).filter(|id| has_role(id)).cloned().collect()
    }

    pub(crate) fn project_seen_by(&self, account: &AccountId, id: &ProjectId) -> Option<&Project> {
        let project = self.catalog.project(id)?;
        self.team_role(account, &project.team).map(|_| &**project)
    }

    pub(crate) fn sees_project_of(&self, account: &AccountId, version: &Version) -> bool {
        let project = self.catalog.project_of(version);
        project.is_some_and(|project| self.team_role(account, &project.team).is_some())
    }

    pub(crate) fn registry_seen_by(&self, account: &AccountId, id: &RegistryId) -> Option<&Registry> {
        let registry = self.registry(id)?;
        self.role_in(account, registry).map(|_| &**registry)
    }

    pub(crate) fn collection_seen_by(&self, account: &AccountId, id: &CollectionId) -> Option<&Collection> {
        let collection = self.catalog.collection(id)?;
        self.registry_seen_by(account, &collection.registry).map(|_| &**collection)
    }

    /// A version that the account sees where it is reached, with the link by which it is.
    pub(crate) fn version_seen_by(
        &self,
        account: &AccountId,
        version: &VersionRef,
    ) -> Option<(&Version, Option<&Link>)> {
        match version {
            VersionRef::Source(id) => {
                let version = self.catalog.version(id)?;
                self.sees_project_of(account, version).then_some((&**version, None))
            }
            VersionRef::Linked(id) => {
                let link = self.catalog.link(id)?;
                self.collection_seen_by(account, &link.collection)?;
                Some((&**self.catalog.version(&link.source)?, Some(&**link)))
            }
        }
    }

    /// The version in its project, for any account.
    pub(crate) fn source_of(&self, version: &VersionRef) -> Option<&Version> {
        let id = match version {
            VersionRef::Source(id) => id,
            VersionRef::Linked(id) => &self.catalog.link(id)?.source,
        };
        self.catalog.version(id).map(|version| &**version)
    }

    /// The permission to set or remove an alias in a registry (D).
    pub(crate) fn alias_permission(&self, registry: &RegistryId, alias: &Alias) -> RegistryPermission {
        let is_protected = self.registry(registry).is_some_and(|registry| registry.protected_aliases().contains(alias));
        if is_protected { RegistryPermission::SetProtectedAlias } else { RegistryPermission::SetAlias }
    }

    /// The protected aliases that a link carries.
    pub(crate) fn holders_of_link(&self, link: &Link) -> Vec<Holder> {
        let Some(collection) = self.catalog.collection(&link.collection) else { return Vec::new() };
        let Some(registry) = self.registry(&collection.registry) else { return Vec::new() };
        let aliases = collection.links.aliases_of(link.number);
        let protected = aliases.filter(|alias| registry.protected_aliases().contains(*alias));
        protected.map(|alias| self.holder(registry, link, alias)).collect()
    }

    /// The versions of a collection with protected aliases, by alias.
    pub(crate) fn holders_in_collection(&self, collection: &Collection) -> Vec<Holder> {
        let Some(registry) = self.registry(&collection.registry) else { return Vec::new() };
        let held = registry.protected_aliases().iter().filter_map(|alias| {
            let link = collection.links.get(collection.links.holder(alias)?)?;
            Some(self.holder(registry, link, alias))
        });
        held.collect()
    }

    /// The versions of a registry with protected aliases, by collection.
    pub(crate) fn holders_in_registry(&self, registry: &Registry) -> Vec<Holder> {
        if registry.protected_aliases().is_empty() {
            return Vec::new();
        }
        self.catalog.collections_of(registry.id()).flat_map(|one| self.holders_in_collection(one)).collect()
    }

    /// The links to a version with protected aliases.
    pub(crate) fn holders_of_version(&self, version: &VersionId) -> Vec<Holder> {
        self.catalog.links_of(version).flat_map(|link| self.holders_of_link(link)).collect()
    }

    /// The links to the versions of a project with protected aliases.
    pub(crate) fn holders_in_project(&self, project: &ProjectId) -> Vec<Holder> {
        let versions = self.catalog.artifacts_of(project).flat_map(|artifact| artifact.versions.iter());
        versions.flat_map(|version| self.holders_of_version(&version.id)).collect()
    }

    pub(crate) fn holder(&self, registry: &Registry, link: &Link, alias: &Alias) -> Holder {
        let version = self.link_reference(link);
        Holder { link: link.id.clone(), registry: registry.id().clone(), version, alias: alias.clone() }
    }
}

//! Indexes over the catalog. Only this module inserts, renames and removes projects, versions, collections and links, so that
//! the indexes stay complete.

use std::rc::Rc;

use rpds::HashTrieMap;

use super::Catalog;
use super::artifact::{Artifact, Version};
use super::collection::{Collection, Link};
use super::project::Project;
use crate::former_names::FormerNames;
use crate::index::Index;
use crate::{
    Alias, ArtifactId, ArtifactName, CollectionId, CollectionName, LinkId, NameKey, NewCollection, NewVersion,
    ProjectId, ProjectName, RegistryId, Run, Stamp, TeamId, VersionId,
};

/// The places of the catalog's objects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogIndex {
    projects: HashTrieMap<(TeamId, NameKey), ProjectId>,
    projects_of: Index<TeamId, ProjectId>,
    artifacts: HashTrieMap<(ProjectId, ArtifactName), ArtifactId>,
    artifacts_of: Index<ProjectId, ArtifactId>,
    /// The versions by id. If the same content was logged again, its id means the version that had it.
    versions: HashTrieMap<VersionId, (ArtifactId, u32)>,
    collections: HashTrieMap<(RegistryId, CollectionName), CollectionId>,
    collections_by_former_name: FormerNames<(RegistryId, CollectionName), CollectionId>,
    collections_of: Index<RegistryId, CollectionId>,
    /// The links by id. If the same version was linked again, its id means the link that was there.
    links: HashTrieMap<LinkId, (CollectionId, u32)>,
    links_of: Index<VersionId, LinkId>,
    users_of: Index<VersionId, VersionId>,
}

impl Catalog {
    /// The project with this id, unless deleted.
    pub(crate) fn project(&self, id: &ProjectId) -> Option<&Rc<Project>> {
        self.projects.get(id)
    }

    /// The project of a team with this key.
    pub(crate) fn project_named(&self, team: &TeamId, key: &NameKey) -> Option<&Rc<Project>> {
        self.project(self.index.projects.get(&(team.clone(), key.clone()))?)
    }

    /// The projects of a team, in the order of their ids.
    pub(crate) fn projects_of(&self, team: &TeamId) -> impl Iterator<Item = &Rc<Project>> {
        self.index.projects_of.get(team).filter_map(|id| self.project(id))
    }

    /// The artifact with this id, unless its project is deleted.
    pub(crate) fn artifact(&self, id: &ArtifactId) -> Option<&Rc<Artifact>> {
        self.artifacts.get(id)
    }

    /// The artifact of a project with exactly this name.
    pub(crate) fn artifact_named(&self, project: &ProjectId, name: &ArtifactName) -> Option<&Rc<Artifact>> {
        self.artifact(self.index.artifacts.get(&(project.clone(), name.clone()))?)
    }

    /// The artifacts of a project, in the order of their ids.
    pub(crate) fn artifacts_of(&self, project: &ProjectId) -> impl Iterator<Item = &Rc<Artifact>> {
        self.index.artifacts_of.get(project).filter_map(|id| self.artifact(id))
    }

    /// The version with this id, unless deleted.
    pub(crate) fn version(&self, id: &VersionId) -> Option<&Rc<Version>> {
        let (artifact, number) = self.index.versions.get(id)?;
        self.artifact(artifact)?.versions.get(*number)
    }

    /// The collection with this id, unless deleted.
    pub(crate) fn collection(&self, id: &CollectionId) -> Option<&Rc<Collection>> {
        self.collections.get(id)
    }

    /// The collection of a registry with exactly this name.
    pub(crate) fn collection_named(&self, registry: &RegistryId, name: &CollectionName) -> Option<&Rc<Collection>> {
        self.collection(self.index.collections.get(&(registry.clone(), name.clone()))?)
    }

    /// The collections of a registry that had exactly this name before they were renamed, the latest first.
    pub(crate) fn collections_formerly_named(
        &self,
        registry: &RegistryId,
        name: &CollectionName,
    ) -> impl Iterator<Item = &CollectionId> {
        self.index.collections_by_former_name.holders(&(registry.clone(), name.clone()))
    }

    /// The collections of a registry, in the order of their ids.
    pub(crate) fn collections_of(&self, registry: &RegistryId) -> impl Iterator<Item = &Rc<Collection>> {
        self.index.collections_of.get(registry).filter_map(|id| self.collection(id))
    }

    /// The link with this id, unless removed.
    pub(crate) fn link(&self, id: &LinkId) -> Option<&Rc<Link>> {
        let (collection, number) = self.index.links.get(id)?;
        self.collection(collection)?.links.get(*number)
    }

    /// The links to a version, in the order of their ids.
    pub(crate) fn links_of(&self, version: &VersionId) -> impl Iterator<Item = &Rc<Link>> {
        self.index.links_of.get(version).filter_map(|id| self.link(id))
    }

    /// The versions that runs have made from this one, in the order of their ids.
    pub(crate) fn users_of(&self, version: &VersionId) -> impl Iterator<Item = &Rc<Version>> {
        self.index.users_of.get(version).filter_map(|id| self.version(id))
    }

    pub(crate) fn insert_project(&mut self, project: Project) {
        self.index.projects.insert_mut((project.team.clone(), project.name.key()), project.id.clone());
        self.index.projects_of.insert(project.team.clone(), project.id.clone());
        self.projects.insert(project);
    }

    pub(crate) fn rename_project(&mut self, id: &ProjectId, name: &ProjectName) {
        let Some(project) = self.projects.get_mut(id) else { return };
        self.index.projects.remove_mut(&(project.team.clone(), project.name.key()));
        self.index.projects.insert_mut((project.team.clone(), name.key()), id.clone());
        project.name = name.clone();
    }

    /// Removes a project with its artifacts, their versions, and the links to these.
    pub(crate) fn remove_project(&mut self, id: &ProjectId, stamp: &Stamp) {
        let Some(project) = self.project(id).cloned() else { return };
        let artifacts: Vec<Rc<Artifact>> = self.artifacts_of(id).cloned().collect();
        for artifact in artifacts {
            for version in artifact.versions.iter() {
                self.remove_version(&version.id, stamp);
            }
            self.index.artifacts.remove_mut(&(id.clone(), artifact.name.clone()));
            self.index.artifacts_of.remove(id, &artifact.id);
            self.artifacts.remove(&artifact.id);
        }
        self.index.projects.remove_mut(&(project.team.clone(), project.name.key()));
        self.index.projects_of.remove(&project.team, id);
        self.projects.remove(id);
    }

    /// Logs a version. Content that a version of the artifact has already answers with that version (S).
    pub(crate) fn log(&mut self, id: VersionId, new: &NewVersion, inputs: Vec<VersionId>, stamp: &Stamp) {
        if !self.projects.contains(&new.project) {
            return;
        }
        let artifact_id = match self.artifact_named(&new.project, &new.name) {
            Some(artifact) => artifact.id.clone(),
            None => {
                let artifact_id = ArtifactId(id.0.part("artifact"));
                self.index.artifacts.insert_mut((new.project.clone(), new.name.clone()), artifact_id.clone());
                self.index.artifacts_of.insert(new.project.clone(), artifact_id.clone());
                let (project, name) = (new.project.clone(), new.name.clone());
                self.artifacts.insert(Artifact::new(artifact_id.clone(), project, name, new.artifact_type.clone()));
                artifact_id
            }
        };
        let Some(artifact) = self.artifacts.get_mut(&artifact_id) else { return };
        let known = artifact.version_with(new.files.digest()).map(|version| version.number);
        let number = known.unwrap_or_else(|| {
            for input in &inputs {
                self.index.users_of.insert(input.clone(), id.clone());
            }
            let artifact_id = artifact_id.clone();
            artifact.push(|number| Version {
                id: id.clone(),
                artifact: artifact_id,
                number,
                description: new.description.clone(),
                metadata: new.metadata.clone(),
                tags: new.tags.clone(),
                manifest: new.files.clone(),
                run: new.run.as_ref().map(|run| Run { name: run.name.clone(), inputs }),
                created: stamp.clone(),
            })
        });
        for alias in &new.aliases {
            artifact.versions.set_alias(alias, number);
        }
        self.index.versions.insert_mut(id, (artifact_id, number));
    }

    pub(crate) fn change_version(&mut self, id: &VersionId, change: impl FnOnce(&mut Version)) {
        let Some((artifact, number)) = self.index.versions.get(id) else { return };
        if let Some(version) = self.artifacts.get_mut(artifact).and_then(|artifact| artifact.versions.get_mut(*number))
        {
            change(version);
        }
    }

    pub(crate) fn set_version_alias(&mut self, id: &VersionId, alias: &Alias) {
        let Some((artifact, number)) = self.index.versions.get(id) else { return };
        if let Some(artifact) = self.artifacts.get_mut(artifact) {
            artifact.versions.set_alias(alias, *number);
        }
    }

    pub(crate) fn remove_version_alias(&mut self, id: &VersionId, alias: &Alias) {
        let Some((artifact, number)) = self.index.versions.get(id) else { return };
        if let Some(artifact) =
            self.artifacts.get_mut(artifact).filter(|one| one.versions.holder(alias) == Some(*number))
        {
            artifact.versions.remove_alias(alias);
        }
    }

    /// Removes a version with its links.
    pub(crate) fn remove_version(&mut self, id: &VersionId, stamp: &Stamp) {
        let Some(version) = self.version(id).cloned() else { return };
        let links: Vec<LinkId> = self.links_of(&version.id).map(|link| link.id.clone()).collect();
        for link in &links {
            self.unlink(link, stamp);
        }
        for input in version.run.iter().flat_map(|run| &run.inputs) {
            self.index.users_of.remove(input, &version.id);
        }
        self.index.versions.remove_mut(&version.id);
        if let Some(artifact) = self.artifacts.get_mut(&version.artifact) {
            artifact.remove(version.number);
        }
    }

    pub(crate) fn insert_collection(&mut self, id: CollectionId, new: &NewCollection, created: Stamp) {
        self.index.collections.insert_mut((new.registry.clone(), new.name.clone()), id.clone());
        self.index.collections_of.insert(new.registry.clone(), id.clone());
        self.collections.insert(Collection::new(id, new, created));
    }

    /// Changes a collection, but not its name or links.
    pub(crate) fn change_collection(&mut self, id: &CollectionId, stamp: &Stamp, change: impl FnOnce(&mut Collection)) {
        if let Some(collection) = self.collections.get_mut(id) {
            change(collection);
            collection.changed = stamp.clone();
        }
    }

    pub(crate) fn rename_collection(&mut self, id: &CollectionId, name: &CollectionName) {
        let Some(collection) = self.collections.get_mut(id) else { return };
        let [from, to] = [&collection.name, name].map(|name| (collection.registry.clone(), name.clone()));
        self.index.collections.remove_mut(&from);
        self.index.collections.insert_mut(to.clone(), id.clone());
        self.index.collections_by_former_name.note_rename(from, &to, id);
        collection.name = name.clone();
    }

    pub(crate) fn remove_collection(&mut self, id: &CollectionId) {
        let Some(collection) = self.collection(id).cloned() else { return };
        for link in collection.links.iter() {
            self.index.links.remove_mut(&link.id);
            self.index.links_of.remove(&link.source, &link.id);
        }
        self.index.collections.remove_mut(&(collection.registry.clone(), collection.name.clone()));
        self.index.collections_of.remove(&collection.registry, id);
        self.collections.remove(id);
    }

    /// Removes the collections of a registry.
    pub(crate) fn remove_collections_of(&mut self, registry: &RegistryId) {
        let collections: Vec<CollectionId> = self.index.collections_of.get(registry).cloned().collect();
        for collection in &collections {
            self.remove_collection(collection);
        }
    }

    /// Links a version to a collection. A version that is linked there already keeps its link (R).
    pub(crate) fn link_version(
        &mut self,
        id: LinkId,
        source: &VersionId,
        collection: &CollectionId,
        aliases: &[Alias],
        stamp: &Stamp,
    ) {
        let Some(source) = self.version(source).map(|version| version.id.clone()) else { return };
        let known = self.links_of(&source).find(|link| link.collection == *collection).map(|link| link.number);
        let Some(changed) = self.collections.get_mut(collection) else { return };
        let is_change =
            known.is_none_or(|number| aliases.iter().any(|alias| changed.links.holder(alias) != Some(number)));
        let number = known.unwrap_or_else(|| {
            self.index.links_of.insert(source.clone(), id.clone());
            changed.link(id.clone(), source, stamp)
        });
        for alias in aliases {
            changed.set_alias(alias, number, stamp);
        }
        if is_change {
            changed.changed = stamp.clone();
        }
        self.index.links.insert_mut(id, (collection.clone(), number));
    }

    pub(crate) fn unlink(&mut self, id: &LinkId, stamp: &Stamp) {
        let Some(link) = self.link(id).cloned() else { return };
        self.index.links.remove_mut(&link.id);
        self.index.links_of.remove(&link.source, &link.id);
        self.change_collection(&link.collection, stamp, |collection| collection.unlink(link.number, stamp));
    }

    pub(crate) fn set_link_alias(&mut self, id: &LinkId, alias: &Alias, stamp: &Stamp) {
        let Some(link) = self.link(id).cloned() else { return };
        self.change_collection(&link.collection, stamp, |one| one.set_alias(alias, link.number, stamp));
    }

    pub(crate) fn remove_link_alias(&mut self, id: &LinkId, alias: &Alias, stamp: &Stamp) {
        let Some(link) = self.link(id).cloned() else { return };
        self.change_collection(&link.collection, stamp, |one| {
            if one.links.holder(alias) == Some(link.number) {
                one.remove_alias(alias, stamp);
            }
        });
    }

    /// Notes that something in a project has changed.
    pub(crate) fn touch_project(&mut self, id: &ProjectId, stamp: &Stamp) {
        if let Some(project) = self.projects.get_mut(id) {
            project.changed = stamp.clone();
        }
    }

    /// The project of a version.
    pub(crate) fn project_of(&self, version: &Version) -> Option<&Rc<Project>> {
        self.project(&self.artifact(&version.artifact)?.project)
    }
}

//! The places of the catalog's objects, also of those that are gone: the team of a project, the registry of a collection. A place never
//! changes, so the records that made them tell it.

use std::collections::HashMap;
use std::rc::Rc;

use domain::{
    Action, CollectionAction, CollectionId, Id, LinkId, LinkTarget, ProjectAction, ProjectId, RegistryId, Subject,
    TeamId, VersionAction, VersionId,
};

/// The place of every object of the catalog that was ever made.
#[derive(Default)]
pub(crate) struct Places {
    teams: HashMap<ProjectId, TeamId>,
    versions: HashMap<VersionId, InProject>,
    registries: HashMap<CollectionId, RegistryId>,
    links: HashMap<LinkId, InRegistry>,
    /// The collection that has a name after the record at a position, or nothing, in the order of the records. Linking by name
    /// refers to it.
    named: HashMap<(RegistryId, Rc<str>), Dated<Option<CollectionId>>>,
    /// The names of a collection, with the positions of the records that gave them.
    names: HashMap<CollectionId, Dated<Rc<str>>>,
}

/// Values with the positions of the records from which they hold.
type Dated<T> = Vec<(usize, T)>;

/// The place of a version.
pub(crate) struct InProject {
    pub project: ProjectId,
    /// The name of the artifact.
    pub artifact: Rc<str>,
}

/// The place of a link.
pub(crate) struct InRegistry {
    pub registry: RegistryId,
    pub collection: CollectionId,
}

impl Places {
    /// Takes in what an action of the record at a position makes. `counts` tells of the record at an earlier position whether it was
    /// not undone by then.
    pub fn take(&mut self, position: usize, action: &Action, made: &Id, counts: &dyn Fn(usize) -> bool) {
        match action {
            Action::Project(ProjectAction::Create { team, .. }) => {
                self.teams.insert(ProjectId(made.clone()), team.clone());
            }
            Action::Version(VersionAction::Log(new)) => {
                let place = InProject { project: new.project.clone(), artifact: new.name.as_str().into() };
                self.versions.insert(VersionId(made.clone()), place);
            }
            Action::Collection(CollectionAction::Create(new)) => {
                let id = CollectionId(made.clone());
                self.registries.insert(id.clone(), new.registry.clone());
                self.name(position, id, new.name.as_str());
            }
            Action::Collection(CollectionAction::Edit { collection, name: Some(name), .. }) => {
                self.free_name(position, collection, counts);
                self.name(position, collection.clone(), name.as_str());
            }
            Action::Collection(CollectionAction::Delete(collection)) => self.free_name(position, collection, counts),
            Action::Collection(CollectionAction::Link { target, .. }) => {
                self.take_link(position, LinkId(made.clone()), target, counts)
            }
            Action::Person(_)
            | Action::ServiceAccount(_)
            | Action::Team(_)
            | Action::Organization(_)
            | Action::Registry(_)
            | Action::Project(_)
            | Action::Version(_)
            | Action::Collection(_) => {}
        }
    }

    fn take_link(&mut self, position: usize, link: LinkId, target: &LinkTarget, counts: &dyn Fn(usize) -> bool) {
        let place = match target {
            LinkTarget::Collection(id) => {
                let Some(registry) = self.registries.get(id).cloned() else { return };
                InRegistry { registry, collection: id.clone() }
            }
            LinkTarget::Named { registry, name } => {
                let made = link.collection_made_along();
                // Whether or not it is made, since the naming record may be undone.
                self.registries.insert(made.clone(), registry.clone());
                let known = self.named.get(&(registry.clone(), name.as_str().into()));
                let known = known.and_then(|known| last_that_counts(known, counts)).cloned().flatten();
                let collection = known.unwrap_or_else(|| {
                    self.name(position, made.clone(), name.as_str());
                    made
                });
                InRegistry { registry: registry.clone(), collection }
            }
        };
        self.links.insert(link, place);
    }

    fn name(&mut self, position: usize, collection: CollectionId, name: &str) {
        if let Some(registry) = self.registries.get(&collection).cloned() {
            self.names.entry(collection.clone()).or_default().push((position, name.into()));
            self.named.entry((registry, name.into())).or_default().push((position, Some(collection)));
        }
    }

    /// Nothing has the name of the collection from this record on, as long as the record counts.
    fn free_name(&mut self, position: usize, collection: &CollectionId, counts: &dyn Fn(usize) -> bool) {
        let name = self.names.get(collection).and_then(|names| last_that_counts(names, counts)).cloned();
        if let Some((registry, name)) = self.registries.get(collection).cloned().zip(name) {
            self.named.entry((registry, name)).or_default().push((position, None));
        }
    }

    pub fn team(&self, project: &ProjectId) -> Option<&TeamId> {
        self.teams.get(project)
    }

    pub fn version(&self, version: &VersionId) -> Option<&InProject> {
        self.versions.get(version)
    }

    pub fn link(&self, link: &LinkId) -> Option<&InRegistry> {
        self.links.get(link)
    }

    pub fn registry_of(&self, collection: &CollectionId) -> Option<&RegistryId> {
        self.registries.get(collection)
    }

    /// The registry or project that contains a subject, or nothing if none does, or it was never made.
    pub fn container(&self, subject: &Subject) -> Option<Subject> {
        match subject {
            Subject::Grantee(_) | Subject::Registry(_) | Subject::Project(_) => None,
            Subject::Version(id) => self.version(id).map(|place| Subject::Project(place.project.clone())),
            Subject::Collection(id) => self.registry_of(id).cloned().map(Subject::Registry),
            Subject::Link(id) => self.link(id).map(|place| Subject::Registry(place.registry.clone())),
        }
    }

    /// Everything that contains a subject.
    pub fn containers(&self, subject: &Subject) -> impl Iterator<Item = Subject> + use<> {
        let collection = match subject {
            Subject::Link(id) => self.link(id).map(|place| Subject::Collection(place.collection.clone())),
            Subject::Grantee(_)
            | Subject::Registry(_)
            | Subject::Project(_)
            | Subject::Version(_)
            | Subject::Collection(_) => None,
        };
        self.container(subject).into_iter().chain(collection)
    }
}

/// The last entry whose record was not undone.
fn last_that_counts<'a, T>(entries: &'a [(usize, T)], counts: &dyn Fn(usize) -> bool) -> Option<&'a T> {
    entries.iter().rev().find(|(position, _)| counts(*position)).map(|(_, entry)| entry)
}

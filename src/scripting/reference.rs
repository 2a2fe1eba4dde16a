//! References to projects, artifacts, versions and collections: `team/project/artifact:v0`, `registry/collection:production`, ids.
//!
//! A reference is cut at the first colon. What is before it is parted at slashes, and what follows is one alias or number. Three
//! parts are an organization, a registry and a collection exactly if the second begins with the prefix of full names.

use std::rc::Rc;

use domain::{
    AccountName, ArtifactId, Collection, CollectionId, CollectionName, Grantee, Id, LinkId, LinkSource, LinkTarget,
    Lookup, Missing, NAME_PREFIX, NameKey, Numbered, ProjectId, ProjectView, RegistryId, Series, TeamId, TextFault,
    VersionId, VersionRef, normalize,
};

use super::error::{Answer, parse_text};
use super::names;
use super::types::problem::Failure;
use crate::i18n::terms::fault::Subject;

/// The object of a reference, or the part of it that the acting account cannot find.
pub type Found<T> = Result<T, Missing>;

/// A well-formed reference.
pub enum Reference {
    /// An id.
    Id(Id),
    /// `team/project`, `registry/collection` or `registry/collection:v0`.
    Two([String; 2], Option<String>),
    /// `team/project/artifact` or `team/project/artifact:v0`.
    Source([String; 3], Option<String>),
    /// `organization/wandb-registry-name/collection`, with or without a version.
    Full([String; 3], Option<String>),
}

impl Reference {
    fn parse(text: &str) -> Option<Self> {
        let (name, version) = match text.split_once(':') {
            Some((name, version)) => (name, Some(normalize(version))),
            None => (text, None),
        };
        let parts: Vec<String> = name.split('/').map(normalize).collect();
        let is_empty = |part: &String| part.is_empty();
        if parts.iter().any(is_empty) || version.as_ref().is_some_and(is_empty) {
            return None;
        }
        match <[String; 1]>::try_from(parts) {
            Ok([id]) if version.is_none() && is_id(text) => Some(Self::Id(Id::from_text(&id))),
            Ok(_) => None,
            Err(parts) => match <[String; 2]>::try_from(parts) {
                Ok(parts) => (!is_bare_prefix(&parts[0])).then_some(Self::Two(parts, version)),
                Err(parts) => {
                    let parts = <[String; 3]>::try_from(parts).ok()?;
                    match NameKey::of(&parts[1]).as_str().starts_with(NAME_PREFIX) {
                        true => (!is_bare_prefix(&parts[1])).then_some(Self::Full(parts, version)),
                        false => Some(Self::Source(parts, version)),
                    }
                }
            },
        }
    }

    fn version(&self) -> Option<&str> {
        match self {
            Self::Id(_) => None,
            Self::Two(_, version) | Self::Source(_, version) | Self::Full(_, version) => version.as_deref(),
        }
    }
}

/// Whether the text is the prefix of full names without a name.
fn is_bare_prefix(text: &str) -> bool {
    NameKey::of(text).as_str() == NAME_PREFIX
}

/// Whether the text has the form of an id: the writer and number of a record, and a position.
fn is_id(text: &str) -> bool {
    let mut parts = text.split('.');
    let is_number = |part: Option<&str>| {
        part.is_some_and(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_writer = |part: &str| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_writer)
        && is_number(parts.next())
        && is_number(parts.next())
        && parts.next().is_none_or(|part| matches!(part, "artifact" | "collection"))
        && parts.next().is_none()
}

fn malformed(field: &'static str) -> Box<Failure> {
    Failure::invalid(field, Subject::Reference, &TextFault::Malformed, None)
}

/// Parses a reference, and requires that it can be of the expected kind.
fn parse(field: &'static str, text: &str, fits: impl FnOnce(&Reference) -> bool) -> Answer<Reference> {
    Reference::parse(text).filter(fits).ok_or_else(|| malformed(field))
}

/// A reference to a project.
pub fn project(field: &'static str, text: &str) -> Answer<Reference> {
    parse(field, text, |reference| matches!(reference, Reference::Id(_) | Reference::Two(_, None)))
}

/// A reference to a version, in its project or in a collection. `index` is its position in a list.
pub fn version(field: &'static str, text: &str, index: Option<usize>) -> Answer<Reference> {
    let invalid = || Failure::invalid(field, Subject::Reference, &TextFault::Malformed, index);
    Reference::parse(text).ok_or_else(invalid)
}

/// A reference to a version in its project.
pub fn source(field: &'static str, text: &str) -> Answer<Reference> {
    parse(field, text, |reference| matches!(reference, Reference::Id(_) | Reference::Source(..)))
}

/// A reference to a version in a collection.
pub fn linked(field: &'static str, text: &str) -> Answer<Reference> {
    parse(field, text, |reference| !matches!(reference, Reference::Source(..)))
}

/// A reference to a collection.
pub fn collection(field: &'static str, text: &str) -> Answer<Reference> {
    parse(field, text, |reference| reference.version().is_none() && !matches!(reference, Reference::Source(..)))
}

/// A reference to a collection or an artifact, which have versions.
pub fn series(field: &'static str, text: &str) -> Answer<Reference> {
    parse(field, text, |reference| reference.version().is_none())
}

/// A reference to a collection that may not exist yet: its name must be valid.
pub fn new_collection(text: &str) -> Answer<Reference> {
    let reference = collection("collection", text)?;
    if let Reference::Two([_, name], _) | Reference::Full([.., name], _) = &reference {
        parse_text("collection", Subject::CollectionName, name, CollectionName::parse)?;
    }
    Ok(reference)
}

/// Resolves references in one state of the organization.
#[derive(Clone, Copy)]
pub struct Resolver<'a> {
    pub lookup: Lookup<'a>,
}

impl<'a> Resolver<'a> {
    fn team(self, text: &str) -> Found<TeamId> {
        match names::grantee(self.lookup, text) {
            Some(Grantee::Team(team)) => Ok(team),
            _ => Err(Missing::Team),
        }
    }

    fn project_in(self, team: &str, name: &str) -> Found<ProjectView<'a>> {
        let team = self.team(team)?;
        let catalog = self.lookup.catalog();
        let by_id =
            catalog.project(&ProjectId(Id::from_text(name))).filter(|project_view| project_view.project.team == team);
        by_id.or_else(|| catalog.project_named(&team, name)).ok_or(Missing::Project)
    }

    fn registry(self, text: &str) -> Found<RegistryId> {
        let registry = names::registry(self.lookup, text).ok_or(Missing::Registry)?;
        Ok(registry.id().clone())
    }

    /// The registry and the name of a collection.
    fn place(self, reference: &Reference) -> Found<(RegistryId, String)> {
        match reference {
            Reference::Two([registry, name], _) => Ok((self.registry(registry)?, name.clone())),
            Reference::Full([organization, registry, name], _) => {
                if NameKey::of(organization) != NameKey::of(self.lookup.organization_name()) {
                    return Err(Missing::Organization);
                }
                Ok((self.registry(registry)?, name.clone()))
            }
            Reference::Id(_) | Reference::Source(..) => Err(Missing::Collection),
        }
    }

    /// The project.
    pub fn project(self, reference: &Reference) -> Found<ProjectId> {
        match reference {
            Reference::Two([team, name], _) => Ok(self.project_in(team, name)?.project.id.clone()),
            Reference::Id(id) => {
                let project = self.lookup.catalog().project(&ProjectId(id.clone())).ok_or(Missing::Project)?;
                Ok(project.project.id.clone())
            }
            Reference::Source(..) | Reference::Full(..) => Err(Missing::Project),
        }
    }

    /// The collection.
    pub fn collection(self, reference: &Reference) -> Found<&'a Collection> {
        let catalog = self.lookup.catalog();
        let found = match reference {
            Reference::Id(id) => catalog.collection(&CollectionId(id.clone())),
            Reference::Two(..) | Reference::Source(..) | Reference::Full(..) => {
                let (registry, name) = self.place(reference)?;
                let by_id = catalog.collection(&CollectionId(Id::from_text(&name)));
                by_id.filter(|one| one.registry == registry).or_else(|| catalog.collection_named(&registry, &name))
            }
        };
        found.map(|collection| &**collection).ok_or(Missing::Collection)
    }

    /// The artifact.
    pub fn artifact(self, reference: &Reference) -> Found<&'a domain::Artifact> {
        let catalog = self.lookup.catalog();
        let found = match reference {
            Reference::Id(id) => catalog.artifact(&ArtifactId(id.clone())),
            Reference::Source([team, project, name], _) => {
                catalog.artifact_named(&self.project_in(team, project)?.project.id, name)
            }
            Reference::Two(..) | Reference::Full(..) => None,
        };
        found.map(|artifact| &**artifact).ok_or(Missing::Artifact)
    }

    /// The version.
    pub fn version(self, reference: &Reference) -> Found<VersionRef> {
        let catalog = self.lookup.catalog();
        match reference {
            Reference::Id(id) => {
                let references = [VersionRef::Source(VersionId(id.clone())), VersionRef::Linked(LinkId(id.clone()))];
                let version_view = references.iter().find_map(|reference| catalog.version(reference));
                version_view.map(|version_view| version_view.reference()).ok_or(Missing::Version)
            }
            Reference::Source(_, version) => {
                let versions = &self.artifact(reference)?.versions;
                Ok(VersionRef::Source(item(versions, version.as_deref())?.id.clone()))
            }
            Reference::Two(_, version) | Reference::Full(_, version) => {
                let links = &self.collection(reference)?.links;
                Ok(VersionRef::Linked(item(links, version.as_deref())?.id.clone()))
            }
        }
    }

    /// The version that is to be linked.
    pub fn link_source(self, reference: &Reference) -> LinkSource {
        match self.version(reference) {
            Ok(version) => LinkSource::Version(version),
            Err(Missing::Team) if self.is_personal(reference) => LinkSource::Personal,
            Err(missing) => LinkSource::Missing(missing),
        }
    }

    /// Whether the first part is a username.
    fn is_personal(self, reference: &Reference) -> bool {
        let Reference::Source([owner, ..], _) = reference else { return false };
        let Some(Grantee::Person(person)) = self.lookup.grantee_named(owner) else { return false };
        let key = AccountName::parse(owner).ok().map(|name| name.key());
        self.lookup.person(&person).is_some_and(|person| Some(person.username.key()) == key)
    }

    /// The collection of a new link, which may not exist yet. A name stays a name: where two tabs create the collection at once,
    /// both link to the one that is there.
    pub fn link_target(self, reference: &Reference) -> Found<LinkTarget> {
        match self.collection(reference) {
            Ok(found) if names_collection(reference, found) => {
                Ok(LinkTarget::Named { registry: found.registry.clone(), name: found.name.clone() })
            }
            Ok(found) => Ok(LinkTarget::Collection(found.id.clone())),
            Err(Missing::Collection) if !matches!(reference, Reference::Id(_)) => {
                let (registry, name) = self.place(reference)?;
                let name = CollectionName::parse(&name).map_err(|_| Missing::Collection)?;
                Ok(LinkTarget::Named { registry, name })
            }
            Err(missing) => Err(missing),
        }
    }
}

/// Whether the reference has the name of the collection, instead of its id.
fn names_collection(reference: &Reference, collection: &Collection) -> bool {
    match reference {
        Reference::Two([_, name], _) | Reference::Full([.., name], _) => name == collection.name.as_str(),
        Reference::Id(_) | Reference::Source(..) => false,
    }
}

/// The item that is named behind the colon of a reference; without a name, the latest.
fn item<'a, T: Numbered>(series: &'a Series<T>, version: Option<&str>) -> Found<&'a Rc<T>> {
    version.map_or_else(|| series.latest(), |version| series.named(version)).ok_or(Missing::Version)
}

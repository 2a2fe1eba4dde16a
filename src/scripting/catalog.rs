//! Translates a script's actions on projects, versions and collections into actions of the domain.

use domain::{
    Action, Alias, ArtifactName, ArtifactType, CollectionAction, CollectionId, CollectionName, Description, LinkId,
    LinkSource, LinkTarget, Metadata, Missing, NewCollection, NewRun, NewVersion, Permission, ProjectAction, ProjectId,
    ProjectName, RegistryAction, RegistryId, RunName, Tag, Tags, TeamId, VersionAction, VersionRef,
};

use super::error::{Answer, parse_text};
use super::reference::{self, Found, Reference, Resolver};
use super::types::action::{File, Metadata as GivenMetadata, Run, Texts};
use super::types::problem::{Failure, Malformation};
use super::{files, names};
use crate::i18n::terms::fault::Subject;

/// The fields of a `logArtifact`.
pub struct Logged {
    pub project: String,
    pub name: String,
    pub artifact_type: String,
    pub description: Option<String>,
    pub metadata: Option<GivenMetadata>,
    pub tags: Option<Texts>,
    pub aliases: Option<Texts>,
    pub files: Option<Vec<File>>,
    pub run: Option<Run>,
}

/// A version to link, for which every reason against it is reported.
pub struct RequestedLink {
    pub source: LinkSource,
    /// The collection, or the part of it that the acting account cannot find.
    pub target: Result<LinkTarget, Missing>,
    pub aliases: Vec<Alias>,
}

/// Translates an action in one state of the organization. `at` is its path in the call.
pub struct Translator<'a> {
    pub resolver: Resolver<'a>,
    pub at: &'a str,
}

fn found<T>(found: Found<T>) -> Answer<T> {
    found.map_err(Failure::missing)
}

impl Translator<'_> {
    fn team(&self, text: &str) -> TeamId {
        names::team(self.resolver.lookup, text)
    }

    fn registry(&self, text: &str) -> RegistryId {
        names::registry_id(self.resolver.lookup, text)
    }

    fn project(&self, reference: &Reference) -> Answer<ProjectId> {
        found(self.resolver.project(reference))
    }

    fn version(&self, reference: &Reference) -> Answer<VersionRef> {
        found(self.resolver.version(reference))
    }

    fn linked(&self, reference: &Reference) -> Answer<LinkId> {
        match self.version(reference)? {
            VersionRef::Linked(id) => Ok(id),
            VersionRef::Source(_) => Err(Failure::missing(Missing::Version)),
        }
    }

    fn collection(&self, reference: &Reference) -> Answer<CollectionId> {
        found(self.resolver.collection(reference)).map(|collection| collection.id.clone())
    }

    /// Refuses a change without fields.
    fn nothing(&self, field: &str, expected: &str) -> Box<Failure> {
        Failure::malformed(Malformation::Empty, &format!("{}.{field}", self.at), expected)
    }

    pub fn create_project(&self, team: &str, name: &str) -> Answer<Action> {
        let name = project_name(name)?;
        Ok(ProjectAction::Create { team: self.team(team), name }.into())
    }

    pub fn rename_project(&self, project: &str, name: &str) -> Answer<Action> {
        let (project, name) = (reference::project("project", project)?, project_name(name)?);
        Ok(ProjectAction::Rename { project: self.project(&project)?, name }.into())
    }

    pub fn delete_project(&self, project: &str) -> Answer<Action> {
        Ok(ProjectAction::Delete(self.project(&reference::project("project", project)?)?).into())
    }

    pub fn log(&self, given: Logged) -> Answer<Action> {
        let project = reference::project("project", &given.project)?;
        let name = parse_text("name", Subject::ArtifactName, &given.name, ArtifactName::parse)?;
        let artifact_type = self::artifact_type(&given.artifact_type)?;
        let description = self::description(given.description.as_deref())?;
        let metadata = self::metadata(given.metadata.as_ref())?.unwrap_or_default();
        let tags = self::tags(given.tags)?.unwrap_or_default();
        let aliases = self::aliases(given.aliases)?;
        let files = files::manifest(given.files, &format!("{}.files", self.at))?;
        let run = given.run.map(|run| -> Answer<_> {
            let name = parse_text("run", Subject::RunName, &run.name, RunName::parse)?;
            let inputs = run.inputs.map(Texts::into_list).unwrap_or_default();
            let inputs = inputs.iter().enumerate();
            let inputs: Answer<Vec<Reference>> =
                inputs.map(|(index, text)| reference::version("inputs", text, Some(index))).collect();
            Ok((name, inputs?))
        });
        let run = run.transpose()?;
        let project = self.project(&project)?;
        let run = run.map(|(name, inputs)| -> Answer<NewRun> {
            // The rules deny the permission before they look for the inputs.
            let may = self.resolver.lookup.may(&Permission::WriteProject(project.clone())).is_granted();
            let input = |reference: &Reference| match self.resolver.version(reference) {
                Err(missing) if may => Err(Failure::missing(missing)),
                found => Ok(found.unwrap_or_else(|_| VersionRef::Linked(LinkId(names::unknown_id())))),
            };
            Ok(NewRun { name, inputs: inputs.iter().map(input).collect::<Answer<_>>()? })
        });
        let run = run.transpose()?;
        let new = NewVersion { project, name, artifact_type, description, metadata, tags, aliases, files, run };
        Ok(VersionAction::Log(new).into())
    }

    pub fn edit_version(
        &self,
        version: &str,
        description: Option<&str>,
        metadata: Option<&GivenMetadata>,
        tags: Option<Texts>,
    ) -> Answer<Action> {
        if description.is_none() && metadata.is_none() && tags.is_none() {
            return Err(self.nothing("description", "a description, metadata or tags"));
        }
        let version = reference::version("version", version, None)?;
        let description = description.map(|text| self::description(Some(text))).transpose()?;
        let (metadata, tags) = (self::metadata(metadata)?, self::tags(tags)?);
        Ok(VersionAction::Edit { version: self.version(&version)?, description, metadata, tags }.into())
    }

    pub fn delete_version(&self, version: &str) -> Answer<Action> {
        match self.version(&reference::source("version", version)?)? {
            VersionRef::Source(id) => Ok(VersionAction::Delete(id).into()),
            VersionRef::Linked(_) => Err(Failure::missing(Missing::Version)),
        }
    }

    pub fn create_collection(
        &self,
        registry: &str,
        name: &str,
        artifact_type: &str,
        description: Option<&str>,
        tags: Option<Texts>,
    ) -> Answer<Action> {
        let new = NewCollection {
            registry: self.registry(registry),
            name: collection_name(name)?,
            artifact_type: self::artifact_type(artifact_type)?,
            description: self::description(description)?,
            tags: self::tags(tags)?.unwrap_or_default(),
        };
        Ok(CollectionAction::Create(new).into())
    }

    pub fn edit_collection(
        &self,
        collection: &str,
        name: Option<&str>,
        description: Option<&str>,
        tags: Option<Texts>,
    ) -> Answer<Action> {
        if name.is_none() && description.is_none() && tags.is_none() {
            return Err(self.nothing("name", "a name, description or tags"));
        }
        let collection = reference::collection("collection", collection)?;
        let name = name.map(collection_name).transpose()?;
        let description = description.map(|text| self::description(Some(text))).transpose()?;
        let tags = self::tags(tags)?;
        let collection = self.collection(&collection)?;
        Ok(CollectionAction::Edit { collection, name, description, tags }.into())
    }

    pub fn delete_collection(&self, collection: &str) -> Answer<Action> {
        Ok(CollectionAction::Delete(self.collection(&reference::collection("collection", collection)?)?).into())
    }

    pub fn link(&self, version: &str, collection: &str, aliases: Option<Texts>) -> Answer<RequestedLink> {
        let version = reference::version("version", version, None)?;
        let target = reference::new_collection(collection)?;
        let aliases = self::aliases(aliases)?;
        let target = self.resolver.link_target(&target);
        Ok(RequestedLink { source: self.resolver.link_source(&version), target, aliases })
    }

    pub fn unlink(&self, version: &str) -> Answer<Action> {
        Ok(CollectionAction::Unlink(self.linked(&reference::linked("version", version)?)?).into())
    }

    pub fn add_alias(&self, version: &str, alias: &str) -> Answer<Action> {
        let (version, alias) = (reference::version("version", version, None)?, self::alias(alias)?);
        Ok(VersionAction::AddAlias { version: self.version(&version)?, alias }.into())
    }

    pub fn remove_alias(&self, version: &str, alias: &str) -> Answer<Action> {
        let (version, alias) = (reference::version("version", version, None)?, self::alias(alias)?);
        Ok(VersionAction::RemoveAlias { version: self.version(&version)?, alias }.into())
    }

    pub fn protect_alias(&self, registry: &str, alias: &str) -> Answer<Action> {
        let alias = self::alias(alias)?;
        Ok(RegistryAction::ProtectAlias { registry: self.registry(registry), alias }.into())
    }

    pub fn unprotect_alias(&self, registry: &str, alias: &str) -> Answer<Action> {
        let alias = self::alias(alias)?;
        Ok(RegistryAction::UnprotectAlias { registry: self.registry(registry), alias }.into())
    }

    /// Adds tags to a collection or version, or removes them.
    pub fn change_tags(&self, of: &str, tags: Texts, adds: bool) -> Answer<Action> {
        let of = reference::version("of", of, None)?;
        let tags = self::tags(Some(tags))?.unwrap_or_default();
        if tags.as_slice().is_empty() {
            return Err(self.nothing("tags", "at least one tag"));
        }
        let collection = match &of {
            Reference::Two(_, None) | Reference::Full(_, None) => Some(self.collection(&of)?),
            Reference::Id(_) => self.collection(&of).ok(),
            Reference::Two(..) | Reference::Full(..) | Reference::Source(..) => None,
        };
        Ok(match (collection, adds) {
            (Some(collection), true) => CollectionAction::AddTags { collection, tags }.into(),
            (Some(collection), false) => CollectionAction::RemoveTags { collection, tags }.into(),
            (None, true) => VersionAction::AddTags { version: self.version(&of)?, tags }.into(),
            (None, false) => VersionAction::RemoveTags { version: self.version(&of)?, tags }.into(),
        })
    }
}

fn project_name(text: &str) -> Answer<ProjectName> {
    parse_text("name", Subject::ProjectName, text, ProjectName::parse)
}

fn collection_name(text: &str) -> Answer<CollectionName> {
    parse_text("name", Subject::CollectionName, text, CollectionName::parse)
}

fn artifact_type(text: &str) -> Answer<ArtifactType> {
    parse_text("artifactType", Subject::ArtifactType, text, ArtifactType::parse)
}

fn description(text: Option<&str>) -> Answer<Description> {
    parse_text("description", Subject::Description, text.unwrap_or_default(), Description::parse)
}

fn alias(text: &str) -> Answer<Alias> {
    parse_text("alias", Subject::Alias, text, Alias::parse)
}

fn metadata(given: Option<&GivenMetadata>) -> Answer<Option<Metadata>> {
    let parsed = given.map(|GivenMetadata(text)| Metadata::parse(text)).transpose();
    parsed.map_err(|fault| Failure::invalid_metadata(&fault))
}

fn tags(given: Option<Texts>) -> Answer<Option<Tags>> {
    let Some(texts) = given.map(Texts::into_list) else { return Ok(None) };
    let parse = |(index, text): (usize, &String)| {
        Tag::parse(text).map_err(|fault| Failure::invalid("tags", Subject::Tag, &fault, Some(index)))
    };
    texts.iter().enumerate().map(parse).collect::<Answer<Tags>>().map(Some)
}

fn aliases(given: Option<Texts>) -> Answer<Vec<Alias>> {
    let texts = given.map(Texts::into_list).unwrap_or_default();
    let parse = |(index, text): (usize, &String)| {
        Alias::parse(text).map_err(|fault| Failure::invalid("aliases", Subject::Alias, &fault, Some(index)))
    };
    texts.iter().enumerate().map(parse).collect()
}

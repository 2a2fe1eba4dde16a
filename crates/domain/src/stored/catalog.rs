//! The entries of actions on projects, versions and collections. The conversions move values and check nothing.

use super::entry::Entry;
use super::object::Object;
use super::text::Text;
use super::version::{Json, StoredFile, StoredRun, StoredVersion};
use crate::{Alias, CollectionAction, Description, NewVersion, ProjectAction, Tag, Tags, VersionAction};

fn written_tags(tags: &Tags) -> Vec<Text<Tag>> {
    tags.as_slice().iter().cloned().map(Text).collect()
}

pub fn tags(tags: Vec<Text<Tag>>) -> Tags {
    tags.into_iter().map(|tag| tag.0).collect()
}

fn written_aliases(aliases: &[Alias]) -> Vec<Text<Alias>> {
    aliases.iter().cloned().map(Text).collect()
}

pub fn aliases(aliases: Vec<Text<Alias>>) -> Vec<Alias> {
    aliases.into_iter().map(|alias| alias.0).collect()
}

fn written_description(description: &Description) -> Option<Text<Description>> {
    (!description.is_empty()).then(|| Text(description.clone()))
}

pub fn description(description: Option<Text<Description>>) -> Description {
    description.map_or_else(Description::empty, |description| description.0)
}

impl From<&ProjectAction> for Entry {
    fn from(action: &ProjectAction) -> Self {
        match action {
            ProjectAction::Create { team, name } => {
                Self::CreateProject { team: Text(team.clone()), name: Text(name.clone()) }
            }
            ProjectAction::Rename { project, name } => {
                Self::RenameProject { project: Text(project.clone()), name: Text(name.clone()) }
            }
            ProjectAction::Delete(project) => Self::DeleteProject { project: Text(project.clone()) },
        }
    }
}

impl From<&VersionAction> for Entry {
    fn from(action: &VersionAction) -> Self {
        match action {
            VersionAction::Log(new) => logging(new),
            VersionAction::Edit { version, description, metadata, tags } => Self::EditVersion {
                version: version.into(),
                description: description.clone().map(Text),
                metadata: metadata.clone().map(Json),
                tags: tags.as_ref().map(written_tags),
            },
            VersionAction::AddTags { version, tags } => {
                Self::AddVersionTags { version: version.into(), tags: written_tags(tags) }
            }
            VersionAction::RemoveTags { version, tags } => {
                Self::RemoveVersionTags { version: version.into(), tags: written_tags(tags) }
            }
            VersionAction::AddAlias { version, alias } => {
                Self::AddAlias { version: version.into(), alias: Text(alias.clone()) }
            }
            VersionAction::RemoveAlias { version, alias } => {
                Self::RemoveAlias { version: version.into(), alias: Text(alias.clone()) }
            }
            VersionAction::Delete(version) => Self::DeleteVersion { version: Text(version.clone()) },
        }
    }
}

fn logging(new: &NewVersion) -> Entry {
    let files = new.files.files().iter();
    Entry::LogArtifact {
        project: Text(new.project.clone()),
        name: Text(new.name.clone()),
        artifact_type: Text(new.artifact_type.clone()),
        description: written_description(&new.description),
        metadata: (!new.metadata.is_empty()).then(|| Json(new.metadata.clone())),
        tags: written_tags(&new.tags),
        aliases: written_aliases(&new.aliases),
        files: files
            .map(|file| Object(StoredFile { path: Text(file.path.clone()), size: file.size, digest: file.digest }))
            .collect(),
        run: new.run.as_ref().map(|run| {
            let inputs = run.inputs.iter().map(StoredVersion::from).collect();
            Object(StoredRun { name: Text(run.name.clone()), inputs })
        }),
    }
}

impl From<&CollectionAction> for Entry {
    fn from(action: &CollectionAction) -> Self {
        match action {
            CollectionAction::Create(new) => Self::CreateCollection {
                registry: Text(new.registry.clone()),
                name: Text(new.name.clone()),
                artifact_type: Text(new.artifact_type.clone()),
                description: written_description(&new.description),
                tags: written_tags(&new.tags),
            },
            CollectionAction::Edit { collection, name, description, tags } => Self::EditCollection {
                collection: Text(collection.clone()),
                name: name.clone().map(Text),
                description: description.clone().map(Text),
                tags: tags.as_ref().map(written_tags),
            },
            CollectionAction::AddTags { collection, tags } => {
                Self::AddCollectionTags { collection: Text(collection.clone()), tags: written_tags(tags) }
            }
            CollectionAction::RemoveTags { collection, tags } => {
                Self::RemoveCollectionTags { collection: Text(collection.clone()), tags: written_tags(tags) }
            }
            CollectionAction::Delete(collection) => Self::DeleteCollection { collection: Text(collection.clone()) },
            CollectionAction::Link { version, target, aliases } => {
                Self::LinkVersion { version: version.into(), to: target.into(), aliases: written_aliases(aliases) }
            }
            CollectionAction::Unlink(version) => Self::UnlinkVersion { version: Text(version.clone()) },
        }
    }
}

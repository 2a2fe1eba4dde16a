//! The projects and collections of the demo: a week in which a support assistant goes into production.
//!
//! Every step is an ordinary intent of somebody who may do it.

mod steps;
mod words;

use domain::{
    AccountId, Action, Alias, ArtifactName, ArtifactType, CollectionAction, CollectionName, Description, File,
    FileDigest, FilePath, Grantee, LinkTarget, Manifest, Metadata, NewCollection, NewRun, NewVersion, ProjectAction,
    ProjectId, ProjectName, RegistryAction, RegistryId, RunName, Tag, Tags, TeamId, VersionAction, VersionId,
    VersionRef, View,
};
use journal::KeyValue;
use workspace::{DispatchError, RecordInfo, Workspace};

use self::steps::STEPS;
use self::words::Words;
use super::text::Language;

/// A step: the hours before the end of the week, who does it, and what.
struct Step(i64, &'static str, Deed);

enum Deed {
    /// Creates a project: the team and the name.
    Project(&'static str, &'static str),
    Log(Logged),
    /// Protects an alias: the registry and the alias.
    Protect(&'static str, &'static str),
    /// Creates a collection: the registry, the name, the type, the description, the tags.
    Collection(&'static str, &'static str, &'static str, &'static Words, &'static [&'static str]),
    /// Links a version of a project into a collection: the version, the registry, the collection, the aliases.
    Link(Source, &'static str, &'static str, &'static [&'static str]),
    /// Gives an alias to a version of a collection: the registry, the collection, the number, the alias.
    Alias(&'static str, &'static str, u32, &'static str),
}

/// A version of a project: the team, the project, the artifact, the number.
#[derive(Clone, Copy)]
struct Source(&'static str, &'static str, &'static str, u32);

struct Logged {
    /// The artifact, with the number that the version gets.
    version: Source,
    artifact_type: &'static str,
    description: &'static Words,
    metadata: &'static str,
    tags: &'static [&'static str],
    aliases: &'static [&'static str],
    /// Paths and sizes.
    files: &'static [(&'static str, u64)],
    run: &'static str,
    /// The artifacts of the same project that the run has used, with their numbers.
    inputs: &'static [(&'static str, u32)],
}

/// Adds the steps to the organization, with the texts in a language. `at` gives the time so many hours before the end.
pub fn fill<S: KeyValue + Clone>(
    workspace: &mut Workspace<S>,
    language: Language,
    at: impl Fn(i64) -> RecordInfo,
) -> Result<(), DispatchError> {
    for Step(hours, by, deed) in STEPS {
        let Some((actor, view)) = acting(workspace, by) else { continue };
        let actions: Vec<Action> = action(&view, deed, language).into_iter().collect();
        workspace.dispatch(&actor, &actions, at(*hours))?;
    }
    Ok(())
}

/// The account with this name, and what it sees.
fn acting<S: KeyValue + Clone>(workspace: &Workspace<S>, name: &str) -> Option<(AccountId, View)> {
    let actor = workspace.organization()?.account_named(name)?;
    let view = workspace.view_for(&actor)?;
    Some((actor, view))
}

fn action(view: &View, deed: &Deed, language: Language) -> Option<Action> {
    Some(match deed {
        Deed::Project(team, name) => Action::Project(ProjectAction::Create {
            team: team_named(view, team)?,
            name: constant(ProjectName::parse(name)),
        }),
        Deed::Log(logged) => Action::Version(VersionAction::Log(new_version(view, logged, language)?)),
        Deed::Protect(registry, alias) => Action::Registry(RegistryAction::ProtectAlias {
            registry: registry_named(view, registry)?,
            alias: constant(Alias::parse(alias)),
        }),
        Deed::Collection(registry, name, artifact_type, description, tags) => {
            Action::Collection(CollectionAction::Create(NewCollection {
                registry: registry_named(view, registry)?,
                name: constant(CollectionName::parse(name)),
                artifact_type: constant(ArtifactType::parse(artifact_type)),
                description: constant(Description::parse(description.of(language))),
                tags: parsed_tags(tags),
            }))
        }
        Deed::Link(source, registry, collection, aliases) => Action::Collection(CollectionAction::Link {
            version: VersionRef::Source(version(view, *source)?),
            target: LinkTarget::Named {
                registry: registry_named(view, registry)?,
                name: constant(CollectionName::parse(collection)),
            },
            aliases: parsed_aliases(aliases),
        }),
        Deed::Alias(registry, collection, number, alias) => {
            let registry = registry_named(view, registry)?;
            let links = &view.catalog().collection_named(&registry, collection)?.links;
            let version = VersionRef::Linked(links.get(*number)?.id.clone());
            Action::Version(VersionAction::AddAlias { version, alias: constant(Alias::parse(alias)) })
        }
    })
}

fn new_version(view: &View, logged: &Logged, language: Language) -> Option<NewVersion> {
    let Source(team, project, artifact, number) = logged.version;
    // Digests of contents that nobody has: another one for each version.
    let digest = |path: &str| FileDigest::of(format!("{artifact}:v{number}/{path}").as_bytes());
    let files = logged.files.iter().map(|(path, size)| File {
        path: constant(FilePath::parse(path)),
        size: *size,
        digest: digest(path),
    });
    let run = match logged.run {
        "" => None,
        name => {
            let inputs = logged.inputs.iter().map(|(artifact, number)| {
                Some(VersionRef::Source(version(view, Source(team, project, artifact, *number))?))
            });
            Some(NewRun { name: constant(RunName::parse(name)), inputs: inputs.collect::<Option<_>>()? })
        }
    };
    Some(NewVersion {
        project: project_named(view, team, project)?,
        name: constant(ArtifactName::parse(artifact)),
        artifact_type: constant(ArtifactType::parse(logged.artifact_type)),
        description: constant(Description::parse(logged.description.of(language))),
        metadata: constant(Metadata::parse(logged.metadata)),
        tags: parsed_tags(logged.tags),
        aliases: parsed_aliases(logged.aliases),
        files: constant(Manifest::new(files.collect())),
        run,
    })
}

fn team_named(view: &View, name: &str) -> Option<TeamId> {
    match view.grantee_named(name)? {
        Grantee::Team(team) => Some(team),
        Grantee::Person(_) | Grantee::ServiceAccount(_) => None,
    }
}

fn project_named(view: &View, team: &str, name: &str) -> Option<ProjectId> {
    Some(view.catalog().project_named(&team_named(view, team)?, name)?.project.id.clone())
}

fn registry_named(view: &View, name: &str) -> Option<RegistryId> {
    Some(view.lookup().registry_named(name)?.id().clone())
}

fn version(view: &View, Source(team, project, artifact, number): Source) -> Option<VersionId> {
    let artifact = view.catalog().artifact_named(&project_named(view, team, project)?, artifact)?;
    Some(artifact.versions.get(number)?.id.clone())
}

fn parsed_tags(tags: &[&str]) -> Tags {
    tags.iter().map(|tag| constant(Tag::parse(tag))).collect()
}

fn parsed_aliases(aliases: &[&str]) -> Vec<Alias> {
    aliases.iter().map(|alias| constant(Alias::parse(alias))).collect()
}

/// A value from the constants above.
#[expect(clippy::panic, reason = "the texts are constants of this file, and a test parses all of them")]
fn constant<T, E>(parsed: Result<T, E>) -> T {
    parsed.unwrap_or_else(|_| panic!("a text of the demo organization is none"))
}

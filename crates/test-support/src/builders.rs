//! Short builders of actions and values. They panic where a text breaks a rule.
#![expect(clippy::unwrap_used, reason = "a test ends where its own text is wrong")]

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, Alias, ArtifactName, ArtifactType, CollectionAction, CollectionName,
    Description, Email, File, FileDigest, FilePath, Founding, LinkTarget, Manifest, Metadata, NewPerson, NewRegistry,
    NewVersion, OrganizationName, OrganizationRole, PersonAction, PersonName, ProjectAction, ProjectId, ProjectName,
    RegistryId, RegistryName, Tag, Tags, TeamAction, TeamId, TeamRole, VersionId, VersionRef, Visibility,
};

/// The founding of an organization of this name by Ada Okafor, `ada`.
#[must_use]
pub fn founding(organization: &str) -> Founding {
    Founding {
        organization: OrganizationName::parse(organization).unwrap(),
        name: PersonName::parse("Ada Okafor").unwrap(),
        username: account_name("ada"),
        email: Email::parse("ada@lighthouse.example").unwrap(),
    }
}

/// A person whose name is the username.
#[must_use]
pub fn new_person(username: &str, role: OrganizationRole) -> NewPerson {
    NewPerson {
        name: PersonName::parse(username).unwrap(),
        username: account_name(username),
        email: Email::parse(&format!("{username}@lighthouse.example")).unwrap(),
        role,
    }
}

/// Adds a person whose name is the username.
#[must_use]
pub fn add_person(username: &str, role: OrganizationRole) -> Action {
    PersonAction::Add(new_person(username, role)).into()
}

/// Adds a person with a role, or a service account, to a team.
#[must_use]
pub fn join_team(team: &TeamId, account: &AccountId, role: TeamRole) -> Action {
    let team = team.clone();
    match account.clone() {
        AccountId::Person(person) => Action::Team(TeamAction::AddPerson { team, person, role }),
        AccountId::ServiceAccount(service_account) => {
            Action::Team(TeamAction::AddServiceAccount { team, service_account })
        }
    }
}

/// A registry that accepts all types.
#[must_use]
pub fn new_registry(name: &str, visibility: Visibility) -> NewRegistry {
    NewRegistry {
        name: registry_name(name),
        description: Description::empty(),
        visibility,
        accepts: AcceptedTypes::all(),
    }
}

/// Creates a project in a team.
#[must_use]
pub fn create_project(team: &TeamId, name: &str) -> Action {
    ProjectAction::Create { team: team.clone(), name: ProjectName::parse(name).unwrap() }.into()
}

/// A version with these files, each a path and its text.
#[must_use]
pub fn new_version(project: &ProjectId, name: &str, kind: &str, files: &[(&str, &str)]) -> NewVersion {
    let file = |(path, text): &(&str, &str)| File {
        path: FilePath::parse(path).unwrap(),
        size: text.len() as u64,
        digest: FileDigest::of(text.as_bytes()),
    };
    NewVersion {
        project: project.clone(),
        name: ArtifactName::parse(name).unwrap(),
        artifact_type: artifact_type(kind),
        description: Description::empty(),
        metadata: Metadata::default(),
        tags: Tags::default(),
        aliases: Vec::new(),
        files: Manifest::new(files.iter().map(file).collect()).unwrap(),
        run: None,
    }
}

/// Links a version to the collection of this name in a registry.
#[must_use]
pub fn link_to(version: &VersionId, registry: &RegistryId, name: &str, aliases: &[&str]) -> Action {
    let target = LinkTarget::Named { registry: registry.clone(), name: CollectionName::parse(name).unwrap() };
    let aliases = aliases.iter().map(|text| alias(text)).collect();
    CollectionAction::Link { version: VersionRef::Source(version.clone()), target, aliases }.into()
}

/// The alias of this text.
#[must_use]
pub fn alias(text: &str) -> Alias {
    Alias::parse(text).unwrap()
}

/// The tags of these texts.
#[must_use]
pub fn tags(texts: &[&str]) -> Tags {
    texts.iter().map(|text| Tag::parse(text).unwrap()).collect()
}

/// The username, or the name of a service account or a team.
#[must_use]
pub fn account_name(text: &str) -> AccountName {
    AccountName::parse(text).unwrap()
}

/// The artifact type of this text.
#[must_use]
pub fn artifact_type(text: &str) -> ArtifactType {
    ArtifactType::parse(text).unwrap()
}

/// The name of a registry.
#[must_use]
pub fn registry_name(text: &str) -> RegistryName {
    RegistryName::parse(text).unwrap()
}

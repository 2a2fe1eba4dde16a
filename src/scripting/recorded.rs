//! Converts actions of the log into the page API's form. References are ids, which stay valid after renames.

use domain::{
    Action, CollectionAction, Grantee, Id, LinkTarget, NewRegistry, NewVersion, OrganizationAction, PersonAction,
    PersonId, ProjectAction, RegistryAction, ServiceAccountAction, ServiceAccountId, TeamAction, VersionAction,
    VersionRef, View,
};
use workspace::{Overtaken, OvertakenReason, UndoRefusal};

use super::answer;
use super::types::action::{Action as Written, File, Metadata, Run, Size, Texts, Types};
use super::types::answer as types;
use super::types::problem::Failure;

/// Describes an overtaken intent.
pub fn overtaken<'a>(view: &'a View, overtaken: &'a Overtaken) -> types::Overtaken<'a> {
    types::Overtaken {
        record: overtaken.record.to_string(),
        by: author(view, &overtaken.by),
        at: answer::time(overtaken.at),
        // It is the account's own intent, so it has named all of it.
        actions: overtaken.actions.iter().map(|action| written(action, |_| true)).collect(),
        error: match &overtaken.reason {
            OvertakenReason::Refused(refusal) => Failure::refused(view, refusal),
            // The records in its way may be hidden.
            OvertakenReason::NotUndone(_) => Failure::not_undone(&UndoRefusal::NoEffect),
        },
    }
}

/// The account that acted.
pub fn author<'a>(view: &'a View, by: &'a Id) -> types::Account<'a> {
    let (kind, name) = match view.service_accounts.get(&ServiceAccountId(by.clone())) {
        Some(account) => (types::AccountKind::ServiceAccount, Some(account.name.as_str())),
        None => (types::AccountKind::Person, answer::username(view, &PersonId(by.clone()))),
    };
    types::Who { kind, id: by.as_str(), name }
}

/// An action in the form in which scripts write it. Versions that it has read or linked are named only if the account sees them.
pub fn written(action: &Action, sees: impl Fn(&VersionRef) -> bool) -> types::Written {
    let mut written = verbatim(action);
    let mut hidden = None;
    match (&mut written, action) {
        (Written::LinkVersion { .. }, Action::Collection(CollectionAction::Link { version, .. })) if !sees(version) => {
            hidden = Some("version");
        }
        (Written::LogArtifact { run: Some(run), .. }, Action::Version(VersionAction::Log(new))) => {
            let inputs = new.run.iter().flat_map(|run| &run.inputs).filter(|input| sees(input));
            run.inputs = Some(Texts::Several(inputs.map(id_of_version).collect()));
        }
        _ => {}
    }
    types::Written { action: written, hidden }
}

/// An action with everything that it names.
fn verbatim(action: &Action) -> Written {
    match action {
        Action::Person(action) => of_person(action),
        Action::ServiceAccount(action) => of_service_account(action),
        Action::Team(action) => of_team(action),
        Action::Organization(action) => of_organization(action),
        Action::Registry(action) => of_registry(action),
        Action::Project(action) => of_project(action),
        Action::Version(action) => of_version(action),
        Action::Collection(action) => of_collection(action),
    }
}

fn of_person(action: &PersonAction) -> Written {
    match action {
        PersonAction::Add(new) => Written::AddPerson {
            name: new.name.to_string(),
            username: new.username.to_string(),
            email: new.email.to_string(),
            role: Some(new.role.into()),
        },
        PersonAction::Edit { person, name, username, email } => Written::EditPerson {
            person: person.to_string(),
            name: name.as_ref().map(ToString::to_string),
            username: username.as_ref().map(ToString::to_string),
            email: email.as_ref().map(ToString::to_string),
        },
        PersonAction::SetRole { person, role } => {
            Written::SetOrganizationRole { person: person.to_string(), role: (*role).into() }
        }
        PersonAction::Remove(person) => Written::RemovePerson { person: person.to_string() },
    }
}

fn of_service_account(action: &ServiceAccountAction) -> Written {
    match action {
        ServiceAccountAction::Add(name) => Written::AddServiceAccount { name: name.to_string() },
        ServiceAccountAction::Rename { service_account, name } => {
            Written::RenameServiceAccount { service_account: service_account.to_string(), name: name.to_string() }
        }
        ServiceAccountAction::Remove(account) => Written::RemoveServiceAccount { service_account: account.to_string() },
    }
}

fn of_team(action: &TeamAction) -> Written {
    match action {
        TeamAction::Add(name) => Written::AddTeam { name: name.to_string() },
        TeamAction::Rename { team, name } => Written::RenameTeam { team: team.to_string(), name: name.to_string() },
        TeamAction::Remove(team) => Written::RemoveTeam { team: team.to_string() },
        TeamAction::AddPerson { team, person, role } => {
            Written::AddPersonToTeam { team: team.to_string(), person: person.to_string(), role: Some((*role).into()) }
        }
        TeamAction::SetRole { team, person, role } => {
            Written::SetTeamRole { team: team.to_string(), person: person.to_string(), role: (*role).into() }
        }
        TeamAction::RemovePerson { team, person } => {
            Written::RemovePersonFromTeam { team: team.to_string(), person: person.to_string() }
        }
        TeamAction::AddServiceAccount { team, service_account } => {
            Written::AddServiceAccountToTeam { team: team.to_string(), service_account: service_account.to_string() }
        }
        TeamAction::RemoveServiceAccount { team, service_account } => Written::RemoveServiceAccountFromTeam {
            team: team.to_string(),
            service_account: service_account.to_string(),
        },
    }
}

fn of_organization(action: &OrganizationAction) -> Written {
    match action {
        OrganizationAction::Rename(name) => Written::RenameOrganization { name: name.to_string() },
        OrganizationAction::SetDefaultRole(role) => Written::SetDefaultRole { role: (*role).into() },
        OrganizationAction::SetRestrictedStays(stays) => Written::SetRestrictedStays { stays: *stays },
    }
}

fn of_registry(action: &RegistryAction) -> Written {
    match action {
        RegistryAction::Create(new) => creation(new),
        RegistryAction::Rename { registry, name } => {
            Written::RenameRegistry { registry: registry.to_string(), name: name.to_string() }
        }
        RegistryAction::Describe { registry, description } => {
            Written::DescribeRegistry { registry: registry.to_string(), description: description.to_string() }
        }
        RegistryAction::SetVisibility { registry, visibility } => {
            Written::SetVisibility { registry: registry.to_string(), visibility: (*visibility).into() }
        }
        RegistryAction::AcceptAllTypes(registry) => Written::AcceptAllTypes { registry: registry.to_string() },
        RegistryAction::SpecifyTypes { registry, types } => {
            Written::SpecifyTypes { registry: registry.to_string(), types: Some(texts(types)) }
        }
        RegistryAction::AddTypes { registry, types } => {
            Written::AddTypes { registry: registry.to_string(), types: texts(types) }
        }
        RegistryAction::RemoveType { registry, artifact_type } => {
            Written::RemoveType { registry: registry.to_string(), artifact_type: artifact_type.to_string() }
        }
        RegistryAction::AddMember { registry, member, role } => Written::AddMembers {
            registry: registry.to_string(),
            members: Texts::Several(vec![id_of(member)]),
            role: Some((*role).into()),
        },
        RegistryAction::SetMemberRole { registry, member, role } => {
            Written::SetMemberRole { registry: registry.to_string(), member: id_of(member), role: (*role).into() }
        }
        RegistryAction::RemoveMember { registry, member } => {
            Written::RemoveMember { registry: registry.to_string(), member: id_of(member) }
        }
        RegistryAction::SetOwner { registry, person } => {
            Written::SetOwner { registry: registry.to_string(), person: person.to_string() }
        }
        RegistryAction::ProtectAlias { registry, alias } => {
            Written::ProtectAlias { registry: registry.to_string(), alias: alias.to_string() }
        }
        RegistryAction::UnprotectAlias { registry, alias } => {
            Written::UnprotectAlias { registry: registry.to_string(), alias: alias.to_string() }
        }
        RegistryAction::Delete(registry) => Written::DeleteRegistry { registry: registry.to_string() },
    }
}

fn of_project(action: &ProjectAction) -> Written {
    match action {
        ProjectAction::Create { team, name } => {
            Written::CreateProject { team: team.to_string(), name: name.to_string() }
        }
        ProjectAction::Rename { project, name } => {
            Written::RenameProject { project: project.to_string(), name: name.to_string() }
        }
        ProjectAction::Delete(project) => Written::DeleteProject { project: project.to_string() },
    }
}

fn of_version(action: &VersionAction) -> Written {
    match action {
        VersionAction::Log(new) => logging(new),
        VersionAction::Edit { version, description, metadata, tags } => Written::EditVersion {
            version: id_of_version(version),
            description: description.as_ref().map(ToString::to_string),
            metadata: metadata.as_ref().map(|metadata| Metadata(metadata.as_str().to_owned())),
            tags: tags.as_ref().map(|tags| texts(tags.as_slice())),
        },
        VersionAction::AddTags { version, tags } => {
            Written::AddTags { of: id_of_version(version), tags: texts(tags.as_slice()) }
        }
        VersionAction::RemoveTags { version, tags } => {
            Written::RemoveTags { of: id_of_version(version), tags: texts(tags.as_slice()) }
        }
        VersionAction::AddAlias { version, alias } => {
            Written::AddAlias { version: id_of_version(version), alias: alias.to_string() }
        }
        VersionAction::RemoveAlias { version, alias } => {
            Written::RemoveAlias { version: id_of_version(version), alias: alias.to_string() }
        }
        VersionAction::Delete(version) => Written::DeleteVersion { version: version.to_string() },
    }
}

fn logging(new: &NewVersion) -> Written {
    let file = |file: &domain::File| File {
        path: file.path.to_string(),
        digest: Some(file.digest.to_string()),
        size: Some(Size(file.size)),
        text: None,
        base64: None,
    };
    Written::LogArtifact {
        project: new.project.to_string(),
        name: new.name.to_string(),
        artifact_type: new.artifact_type.to_string(),
        description: Some(new.description.to_string()),
        metadata: Some(Metadata(new.metadata.as_str().to_owned())),
        tags: Some(texts(new.tags.as_slice())),
        aliases: Some(texts(&new.aliases)),
        files: Some(new.files.files().iter().map(file).collect()),
        run: new.run.as_ref().map(|run| Run {
            name: run.name.to_string(),
            inputs: Some(Texts::Several(run.inputs.iter().map(id_of_version).collect())),
        }),
    }
}

fn of_collection(action: &CollectionAction) -> Written {
    match action {
        CollectionAction::Create(new) => Written::CreateCollection {
            registry: new.registry.to_string(),
            name: new.name.to_string(),
            artifact_type: new.artifact_type.to_string(),
            description: Some(new.description.to_string()),
            tags: Some(texts(new.tags.as_slice())),
        },
        CollectionAction::Edit { collection, name, description, tags } => Written::EditCollection {
            collection: collection.to_string(),
            name: name.as_ref().map(ToString::to_string),
            description: description.as_ref().map(ToString::to_string),
            tags: tags.as_ref().map(|tags| texts(tags.as_slice())),
        },
        CollectionAction::AddTags { collection, tags } => {
            Written::AddTags { of: collection.to_string(), tags: texts(tags.as_slice()) }
        }
        CollectionAction::RemoveTags { collection, tags } => {
            Written::RemoveTags { of: collection.to_string(), tags: texts(tags.as_slice()) }
        }
        CollectionAction::Delete(collection) => Written::DeleteCollection { collection: collection.to_string() },
        CollectionAction::Link { version, target, aliases } => Written::LinkVersion {
            version: id_of_version(version),
            collection: match target {
                LinkTarget::Collection(id) => id.to_string(),
                LinkTarget::Named { registry, name } => format!("{registry}/{name}"),
            },
            aliases: Some(texts(aliases)),
        },
        CollectionAction::Unlink(version) => Written::UnlinkVersion { version: version.to_string() },
    }
}

fn id_of_version(version: &VersionRef) -> String {
    match version {
        VersionRef::Source(id) => id.to_string(),
        VersionRef::Linked(id) => id.to_string(),
    }
}

fn creation(new: &NewRegistry) -> Written {
    let types = match new.accepts.is_all() {
        true => Types::All,
        false => Types::Listed(new.accepts.saved().iter().map(ToString::to_string).collect()),
    };
    Written::CreateRegistry {
        name: new.name.to_string(),
        description: Some(new.description.to_string()),
        visibility: Some(new.visibility.into()),
        types: Some(types),
    }
}

fn texts(list: &[impl ToString]) -> Texts {
    Texts::Several(list.iter().map(ToString::to_string).collect())
}

fn id_of(member: &Grantee) -> String {
    match member {
        Grantee::Person(id) => id.to_string(),
        Grantee::ServiceAccount(id) => id.to_string(),
        Grantee::Team(id) => id.to_string(),
    }
}

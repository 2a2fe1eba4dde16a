//! Converts actions of the log into the page API's form. References are ids, which stay valid after renames.

use domain::{
    Action, Grantee, NewRegistry, OrganizationAction, PersonAction, PersonId, RegistryAction, ServiceAccountAction,
    ServiceAccountId, TeamAction, View,
};
use workspace::Overtaken;

use super::answer;
use super::types::action::{Action as Written, Texts, Types};
use super::types::answer as types;
use super::types::problem::Failure;

/// Describes an overtaken intent.
pub fn overtaken<'a>(view: &'a View, overtaken: &'a Overtaken) -> types::Overtaken<'a> {
    let person = PersonId(overtaken.by.clone());
    let (kind, name) = match view.service_accounts.get(&ServiceAccountId(overtaken.by.clone())) {
        Some(account) => (types::AccountKind::ServiceAccount, Some(account.name.as_str())),
        None => (types::AccountKind::Person, answer::username(view, &person)),
    };
    types::Overtaken {
        record: overtaken.record.to_string(),
        by: types::Who { kind, id: overtaken.by.as_str(), name },
        at: answer::time(overtaken.at),
        actions: overtaken.actions.iter().map(|action| types::Written(written(action))).collect(),
        error: Failure::refused(view, &overtaken.refusal),
    }
}

fn written(action: &Action) -> Written {
    match action {
        Action::Person(action) => of_person(action),
        Action::ServiceAccount(action) => of_service_account(action),
        Action::Team(action) => of_team(action),
        Action::Organization(action) => of_organization(action),
        Action::Registry(action) => of_registry(action),
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
        RegistryAction::Delete(registry) => Written::DeleteRegistry { registry: registry.to_string() },
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

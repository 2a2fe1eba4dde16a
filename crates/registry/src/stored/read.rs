//! From the stored form to what it means.

use json::members;

use super::Meaning;
use super::fields::{Fields, only};
use crate::{
    Action, Founding, NewPerson, NewRegistry, OrganizationAction, PersonAction, RegistryAction, ServiceAccountAction,
    TeamAction,
};

/// What an entry means, or nothing if this program does not know its kind or its fields: then a newer one wrote it.
#[must_use]
pub fn read(text: &str) -> Option<Meaning> {
    let (kind, fields) = only(text)?;
    let mut fields = Fields(members(fields)?);
    let meaning = if kind == "found" {
        Meaning::Founding(Founding {
            organization: fields.organization_name("organization")?,
            name: fields.person_name()?,
            username: fields.account_name("username")?,
            email: fields.email()?,
        })
    } else {
        Meaning::Action(action(&kind, &mut fields)?)
    };
    fields.end().map(|()| meaning)
}

fn action(kind: &str, fields: &mut Fields<'_>) -> Option<Action> {
    Some(match kind {
        "add_person" => Action::Person(PersonAction::Add(NewPerson {
            name: fields.person_name()?,
            username: fields.account_name("username")?,
            email: fields.email()?,
            role: fields.organization_role()?,
        })),
        "edit_person" => Action::Person(PersonAction::Edit {
            person: fields.person()?,
            name: fields.person_name()?,
            username: fields.account_name("username")?,
            email: fields.email()?,
        }),
        "set_organization_role" => {
            Action::Person(PersonAction::SetRole { person: fields.person()?, role: fields.organization_role()? })
        }
        "remove_person" => Action::Person(PersonAction::Remove(fields.person()?)),
        "add_service_account" => Action::ServiceAccount(ServiceAccountAction::Add(fields.account_name("name")?)),
        "rename_service_account" => Action::ServiceAccount(ServiceAccountAction::Rename {
            service_account: fields.service_account()?,
            name: fields.account_name("name")?,
        }),
        "remove_service_account" => Action::ServiceAccount(ServiceAccountAction::Remove(fields.service_account()?)),
        "add_team" => Action::Team(TeamAction::Add(fields.account_name("name")?)),
        "rename_team" => Action::Team(TeamAction::Rename { team: fields.team()?, name: fields.account_name("name")? }),
        "remove_team" => Action::Team(TeamAction::Remove(fields.team()?)),
        "add_person_to_team" => Action::Team(TeamAction::AddPerson {
            team: fields.team()?,
            person: fields.person()?,
            role: fields.team_role()?,
        }),
        "set_team_role" => Action::Team(TeamAction::SetRole {
            team: fields.team()?,
            person: fields.person()?,
            role: fields.team_role()?,
        }),
        "remove_person_from_team" => {
            Action::Team(TeamAction::RemovePerson { team: fields.team()?, person: fields.person()? })
        }
        "add_service_account_to_team" => Action::Team(TeamAction::AddServiceAccount {
            team: fields.team()?,
            service_account: fields.service_account()?,
        }),
        "remove_service_account_from_team" => Action::Team(TeamAction::RemoveServiceAccount {
            team: fields.team()?,
            service_account: fields.service_account()?,
        }),
        "rename_organization" => Action::Organization(OrganizationAction::Rename(fields.organization_name("name")?)),
        "set_default_role" => Action::Organization(OrganizationAction::SetDefaultRole(fields.default_role()?)),
        "set_restricted_stays" => Action::Organization(OrganizationAction::SetRestrictedStays(fields.flag("stays")?)),
        "create_registry" => Action::Registry(RegistryAction::Create(NewRegistry {
            name: fields.registry_name()?,
            description: fields.description()?,
            visibility: fields.visibility()?,
            accepts: fields.accepts()?,
        })),
        "rename_registry" => {
            Action::Registry(RegistryAction::Rename { registry: fields.registry()?, name: fields.registry_name()? })
        }
        "describe_registry" => Action::Registry(RegistryAction::Describe {
            registry: fields.registry()?,
            description: fields.description()?,
        }),
        "set_visibility" => Action::Registry(RegistryAction::SetVisibility {
            registry: fields.registry()?,
            visibility: fields.visibility()?,
        }),
        "accept_all_types" => Action::Registry(RegistryAction::AcceptAllTypes(fields.registry()?)),
        "specify_types" => Action::Registry(RegistryAction::SpecifyTypes {
            registry: fields.registry()?,
            types: fields.artifact_types()?,
        }),
        "add_types" => {
            Action::Registry(RegistryAction::AddTypes { registry: fields.registry()?, types: fields.artifact_types()? })
        }
        "remove_type" => Action::Registry(RegistryAction::RemoveType {
            registry: fields.registry()?,
            artifact_type: fields.artifact_type()?,
        }),
        "add_member" => Action::Registry(RegistryAction::AddMember {
            registry: fields.registry()?,
            member: fields.member()?,
            role: fields.role()?,
        }),
        "set_member_role" => Action::Registry(RegistryAction::SetMemberRole {
            registry: fields.registry()?,
            member: fields.member()?,
            role: fields.role()?,
        }),
        "remove_member" => {
            Action::Registry(RegistryAction::RemoveMember { registry: fields.registry()?, member: fields.member()? })
        }
        "set_owner" => {
            Action::Registry(RegistryAction::SetOwner { registry: fields.registry()?, person: fields.person()? })
        }
        "delete_registry" => Action::Registry(RegistryAction::Delete(fields.registry()?)),
        _ => return None,
    })
}

//! From the stored form to what it means.

use json::members;

use super::Meaning;
use super::fields::{Fields, only};
use crate::{Action, Founding, NewPerson, NewRegistry};

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
        "add_person" => Action::AddPerson(NewPerson {
            name: fields.person_name()?,
            username: fields.account_name("username")?,
            email: fields.email()?,
            role: fields.organization_role()?,
        }),
        "edit_person" => Action::EditPerson {
            person: fields.person()?,
            name: fields.person_name()?,
            username: fields.account_name("username")?,
            email: fields.email()?,
        },
        "set_organization_role" => {
            Action::SetOrganizationRole { person: fields.person()?, role: fields.organization_role()? }
        }
        "remove_person" => Action::RemovePerson(fields.person()?),
        "add_service_account" => Action::AddServiceAccount(fields.account_name("name")?),
        "rename_service_account" => Action::RenameServiceAccount {
            service_account: fields.service_account()?,
            name: fields.account_name("name")?,
        },
        "remove_service_account" => Action::RemoveServiceAccount(fields.service_account()?),
        "add_team" => Action::AddTeam(fields.account_name("name")?),
        "rename_team" => Action::RenameTeam { team: fields.team()?, name: fields.account_name("name")? },
        "remove_team" => Action::RemoveTeam(fields.team()?),
        "add_person_to_team" => {
            Action::AddPersonToTeam { team: fields.team()?, person: fields.person()?, role: fields.team_role()? }
        }
        "set_team_role" => {
            Action::SetTeamRole { team: fields.team()?, person: fields.person()?, role: fields.team_role()? }
        }
        "remove_person_from_team" => Action::RemovePersonFromTeam { team: fields.team()?, person: fields.person()? },
        "add_service_account_to_team" => {
            Action::AddServiceAccountToTeam { team: fields.team()?, service_account: fields.service_account()? }
        }
        "remove_service_account_from_team" => {
            Action::RemoveServiceAccountFromTeam { team: fields.team()?, service_account: fields.service_account()? }
        }
        "rename_organization" => Action::RenameOrganization(fields.organization_name("name")?),
        "set_default_role" => Action::SetDefaultRole(fields.default_role()?),
        "set_restricted_stays" => Action::SetRestrictedStays(fields.flag("stays")?),
        "create_registry" => Action::CreateRegistry(NewRegistry {
            name: fields.registry_name()?,
            description: fields.description()?,
            visibility: fields.visibility()?,
            accepts: fields.accepts()?,
        }),
        "rename_registry" => Action::RenameRegistry { registry: fields.registry()?, name: fields.registry_name()? },
        "describe_registry" => {
            Action::DescribeRegistry { registry: fields.registry()?, description: fields.description()? }
        }
        "set_visibility" => Action::SetVisibility { registry: fields.registry()?, visibility: fields.visibility()? },
        "accept_all_types" => Action::AcceptAllTypes(fields.registry()?),
        "specify_types" => Action::SpecifyTypes { registry: fields.registry()?, types: fields.artifact_types()? },
        "add_types" => Action::AddTypes { registry: fields.registry()?, types: fields.artifact_types()? },
        "remove_type" => Action::RemoveType { registry: fields.registry()?, artifact_type: fields.artifact_type()? },
        "add_member" => {
            Action::AddMember { registry: fields.registry()?, member: fields.member()?, role: fields.role()? }
        }
        "set_member_role" => {
            Action::SetMemberRole { registry: fields.registry()?, member: fields.member()?, role: fields.role()? }
        }
        "remove_member" => Action::RemoveMember { registry: fields.registry()?, member: fields.member()? },
        "set_owner" => Action::SetOwner { registry: fields.registry()?, person: fields.person()? },
        "delete_registry" => Action::DeleteRegistry(fields.registry()?),
        _ => return None,
    })
}

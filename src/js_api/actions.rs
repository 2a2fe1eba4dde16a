//! What the actions of a script are to the rules. Nothing is refused here but texts that are no value of their kind, and
//! changes that change nothing.

use registry::{
    AcceptedTypes, AccountName, Action, ArtifactType, Description, Email, Grantee, NewPerson, NewRegistry,
    OrganizationName, OrganizationRole, PersonId, PersonName, Refusal, RegistryId, RegistryName, Role, TeamRole,
    TextFault, View, Visibility, names_in,
};

use super::error::{Answer, parsed};
use super::names;
use super::types::action::{Action as Given, Types};
use super::types::problem::{Failure, Malformation};
use crate::i18n::fault::Subject;

/// What an action of a script asks for.
pub enum Asked {
    /// These actions: one, or the several that an `editRegistry` stands for.
    Actions(Vec<Action>),
    /// Members to be added, each as it was named, and as whom that was found.
    Members {
        /// Where.
        registry: RegistryId,
        /// Who.
        members: Vec<(String, Option<Grantee>)>,
        /// As what; the one that each is added with if nothing is said.
        role: Option<Role>,
    },
}

/// Reads the action at a place of the call, as things are in `view`.
pub fn read(given: Given, at: &str, view: &View) -> Answer<Asked> {
    let empty = |field, expected| Failure::malformed(Malformation::Empty, &format!("{at}.{field}"), expected);
    let person = |text: String| names::person(view, &text);
    let service_account = |text: String| names::service_account(view, &text);
    let team = |text: String| names::team(view, &text);
    let registry = |text: String| names::registry_id(view, &text);
    let member =
        |text: String| names::grantee(view, &text).unwrap_or_else(|| Grantee::Person(PersonId(names::nothing())));
    let action = match given {
        Given::AddPerson { name, username, email, role } => Action::AddPerson(NewPerson {
            name: person_name(&name)?,
            username: self::username(&username)?,
            email: self::email(&email)?,
            role: role.map_or(OrganizationRole::Member, Into::into),
        }),
        Given::EditPerson { name: None, username: None, email: None, .. } => {
            return Err(empty("name", "a name, username or email"));
        }
        Given::EditPerson { person: named, name, username, email } => {
            let person = person(named);
            match view.people.get(&person) {
                // What is left out stays as it is.
                Some(known) => Action::EditPerson {
                    name: name.map_or_else(|| Ok(known.name.clone()), |text| person_name(&text))?,
                    username: username.map_or_else(|| Ok(known.username.clone()), |text| self::username(&text))?,
                    email: email.map_or_else(|| Ok(known.email.clone()), |text| self::email(&text))?,
                    person,
                },
                // There is nothing to leave as it is. The rules answer so to any action about the person.
                None => Action::RemovePerson(person),
            }
        }
        Given::SetOrganizationRole { person: named, role } => {
            Action::SetOrganizationRole { person: person(named), role: role.into() }
        }
        Given::RemovePerson { person: named } => Action::RemovePerson(person(named)),
        Given::AddServiceAccount { name } => Action::AddServiceAccount(account_name(&name)?),
        Given::RenameServiceAccount { service_account: named, name } => {
            Action::RenameServiceAccount { service_account: service_account(named), name: account_name(&name)? }
        }
        Given::RemoveServiceAccount { service_account: named } => Action::RemoveServiceAccount(service_account(named)),
        Given::AddTeam { name } => Action::AddTeam(account_name(&name)?),
        Given::RenameTeam { team: named, name } => Action::RenameTeam { team: team(named), name: account_name(&name)? },
        Given::RemoveTeam { team: named } => Action::RemoveTeam(team(named)),
        Given::AddPersonToTeam { team: to, person: named, role } => Action::AddPersonToTeam {
            team: team(to),
            person: person(named),
            role: role.map_or(TeamRole::Member, Into::into),
        },
        Given::SetTeamRole { team: of, person: named, role } => {
            Action::SetTeamRole { team: team(of), person: person(named), role: role.into() }
        }
        Given::RemovePersonFromTeam { team: from, person: named } => {
            Action::RemovePersonFromTeam { team: team(from), person: person(named) }
        }
        Given::AddServiceAccountToTeam { team: to, service_account: named } => {
            Action::AddServiceAccountToTeam { team: team(to), service_account: service_account(named) }
        }
        Given::RemoveServiceAccountFromTeam { team: from, service_account: named } => {
            Action::RemoveServiceAccountFromTeam { team: team(from), service_account: service_account(named) }
        }
        Given::RenameOrganization { name } => {
            let name = parsed("name", Subject::OrganizationName, &name, OrganizationName::parse)?;
            Action::RenameOrganization(name)
        }
        Given::SetDefaultRole { role } => Action::SetDefaultRole(role.into()),
        Given::SetRestrictedStays { stays } => Action::SetRestrictedStays(stays),
        Given::CreateRegistry { name, description, visibility, types } => Action::CreateRegistry(NewRegistry {
            name: registry_name(&name)?,
            description: description.map_or_else(|| Ok(Description::none()), |text| self::description(&text))?,
            visibility: visibility.map_or(Visibility::Organization, Into::into),
            accepts: match types {
                None | Some(Types::All) => AcceptedTypes::all(),
                Some(Types::Listed(types)) => AcceptedTypes::specify(artifact_types(&types)?)
                    .map_err(|_| Failure::refused(view, &Refusal::NoTypes))?,
            },
        }),
        Given::RenameRegistry { registry: named, name } => {
            Action::RenameRegistry { registry: registry(named), name: registry_name(&name)? }
        }
        Given::DescribeRegistry { registry: named, description } => {
            Action::DescribeRegistry { registry: registry(named), description: self::description(&description)? }
        }
        Given::SetVisibility { registry: named, visibility } => {
            Action::SetVisibility { registry: registry(named), visibility: visibility.into() }
        }
        Given::AcceptAllTypes { registry: named } => Action::AcceptAllTypes(registry(named)),
        Given::SpecifyTypes { registry: named, types } => Action::SpecifyTypes {
            registry: registry(named),
            types: types.map_or_else(|| Ok(Vec::new()), |types| artifact_types(&types.into_list()))?,
        },
        Given::AddTypes { registry: named, types } => {
            Action::AddTypes { registry: registry(named), types: artifact_types(&types.into_list())? }
        }
        Given::RemoveType { registry: named, artifact_type } => Action::RemoveType {
            registry: registry(named),
            artifact_type: parsed("artifactType", Subject::ArtifactType, &artifact_type, ArtifactType::parse)?,
        },
        Given::EditRegistry { registry: named, name, description, visibility, types } => {
            let edits = registry_edits(&registry(named), name, description, visibility.map(Into::into), types)?;
            if edits.is_empty() {
                return Err(empty("name", "something to change"));
            }
            return Ok(Asked::Actions(edits));
        }
        Given::AddMembers { registry: named, members, role } => {
            let texts = members.into_list();
            let members = texts.iter().flat_map(|text| names_in(text));
            let members: Vec<_> = members.map(|named| (named.to_owned(), names::grantee(view, named))).collect();
            if members.is_empty() {
                return Err(empty("members", "somebody to add"));
            }
            return Ok(Asked::Members { registry: registry(named), members, role: role.map(Into::into) });
        }
        Given::SetMemberRole { registry: named, member: of, role } => {
            Action::SetMemberRole { registry: registry(named), member: member(of), role: role.into() }
        }
        Given::RemoveMember { registry: named, member: of } => {
            Action::RemoveMember { registry: registry(named), member: member(of) }
        }
        Given::SetOwner { registry: named, person: owner } => {
            Action::SetOwner { registry: registry(named), person: person(owner) }
        }
        Given::DeleteRegistry { registry: named } => Action::DeleteRegistry(registry(named)),
    };
    Ok(Asked::Actions(vec![action]))
}

/// Several changes of a registry, in this order.
fn registry_edits(
    registry: &RegistryId,
    name: Option<String>,
    description: Option<String>,
    visibility: Option<Visibility>,
    types: Option<Types>,
) -> Answer<Vec<Action>> {
    let mut edits = Vec::new();
    if let Some(name) = name {
        edits.push(Action::RenameRegistry { registry: registry.clone(), name: registry_name(&name)? });
    }
    if let Some(text) = description {
        edits.push(Action::DescribeRegistry { registry: registry.clone(), description: self::description(&text)? });
    }
    if let Some(visibility) = visibility {
        edits.push(Action::SetVisibility { registry: registry.clone(), visibility });
    }
    match types {
        None => {}
        Some(Types::All) => edits.push(Action::AcceptAllTypes(registry.clone())),
        Some(Types::Listed(types)) => {
            edits.push(Action::SpecifyTypes { registry: registry.clone(), types: artifact_types(&types)? });
        }
    }
    Ok(edits)
}

fn person_name(text: &str) -> Answer<PersonName> {
    parsed("name", Subject::SomebodysName, text, PersonName::parse)
}

fn username(text: &str) -> Answer<AccountName> {
    parsed("username", Subject::Username, text, AccountName::parse)
}

fn email(text: &str) -> Answer<Email> {
    parsed("email", Subject::Email, text, Email::parse)
}

/// The name of a service account or a team.
fn account_name(text: &str) -> Answer<AccountName> {
    parsed("name", Subject::AccountName, text, AccountName::parse)
}

fn registry_name(text: &str) -> Answer<RegistryName> {
    parsed("name", Subject::RegistryName, text, RegistryName::parse)
}

fn description(text: &str) -> Answer<Description> {
    parsed("description", Subject::Description, text, Description::parse)
}

fn artifact_types(texts: &[String]) -> Answer<Vec<ArtifactType>> {
    let invalid = |index, fault: TextFault| Failure::invalid("types", Subject::ArtifactType, &fault, Some(index));
    let parsed =
        texts.iter().enumerate().map(|(nth, text)| ArtifactType::parse(text).map_err(|fault| invalid(nth, fault)));
    parsed.collect()
}

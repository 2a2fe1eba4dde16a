//! What the actions of a script are to the rules. Nothing is refused here but texts that are no value of their kind, changes
//! that change nothing, and an edit of an unknown person, of whom no part can stay as it is.

use domain::{
    AcceptedTypes, AccountName, Action, ArtifactType, Description, Email, Grantee, Missing, NewPerson, NewRegistry,
    OrganizationAction, OrganizationName, OrganizationRole, Permission, PersonAction, PersonId, PersonName, Refusal,
    RegistryAction, RegistryId, RegistryName, Role, ServiceAccountAction, TeamAction, TeamRole, TextFault, View,
    Visibility, names_in,
};

use super::error::{Answer, parsed};
use super::names;
use super::types::action::{Action as Given, Types};
use super::types::problem::{Failure, Malformation};
use crate::i18n::terms::fault::Subject;

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
    let action: Action = match given {
        Given::AddPerson { name, username, email, role } => PersonAction::Add(NewPerson {
            name: person_name(&name)?,
            username: self::username(&username)?,
            email: self::email(&email)?,
            role: role.map_or(OrganizationRole::Member, Into::into),
        })
        .into(),
        Given::EditPerson { name: None, username: None, email: None, .. } => {
            return Err(empty("name", "a name, username or email"));
        }
        Given::EditPerson { person: named, name, username, email } => {
            let name = name.map(|text| person_name(&text)).transpose()?;
            let username = username.map(|text| self::username(&text)).transpose()?;
            let email = email.map(|text| self::email(&text)).transpose()?;
            let person = person(named);
            let known = view.people.get(&person).ok_or_else(|| no_person(view))?;
            // What is left out stays as it is.
            PersonAction::Edit {
                name: name.unwrap_or_else(|| known.name.clone()),
                username: username.unwrap_or_else(|| known.username.clone()),
                email: email.unwrap_or_else(|| known.email.clone()),
                person,
            }
            .into()
        }
        Given::SetOrganizationRole { person: named, role } => {
            PersonAction::SetRole { person: person(named), role: role.into() }.into()
        }
        Given::RemovePerson { person: named } => PersonAction::Remove(person(named)).into(),
        Given::AddServiceAccount { name } => ServiceAccountAction::Add(account_name(&name)?).into(),
        Given::RenameServiceAccount { service_account: named, name } => {
            ServiceAccountAction::Rename { service_account: service_account(named), name: account_name(&name)? }.into()
        }
        Given::RemoveServiceAccount { service_account: named } => {
            ServiceAccountAction::Remove(service_account(named)).into()
        }
        Given::AddTeam { name } => TeamAction::Add(account_name(&name)?).into(),
        Given::RenameTeam { team: named, name } => {
            TeamAction::Rename { team: team(named), name: account_name(&name)? }.into()
        }
        Given::RemoveTeam { team: named } => TeamAction::Remove(team(named)).into(),
        Given::AddPersonToTeam { team: to, person: named, role } => TeamAction::AddPerson {
            team: team(to),
            person: person(named),
            role: role.map_or(TeamRole::Member, Into::into),
        }
        .into(),
        Given::SetTeamRole { team: of, person: named, role } => {
            TeamAction::SetRole { team: team(of), person: person(named), role: role.into() }.into()
        }
        Given::RemovePersonFromTeam { team: from, person: named } => {
            TeamAction::RemovePerson { team: team(from), person: person(named) }.into()
        }
        Given::AddServiceAccountToTeam { team: to, service_account: named } => {
            TeamAction::AddServiceAccount { team: team(to), service_account: service_account(named) }.into()
        }
        Given::RemoveServiceAccountFromTeam { team: from, service_account: named } => {
            TeamAction::RemoveServiceAccount { team: team(from), service_account: service_account(named) }.into()
        }
        Given::RenameOrganization { name } => {
            let name = parsed("name", Subject::OrganizationName, &name, OrganizationName::parse)?;
            OrganizationAction::Rename(name).into()
        }
        Given::SetDefaultRole { role } => OrganizationAction::SetDefaultRole(role.into()).into(),
        Given::SetRestrictedStays { stays } => OrganizationAction::SetRestrictedStays(stays).into(),
        Given::CreateRegistry { name, description, visibility, types } => RegistryAction::Create(NewRegistry {
            name: registry_name(&name)?,
            description: description.map_or_else(|| Ok(Description::none()), |text| self::description(&text))?,
            visibility: visibility.map_or(Visibility::Organization, Into::into),
            accepts: match types {
                None | Some(Types::All) => AcceptedTypes::all(),
                Some(Types::Listed(types)) => AcceptedTypes::specify(artifact_types(&types)?)
                    .map_err(|_| Failure::refused(view, &Refusal::NoTypes))?,
            },
        })
        .into(),
        Given::RenameRegistry { registry: named, name } => {
            RegistryAction::Rename { registry: registry(named), name: registry_name(&name)? }.into()
        }
        Given::DescribeRegistry { registry: named, description } => {
            RegistryAction::Describe { registry: registry(named), description: self::description(&description)? }.into()
        }
        Given::SetVisibility { registry: named, visibility } => {
            RegistryAction::SetVisibility { registry: registry(named), visibility: visibility.into() }.into()
        }
        Given::AcceptAllTypes { registry: named } => RegistryAction::AcceptAllTypes(registry(named)).into(),
        Given::SpecifyTypes { registry: named, types } => RegistryAction::SpecifyTypes {
            registry: registry(named),
            types: types.map_or_else(|| Ok(Vec::new()), |types| artifact_types(&types.into_list()))?,
        }
        .into(),
        Given::AddTypes { registry: named, types } => {
            RegistryAction::AddTypes { registry: registry(named), types: artifact_types(&types.into_list())? }.into()
        }
        Given::RemoveType { registry: named, artifact_type } => RegistryAction::RemoveType {
            registry: registry(named),
            artifact_type: parsed("artifactType", Subject::ArtifactType, &artifact_type, ArtifactType::parse)?,
        }
        .into(),
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
            RegistryAction::SetMemberRole { registry: registry(named), member: member(of), role: role.into() }.into()
        }
        Given::RemoveMember { registry: named, member: of } => {
            RegistryAction::RemoveMember { registry: registry(named), member: member(of) }.into()
        }
        Given::SetOwner { registry: named, person: owner } => {
            RegistryAction::SetOwner { registry: registry(named), person: person(owner) }.into()
        }
        Given::DeleteRegistry { registry: named } => RegistryAction::Delete(registry(named)).into(),
    };
    Ok(Asked::Actions(vec![action]))
}

/// Why an unknown person is not edited, in the order of the rules: permission comes first.
fn no_person(view: &View) -> Box<Failure> {
    let verdict = view.may(&Permission::ManageDirectory);
    let refusal = verdict.denial().map_or(Refusal::Missing(Missing::Person), |denial| Refusal::Denied(denial.clone()));
    Failure::refused(view, &refusal)
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
        edits.push(RegistryAction::Rename { registry: registry.clone(), name: registry_name(&name)? }.into());
    }
    if let Some(text) = description {
        edits.push(
            RegistryAction::Describe { registry: registry.clone(), description: self::description(&text)? }.into(),
        );
    }
    if let Some(visibility) = visibility {
        edits.push(RegistryAction::SetVisibility { registry: registry.clone(), visibility }.into());
    }
    match types {
        None => {}
        Some(Types::All) => edits.push(RegistryAction::AcceptAllTypes(registry.clone()).into()),
        Some(Types::Listed(types)) => {
            edits.push(
                RegistryAction::SpecifyTypes { registry: registry.clone(), types: artifact_types(&types)? }.into(),
            );
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

//! Translates the actions of a script into actions of the domain. The rules come later: this module refuses only
//! invalid values and empty changes.

use domain::{
    AcceptedTypes, AccountName, Action, ArtifactType, Description, Email, Grantee, Missing, NewPerson, NewRegistry,
    OrganizationAction, OrganizationName, OrganizationRole, PersonAction, PersonId, PersonName, Refusal,
    RegistryAction, RegistryId, RegistryName, Role, ServiceAccountAction, TeamAction, TeamRole, TextFault, Trial,
    Visibility, split_list, trim,
};

use super::catalog::{Logged, RequestedLink, Translator};
use super::copy::MAX_ITEMS;
use super::error::{Answer, parse_text};
use super::names;
use super::reference::Resolver;
use super::types::action::{Action as ScriptAction, Types};
use super::types::problem::{Failure, Malformation};
use crate::i18n::terms::fault::Subject;

/// The translation of one script action.
pub enum TranslatedAction {
    /// One action, or the several actions of an `editRegistry`.
    Actions(Vec<Action>),
    /// Members to add. Each has the name that the script used, and the account or team that it refers to.
    Members {
        /// The registry that lists them.
        registry: RegistryId,
        /// The names, and what was found for them.
        members: Vec<(String, Option<Grantee>)>,
        /// Their role; the default role if the script leaves it out.
        role: Option<Role>,
    },
    /// A version to link.
    Link(RequestedLink),
}

/// Translates the action at `at`. References are resolved in the state of the trial.
pub fn translate(action: ScriptAction, at: &str, trial: &Trial) -> Answer<TranslatedAction> {
    let lookup = trial.lookup().ok_or_else(|| Failure::missing(Missing::Actor))?;
    let catalog = Translator { resolver: Resolver { lookup }, at };
    let empty = |field, expected| Failure::malformed(Malformation::Empty, &format!("{at}.{field}"), expected);
    let person = |text: String| names::person(lookup, &text);
    let service_account = |text: String| names::service_account(lookup, &text);
    let team = |text: String| names::team(lookup, &text);
    let registry = |text: String| names::registry_id(lookup, &text);
    let member =
        |text: String| names::grantee(lookup, &text).unwrap_or_else(|| Grantee::Person(PersonId(names::unknown_id())));
    let action: Action = match action {
        ScriptAction::AddPerson { name, username, email, role } => PersonAction::Add(NewPerson {
            name: person_name(&name)?,
            username: self::username(&username)?,
            email: self::email(&email)?,
            role: role.map_or(OrganizationRole::Member, Into::into),
        })
        .into(),
        ScriptAction::EditPerson { name: None, username: None, email: None, .. } => {
            return Err(empty("name", "a name, username or email"));
        }
        ScriptAction::EditPerson { person: reference, name, username, email } => {
            let name = name.map(|text| person_name(&text)).transpose()?;
            let username = username.map(|text| self::username(&text)).transpose()?;
            let email = email.map(|text| self::email(&text)).transpose()?;
            PersonAction::Edit { person: person(reference), name, username, email }.into()
        }
        ScriptAction::SetOrganizationRole { person: reference, role } => {
            PersonAction::SetRole { person: person(reference), role: role.into() }.into()
        }
        ScriptAction::RemovePerson { person: reference } => PersonAction::Remove(person(reference)).into(),
        ScriptAction::AddServiceAccount { name } => ServiceAccountAction::Add(account_name(&name)?).into(),
        ScriptAction::RenameServiceAccount { service_account: reference, name } => {
            ServiceAccountAction::Rename { service_account: service_account(reference), name: account_name(&name)? }
                .into()
        }
        ScriptAction::RemoveServiceAccount { service_account: reference } => {
            ServiceAccountAction::Remove(service_account(reference)).into()
        }
        ScriptAction::AddTeam { name } => TeamAction::Add(account_name(&name)?).into(),
        ScriptAction::RenameTeam { team: reference, name } => {
            TeamAction::Rename { team: team(reference), name: account_name(&name)? }.into()
        }
        ScriptAction::RemoveTeam { team: reference } => TeamAction::Remove(team(reference)).into(),
        ScriptAction::AddPersonToTeam { team: to, person: reference, role } => TeamAction::AddPerson {
            team: team(to),
            person: person(reference),
            role: role.map_or(TeamRole::Member, Into::into),
        }
        .into(),
        ScriptAction::SetTeamRole { team: of, person: reference, role } => {
            TeamAction::SetRole { team: team(of), person: person(reference), role: role.into() }.into()
        }
        ScriptAction::RemovePersonFromTeam { team: from, person: reference } => {
            TeamAction::RemovePerson { team: team(from), person: person(reference) }.into()
        }
        ScriptAction::AddServiceAccountToTeam { team: to, service_account: reference } => {
            TeamAction::AddServiceAccount { team: team(to), service_account: service_account(reference) }.into()
        }
        ScriptAction::RemoveServiceAccountFromTeam { team: from, service_account: reference } => {
            TeamAction::RemoveServiceAccount { team: team(from), service_account: service_account(reference) }.into()
        }
        ScriptAction::RenameOrganization { name } => {
            let name = parse_text("name", Subject::OrganizationName, &name, OrganizationName::parse)?;
            OrganizationAction::Rename(name).into()
        }
        ScriptAction::SetDefaultRole { role } => OrganizationAction::SetDefaultRole(role.into()).into(),
        ScriptAction::SetRestrictedStays { stays } => OrganizationAction::SetRestrictedStays(stays).into(),
        ScriptAction::CreateRegistry { name, description, visibility, types } => RegistryAction::Create(NewRegistry {
            name: registry_name(&name)?,
            description: description.map_or_else(|| Ok(Description::empty()), |text| self::description(&text))?,
            visibility: visibility.map_or(Visibility::Organization, Into::into),
            accepts: match types {
                None | Some(Types::All) => AcceptedTypes::all(),
                Some(Types::Listed(types)) => {
                    AcceptedTypes::specify(artifact_types(&types)?).map_err(|_| refused(trial, &Refusal::NoTypes))?
                }
            },
        })
        .into(),
        ScriptAction::RenameRegistry { registry: reference, name } => {
            RegistryAction::Rename { registry: registry(reference), name: registry_name(&name)? }.into()
        }
        ScriptAction::DescribeRegistry { registry: reference, description } => {
            RegistryAction::Describe { registry: registry(reference), description: self::description(&description)? }
                .into()
        }
        ScriptAction::SetVisibility { registry: reference, visibility } => {
            RegistryAction::SetVisibility { registry: registry(reference), visibility: visibility.into() }.into()
        }
        ScriptAction::AcceptAllTypes { registry: reference } => {
            RegistryAction::AcceptAllTypes(registry(reference)).into()
        }
        ScriptAction::SpecifyTypes { registry: reference, types } => RegistryAction::SpecifyTypes {
            registry: registry(reference),
            types: types.map_or_else(|| Ok(Vec::new()), |types| artifact_types(&types.into_list()))?,
        }
        .into(),
        ScriptAction::AddTypes { registry: reference, types } => {
            RegistryAction::AddTypes { registry: registry(reference), types: artifact_types(&types.into_list())? }
                .into()
        }
        ScriptAction::RemoveType { registry: reference, artifact_type } => RegistryAction::RemoveType {
            registry: registry(reference),
            artifact_type: parse_text("artifactType", Subject::ArtifactType, &artifact_type, ArtifactType::parse)?,
        }
        .into(),
        ScriptAction::EditRegistry { registry: reference, name, description, visibility, types } => {
            let edits = registry_edits(&registry(reference), name, description, visibility.map(Into::into), types)?;
            if edits.is_empty() {
                return Err(empty("name", "something to change"));
            }
            return Ok(TranslatedAction::Actions(edits));
        }
        ScriptAction::AddMembers { registry: reference, members, role } => {
            let texts = members.into_list();
            let find = |name: &str| names::grantee(lookup, name);
            let check_count = |count: usize| {
                let failure =
                    || Failure::malformed(Malformation::TooLarge, &format!("{at}.members"), "at most 10000 members");
                if count > MAX_ITEMS as usize { Err(failure()) } else { Ok(()) }
            };
            // Count before looking up, which takes longer.
            check_count(texts.iter().flat_map(|text| split_list(text)).filter(|name| !trim(name).is_empty()).count())?;
            let members = lookup.listed_names(texts.iter().map(|text| &**text), find);
            check_count(members.len())?;
            let members: Vec<_> = members.into_iter().map(|named| (named.text, named.grantee)).collect();
            if members.is_empty() {
                return Err(empty("members", "somebody to add"));
            }
            return Ok(TranslatedAction::Members {
                registry: registry(reference),
                members,
                role: role.map(Into::into),
            });
        }
        ScriptAction::SetMemberRole { registry: reference, member: of, role } => {
            RegistryAction::SetMemberRole { registry: registry(reference), member: member(of), role: role.into() }
                .into()
        }
        ScriptAction::RemoveMember { registry: reference, member: of } => {
            RegistryAction::RemoveMember { registry: registry(reference), member: member(of) }.into()
        }
        ScriptAction::SetOwner { registry: reference, person: owner } => {
            RegistryAction::SetOwner { registry: registry(reference), person: person(owner) }.into()
        }
        ScriptAction::DeleteRegistry { registry: reference } => RegistryAction::Delete(registry(reference)).into(),
        ScriptAction::ProtectAlias { registry, alias } => catalog.protect_alias(&registry, &alias)?,
        ScriptAction::UnprotectAlias { registry, alias } => catalog.unprotect_alias(&registry, &alias)?,
        ScriptAction::CreateProject { team, name } => catalog.create_project(&team, &name)?,
        ScriptAction::RenameProject { project, name } => catalog.rename_project(&project, &name)?,
        ScriptAction::DeleteProject { project } => catalog.delete_project(&project)?,
        ScriptAction::LogArtifact {
            project,
            name,
            artifact_type,
            description,
            metadata,
            tags,
            aliases,
            files,
            run,
        } => catalog.log(Logged { project, name, artifact_type, description, metadata, tags, aliases, files, run })?,
        ScriptAction::EditVersion { version, description, metadata, tags } => {
            catalog.edit_version(&version, description.as_deref(), metadata.as_ref(), tags)?
        }
        ScriptAction::DeleteVersion { version } => catalog.delete_version(&version)?,
        ScriptAction::CreateCollection { registry, name, artifact_type, description, tags } => {
            catalog.create_collection(&registry, &name, &artifact_type, description.as_deref(), tags)?
        }
        ScriptAction::EditCollection { collection, name, description, tags } => {
            catalog.edit_collection(&collection, name.as_deref(), description.as_deref(), tags)?
        }
        ScriptAction::DeleteCollection { collection } => catalog.delete_collection(&collection)?,
        ScriptAction::LinkVersion { version, collection, aliases } => {
            return catalog.link(&version, &collection, aliases).map(TranslatedAction::Link);
        }
        ScriptAction::UnlinkVersion { version } => catalog.unlink(&version)?,
        ScriptAction::AddAlias { version, alias } => catalog.add_alias(&version, &alias)?,
        ScriptAction::RemoveAlias { version, alias } => catalog.remove_alias(&version, &alias)?,
        ScriptAction::AddTags { of, tags } => catalog.change_tags(&of, tags, true)?,
        ScriptAction::RemoveTags { of, tags } => catalog.change_tags(&of, tags, false)?,
    };
    Ok(TranslatedAction::Actions(vec![action]))
}

/// A refusal in the state of the trial. It makes the view for it only now, because few actions are refused.
pub fn refused(trial: &Trial, refusal: &Refusal) -> Box<Failure> {
    trial.view().map_or_else(|| Failure::missing(Missing::Actor), |view| Failure::refused(&view, refusal))
}

/// The changes of an `editRegistry` in this order.
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
    parse_text("name", Subject::OtherPersonName, text, PersonName::parse)
}

fn username(text: &str) -> Answer<AccountName> {
    parse_text("username", Subject::Username, text, AccountName::parse)
}

fn email(text: &str) -> Answer<Email> {
    parse_text("email", Subject::Email, text, Email::parse)
}

/// The name of a service account or a team.
fn account_name(text: &str) -> Answer<AccountName> {
    parse_text("name", Subject::AccountName, text, AccountName::parse)
}

fn registry_name(text: &str) -> Answer<RegistryName> {
    parse_text("name", Subject::RegistryName, text, RegistryName::parse)
}

fn description(text: &str) -> Answer<Description> {
    parse_text("description", Subject::Description, text, Description::parse)
}

fn artifact_types(texts: &[String]) -> Answer<Vec<ArtifactType>> {
    let invalid = |index, fault: TextFault| Failure::invalid("types", Subject::ArtifactType, &fault, Some(index));
    let parsed =
        texts.iter().enumerate().map(|(nth, text)| ArtifactType::parse(text).map_err(|fault| invalid(nth, fault)));
    parsed.collect()
}

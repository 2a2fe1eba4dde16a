//! The actions of the page API: for each its name, its fields, and what it is to the rules. It refuses nothing but what
//! is not of the right form.

use registry::{
    AcceptedTypes, AccountName, Action, ArtifactType, Description, Email, Grantee, NewPerson, NewRegistry,
    OrganizationAction, OrganizationName, OrganizationRole, PersonAction, PersonId, PersonName, Refusal,
    RegistryAction, RegistryId, RegistryName, Role, ServiceAccountAction, TeamAction, TeamRole, View, Visibility,
    names_in,
};

use super::call::Fields;
use super::error::{Answer, Failure, Problem};
use super::names;
use super::plain::Plain;
use super::words::{DEFAULT_ROLES, ORGANIZATION_ROLES, ROLES, TEAM_ROLES, VISIBILITIES};
use crate::i18n::fault::Subject;

/// Every action: its type, the fields that it has, and those that it may have, as `registrar.d.ts` declares them.
pub const ACTIONS: &[(&str, &[&str], &[&str])] = &[
    ("addPerson", &["name", "username", "email"], &["role"]),
    ("editPerson", &["person"], &["name", "username", "email"]),
    ("setOrganizationRole", &["person", "role"], &[]),
    ("removePerson", &["person"], &[]),
    ("addServiceAccount", &["name"], &[]),
    ("renameServiceAccount", &["serviceAccount", "name"], &[]),
    ("removeServiceAccount", &["serviceAccount"], &[]),
    ("addTeam", &["name"], &[]),
    ("renameTeam", &["team", "name"], &[]),
    ("removeTeam", &["team"], &[]),
    ("addPersonToTeam", &["team", "person"], &["role"]),
    ("setTeamRole", &["team", "person", "role"], &[]),
    ("removePersonFromTeam", &["team", "person"], &[]),
    ("addServiceAccountToTeam", &["team", "serviceAccount"], &[]),
    ("removeServiceAccountFromTeam", &["team", "serviceAccount"], &[]),
    ("renameOrganization", &["name"], &[]),
    ("setDefaultRole", &["role"], &[]),
    ("setRestrictedStays", &["stays"], &[]),
    ("createRegistry", &["name"], &["description", "visibility", "types"]),
    ("renameRegistry", &["registry", "name"], &[]),
    ("describeRegistry", &["registry", "description"], &[]),
    ("setVisibility", &["registry", "visibility"], &[]),
    ("acceptAllTypes", &["registry"], &[]),
    ("specifyTypes", &["registry"], &["types"]),
    ("addTypes", &["registry", "types"], &[]),
    ("removeType", &["registry", "artifactType"], &[]),
    ("editRegistry", &["registry"], &["name", "description", "visibility", "types"]),
    ("addMembers", &["registry", "members"], &["role"]),
    ("setMemberRole", &["registry", "member", "role"], &[]),
    ("removeMember", &["registry", "member"], &[]),
    ("setOwner", &["registry", "person"], &[]),
    ("deleteRegistry", &["registry"], &[]),
];

/// What an entry of a call asks for.
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

/// Reads one entry, as things are in `view`.
pub fn read(fields: &Fields, view: &View) -> Answer<Asked> {
    let kind = fields.text("type")?;
    let known = ACTIONS.iter().find(|(name, ..)| *name == kind);
    let Some((_, required, optional)) = known else {
        return Err(Failure::malformed(Problem::UnknownAction, &fields.place("type"), "the type of an action"));
    };
    fields.are(&[&["type"], *required].concat(), optional)?;
    Ok(Asked::Actions(match kind.as_str() {
        "addMembers" => return members(fields, view),
        "editRegistry" => edits(fields, view)?,
        _ => vec![action(&kind, fields, view)?],
    }))
}

fn action(kind: &str, fields: &Fields, view: &View) -> Answer<Action> {
    let person = || Ok::<_, Failure>(names::person(view, &fields.text("person")?));
    let service_account = || Ok::<_, Failure>(names::service_account(view, &fields.text("serviceAccount")?));
    let team = || Ok::<_, Failure>(names::team(view, &fields.text("team")?));
    let registry = || registry_of(fields, view);
    let nobody = || Grantee::Person(PersonId(names::nothing()));
    let member = || Ok::<_, Failure>(names::grantee(view, &fields.text("member")?).unwrap_or_else(nobody));
    let name = || fields.parsed("name", Subject::AccountName, AccountName::parse);
    Ok(match kind {
        "addPerson" => Action::Person(PersonAction::Add(NewPerson {
            name: fields.parsed("name", Subject::SomebodysName, PersonName::parse)?,
            username: fields.parsed("username", Subject::Username, AccountName::parse)?,
            email: fields.parsed("email", Subject::Email, Email::parse)?,
            role: fields.word_or("role", ORGANIZATION_ROLES, OrganizationRole::Member)?,
        })),
        "editPerson" => edited(fields, view, person()?)?,
        "setOrganizationRole" => {
            Action::Person(PersonAction::SetRole { person: person()?, role: fields.word("role", ORGANIZATION_ROLES)? })
        }
        "removePerson" => Action::Person(PersonAction::Remove(person()?)),
        "addServiceAccount" => Action::ServiceAccount(ServiceAccountAction::Add(name()?)),
        "renameServiceAccount" => {
            Action::ServiceAccount(ServiceAccountAction::Rename { service_account: service_account()?, name: name()? })
        }
        "removeServiceAccount" => Action::ServiceAccount(ServiceAccountAction::Remove(service_account()?)),
        "addTeam" => Action::Team(TeamAction::Add(name()?)),
        "renameTeam" => Action::Team(TeamAction::Rename { team: team()?, name: name()? }),
        "removeTeam" => Action::Team(TeamAction::Remove(team()?)),
        "addPersonToTeam" => Action::Team(TeamAction::AddPerson {
            team: team()?,
            person: person()?,
            role: fields.word_or("role", TEAM_ROLES, TeamRole::Member)?,
        }),
        "setTeamRole" => Action::Team(TeamAction::SetRole {
            team: team()?,
            person: person()?,
            role: fields.word("role", TEAM_ROLES)?,
        }),
        "removePersonFromTeam" => Action::Team(TeamAction::RemovePerson { team: team()?, person: person()? }),
        "addServiceAccountToTeam" => {
            Action::Team(TeamAction::AddServiceAccount { team: team()?, service_account: service_account()? })
        }
        "removeServiceAccountFromTeam" => {
            Action::Team(TeamAction::RemoveServiceAccount { team: team()?, service_account: service_account()? })
        }
        "renameOrganization" => Action::Organization(OrganizationAction::Rename(fields.parsed(
            "name",
            Subject::OrganizationName,
            OrganizationName::parse,
        )?)),
        "setDefaultRole" => {
            Action::Organization(OrganizationAction::SetDefaultRole(fields.word("role", DEFAULT_ROLES)?))
        }
        "setRestrictedStays" => Action::Organization(OrganizationAction::SetRestrictedStays(fields.bool("stays")?)),
        "createRegistry" => Action::Registry(RegistryAction::Create(NewRegistry {
            name: registry_name(fields)?,
            description: if fields.has("description") { description(fields)? } else { Description::none() },
            visibility: fields.word_or("visibility", VISIBILITIES, Visibility::Organization)?,
            accepts: match types(fields)? {
                None => AcceptedTypes::all(),
                Some(types) => AcceptedTypes::specify(types).map_err(|_| Failure::refused(view, &Refusal::NoTypes))?,
            },
        })),
        "renameRegistry" => {
            Action::Registry(RegistryAction::Rename { registry: registry()?, name: registry_name(fields)? })
        }
        "describeRegistry" => {
            Action::Registry(RegistryAction::Describe { registry: registry()?, description: description(fields)? })
        }
        "setVisibility" => Action::Registry(RegistryAction::SetVisibility {
            registry: registry()?,
            visibility: fields.word("visibility", VISIBILITIES)?,
        }),
        "acceptAllTypes" => Action::Registry(RegistryAction::AcceptAllTypes(registry()?)),
        "specifyTypes" => {
            Action::Registry(RegistryAction::SpecifyTypes { registry: registry()?, types: listed_types(fields)? })
        }
        "addTypes" => {
            Action::Registry(RegistryAction::AddTypes { registry: registry()?, types: listed_types(fields)? })
        }
        "removeType" => Action::Registry(RegistryAction::RemoveType {
            registry: registry()?,
            artifact_type: fields.parsed("artifactType", Subject::ArtifactType, ArtifactType::parse)?,
        }),
        "setMemberRole" => Action::Registry(RegistryAction::SetMemberRole {
            registry: registry()?,
            member: member()?,
            role: fields.word("role", ROLES)?,
        }),
        "removeMember" => Action::Registry(RegistryAction::RemoveMember { registry: registry()?, member: member()? }),
        "setOwner" => Action::Registry(RegistryAction::SetOwner { registry: registry()?, person: person()? }),
        _ => Action::Registry(RegistryAction::Delete(registry()?)),
    })
}

fn registry_of(fields: &Fields, view: &View) -> Answer<RegistryId> {
    Ok(names::registry_id(view, &fields.text("registry")?))
}

fn registry_name(fields: &Fields) -> Answer<RegistryName> {
    fields.parsed("name", Subject::RegistryName, RegistryName::parse)
}

fn description(fields: &Fields) -> Answer<Description> {
    fields.parsed("description", Subject::Description, Description::parse)
}

/// The types that are named; nothing for *All types*, which is also what is meant where none are spoken of.
fn types(fields: &Fields) -> Answer<Option<Vec<ArtifactType>>> {
    let is_all = !fields.has("types") || fields.get("types") == "all";
    if is_all { Ok(None) } else { listed_types(fields).map(Some) }
}

fn listed_types(fields: &Fields) -> Answer<Vec<ArtifactType>> {
    if !fields.has("types") {
        return Ok(Vec::new());
    }
    let parsed = fields.texts("types")?.into_iter().enumerate().map(|(nth, text)| {
        let invalid = |fault| Failure::invalid("types", Subject::ArtifactType, &fault);
        ArtifactType::parse(&text).map_err(|fault| invalid(fault).with("index", Plain::count(nth)))
    });
    parsed.collect()
}

/// A person with some of it changed. What is not spoken of stays as it is.
fn edited(fields: &Fields, view: &View, person: PersonId) -> Answer<Action> {
    if !["name", "username", "email"].iter().any(|field| fields.has(field)) {
        return Err(Failure::malformed(Problem::Empty, &fields.place("name"), "a name, username or email"));
    }
    let Some(known) = view.people.get(&person) else {
        // There is nothing to leave as it is. The rules answer so to any action about the person.
        return Ok(Action::Person(PersonAction::Remove(person)));
    };
    Ok(Action::Person(PersonAction::Edit {
        name: match fields.has("name") {
            true => fields.parsed("name", Subject::SomebodysName, PersonName::parse)?,
            false => known.name.clone(),
        },
        username: match fields.has("username") {
            true => fields.parsed("username", Subject::Username, AccountName::parse)?,
            false => known.username.clone(),
        },
        email: match fields.has("email") {
            true => fields.parsed("email", Subject::Email, Email::parse)?,
            false => known.email.clone(),
        },
        person,
    }))
}

/// Several changes of a registry, in this order.
fn edits(fields: &Fields, view: &View) -> Answer<Vec<Action>> {
    let registry = registry_of(fields, view)?;
    let mut actions = Vec::new();
    if fields.has("name") {
        actions.push(Action::Registry(RegistryAction::Rename {
            registry: registry.clone(),
            name: registry_name(fields)?,
        }));
    }
    if fields.has("description") {
        actions.push(Action::Registry(RegistryAction::Describe {
            registry: registry.clone(),
            description: description(fields)?,
        }));
    }
    if fields.has("visibility") {
        let visibility = fields.word("visibility", VISIBILITIES)?;
        actions.push(Action::Registry(RegistryAction::SetVisibility { registry: registry.clone(), visibility }));
    }
    if fields.has("types") {
        actions.push(match types(fields)? {
            None => Action::Registry(RegistryAction::AcceptAllTypes(registry)),
            Some(types) => Action::Registry(RegistryAction::SpecifyTypes { registry, types }),
        });
    }
    if actions.is_empty() {
        return Err(Failure::malformed(Problem::Empty, &fields.place("name"), "something to change"));
    }
    Ok(actions)
}

/// Everybody who is named.
fn members(fields: &Fields, view: &View) -> Answer<Asked> {
    let registry = registry_of(fields, view)?;
    let role = if fields.has("role") { Some(fields.word("role", ROLES)?) } else { None };
    let given = fields.texts("members")?;
    let named = given.iter().flat_map(|text| names_in(text));
    let members: Vec<_> = named.map(|named| (named.to_owned(), names::grantee(view, named))).collect();
    if members.is_empty() {
        return Err(Failure::malformed(Problem::Empty, &fields.place("members"), "somebody to add"));
    }
    Ok(Asked::Members { registry, members, role })
}

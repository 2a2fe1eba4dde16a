//! Carrying an action out. It is total: what a review let pass changes the organization, and an action that speaks of
//! something that is not there changes nothing. No rule is checked here, so that what was accepted once stays so.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    AccountId, Action, Founding, Grantee, Id, Organization, OrganizationRole, Person, PersonId, Refusal, Registry,
    RegistryId, Role, Row, ServiceAccount, ServiceAccountId, Stamp, Team, TeamId, review,
};

/// What an action needs to know besides itself.
#[derive(Clone, Debug)]
pub struct Context {
    /// The id of what the action makes, if it makes something.
    pub id: Id,
    /// When it is done: UTC milliseconds since 1970.
    pub at: i64,
    /// Who does it.
    pub by: AccountId,
}

/// The organization as its founding leaves it. The founder gets `id`.
#[must_use]
pub fn found(founding: &Founding, id: Id, at: i64) -> Organization {
    let id = PersonId(id);
    let stamp = Stamp { at, by: AccountId::Person(id.clone()) };
    let admin = Person {
        id,
        name: founding.name.clone(),
        username: founding.username.clone(),
        email: founding.email.clone(),
        role: OrganizationRole::Admin,
    };
    Organization::new(founding.organization.clone(), admin, &stamp)
}

/// The organization after all of the actions of one intent, or why the first that is refused is refused: an intent is
/// carried out whole or not at all. `record` names the intent, and with it what its actions make.
///
/// # Errors
/// The first refusal, and the position of the action that it is about. There is none without `reviewing`.
pub fn carry_out(
    organization: &Organization,
    actor: &AccountId,
    actions: &[Action],
    record: &str,
    at: i64,
    reviewing: bool,
) -> Result<Organization, (usize, Refusal)> {
    let mut next = organization.clone();
    for (position, action) in actions.iter().enumerate() {
        if reviewing {
            review(&next, actor, action).map_err(|refusal| (position, refusal))?;
        }
        apply(&mut next, action, Context { id: Id::new(record, position), at, by: actor.clone() });
    }
    Ok(next)
}

/// Carries out an action.
pub fn apply(organization: &mut Organization, action: &Action, context: Context) {
    let Context { id, at, by } = context;
    let change = |organization: &mut Organization, registry: &RegistryId, to: &dyn Fn(&mut Registry)| {
        if let Some(registry) = organization.registries.get_mut(registry) {
            to(registry);
            registry.changed = Stamp { at, by: by.clone() };
        }
    };
    match action {
        Action::AddPerson(new) => organization.put_person(Person {
            id: PersonId(id),
            name: new.name.clone(),
            username: new.username.clone(),
            email: new.email.clone(),
            role: new.role,
        }),
        Action::EditPerson { person, name, username, email } => {
            if let Some(known) = organization.person(person) {
                let (id, role) = (known.id.clone(), known.role);
                let (name, username, email) = (name.clone(), username.clone(), email.clone());
                organization.put_person(Person { id, name, username, email, role });
            }
        }
        Action::SetOrganizationRole { person, role } => {
            if let Some(person) = organization.people.get_mut(person) {
                person.role = *role;
            }
        }
        Action::RemovePerson(person) => {
            organization.take_person(person);
            leave_teams(organization, &AccountId::Person(person.clone()));
            leave_registries(organization, &Grantee::Person(person.clone()), at, &by);
        }
        Action::AddServiceAccount(name) => {
            organization.put_service_account(ServiceAccount { id: ServiceAccountId(id), name: name.clone() });
        }
        Action::RenameServiceAccount { service_account, name } => {
            if let Some(known) = organization.service_accounts.get(service_account) {
                let id = known.id.clone();
                organization.put_service_account(ServiceAccount { id, name: name.clone() });
            }
        }
        Action::RemoveServiceAccount(account) => {
            organization.take_service_account(account);
            leave_teams(organization, &AccountId::ServiceAccount(account.clone()));
            leave_registries(organization, &Grantee::ServiceAccount(account.clone()), at, &by);
        }
        Action::AddTeam(name) => {
            let (people, service_accounts) = (BTreeMap::new(), BTreeSet::new());
            organization.put_team(Team { id: TeamId(id), name: name.clone(), people, service_accounts });
        }
        Action::RenameTeam { team, name } => {
            if let Some(known) = organization.team(team) {
                let team = Team { name: name.clone(), ..(**known).clone() };
                organization.put_team(team);
            }
        }
        Action::RemoveTeam(team) => {
            organization.take_team(team);
            leave_registries(organization, &Grantee::Team(team.clone()), at, &by);
        }
        Action::AddPersonToTeam { team, person, role } => {
            let is_there = organization.people.has(person);
            if let Some(team) = organization.teams.get_mut(team).filter(|_| is_there) {
                team.people.insert(person.clone(), *role);
            }
        }
        Action::SetTeamRole { team, person, role } => {
            let team = organization.teams.get_mut(team);
            if let Some(known) = team.and_then(|team| team.people.get_mut(person)) {
                *known = *role;
            }
        }
        Action::RemovePersonFromTeam { team, person } => {
            if let Some(team) = organization.teams.get_mut(team) {
                team.people.remove(person);
            }
        }
        Action::AddServiceAccountToTeam { team, service_account } => {
            let is_there = organization.service_accounts.has(service_account);
            if let Some(team) = organization.teams.get_mut(team).filter(|_| is_there) {
                team.service_accounts.insert(service_account.clone());
            }
        }
        Action::RemoveServiceAccountFromTeam { team, service_account } => {
            if let Some(team) = organization.teams.get_mut(team) {
                team.service_accounts.remove(service_account);
            }
        }
        Action::RenameOrganization(name) => organization.name = name.clone(),
        Action::SetDefaultRole(role) => organization.default_role = *role,
        Action::SetRestrictedStays(stays) => organization.restricted_stays = *stays,
        Action::CreateRegistry(new) => {
            organization.registries.put(Registry::custom(RegistryId(id), new, Stamp { at, by }));
        }
        Action::RenameRegistry { registry, name } => change(organization, registry, &|it| it.name = name.clone()),
        Action::DescribeRegistry { registry, description } => {
            change(organization, registry, &|it| it.description = description.clone());
        }
        Action::SetVisibility { registry, visibility } => {
            change(organization, registry, &|it| it.visibility = *visibility);
        }
        Action::AcceptAllTypes(registry) => change(organization, registry, &|it| it.accepts = it.accepts.all_again()),
        Action::SpecifyTypes { registry, types } | Action::AddTypes { registry, types } => {
            change(organization, registry, &|it| it.accepts = it.accepts.specified(types));
        }
        // A saved type stays, whatever was asked for (G).
        Action::RemoveType { .. } => {}
        Action::AddMember { registry, member, role } => {
            let is_there = organization.has_grantee(member);
            change(organization, registry, &|it| {
                if is_there && it.row(member).is_none() {
                    it.rows.push(Row { grantee: member.clone(), role: *role });
                }
            });
        }
        Action::SetMemberRole { registry, member, role } => change(organization, registry, &|it| {
            for row in it.rows.iter_mut().filter(|row| row.grantee == *member) {
                row.role = *role;
            }
        }),
        Action::RemoveMember { registry, member } => change(organization, registry, &|it| unlist(it, member, &by)),
        Action::SetOwner { registry, person } => change(organization, registry, &|it| {
            if it.row(&Grantee::Person(person.clone())).is_some() {
                it.owner = Some(person.clone());
            }
        }),
        Action::DeleteRegistry(registry) => organization.registries.take(registry),
    }
}

fn leave_teams(organization: &mut Organization, account: &AccountId) {
    let is_in = |team: &Team| match account {
        AccountId::Person(id) => team.people.contains_key(id),
        AccountId::ServiceAccount(id) => team.service_accounts.contains(id),
    };
    let teams: Vec<TeamId> = organization.teams().filter(|team| is_in(team)).map(|team| team.id.clone()).collect();
    for team in teams {
        let Some(team) = organization.teams.get_mut(&team) else { continue };
        match account {
            AccountId::Person(id) => {
                team.people.remove(id);
            }
            AccountId::ServiceAccount(id) => {
                team.service_accounts.remove(id);
            }
        }
    }
}

fn leave_registries(organization: &mut Organization, grantee: &Grantee, at: i64, by: &AccountId) {
    let listed = organization.registries().filter(|registry| registry.row(grantee).is_some());
    let listed: Vec<RegistryId> = listed.map(|registry| registry.id().clone()).collect();
    for registry in listed {
        if let Some(registry) = organization.registries.get_mut(&registry) {
            unlist(registry, grantee, by);
            registry.changed = Stamp { at, by: by.clone() };
        }
    }
}

/// Takes a row out. If it was the owner's, the acting admin becomes the owner if listed, else the admin whose row is the
/// oldest (R). Nobody does if no person has an Admin row of their own.
fn unlist(registry: &mut Registry, grantee: &Grantee, by: &AccountId) {
    registry.rows.retain(|row| row.grantee != *grantee);
    let was_owner = registry.owner.as_ref().is_some_and(|owner| Grantee::Person(owner.clone()) == *grantee);
    if !was_owner {
        return;
    }
    let actor = Grantee::from(by.clone());
    let heir = registry.rows.iter().find(|row| row.grantee == actor);
    let heirs = || registry.rows.iter().filter(|row| row.role == Role::Admin);
    registry.owner = heir.into_iter().chain(heirs()).find_map(|row| match &row.grantee {
        Grantee::Person(person) => Some(person.clone()),
        Grantee::ServiceAccount(_) | Grantee::Team(_) => None,
    });
}

//! Carrying an action out. It is total: what a review let pass changes the organization, and an action that speaks of
//! something that is not there changes nothing. No rule is checked here, so that what was accepted once stays so.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    AccountId, Action, Founding, Id, Organization, OrganizationRole, Person, PersonId, Registry, RegistryId,
    ServiceAccount, ServiceAccountId, Stamp, Team, TeamId,
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

/// Carries out an action.
pub fn apply(organization: &mut Organization, action: &Action, context: Context) {
    let Context { id, at, by } = context;
    match action {
        Action::AddPerson(new) => {
            let person = Person {
                id: PersonId(id),
                name: new.name.clone(),
                username: new.username.clone(),
                email: new.email.clone(),
                role: new.role,
            };
            organization.people.put(person);
        }
        Action::AddServiceAccount(name) => {
            let account = ServiceAccount { id: ServiceAccountId(id), name: name.clone() };
            organization.service_accounts.put(account);
        }
        Action::AddTeam(name) => {
            let team =
                Team { id: TeamId(id), name: name.clone(), people: BTreeMap::new(), service_accounts: BTreeSet::new() };
            organization.teams.put(team);
        }
        Action::AddPersonToTeam { team, person, role } => {
            if let Some(team) = organization.teams.get_mut(team) {
                team.people.insert(person.clone(), *role);
            }
        }
        Action::AddServiceAccountToTeam { team, service_account } => {
            if let Some(team) = organization.teams.get_mut(team) {
                team.service_accounts.insert(service_account.clone());
            }
        }
        Action::CreateRegistry(new) => {
            organization.registries.put(Registry::custom(RegistryId(id), new, Stamp { at, by }));
        }
    }
}

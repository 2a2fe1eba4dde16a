//! The roles of all accounts in a registry. It gives the same roles as `role_in`, but iterates over the grants instead of
//! the accounts, so that thousands of people in hundreds of registries are fast.

use std::cell::OnceCell;
use std::rc::Rc;

use super::Role;
use super::grants::{Receivers, RoleGrant};
use crate::{AccountId, Organization, OrganizationRole, PersonId, Registry, ServiceAccountId, Team, Visibility};

/// The accounts of an organization, numbered: people first, then service accounts, each in the order of their ids.
pub(crate) struct RoleIndex<'a> {
    organization: &'a Organization,
    /// The members of each team, in the order of the teams. They are computed on demand.
    team_members: Vec<OnceCell<TeamMembers>>,
    /// The roles without rows, in a Restricted registry and in an open one.
    base_roles: [OnceCell<Rc<[Option<Role>]>>; 2],
}

/// The numbers of a team's people and service accounts.
#[derive(Clone)]
struct TeamMembers {
    people: Vec<usize>,
    service_accounts: Vec<usize>,
}

/// The roles of all accounts in one registry.
///
/// Most accounts have the base role, so a registry stores only the roles that come from rows. All roles of thousands of
/// people in thousands of registries would take megabytes.
pub struct RegistryRoles {
    base_roles: Rc<[Option<Role>]>,
    /// The accounts with a row of their own or a team's row, ordered by their numbers.
    row_roles: Vec<(usize, Option<Role>)>,
}

impl RegistryRoles {
    /// The role of the account with this number, or `None` without access.
    #[must_use]
    pub fn get(&self, account: usize) -> Option<Role> {
        match self.row_roles.binary_search_by_key(&account, |(account, _)| *account) {
            Ok(index) => self.row_roles.get(index)?.1,
            Err(_) => *self.base_roles.get(account)?,
        }
    }

    /// The role of each account without any row. Registries of the same visibility share the allocation, so that they can
    /// be counted once.
    #[must_use]
    pub fn base_roles(&self) -> &Rc<[Option<Role>]> {
        &self.base_roles
    }

    /// The accounts with a row of their own or a team's row, and their roles. No role is lower than the base role.
    #[must_use]
    pub fn row_roles(&self) -> &[(usize, Option<Role>)] {
        &self.row_roles
    }

    /// The role of each account, for callers that go through all of them.
    #[must_use]
    pub fn to_vec(&self) -> Vec<Option<Role>> {
        let mut roles = self.base_roles.to_vec();
        for (account, row_role) in &self.row_roles {
            if let Some(role) = roles.get_mut(*account) {
                *role = *row_role;
            }
        }
        roles
    }
}

/// Takes the role of each account, without rows.
impl FromIterator<Option<Role>> for RegistryRoles {
    fn from_iter<I: IntoIterator<Item = Option<Role>>>(roles: I) -> Self {
        Self { base_roles: roles.into_iter().collect(), row_roles: Vec::new() }
    }
}

impl<'a> RoleIndex<'a> {
    pub fn of(organization: &'a Organization) -> Self {
        Self {
            organization,
            team_members: vec![OnceCell::new(); organization.teams.len()],
            base_roles: Default::default(),
        }
    }

    /// The number of the account, if it is in the organization.
    pub fn index_of(&self, account: &AccountId) -> Option<usize> {
        match account {
            AccountId::Person(id) => self.index_of_person(id),
            AccountId::ServiceAccount(id) => self.index_of_service_account(id),
        }
    }

    fn index_of_person(&self, id: &PersonId) -> Option<usize> {
        self.organization.people.position(id)
    }

    fn index_of_service_account(&self, id: &ServiceAccountId) -> Option<usize> {
        let Organization { people, service_accounts, .. } = self.organization;
        service_accounts.position(id).map(|position| people.len() + position)
    }

    pub fn roles_in(&self, registry: &Registry) -> RegistryRoles {
        let [restricted, open] = &self.base_roles;
        let base_roles = match registry.visibility() {
            Visibility::Restricted => restricted,
            Visibility::Organization => open,
        };
        let base_roles = Rc::clone(base_roles.get_or_init(|| self.base_roles(registry.visibility())));
        let mut given: Vec<(usize, Role)> = Vec::new();
        for row in registry.rows() {
            for RoleGrant { receivers, role, .. } in self.organization.grants_of_row(row) {
                self.for_each_account(receivers, |account| given.push((account, role)));
            }
        }
        // The members of a team are in order already, and a stable sort makes use of such runs.
        given.sort();
        let highest = given.chunk_by(|(one, _), (other, _)| one == other).filter_map(<[_]>::last);
        let row_roles = highest.map(|(account, role)| {
            let base_role = base_roles.get(*account).copied().flatten();
            (*account, base_role.max(Some(*role)))
        });
        RegistryRoles { row_roles: row_roles.collect(), base_roles: Rc::clone(&base_roles) }
    }

    fn base_roles(&self, visibility: Visibility) -> Rc<[Option<Role>]> {
        let Organization { people, service_accounts, .. } = self.organization;
        let mut roles: Vec<Option<Role>> = vec![None; people.len() + service_accounts.len()];
        for RoleGrant { receivers, role: given, .. } in self.organization.base_grants(visibility) {
            self.for_each_account(receivers, |account| {
                if let Some(role) = roles.get_mut(account) {
                    *role = (*role).max(Some(given));
                }
            });
        }
        roles.into()
    }

    fn for_each_account(&self, receivers: Receivers<'_>, visit: impl FnMut(usize)) {
        let Organization { people, service_accounts, .. } = self.organization;
        match receivers {
            Receivers::OrganizationAdmins => {
                let admins = people.iter().enumerate().filter(|(_, person)| person.role == OrganizationRole::Admin);
                admins.map(|(account, _)| account).for_each(visit);
            }
            Receivers::People => (0..people.len()).for_each(visit),
            Receivers::ServiceAccounts => (people.len()..people.len() + service_accounts.len()).for_each(visit),
            Receivers::Person(id) => self.index_of_person(id).into_iter().for_each(visit),
            Receivers::ServiceAccount(id) => self.index_of_service_account(id).into_iter().for_each(visit),
            Receivers::PeopleIn(team) => {
                self.members_of(team).iter().flat_map(|members| &members.people).copied().for_each(visit);
            }
            Receivers::ServiceAccountsIn(team) => {
                self.members_of(team).iter().flat_map(|members| &members.service_accounts).copied().for_each(visit);
            }
        }
    }

    fn members_of(&self, team: &Team) -> Option<&TeamMembers> {
        let members = self.team_members.get(self.organization.teams.position(&team.id)?)?;
        Some(members.get_or_init(|| TeamMembers {
            people: team.people.keys().filter_map(|id| self.index_of_person(id)).collect(),
            service_accounts: team.service_accounts.iter().filter_map(|id| self.index_of_service_account(id)).collect(),
        }))
    }
}

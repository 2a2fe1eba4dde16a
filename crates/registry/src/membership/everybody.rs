//! The roles of everybody in a registry at once: what `role_in` says of each, found by going through the rows and not
//! through the people. It makes thousands of people in hundreds of registries quick.

use std::cell::OnceCell;

use super::{Grantee, Role, through_team};
use crate::{AccountId, Organization, OrganizationRole, Registry, Team, TeamId};

/// Everybody in an organization, each at a place: people first, then service accounts, in the order of their ids.
pub(crate) struct Everybody<'a> {
    organization: &'a Organization,
    /// The places of those in each team, in the order of the teams, as soon as they are asked for.
    in_teams: Vec<OnceCell<Vec<usize>>>,
    /// The roles that need no row, in a registry that is not open to the organization and in one that is.
    without_rows: [OnceCell<Vec<Option<Role>>>; 2],
}

impl<'a> Everybody<'a> {
    pub fn of(organization: &'a Organization) -> Self {
        Self {
            organization,
            in_teams: vec![OnceCell::new(); organization.teams.len()],
            without_rows: Default::default(),
        }
    }

    /// Where the account stands, if it is in the organization.
    pub fn place_of(&self, account: &AccountId) -> Option<usize> {
        let Organization { people, service_accounts, .. } = self.organization;
        match account {
            AccountId::Person(id) => people.position(id),
            AccountId::ServiceAccount(id) => service_accounts.position(id).map(|place| people.len() + place),
        }
    }

    /// The role in the registry of whoever stands at each place.
    pub fn roles_in(&self, registry: &Registry) -> Vec<Option<Role>> {
        let organization = self.organization;
        let base = organization.base_role(registry);
        let [closed, open] = &self.without_rows;
        let without_rows = if base.is_some() { open } else { closed };
        let mut roles = without_rows.get_or_init(|| self.without_rows(base)).clone();
        let mut give = |place: usize, given: Option<Role>| {
            if let Some(role) = roles.get_mut(place) {
                *role = (*role).max(given);
            }
        };
        for row in registry.rows() {
            let account = match &row.grantee {
                Grantee::Person(id) => AccountId::Person(id.clone()),
                Grantee::ServiceAccount(id) => AccountId::ServiceAccount(id.clone()),
                Grantee::Team(id) => {
                    for place in self.in_team(id) {
                        let is_person = *place < organization.people.len();
                        give(*place, through_team(row.role, is_person));
                    }
                    continue;
                }
            };
            if let Some(place) = self.place_of(&account) {
                give(place, Some(row.role));
            }
        }
        roles
    }

    fn without_rows(&self, base: Option<Role>) -> Vec<Option<Role>> {
        let of_people = self.organization.people.iter().map(|person| match person.role {
            OrganizationRole::Admin => Some(Role::Admin),
            _ => base,
        });
        let of_service_accounts = self.organization.service_accounts.iter().map(|_| base.map(|_| Role::Member));
        of_people.chain(of_service_accounts).collect()
    }

    fn in_team(&self, id: &TeamId) -> &[usize] {
        let teams = &self.organization.teams;
        let (Some(team), Some(place)) = (teams.get(id), teams.position(id)) else { return &[] };
        self.in_teams.get(place).map_or(&[], |places| places.get_or_init(|| self.places_of(team)))
    }

    fn places_of(&self, team: &Team) -> Vec<usize> {
        let people = team.people.keys().map(|id| AccountId::Person(id.clone()));
        let accounts = people.chain(team.service_accounts.iter().map(|id| AccountId::ServiceAccount(id.clone())));
        accounts.filter_map(|account| self.place_of(&account)).collect()
    }
}

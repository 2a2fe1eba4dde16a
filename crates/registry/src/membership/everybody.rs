//! The roles of everybody in a registry at once: what `role_in` says of each, found by going through the rows and not
//! through the people. It makes thousands of people in hundreds of registries quick.

use std::cell::OnceCell;
use std::rc::Rc;

use super::{Grantee, Role, through_team};
use crate::{AccountId, Organization, OrganizationRole, PersonId, Registry, ServiceAccountId, Team, TeamId};

/// Everybody in an organization, each at a place: people first, then service accounts, in the order of their ids.
pub(crate) struct Everybody<'a> {
    organization: &'a Organization,
    /// The places of those in each team, in the order of the teams, as soon as they are asked for.
    in_teams: Vec<OnceCell<Vec<usize>>>,
    /// The roles that need no row, in a registry that is not open to the organization and in one that is.
    without_rows: [OnceCell<Rc<[Option<Role>]>>; 2],
}

/// The roles in a registry of whoever stands at each place. Most have the role that everybody has, so only the others are
/// kept for the registry: of thousands of registries all roles of thousands of people would be megabytes.
pub struct RolesIn {
    without_rows: Rc<[Option<Role>]>,
    /// The roles of those who are listed, themselves or by a team, in the order of their places.
    listed: Vec<(usize, Option<Role>)>,
}

impl RolesIn {
    /// The role of whoever stands at a place; nothing for who cannot access the registry.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<Role> {
        match self.listed.binary_search_by_key(&place, |(place, _)| *place) {
            Ok(at) => self.listed.get(at)?.1,
            Err(_) => *self.without_rows.get(place)?,
        }
    }

    /// The roles that need no row, of whoever stands at each place. Registries with the same ones share them, so that who
    /// counts need not go through them for each.
    #[must_use]
    pub fn without_rows(&self) -> &Rc<[Option<Role>]> {
        &self.without_rows
    }

    /// The places of those who are listed, themselves or by a team, and their roles: none is lower than without rows.
    #[must_use]
    pub fn listed(&self) -> &[(usize, Option<Role>)] {
        &self.listed
    }

    /// Of several roles of somebody the highest one counts.
    fn give(&mut self, place: usize, given: Option<Role>) {
        match self.listed.binary_search_by_key(&place, |(place, _)| *place) {
            Ok(at) => {
                if let Some((_, role)) = self.listed.get_mut(at) {
                    *role = (*role).max(given);
                }
            }
            Err(at) => {
                let role = self.without_rows.get(place).copied().flatten();
                self.listed.insert(at, (place, role.max(given)));
            }
        }
    }
}

/// The roles as they are said, one a place.
impl FromIterator<Option<Role>> for RolesIn {
    fn from_iter<I: IntoIterator<Item = Option<Role>>>(roles: I) -> Self {
        Self { without_rows: roles.into_iter().collect(), listed: Vec::new() }
    }
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
        match account {
            AccountId::Person(id) => self.place_of_person(id),
            AccountId::ServiceAccount(id) => self.place_of_service_account(id),
        }
    }

    fn place_of_person(&self, id: &PersonId) -> Option<usize> {
        self.organization.people.position(id)
    }

    fn place_of_service_account(&self, id: &ServiceAccountId) -> Option<usize> {
        let Organization { people, service_accounts, .. } = self.organization;
        service_accounts.position(id).map(|place| people.len() + place)
    }

    /// The role in the registry of whoever stands at each place.
    pub fn roles_in(&self, registry: &Registry) -> RolesIn {
        let base = self.organization.base_role(registry);
        let [closed, open] = &self.without_rows;
        let without_rows = if base.is_some() { open } else { closed };
        let without_rows = Rc::clone(without_rows.get_or_init(|| self.without_rows(base)));
        let mut roles = RolesIn { without_rows, listed: Vec::new() };
        for row in registry.rows() {
            let place = match &row.grantee {
                Grantee::Person(id) => self.place_of_person(id),
                Grantee::ServiceAccount(id) => self.place_of_service_account(id),
                Grantee::Team(id) => {
                    for place in self.in_team(id) {
                        let is_person = *place < self.organization.people.len();
                        roles.give(*place, through_team(row.role, is_person));
                    }
                    None
                }
            };
            if let Some(place) = place {
                roles.give(place, Some(row.role));
            }
        }
        roles
    }

    fn without_rows(&self, base: Option<Role>) -> Rc<[Option<Role>]> {
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
        let people = team.people.keys().filter_map(|id| self.place_of_person(id));
        people.chain(team.service_accounts.iter().filter_map(|id| self.place_of_service_account(id))).collect()
    }
}

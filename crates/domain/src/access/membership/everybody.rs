//! The roles of everybody in a registry at once: the answer of `role_in` for each account, found by going through the grants
//! and not through the accounts. It makes thousands of people in hundreds of registries quick.

use std::cell::OnceCell;
use std::rc::Rc;

use super::Role;
use super::grants::{Receivers, RoleGrant};
use crate::{AccountId, Organization, OrganizationRole, PersonId, Registry, ServiceAccountId, Team, Visibility};

/// Everybody in an organization, each at a place: people first, then service accounts, in the order of their ids.
pub(crate) struct Everybody<'a> {
    organization: &'a Organization,
    /// The places of those in each team, in the order of the teams, as soon as they are asked for.
    in_teams: Vec<OnceCell<TeamPlaces>>,
    /// The roles that need no row, in a registry that is not open to the organization and in one that is.
    without_rows: [OnceCell<Rc<[Option<Role>]>>; 2],
}

/// The places of the people and of the service accounts in a team.
#[derive(Clone)]
struct TeamPlaces {
    people: Vec<usize>,
    service_accounts: Vec<usize>,
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
        let [restricted, open] = &self.without_rows;
        let without_rows = match registry.visibility() {
            Visibility::Restricted => restricted,
            Visibility::Organization => open,
        };
        let without_rows = Rc::clone(without_rows.get_or_init(|| self.without_rows(registry.visibility())));
        let mut roles = RolesIn { without_rows, listed: Vec::new() };
        for RoleGrant { receivers, role, .. } in self.organization.grants_of_rows(registry) {
            self.for_each_place(receivers, |place| roles.give(place, Some(role)));
        }
        roles
    }

    fn without_rows(&self, visibility: Visibility) -> Rc<[Option<Role>]> {
        let Organization { people, service_accounts, .. } = self.organization;
        let mut roles: Vec<Option<Role>> = vec![None; people.len() + service_accounts.len()];
        for RoleGrant { receivers, role: given, .. } in self.organization.grants_without_rows(visibility) {
            self.for_each_place(receivers, |place| {
                if let Some(role) = roles.get_mut(place) {
                    *role = (*role).max(Some(given));
                }
            });
        }
        roles.into()
    }

    fn for_each_place(&self, receivers: Receivers<'_>, visit: impl FnMut(usize)) {
        let Organization { people, service_accounts, .. } = self.organization;
        match receivers {
            Receivers::OrganizationAdmins => {
                let admins = people.iter().enumerate().filter(|(_, person)| person.role == OrganizationRole::Admin);
                admins.map(|(place, _)| place).for_each(visit);
            }
            Receivers::People => (0..people.len()).for_each(visit),
            Receivers::ServiceAccounts => (people.len()..people.len() + service_accounts.len()).for_each(visit),
            Receivers::Person(id) => self.place_of_person(id).into_iter().for_each(visit),
            Receivers::ServiceAccount(id) => self.place_of_service_account(id).into_iter().for_each(visit),
            Receivers::PeopleIn(team) => {
                self.places_in(team).iter().flat_map(|places| &places.people).copied().for_each(visit);
            }
            Receivers::ServiceAccountsIn(team) => {
                self.places_in(team).iter().flat_map(|places| &places.service_accounts).copied().for_each(visit);
            }
        }
    }

    fn places_in(&self, team: &Team) -> Option<&TeamPlaces> {
        let places = self.in_teams.get(self.organization.teams.position(&team.id)?)?;
        Some(places.get_or_init(|| TeamPlaces {
            people: team.people.keys().filter_map(|id| self.place_of_person(id)).collect(),
            service_accounts: team.service_accounts.iter().filter_map(|id| self.place_of_service_account(id)).collect(),
        }))
    }
}

//! The rules for who gets which role in a registry, and from where: the only place where they are written. `standing` and
//! `role_in` ask them about one account, and [`Everybody`](super::Everybody) about all at once.

use super::{Grantee, Role, Source};
use crate::{AccountId, Organization, PersonId, Registry, ServiceAccountId, Team, TeamId, Visibility};

/// A role that the state of a registry gives to some accounts.
pub struct RoleGrant<'a> {
    pub receivers: Receivers<'a>,
    pub role: Role,
    pub source: GrantSource<'a>,
}

/// The accounts that get a role. Ids may be of accounts that are not in the organization: these get nothing.
#[derive(Clone, Copy)]
pub enum Receivers<'a> {
    OrganizationAdmins,
    People,
    ServiceAccounts,
    Person(&'a PersonId),
    ServiceAccount(&'a ServiceAccountId),
    PeopleIn(&'a Team),
    ServiceAccountsIn(&'a Team),
}

/// A [`Source`] that borrows its id.
#[derive(Clone, Copy)]
pub enum GrantSource<'a> {
    OrganizationAdmin,
    OwnRow,
    Team(&'a TeamId),
    Base,
}

impl From<GrantSource<'_>> for Source {
    fn from(source: GrantSource<'_>) -> Self {
        match source {
            GrantSource::OrganizationAdmin => Self::OrganizationAdmin,
            GrantSource::OwnRow => Self::OwnRow,
            GrantSource::Team(team) => Self::Team(team.clone()),
            GrantSource::Base => Self::Base,
        }
    }
}

impl Organization {
    /// Every grant in a registry.
    pub(super) fn grants<'a>(&'a self, registry: &'a Registry) -> impl Iterator<Item = RoleGrant<'a>> {
        self.grants_without_rows(registry.visibility()).chain(self.grants_of_rows(registry))
    }

    /// The grants that need no row. Registries of one visibility have the same: an organization admin is Admin everywhere,
    /// and in a registry that is open to the organization a person has the default role and a service account Member
    /// (D, D26, R).
    pub(super) fn grants_without_rows(&self, visibility: Visibility) -> impl Iterator<Item = RoleGrant<'_>> {
        let admins = RoleGrant {
            receivers: Receivers::OrganizationAdmins,
            role: Role::Admin,
            source: GrantSource::OrganizationAdmin,
        };
        let base = |receivers, role| RoleGrant { receivers, role, source: GrantSource::Base };
        let base = match visibility {
            Visibility::Organization => Some([
                base(Receivers::People, self.default_role.role()),
                base(Receivers::ServiceAccounts, Role::Member),
            ]),
            Visibility::Restricted => None,
        };
        std::iter::once(admins).chain(base.into_iter().flatten())
    }

    /// The grants of the rows: to an account its own role, and to the people in a team the role of the team. Service accounts
    /// in a team get Member if the team has that or more, and nothing if it has less (D26, R).
    pub(super) fn grants_of_rows<'a>(&'a self, registry: &'a Registry) -> impl Iterator<Item = RoleGrant<'a>> {
        let grants = |receivers, role, source| RoleGrant { receivers, role, source };
        registry.rows().iter().flat_map(move |row| {
            let (first, second) = match &row.grantee {
                Grantee::Person(id) => (Some(grants(Receivers::Person(id), row.role, GrantSource::OwnRow)), None),
                Grantee::ServiceAccount(id) => {
                    (Some(grants(Receivers::ServiceAccount(id), row.role, GrantSource::OwnRow)), None)
                }
                Grantee::Team(id) => match self.team(id) {
                    None => (None, None),
                    Some(team) => {
                        let source = GrantSource::Team(id);
                        let of_programs = || grants(Receivers::ServiceAccountsIn(team), Role::Member, source);
                        let people = grants(Receivers::PeopleIn(team), row.role, source);
                        (Some(people), (row.role >= Role::Member).then(of_programs))
                    }
                },
            };
            first.into_iter().chain(second)
        })
    }

    /// Whether an account that is in the organization is among the receivers.
    pub(super) fn is_among(&self, account: &AccountId, receivers: Receivers<'_>) -> bool {
        match (receivers, account) {
            (Receivers::OrganizationAdmins, account) => self.is_admin(account),
            (Receivers::People, AccountId::Person(_)) | (Receivers::ServiceAccounts, AccountId::ServiceAccount(_)) => {
                true
            }
            (Receivers::Person(listed), AccountId::Person(id)) => listed == id,
            (Receivers::ServiceAccount(listed), AccountId::ServiceAccount(id)) => listed == id,
            (Receivers::PeopleIn(team), AccountId::Person(id)) => team.people.contains_key(id),
            (Receivers::ServiceAccountsIn(team), AccountId::ServiceAccount(id)) => team.service_accounts.contains(id),
            (Receivers::People | Receivers::Person(_) | Receivers::PeopleIn(_), AccountId::ServiceAccount(_))
            | (
                Receivers::ServiceAccounts | Receivers::ServiceAccount(_) | Receivers::ServiceAccountsIn(_),
                AccountId::Person(_),
            ) => false,
        }
    }
}

//! The rules that give roles in registries. `standing` and `role_in` apply them to one account, and
//! [`RoleIndex`](super::RoleIndex) to all accounts.

use super::{Grantee, Role, Source};
use crate::{AccountId, Organization, PersonId, Row, ServiceAccountId, Team, TeamId, Visibility};

/// A role that one source gives to a set of accounts.
pub struct RoleGrant<'a> {
    pub receivers: Receivers<'a>,
    pub role: Role,
    pub source: GrantSource<'a>,
}

/// The accounts that get a role. An id may belong to an account that is not in the organization and so gets nothing.
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
    /// The grants that need no row. They depend on the visibility only: an organization admin is Admin everywhere, and in
    /// an open registry a person has the default role and a service account has Member (D, D26, R).
    pub(super) fn base_grants(&self, visibility: Visibility) -> impl Iterator<Item = RoleGrant<'_>> {
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

    /// The grants of a row. A listed account has the role of its row. The people of a listed team have the role of the
    /// team. The service accounts of a team have Member if the team is at least Member, otherwise nothing (D26, R).
    pub(super) fn grants_of_row<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = RoleGrant<'a>> {
        let grant = |receivers, role, source| RoleGrant { receivers, role, source };
        let (first, second) = match &row.grantee {
            Grantee::Person(id) => (Some(grant(Receivers::Person(id), row.role, GrantSource::OwnRow)), None),
            Grantee::ServiceAccount(id) => {
                (Some(grant(Receivers::ServiceAccount(id), row.role, GrantSource::OwnRow)), None)
            }
            Grantee::Team(id) => match self.team(id) {
                None => (None, None),
                Some(team) => {
                    let source = GrantSource::Team(id);
                    let people = grant(Receivers::PeopleIn(team), row.role, source);
                    let service_accounts = || grant(Receivers::ServiceAccountsIn(team), Role::Member, source);
                    (Some(people), (row.role >= Role::Member).then(service_accounts))
                }
            },
        };
        first.into_iter().chain(second)
    }

    /// Whether an account of the organization is one of the receivers.
    pub(super) fn is_receiver(&self, account: &AccountId, receivers: Receivers<'_>) -> bool {
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

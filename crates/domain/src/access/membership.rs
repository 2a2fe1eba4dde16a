//! Who has which role in a registry, and where each role comes from.

mod everybody;
mod grants;

use self::grants::RoleGrant;
use crate::{AccountId, Organization, PersonId, Registry, ServiceAccountId, TeamId};
pub(crate) use everybody::Everybody;
pub use everybody::RolesIn;

/// The role that people and teams are added with, if nobody says otherwise: a setting of the organization (D).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DefaultRole {
    /// As in the cloud, and on servers from 0.75 on.
    #[default]
    RestrictedViewer,
    /// As on servers up to 0.74.
    Viewer,
}

impl DefaultRole {
    /// The role.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::RestrictedViewer => Role::RestrictedViewer,
            Self::Viewer => Role::Viewer,
        }
    }
}

/// A role in a registry, ascending (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Sees that artifacts are there, without using or downloading them.
    RestrictedViewer,
    /// Uses and downloads what is linked.
    Viewer,
    /// Links, edits and organizes.
    Member,
    /// Administers the registry.
    Admin,
}

/// A listed member of a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who is listed.
    pub grantee: Grantee,
    /// With which role.
    pub role: Role,
}

/// Who can be listed in a registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grantee {
    /// A person.
    Person(PersonId),
    /// A service account, as Member or Admin only (D).
    ServiceAccount(ServiceAccountId),
    /// A team: the role is every person's in it.
    Team(TeamId),
}

/// What an account has in a registry that it can access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    grants: Vec<Grant>,
    role: Role,
}

/// A role, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// What gives it.
    pub source: Source,
}

/// What gives a role in a registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Being an admin of the organization: Admin everywhere.
    OrganizationAdmin,
    /// The account's own row.
    OwnRow,
    /// The row of a team that the account is in.
    Team(TeamId),
    /// The registry is open to the organization.
    Base,
}

impl Standing {
    /// The effective role: the highest of all that are given. A lower row of one's own takes nothing away (D, R).
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// Every role that is given and its source, the highest first; never empty.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    fn from_grants(mut grants: Vec<Grant>) -> Option<Self> {
        grants.sort_by(|one, other| other.role.cmp(&one.role).then_with(|| one.source.cmp(&other.source)));
        let role = grants.first()?.role;
        Some(Self { grants, role })
    }
}

impl Grantee {
    /// Whether it can be listed with this role: a service account only as Member or Admin (D).
    #[must_use]
    pub fn can_be(&self, role: Role) -> bool {
        !matches!(self, Self::ServiceAccount(_)) || role >= Role::Member
    }
}

impl From<AccountId> for Grantee {
    fn from(account: AccountId) -> Self {
        match account {
            AccountId::Person(id) => Self::Person(id),
            AccountId::ServiceAccount(id) => Self::ServiceAccount(id),
        }
    }
}

impl Organization {
    /// What the account has in the registry, or nothing if it cannot access it.
    ///
    /// A person has the highest of: organization admin (Admin), the own row, the rows of teams the person is in, and
    /// in a registry that is open to the organization the default role (D, R). A service account has Member in an
    /// open registry, Member through a team that is listed as Member or Admin (never Admin that way, and nothing from a
    /// lower row), and its own row (D26, R).
    #[must_use]
    pub fn standing(&self, account: &AccountId, registry: &Registry) -> Option<Standing> {
        let grants = self.grants_to(account, registry);
        Standing::from_grants(
            grants.map(|RoleGrant { role, source, .. }| Grant { role, source: source.into() }).collect(),
        )
    }

    /// The role of the standing alone.
    #[must_use]
    pub fn role_in(&self, account: &AccountId, registry: &Registry) -> Option<Role> {
        self.grants_to(account, registry).map(|grant| grant.role).max()
    }

    /// The role that somebody is added with if nobody says otherwise: an admin of the organization Admin, other people and
    /// teams the default role, a service account Member (D).
    #[must_use]
    pub fn default_role_of(&self, grantee: &Grantee) -> Role {
        match grantee {
            Grantee::Person(id) if self.is_admin(&AccountId::Person(id.clone())) => Role::Admin,
            Grantee::Person(_) | Grantee::Team(_) => self.default_role.role(),
            Grantee::ServiceAccount(_) => Role::Member,
        }
    }

    /// Whether at least one *person* administers the registry by the own row or through a team (R).
    #[must_use]
    pub fn has_registry_admin(&self, registry: &Registry) -> bool {
        registry.rows().iter().filter(|row| row.role == Role::Admin).any(|row| match &row.grantee {
            Grantee::Person(person) => self.people.has(person),
            Grantee::Team(team) => self.teams.get(team).is_some_and(|team| !team.people.is_empty()),
            Grantee::ServiceAccount(_) => false,
        })
    }

    fn grants_to<'a>(&'a self, account: &'a AccountId, registry: &'a Registry) -> impl Iterator<Item = RoleGrant<'a>> {
        let is_there = self.has(account);
        self.grants(registry).filter(move |grant| is_there && self.is_among(account, grant.receivers))
    }
}

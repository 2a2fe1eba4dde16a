//! Roles in registries, and the sources of each role.

mod grants;
mod index;

use std::rc::Rc;
use strum::{EnumString, IntoStaticStr};

use self::grants::RoleGrant;
use crate::{AccountId, Organization, PersonId, Registry, ServiceAccountId, TeamId, Visibility};
pub use index::RegistryRoles;
pub(crate) use index::RoleIndex;

/// The default role of new members, a setting of the organization (D). It applies to people and teams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DefaultRole {
    /// The default in the cloud, and on servers since version 0.75.
    #[default]
    RestrictedViewer,
    /// The default on servers until version 0.74.
    Viewer,
}

impl DefaultRole {
    /// The same role as a [`Role`].
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::RestrictedViewer => Role::RestrictedViewer,
            Self::Viewer => Role::Viewer,
        }
    }
}

/// A role in a registry, ascending (D). As a word it is `restricted_viewer` and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Sees artifacts, but cannot use or download them.
    RestrictedViewer,
    /// Uses and downloads linked artifacts.
    Viewer,
    /// Links, edits and organizes artifacts.
    Member,
    /// Administers the registry.
    Admin,
}

impl Role {
    /// The name in the guide (G). The page in English and exported tables use it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RestrictedViewer => "Restricted Viewer",
            Self::Viewer => "Viewer",
            Self::Member => "Member",
            Self::Admin => "Admin",
        }
    }
}

/// A listed member of a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The person, service account or team.
    pub grantee: Grantee,
    /// The role in the registry.
    pub role: Role,
}

/// A person, service account or team that can be listed in a registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grantee {
    /// A person.
    Person(PersonId),
    /// A service account, as Member or Admin only (D).
    ServiceAccount(ServiceAccountId),
    /// A team, whose people all get the role.
    Team(TeamId),
}

/// The effective role of an account in a registry, with every source. An account without access has no standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Shared, because a view has one for each of thousands of registries, and passes them to the next view.
    grants: Rc<[Grant]>,
    role: Role,
}

/// A role and its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role that the source gives.
    pub role: Role,
    /// The source of the role.
    pub source: Source,
}

/// The source of a role in a registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The account is an organization admin, and so Admin of every registry.
    OrganizationAdmin,
    /// The account is listed itself.
    OwnRow,
    /// The account is in a listed team.
    Team(TeamId),
    /// The registry is open to the organization.
    Base,
}

impl Standing {
    /// The effective role: the highest role of all grants. A lower role in the account's own row has no effect (D, R).
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// All grants, the highest role first. There is at least one.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    fn from_grants(mut grants: Vec<Grant>) -> Option<Self> {
        grants.sort_by(|one, other| other.role.cmp(&one.role).then_with(|| one.source.cmp(&other.source)));
        let role = grants.first()?.role;
        Some(Self { grants: grants.into(), role })
    }
}

impl Grantee {
    /// The account, unless it is a team.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Person(id) => Some(AccountId::Person(id.clone())),
            Self::ServiceAccount(id) => Some(AccountId::ServiceAccount(id.clone())),
            Self::Team(_) => None,
        }
    }

    /// Whether it can be listed with this role. A service account can only be Member or Admin (D).
    #[must_use]
    pub fn can_have(&self, role: Role) -> bool {
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
    /// The account's effective role in the registry with its sources, or `None` without access.
    ///
    /// A person has the highest of: Admin for an organization admin, the role of their own row, the roles of their
    /// teams' rows, and in an open registry the default role (D, R). A service account has the highest of: the role of
    /// its own row, Member in an open registry, and Member through a team that is listed as Member or Admin (D26, R).
    #[must_use]
    pub fn standing(&self, account: &AccountId, registry: &Registry) -> Option<Standing> {
        let grants = self.grants_to(account, registry, registry.visibility());
        Standing::from_grants(
            grants.map(|RoleGrant { role, source, .. }| Grant { role, source: source.into() }).collect(),
        )
    }

    /// The effective role without its sources, or `None` without access.
    #[must_use]
    pub fn role_in(&self, account: &AccountId, registry: &Registry) -> Option<Role> {
        self.role_with_visibility(account, registry, registry.visibility())
    }

    /// The effective role if the registry had this visibility.
    pub(crate) fn role_with_visibility(
        &self,
        account: &AccountId,
        registry: &Registry,
        visibility: Visibility,
    ) -> Option<Role> {
        self.grants_to(account, registry, visibility).map(|grant| grant.role).max()
    }

    /// The role of a new member unless another one is chosen: Admin for an organization admin, the default role for other
    /// people and for teams, Member for a service account (D).
    #[must_use]
    pub fn default_role_of(&self, grantee: &Grantee) -> Role {
        match grantee {
            Grantee::Person(id) if self.is_admin(&AccountId::Person(id.clone())) => Role::Admin,
            Grantee::Person(_) | Grantee::Team(_) => self.default_role.role(),
            Grantee::ServiceAccount(_) => Role::Member,
        }
    }

    /// Whether at least one *person* is Admin through their own row or a team's row (R).
    #[must_use]
    pub fn has_registry_admin(&self, registry: &Registry) -> bool {
        registry.rows().iter().any(|row| self.gives_registry_admin(row))
    }

    /// Whether at least one person is Admin through this row.
    pub(crate) fn gives_registry_admin(&self, row: &Row) -> bool {
        row.role == Role::Admin
            && match &row.grantee {
                Grantee::Person(person) => self.people.contains(person),
                Grantee::Team(team) => self.teams.get(team).is_some_and(|team| !team.people.is_empty()),
                Grantee::ServiceAccount(_) => false,
            }
    }

    fn grants_to<'a>(
        &'a self,
        account: &'a AccountId,
        registry: &'a Registry,
        visibility: Visibility,
    ) -> impl Iterator<Item = RoleGrant<'a>> {
        let exists = self.has(account);
        let grants_of_rows = self.rows_naming(account, registry).flat_map(|row| self.grants_of_row(row));
        let grants = self.base_grants(visibility).chain(grants_of_rows);
        grants.filter(move |grant| exists && self.is_receiver(account, grant.receivers))
    }

    /// The rows that can give the account a role: its own and those of its teams. If the account is in more teams than the
    /// registry has rows, all rows are faster.
    fn rows_naming<'a>(&'a self, account: &AccountId, registry: &'a Registry) -> impl Iterator<Item = &'a Row> {
        let rows = registry.rows();
        let is_short = rows.len() <= self.team_count(account);
        let (all, teams) = if is_short { (Some(rows.iter()), None) } else { (None, Some(self.teams_of(account))) };
        let of_teams = teams.into_iter().flatten().filter_map(|team| registry.row(&Grantee::Team(team.id.clone())));
        let own = if is_short { None } else { registry.row(&Grantee::from(account.clone())) };
        all.into_iter().flatten().chain(own).chain(of_teams)
    }
}

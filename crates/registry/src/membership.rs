//! Who has which role in a registry, and where each role comes from.

use crate::{AccountId, Organization, OrganizationRole, PersonId, Registry, ServiceAccountId, TeamId, Visibility};

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

    fn from_grants(grants: Vec<Grant>) -> Option<Self> {
        let role = grants.iter().map(|grant| grant.role).max()?;
        // Lists of two or three: putting each in its place is all the sorting that they need.
        let mut sorted: Vec<Grant> = Vec::with_capacity(grants.len());
        for grant in grants {
            let rank = |grant: &Grant| (std::cmp::Reverse(grant.role), grant.source.clone());
            let place = sorted.partition_point(|other| rank(other) < rank(&grant));
            sorted.insert(place, grant);
        }
        Some(Self { grants: sorted, role })
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
        Standing::from_grants(match account {
            AccountId::Person(id) => self.grants_of_person(id, registry),
            AccountId::ServiceAccount(id) => self.grants_of_service_account(id, registry),
        })
    }

    fn grants_of_person(&self, id: &PersonId, registry: &Registry) -> Vec<Grant> {
        let Some(person) = self.people.get(id) else { return Vec::new() };
        let mut grants = Vec::new();
        if person.role == OrganizationRole::Admin {
            grants.push(Grant { role: Role::Admin, source: Source::OrganizationAdmin });
        }
        for row in registry.rows() {
            match &row.grantee {
                Grantee::Person(listed) if listed == id => {
                    grants.push(Grant { role: row.role, source: Source::OwnRow })
                }
                Grantee::Team(team) if self.teams.get(team).is_some_and(|team| team.people.contains_key(id)) => {
                    grants.push(Grant { role: row.role, source: Source::Team(team.clone()) });
                }
                _ => {}
            }
        }
        if registry.visibility() == Visibility::Organization {
            grants.push(Grant { role: self.default_role, source: Source::Base });
        }
        grants
    }

    fn grants_of_service_account(&self, id: &ServiceAccountId, registry: &Registry) -> Vec<Grant> {
        if !self.service_accounts.has(id) {
            return Vec::new();
        }
        let mut grants = Vec::new();
        for row in registry.rows() {
            match &row.grantee {
                Grantee::ServiceAccount(listed) if listed == id => {
                    grants.push(Grant { role: row.role, source: Source::OwnRow });
                }
                Grantee::Team(team)
                    if row.role >= Role::Member
                        && self.teams.get(team).is_some_and(|team| team.service_accounts.contains(id)) =>
                {
                    grants.push(Grant { role: Role::Member, source: Source::Team(team.clone()) });
                }
                _ => {}
            }
        }
        if registry.visibility() == Visibility::Organization {
            grants.push(Grant { role: Role::Member, source: Source::Base });
        }
        grants
    }
}

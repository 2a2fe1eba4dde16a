//! Who may do what: the one verdict that disables a control and refuses the action.

mod table;

use crate::{
    AccountId, Grantee, Organization, OrganizationRole, Person, PersonId, Registry, RegistryId, Role, TeamId, TeamRole,
};

pub use table::{PERMISSIONS, PermissionGroup, PermissionRule, RegistryPermission};

/// Something that not everybody may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Create a custom registry.
    CreateRegistry,
    /// Add, change and remove people, service accounts and teams, and change the organization's settings.
    ManageDirectory,
    /// Add, change and remove the members of this team.
    ManageTeam(TeamId),
    /// Do something in this registry, or to it.
    InRegistry(RegistryId, RegistryPermission),
}

/// Whether an account may do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Granted,
    /// It may not, and why.
    Denied(Denial),
}

/// Why something may not be done, and who could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// What was asked for.
    pub permission: Permission,
    /// What stands against it.
    pub because: Denied,
    /// The people who could do it, in the order of their ids.
    pub could: Vec<PersonId>,
}

/// What stands against a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// The account is a service account, and these do no such thing (R).
    ServiceAccount,
    /// The person is a Viewer of the organization, and the administrator of no team (R).
    OrganizationViewer,
    /// The person is no Admin of the organization.
    NoOrganizationAdmin,
    /// The person is neither an Admin of the organization nor one of the team (R).
    NoTeamAdmin,
    /// The account cannot access the registry.
    NoAccess,
    /// The registry is a core one, in which nobody does this (G).
    CoreRegistry,
    /// The account's role in the registry is lower than what is needed (D).
    RoleTooLow {
        /// The role that it has.
        has: Role,
        /// The lowest that would do.
        needs: Role,
    },
    /// The account administers the registry, and somebody else created it (D).
    NotCreator,
}

impl Verdict {
    /// Whether it may be done.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        matches!(self, Self::Granted)
    }

    /// Why it may not be done.
    #[must_use]
    pub fn denial(&self) -> Option<&Denial> {
        match self {
            Self::Granted => None,
            Self::Denied(denial) => Some(denial),
        }
    }
}

impl Organization {
    /// Whether the account may do what the permission stands for.
    ///
    /// - Create a registry: Admins and Members of the organization, and team administrators; service accounts never
    ///   (R: the documentation lists it as a permission in a registry, which cannot be meant).
    /// - The directory: Admins of the organization. A team: also its own Admins (R).
    /// - In a registry: as [`PERMISSIONS`] says of the effective role.
    #[must_use]
    pub fn may(&self, account: &AccountId, permission: &Permission) -> Verdict {
        match self.objection(account, permission) {
            None => Verdict::Granted,
            Some(because) => {
                Verdict::Denied(Denial { permission: permission.clone(), because, could: self.who_could(permission) })
            }
        }
    }

    /// Asking everybody would be right as well, and slow with thousands: so only those are asked who can have it at all.
    fn who_could(&self, permission: &Permission) -> Vec<PersonId> {
        let listed = match permission {
            Permission::InRegistry(id, asked) => match self.registries.get(id) {
                Some(registry) if self.base_role(registry).is_none_or(|base| base < asked.rule().least) => {
                    Some(self.people_listed(registry))
                }
                _ => None,
            },
            _ => None,
        };
        let is_candidate = |place: usize, person: &Person| match &listed {
            None => true,
            Some(listed) => {
                listed.get(place) == Some(&true)
                    || person.role == OrganizationRole::Admin
                    || self.is_team_administrator(&person.id)
            }
        };
        let could = |id: &PersonId| self.objection(&AccountId::Person(id.clone()), permission).is_none();
        self.people
            .iter()
            .enumerate()
            .filter(|(place, person)| is_candidate(*place, person) && could(&person.id))
            .map(|(_, person)| person.id.clone())
            .collect()
    }

    /// Of everybody, in the order of the ids, whether a row of the registry reaches them.
    fn people_listed(&self, registry: &Registry) -> Vec<bool> {
        let mut listed = vec![false; self.people.len()];
        let mut list = |person: &PersonId| {
            if let Some(listed) = self.people.position(person).and_then(|place| listed.get_mut(place)) {
                *listed = true;
            }
        };
        for row in registry.rows() {
            match &row.grantee {
                Grantee::Person(person) => list(person),
                Grantee::Team(team) => {
                    self.teams.get(team).iter().flat_map(|team| team.people.keys()).for_each(&mut list);
                }
                Grantee::ServiceAccount(_) => {}
            }
        }
        listed
    }

    fn objection(&self, account: &AccountId, permission: &Permission) -> Option<Denied> {
        if let Permission::InRegistry(registry, permission) = permission {
            return self.objection_in_registry(account, registry, permission.rule());
        }
        let AccountId::Person(id) = account else { return Some(Denied::ServiceAccount) };
        let role = self.people.get(id).map(|person| person.role);
        if role == Some(OrganizationRole::Admin) {
            return None;
        }
        match permission {
            Permission::CreateRegistry => {
                let may = role == Some(OrganizationRole::Member) || self.is_team_administrator(id);
                (!may).then_some(Denied::OrganizationViewer)
            }
            Permission::ManageTeam(team) => {
                let role = self.teams.get(team).and_then(|team| team.people.get(id));
                (role != Some(&TeamRole::Admin)).then_some(Denied::NoTeamAdmin)
            }
            Permission::ManageDirectory | Permission::InRegistry(..) => Some(Denied::NoOrganizationAdmin),
        }
    }

    fn objection_in_registry(&self, account: &AccountId, id: &RegistryId, rule: &PermissionRule) -> Option<Denied> {
        let Some(registry) = self.registries.get(id) else { return Some(Denied::NoAccess) };
        let Some(has) = self.role_in(account, registry) else { return Some(Denied::NoAccess) };
        if rule.custom_only && registry.core_kind().is_some() {
            return Some(Denied::CoreRegistry);
        }
        let is_team_administrator = || match account {
            AccountId::Person(person) => self.is_team_administrator(person),
            AccountId::ServiceAccount(_) => false,
        };
        if self.is_admin(account) || (rule.team_administrators && is_team_administrator()) {
            return None;
        }
        if has < rule.least {
            return Some(Denied::RoleTooLow { has, needs: rule.least });
        }
        (rule.creator_only && registry.created().by != *account).then_some(Denied::NotCreator)
    }
}

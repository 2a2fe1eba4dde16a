//! Who may do what: the one verdict that disables a control and refuses the action.

mod table;

use super::membership::Everybody;
use crate::{
    AccountId, Organization, OrganizationRole, Person, PersonId, Refusal, Registry, RegistryId, Role, TeamId, TeamRole,
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

    /// The refusal that it is, if it may not be done.
    pub(crate) fn or_refusal(self) -> Result<(), Refusal> {
        match self {
            Self::Granted => Ok(()),
            Self::Denied(denial) => Err(Refusal::Denied(denial)),
        }
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
        self.verdict(self.objection(account, permission), permission)
    }

    /// The same of a registry that was found already, and of the account's role in it.
    pub(crate) fn may_in(
        &self,
        account: &AccountId,
        registry: &Registry,
        role: Option<Role>,
        permission: RegistryPermission,
    ) -> Verdict {
        let objection = self.objection_to(account, registry, role, &permission.rule());
        self.verdict(objection, &Permission::InRegistry(registry.id().clone(), permission))
    }

    fn verdict(&self, objection: Option<Denied>, permission: &Permission) -> Verdict {
        match objection {
            None => Verdict::Granted,
            Some(because) => {
                Verdict::Denied(Denial { permission: permission.clone(), because, could: self.who_could(permission) })
            }
        }
    }

    fn who_could(&self, permission: &Permission) -> Vec<PersonId> {
        if let Permission::InRegistry(id, asked) = permission {
            return self.who_could_in(id, &asked.rule());
        }
        let ids = self.people.iter().map(|person| &person.id);
        ids.filter(|id| self.objection(&AccountId::Person((*id).clone()), permission).is_none()).cloned().collect()
    }

    /// Asking everybody one by one would be right as well, and slow with thousands.
    fn who_could_in(&self, id: &RegistryId, rule: &PermissionRule) -> Vec<PersonId> {
        let Some(registry) = self.registries.get(id) else { return Vec::new() };
        let roles = Everybody::of(self).roles_in(registry);
        let leads = if rule.team_administrators { self.team_administrators() } else { Vec::new() };
        let could = |place: usize, person: &Person| {
            let leads = || leads.get(place) == Some(&true);
            rule.objection(registry, &AccountId::Person(person.id.clone()), roles.at(place), person.role, leads)
                .is_none()
        };
        let people = self.people.iter().enumerate();
        people.filter(|(place, person)| could(*place, person)).map(|(_, person)| person.id.clone()).collect()
    }

    /// Of everybody, in the order of the ids, whether they are an Admin of a team.
    fn team_administrators(&self) -> Vec<bool> {
        let mut leads = vec![false; self.people.len()];
        for (person, role) in self.teams.iter().flat_map(|team| team.people.iter()) {
            let place = self.people.position(person).filter(|_| *role == TeamRole::Admin);
            if let Some(leads) = place.and_then(|place| leads.get_mut(place)) {
                *leads = true;
            }
        }
        leads
    }

    fn objection(&self, account: &AccountId, permission: &Permission) -> Option<Denied> {
        if let Permission::InRegistry(registry, permission) = permission {
            return self.objection_in_registry(account, registry, &permission.rule());
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
        self.objection_to(account, registry, self.role_in(account, registry), rule)
    }

    fn objection_to(
        &self,
        account: &AccountId,
        registry: &Registry,
        role: Option<Role>,
        rule: &PermissionRule,
    ) -> Option<Denied> {
        let (role_in_organization, person) = match account {
            AccountId::Person(id) => (self.people.get(id).map(|person| person.role), Some(id)),
            AccountId::ServiceAccount(_) => (None, None),
        };
        let leads = || person.is_some_and(|person| self.is_team_administrator(person));
        // A service account has no role in the organization, and so none that gives it anything here.
        let role_in_organization = role_in_organization.unwrap_or(OrganizationRole::Viewer);
        rule.objection(registry, account, role, role_in_organization, leads)
    }
}

impl PermissionRule {
    /// What stands against an account's having the permission in a registry: an account with this role in it and in the
    /// organization, of which it is asked only if it matters whether it leads a team.
    fn objection(
        &self,
        registry: &Registry,
        account: &AccountId,
        role: Option<Role>,
        in_organization: OrganizationRole,
        leads: impl FnOnce() -> bool,
    ) -> Option<Denied> {
        let Some(has) = role else { return Some(Denied::NoAccess) };
        if self.custom_only && registry.core_kind().is_some() {
            return Some(Denied::CoreRegistry);
        }
        if in_organization == OrganizationRole::Admin || (self.team_administrators && leads()) {
            return None;
        }
        if has < self.least {
            return Some(Denied::RoleTooLow { has, needs: self.least });
        }
        (self.creator_only && registry.created().by != *account).then_some(Denied::NotCreator)
    }
}

//! The verdict on a permission. The same verdict disables a control and refuses the action.

mod project;
mod protection;
mod table;

use super::membership::RoleIndex;
use crate::{
    AccountId, CollectionId, Holder, LinkId, Organization, OrganizationRole, Person, PersonId, ProjectId, Refusal,
    Registry, RegistryId, Role, TeamId, TeamRole,
};
pub use table::{PERMISSIONS, PermissionGroup, PermissionRule, RegistryPermission};

/// A permission, which an account has or lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Create a custom registry.
    CreateRegistry,
    /// Add, change and remove people, service accounts and teams, and change the organization's settings.
    ManageDirectory,
    /// Add, change and remove the members of this team.
    ManageTeam(TeamId),
    /// A permission in this registry.
    InRegistry(RegistryId, RegistryPermission),
    /// The same permission for this collection: its protected aliases count.
    InCollection(CollectionId, RegistryPermission),
    /// The same permission for this version of a collection: its protected aliases count.
    OnLink(LinkId, RegistryPermission),
    /// Create a project of this team.
    CreateProject(TeamId),
    /// Log, edit and delete versions in this project, and set their aliases.
    WriteProject(ProjectId),
    /// Rename and delete this project.
    ManageProject(ProjectId),
}

/// The answer to whether an account has a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The account has the permission.
    Granted,
    /// The account lacks the permission.
    Denied(Denial),
}

/// A denied permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// The permission that the account lacks.
    pub permission: Permission,
    /// The first reason that applies.
    pub reason: DenialReason,
    /// The people who have the permission, in the order of their ids.
    pub permitted: Vec<PersonId>,
    /// For [`DenialReason::ProtectedAlias`], the versions with protected aliases.
    pub holders: Vec<Holder>,
}

/// The reason for a denial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DenialReason {
    /// No service account can have the permission (R).
    ServiceAccount,
    /// The person is a Viewer of the organization and administers no team (R).
    OrganizationViewer,
    /// The person is not an Admin of the organization.
    NoOrganizationAdmin,
    /// The person is neither an Admin of the organization nor of the team (R).
    NoTeamAdmin,
    /// The account cannot access the registry.
    NoAccess,
    /// Nobody has the permission in a core registry (G).
    CoreRegistry,
    /// The account's role in the registry is too low (D).
    RoleTooLow {
        /// The account's role.
        has: Role,
        /// The lowest sufficient role.
        needs: Role,
    },
    /// The account administers the registry, but did not create it (D).
    NotCreator,
    /// The account is not in the team of the project (D).
    NoTeamMember,
    /// The account's role in the team is too low (D).
    TeamRoleTooLow {
        /// The account's role.
        has: TeamRole,
        /// The lowest sufficient role.
        needs: TeamRole,
    },
    /// A protected alias would be deleted along, which takes an admin of the registry or of the organization (D).
    ProtectedAlias,
}

impl Verdict {
    /// Whether the account has the permission.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        matches!(self, Self::Granted)
    }

    /// Turns a denial into a refusal.
    pub(crate) fn or_refusal(self) -> Result<(), Refusal> {
        match self {
            Self::Granted => Ok(()),
            Self::Denied(denial) => Err(Refusal::Denied(denial)),
        }
    }

    /// The denial, if the account lacks the permission.
    #[must_use]
    pub fn denial(&self) -> Option<&Denial> {
        match self {
            Self::Granted => None,
            Self::Denied(denial) => Some(denial),
        }
    }
}

impl Organization {
    /// Decides whether the account has a permission.
    ///
    /// - Create a registry: Admins and Members of the organization, and team administrators, but no service account
    ///   (R: the documentation lists it as a permission in a registry, which does not make sense).
    /// - Manage the directory: Admins of the organization. Manage a team: also the team's Admins (R).
    /// - In a registry: by the effective role, see [`PERMISSIONS`]. What carries a protected alias is unlinked and deleted by
    ///   admins only (D).
    /// - In the projects of a team: by the role in the team (D). Admins of the organization are Admins in all of them, and service
    ///   accounts of the team are Members (R).
    #[must_use]
    pub fn may(&self, account: &AccountId, permission: &Permission) -> Verdict {
        self.verdict(self.denial_reason(account, permission), permission)
    }

    /// Does the same as [`may`](Self::may) for a registry and a role that the caller has looked up.
    pub(crate) fn may_in(
        &self,
        account: &AccountId,
        registry: &Registry,
        role: Option<Role>,
        permission: RegistryPermission,
    ) -> Verdict {
        let asked = Permission::InRegistry(registry.id().clone(), permission);
        let reason = self.denial_reason_in(account, registry, role, &permission.rule());
        self.verdict(reason.or_else(|| self.protection_reason(role, &asked)), &asked)
    }

    fn verdict(&self, reason: Option<DenialReason>, permission: &Permission) -> Verdict {
        match reason {
            None => Verdict::Granted,
            Some(reason) => {
                // Don't reveal whose project it is to an account that reaches it by a link only.
                let is_hidden =
                    reason == DenialReason::NoTeamMember && !matches!(permission, Permission::CreateProject(_));
                let permitted = if is_hidden { Vec::new() } else { self.permitted_people(permission) };
                let is_protected = reason == DenialReason::ProtectedAlias;
                let holders = if is_protected { self.protected_by(permission) } else { Vec::new() };
                Verdict::Denied(Denial { permission: permission.clone(), reason, permitted, holders })
            }
        }
    }

    pub(crate) fn permitted_people(&self, permission: &Permission) -> Vec<PersonId> {
        if let Some((registry, rule)) = self.registry_asked_for(permission) {
            return self.people_permitted_in(registry, &rule, self.is_protected(permission));
        }
        if let Some((team, needs)) = self.team_asked_for(permission) {
            return self.people_with_team_role(team, needs);
        }
        let ids = self.people.iter().map(|person| &person.id);
        ids.filter(|id| self.denial_reason(&AccountId::Person((*id).clone()), permission).is_none()).cloned().collect()
    }

    /// Uses the role index, because looking up the role of each person is slow with thousands of people.
    fn people_permitted_in(&self, registry: &Registry, rule: &PermissionRule, admins_only: bool) -> Vec<PersonId> {
        let roles = RoleIndex::of(self).roles_in(registry);
        let team_administrators = if rule.team_administrators { self.team_administrators() } else { Vec::new() };
        let is_permitted = |index: usize, person: &Person| {
            let account = AccountId::Person(person.id.clone());
            let administers_team = || team_administrators.get(index) == Some(&true);
            let role = roles.get(index).filter(|role| *role == Role::Admin || !admins_only);
            rule.denial_reason(registry, &account, role, person.role, administers_team).is_none()
        };
        let people = self.people.iter().enumerate();
        people.filter(|(index, person)| is_permitted(*index, person)).map(|(_, person)| person.id.clone()).collect()
    }

    /// For each person in the order of the ids, whether the person administers a team.
    fn team_administrators(&self) -> Vec<bool> {
        let mut administers_team = vec![false; self.people.len()];
        for (person, role) in self.teams.iter().flat_map(|team| team.people.iter()) {
            let index = self.people.position(person).filter(|_| *role == TeamRole::Admin);
            if let Some(administers_team) = index.and_then(|index| administers_team.get_mut(index)) {
                *administers_team = true;
            }
        }
        administers_team
    }

    fn denial_reason(&self, account: &AccountId, permission: &Permission) -> Option<DenialReason> {
        match permission {
            Permission::InRegistry(..) | Permission::InCollection(..) | Permission::OnLink(..) => {
                return self.denial_reason_in_registry(account, permission);
            }
            Permission::CreateProject(_) | Permission::WriteProject(_) | Permission::ManageProject(_) => {
                return self.denial_reason_in_team(account, permission);
            }
            Permission::CreateRegistry | Permission::ManageDirectory | Permission::ManageTeam(_) => {}
        }
        let AccountId::Person(id) = account else { return Some(DenialReason::ServiceAccount) };
        let role = self.people.get(id).map(|person| person.role);
        if role == Some(OrganizationRole::Admin) {
            return None;
        }
        match permission {
            Permission::CreateRegistry => {
                let may = role == Some(OrganizationRole::Member) || self.is_team_administrator(id);
                (!may).then_some(DenialReason::OrganizationViewer)
            }
            Permission::ManageTeam(team) => {
                let role = self.teams.get(team).and_then(|team| team.people.get(id));
                (role != Some(&TeamRole::Admin)).then_some(DenialReason::NoTeamAdmin)
            }
            Permission::ManageDirectory
            | Permission::InRegistry(..)
            | Permission::InCollection(..)
            | Permission::OnLink(..)
            | Permission::CreateProject(_)
            | Permission::WriteProject(_)
            | Permission::ManageProject(_) => Some(DenialReason::NoOrganizationAdmin),
        }
    }

    fn denial_reason_in_registry(&self, account: &AccountId, permission: &Permission) -> Option<DenialReason> {
        let Some((registry, rule)) = self.registry_asked_for(permission) else { return Some(DenialReason::NoAccess) };
        let role = self.role_in(account, registry);
        let reason = self.denial_reason_in(account, registry, role, &rule);
        reason.or_else(|| self.protection_reason(role, permission))
    }

    fn denial_reason_in(
        &self,
        account: &AccountId,
        registry: &Registry,
        role: Option<Role>,
        rule: &PermissionRule,
    ) -> Option<DenialReason> {
        let (role_in_organization, person) = match account {
            AccountId::Person(id) => (self.people.get(id).map(|person| person.role), Some(id)),
            AccountId::ServiceAccount(_) => (None, None),
        };
        let administers_team = || person.is_some_and(|person| self.is_team_administrator(person));
        // A service account has no role in the organization. The lowest role gives no permission either.
        let role_in_organization = role_in_organization.unwrap_or(OrganizationRole::Viewer);
        rule.denial_reason(registry, account, role, role_in_organization, administers_team)
    }
}

impl PermissionRule {
    /// The reason for denying the permission to an account with these roles in the registry and in the organization.
    /// `administers_team` is evaluated only if it matters, because it searches all teams.
    fn denial_reason(
        &self,
        registry: &Registry,
        account: &AccountId,
        role: Option<Role>,
        role_in_organization: OrganizationRole,
        administers_team: impl FnOnce() -> bool,
    ) -> Option<DenialReason> {
        let Some(has) = role else { return Some(DenialReason::NoAccess) };
        if self.custom_only && registry.core_kind().is_some() {
            return Some(DenialReason::CoreRegistry);
        }
        if role_in_organization == OrganizationRole::Admin || (self.team_administrators && administers_team()) {
            return None;
        }
        if has < self.lowest_role {
            return Some(DenialReason::RoleTooLow { has, needs: self.lowest_role });
        }
        (self.creator_only && registry.created().by != *account).then_some(DenialReason::NotCreator)
    }
}

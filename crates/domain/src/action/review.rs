//! Reviewing actions, and the checks that several aggregates share. It changes nothing.

use super::{Action, Context, Reviewable};
use crate::{
    AccountId, AccountName, Email, Grantee, Id, Missing, Organization, Permission, PersonId, Refusal, Registry,
    RegistryId, RegistryName, RegistryPermission, ServiceAccountId, Team, TeamId, UniqueField,
};

/// Reviews an action of an account against the organization: permission first, then the other rules. To apply the action,
/// use [`approve`](crate::approve).
///
/// # Errors
/// The first reason for refusing it.
pub fn review(organization: &Organization, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
    if !organization.has(actor) {
        return Err(Refusal::Missing(Missing::Actor));
    }
    action.review(&Review { organization, actor })
}

/// The organization before the action, and the acting account.
pub(super) struct Review<'a> {
    pub organization: &'a Organization,
    pub actor: &'a AccountId,
}

impl<'a> Review<'a> {
    pub fn require_permission(&self, permission: Permission) -> Result<(), Refusal> {
        self.organization.may(self.actor, &permission).or_refusal()
    }

    /// Looks up a team, and requires the permission to change its members.
    pub fn managed_team(&self, id: &TeamId) -> Result<&'a Team, Refusal> {
        let team = self.team(id)?;
        self.require_permission(Permission::ManageTeam(id.clone()))?;
        Ok(team)
    }

    /// Looks up a registry, and requires a permission in it. A registry without access is reported as missing (R).
    pub fn permitted_registry(&self, id: &RegistryId, permission: RegistryPermission) -> Result<&'a Registry, Refusal> {
        let registry = self.organization.registry(id).ok_or(Refusal::Missing(Missing::Registry))?;
        let role = self.organization.role_in(self.actor, registry).ok_or(Refusal::Missing(Missing::Registry))?;
        self.organization.may_in(self.actor, registry, Some(role), permission).or_refusal()?;
        Ok(registry)
    }

    pub fn require_person(&self, person: &PersonId) -> Result<(), Refusal> {
        require(self.organization.people.contains(person), Missing::Person)
    }

    pub fn require_service_account(&self, account: &ServiceAccountId) -> Result<(), Refusal> {
        require(self.organization.service_accounts.contains(account), Missing::ServiceAccount)
    }

    pub fn team(&self, id: &TeamId) -> Result<&'a Team, Refusal> {
        self.organization.team(id).map(|team| &**team).ok_or(Refusal::Missing(Missing::Team))
    }

    pub fn require_grantee(&self, grantee: &Grantee) -> Result<(), Refusal> {
        match grantee {
            Grantee::Person(id) => self.require_person(id),
            Grantee::ServiceAccount(id) => self.require_service_account(id),
            Grantee::Team(id) => self.team(id).map(drop),
        }
    }

    /// Usernames, service accounts and teams share one namespace (R). `owner` may keep its name.
    pub fn require_free_account_name(&self, name: &AccountName, owner: Option<&Grantee>) -> Result<(), Refusal> {
        require_free(self.organization.names.by_name(&name.key()), owner, UniqueField::AccountName)
    }

    pub fn require_free_email(&self, email: &Email, owner: Option<&Grantee>) -> Result<(), Refusal> {
        require_free(self.organization.names.by_email(&email.key()), owner, UniqueField::Email)
    }

    /// Registry names are unique without regard to case, core registries included. `owner` may keep its name. The refusal
    /// names the holder only if the account may see it (R).
    pub fn require_free_registry_name(&self, name: &RegistryName, owner: Option<&RegistryId>) -> Result<(), Refusal> {
        let holder = self.organization.holder_of(name).filter(|holder| Some(holder.id()) != owner);
        let Some(holder) = holder else { return Ok(()) };
        let is_visible = self.organization.role_in(self.actor, holder).is_some();
        Err(Refusal::Taken { field: UniqueField::RegistryName, holder: is_visible.then(|| holder.name().clone()) })
    }

    /// A custom registry never loses its last registry admin. The rule compares the states before and after the action, so
    /// that it covers every way (R). The refusal can name the registries, because an account that may remove the last
    /// admin always sees the registry: as an admin of it, of the organization, or of the team of its last admins.
    pub fn keep_registry_admins(&self, action: &impl Reviewable) -> Result<(), Refusal> {
        let next = self.after(action);
        let custom = self.organization.registries().filter(|registry| registry.core_kind().is_none());
        let loses = |registry: &Registry| {
            let left = next.registry(registry.id());
            self.organization.has_registry_admin(registry) && left.is_some_and(|left| !next.has_registry_admin(left))
        };
        let lost = custom.filter(|registry| loses(registry)).map(|registry| registry.name().clone());
        let registries: Vec<_> = lost.collect();
        if registries.is_empty() { Ok(()) } else { Err(Refusal::LastRegistryAdmin(registries)) }
    }

    /// The state after the action. It may apply an unapproved action, because the copy is dropped after the review.
    pub fn after(&self, action: &impl Reviewable) -> Organization {
        let mut next = self.organization.clone();
        action.apply(&mut next, Context { id: Id::from_text(""), at: 0, by: self.actor });
        next
    }
}

pub(super) fn require(exists: bool, missing: Missing) -> Result<(), Refusal> {
    if exists { Ok(()) } else { Err(Refusal::Missing(missing)) }
}

fn require_free(holder: Option<&Grantee>, owner: Option<&Grantee>, field: UniqueField) -> Result<(), Refusal> {
    match holder {
        Some(holder) if Some(holder) != owner => Err(Refusal::Taken { field, holder: None }),
        _ => Ok(()),
    }
}

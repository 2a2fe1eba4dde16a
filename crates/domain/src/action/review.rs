//! Reviewing an action: the questions that the rules of several aggregates ask. It changes nothing.

use super::{Action, Context, Reviewable};
use crate::{
    AccountId, AccountName, Email, Field, Grantee, Id, Missing, Organization, Permission, PersonId, Refusal, Registry,
    RegistryId, RegistryName, RegistryPermission, ServiceAccountId, Team, TeamId,
};

/// Reviews an action of an account against the organization as it is: permission first, then the rules.
///
/// # Errors
/// The first reason for refusing it. To apply what is not refused, ask [`approve`](crate::approve).
pub fn review(organization: &Organization, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
    if !organization.has(actor) {
        return Err(Refusal::Missing(Missing::Actor));
    }
    action.review(&Review { organization, actor })
}

/// The state that an action is reviewed against, and the account that acts.
pub(super) struct Review<'a> {
    pub organization: &'a Organization,
    pub actor: &'a AccountId,
}

impl<'a> Review<'a> {
    pub fn permitted(&self, permission: Permission) -> Result<(), Refusal> {
        self.organization.may(self.actor, &permission).or_refusal()
    }

    /// A team whose members the account may change.
    pub fn managed_team(&self, id: &TeamId) -> Result<&'a Team, Refusal> {
        let team = self.team(id)?;
        self.permitted(Permission::ManageTeam(id.clone()))?;
        Ok(team)
    }

    /// A registry in which the account has the permission. One that the account cannot access is, to that account, not
    /// there (R).
    pub fn registry_with(&self, id: &RegistryId, permission: RegistryPermission) -> Result<&'a Registry, Refusal> {
        let registry = self.organization.registry(id).ok_or(Refusal::Missing(Missing::Registry))?;
        let role = self.organization.role_in(self.actor, registry).ok_or(Refusal::Missing(Missing::Registry))?;
        self.organization.may_in(self.actor, registry, Some(role), permission).or_refusal()?;
        Ok(registry)
    }

    pub fn person_exists(&self, person: &PersonId) -> Result<(), Refusal> {
        exists(self.organization.people.has(person), Missing::Person)
    }

    pub fn service_account_exists(&self, account: &ServiceAccountId) -> Result<(), Refusal> {
        exists(self.organization.service_accounts.has(account), Missing::ServiceAccount)
    }

    pub fn team(&self, id: &TeamId) -> Result<&'a Team, Refusal> {
        self.organization.team(id).map(|team| &**team).ok_or(Refusal::Missing(Missing::Team))
    }

    pub fn grantee_exists(&self, grantee: &Grantee) -> Result<(), Refusal> {
        match grantee {
            Grantee::Person(id) => self.person_exists(id),
            Grantee::ServiceAccount(id) => self.service_account_exists(id),
            Grantee::Team(id) => self.team(id).map(drop),
        }
    }

    /// Usernames, service accounts and teams share one namespace (R). `itself` may keep its name.
    pub fn account_name_is_free(&self, name: &AccountName, itself: Option<&Grantee>) -> Result<(), Refusal> {
        is_free(self.organization.names.called(&name.key()), itself, Field::AccountName)
    }

    pub fn email_is_free(&self, email: &Email, itself: Option<&Grantee>) -> Result<(), Refusal> {
        is_free(self.organization.names.reached_at(&email.key()), itself, Field::Email)
    }

    /// Names are unique by case-fold, core registries included; the registry that holds the name is named only to an account
    /// that may see it (R).
    pub fn registry_name_is_free(&self, name: &RegistryName, itself: Option<&RegistryId>) -> Result<(), Refusal> {
        let holder = self.organization.holder_of(name).filter(|holder| Some(holder.id()) != itself);
        let Some(holder) = holder else { return Ok(()) };
        let seen = self.organization.role_in(self.actor, holder).is_some();
        Err(Refusal::Taken { field: Field::RegistryName, holder: seen.then(|| holder.name().clone()) })
    }

    /// A custom registry never loses its last registry admin, in whatever way: so the rule looks at the state that the
    /// action would leave (R). The refusal names the registries, and reveals nothing: whoever may take the last admin away
    /// sees the registry, as an admin of it, of the organization, or of the team that its last admins are in.
    pub fn registries_keep_admins(&self, action: &impl Reviewable) -> Result<(), Refusal> {
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

    /// The state that the action would leave. A rule looks at this copy, and it is dropped with the review: that is why the
    /// action may be applied here before it is approved.
    pub fn after(&self, action: &impl Reviewable) -> Organization {
        let mut next = self.organization.clone();
        action.apply(&mut next, Context { id: Id::from_text(""), at: 0, by: self.actor });
        next
    }
}

pub(super) fn exists(is_there: bool, missing: Missing) -> Result<(), Refusal> {
    if is_there { Ok(()) } else { Err(Refusal::Missing(missing)) }
}

fn is_free(holder: Option<&Grantee>, itself: Option<&Grantee>, field: Field) -> Result<(), Refusal> {
    match holder {
        Some(holder) if Some(holder) != itself => Err(Refusal::Taken { field, holder: None }),
        _ => Ok(()),
    }
}

//! Reviewing actions, and the checks that several aggregates share. It changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Reviewable};
use crate::text::Unique;
use crate::{
    AccountId, AccountName, Email, Grantee, Holder, Missing, Organization, Permission, PersonId, Refusal, Registry,
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
pub(crate) struct Review<'a> {
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

    /// Nobody deletes a version while a link to it carries a protected alias (D, R). The refusal has only the links that the account
    /// can see.
    pub fn keep_protected_aliases(&self, holders: Vec<Holder>) -> Result<(), Refusal> {
        if holders.is_empty() {
            return Ok(());
        }
        let is_seen = |holder: &Holder| self.organization.registry_seen_by(self.actor, &holder.registry).is_some();
        Err(Refusal::ProtectedAlias(holders.into_iter().filter(is_seen).collect()))
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
        let key = email.key();
        let holders = self.organization.names.by_email(&key).filter(|holder| match holder {
            Grantee::Person(id) => self.organization.person(id).is_some_and(|person| person.email.excludes(email)),
            Grantee::ServiceAccount(_) | Grantee::Team(_) => false,
        });
        require_free(holders, owner, UniqueField::Email)
    }

    /// Registry names are unique by their keys, core registries included. `owner` may keep its name. The refusal
    /// names the holder only if the account may see it (R).
    pub fn require_free_registry_name(&self, name: &RegistryName, owner: Option<&RegistryId>) -> Result<(), Refusal> {
        let holder = self.organization.holders_of(name).find(|holder| Some(holder.id()) != owner);
        let Some(holder) = holder else { return Ok(()) };
        let is_visible = self.organization.role_in(self.actor, holder).is_some();
        Err(Refusal::Taken { field: UniqueField::RegistryName, holder: is_visible.then(|| holder.name().clone()) })
    }

    /// A custom registry never loses its last registry admin (R). These grantees will give no person a role anywhere. The
    /// refusal can name the registries, because an account that may remove the last admin always sees the registry: as an
    /// admin of it, of the organization, or of the team of its last admins.
    pub fn keep_registry_admins(&self, lost: &[Grantee]) -> Result<(), Refusal> {
        let listing = lost.iter().flat_map(|grantee| {
            let registries = self.organization.registries_listing(grantee);
            registries.filter(move |registry| self.gives_admin(registry, grantee))
        });
        let listing: BTreeMap<&RegistryId, &Registry> = listing.map(|registry| (registry.id(), &**registry)).collect();
        let lost: BTreeSet<&Grantee> = lost.iter().collect();
        require_no_loss(
            listing.into_values().filter(|registry| self.has_only_admins(registry, |one| lost.contains(one))),
        )
    }

    /// The same rule in one registry, where the member will not be Admin any more.
    pub fn keep_admin_in(&self, registry: &Registry, member: &Grantee) -> Result<(), Refusal> {
        let is_last = self.gives_admin(registry, member) && self.has_only_admins(registry, |one| one == member);
        require_no_loss(is_last.then_some(registry).into_iter())
    }

    fn gives_admin(&self, registry: &Registry, member: &Grantee) -> bool {
        registry.row(member).is_some_and(|row| self.organization.gives_registry_admin(row))
    }

    /// Whether the registry is a custom one and all grantees that give it an admin satisfy the condition.
    fn has_only_admins(&self, registry: &Registry, condition: impl Fn(&Grantee) -> bool) -> bool {
        let mut admins = registry.rows().iter().filter(|row| self.organization.gives_registry_admin(row));
        registry.core_kind().is_none() && admins.all(|row| condition(&row.grantee))
    }
}

fn require_no_loss<'a>(registries: impl Iterator<Item = &'a Registry>) -> Result<(), Refusal> {
    let names: Vec<RegistryName> = registries.map(|registry| registry.name().clone()).collect();
    if names.is_empty() { Ok(()) } else { Err(Refusal::LastRegistryAdmin(names)) }
}

pub(super) fn require(exists: bool, missing: Missing) -> Result<(), Refusal> {
    if exists { Ok(()) } else { Err(Refusal::Missing(missing)) }
}

fn require_free<'a>(
    mut holders: impl Iterator<Item = &'a Grantee>,
    owner: Option<&Grantee>,
    field: UniqueField,
) -> Result<(), Refusal> {
    match holders.any(|holder| Some(holder) != owner) {
        true => Err(Refusal::Taken { field, holder: None }),
        false => Ok(()),
    }
}

//! What an intent would change in who can access what: found by carrying it out on a copy and comparing, so that no rule is
//! written a second time.

pub mod trial;

use std::rc::Rc;

use crate::access::membership::{Everybody, RolesIn};
use crate::table::{Identified, Table};
use crate::{
    AccountId, Action, Grantee, Organization, PersonId, Refusal, Registry, RegistryId, RegistryName, Role, carry_out,
};

/// What an intent changes, as far as the account that asks may know: in the registries that it can access before or
/// after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Every effective role that is another one afterwards: by registry, then people, then service accounts.
    pub access: Vec<AccessChange>,
    /// Every registry that has another owner afterwards.
    pub owners: Vec<OwnerChange>,
}

/// An effective role that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessChange {
    /// Where.
    pub registry: RegistryId,
    /// What it is called: before, or afterwards if it was not there before.
    pub name: RegistryName,
    /// Whose role it is. The account may be one that is not there afterwards.
    pub account: AccountId,
    /// The role before; nothing without access.
    pub before: Option<Role>,
    /// The role afterwards; nothing without access.
    pub after: Option<Role>,
}

/// An owner who changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerChange {
    /// Of which registry.
    pub registry: RegistryId,
    /// What it is called.
    pub name: RegistryName,
    /// The owner before.
    pub before: Option<PersonId>,
    /// The owner afterwards.
    pub after: Option<PersonId>,
}

impl Consequences {
    /// Whether nobody's access changes, and no owner.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.access.is_empty() && self.owners.is_empty()
    }
}

impl Organization {
    /// What the actions would change if the account did them now as one intent.
    ///
    /// # Errors
    /// The refusal of the intent, with the position of the action that it is about.
    pub fn consequences(&self, actor: &AccountId, actions: &[Action]) -> Result<Consequences, (usize, Refusal)> {
        let next = carry_out(self, actor, actions, "", 0)?;
        Ok(self.changes_to(&next, actor))
    }

    /// How access differs in `next`, as far as the account may know.
    fn changes_to(&self, next: &Self, seen_by: &AccountId) -> Consequences {
        let (before, after) = (Everybody::of(self), Everybody::of(next));
        let people = union(&self.people, &next.people).into_iter().map(|person| AccountId::Person(person.id.clone()));
        let service_accounts = union(&self.service_accounts, &next.service_accounts)
            .into_iter()
            .map(|account| AccountId::ServiceAccount(account.id.clone()));
        let accounts = people.chain(service_accounts);
        let everybody: Vec<(AccountId, Option<usize>, Option<usize>)> =
            accounts.map(|account| (account.clone(), before.place_of(&account), after.place_of(&account))).collect();
        let mut consequences = Consequences::default();
        for registry in union(&self.registries, &next.registries) {
            let (old, new) = (self.registry(registry.id()), next.registry(registry.id()));
            let sees = |organization: &Self, registry: Option<&Rc<Registry>>| {
                registry.is_some_and(|registry| organization.role_in(seen_by, registry).is_some())
            };
            if self.is_untouched(next, registry) || (!sees(self, old) && !sees(next, new)) {
                continue;
            }
            let old_roles = old.map(|registry| before.roles_in(registry));
            let new_roles = new.map(|registry| after.roles_in(registry));
            for (account, old_place, new_place) in &everybody {
                let role_at = |roles: &Option<RolesIn>, place: &Option<usize>| roles.as_ref()?.at((*place)?);
                let (before, after) = (role_at(&old_roles, old_place), role_at(&new_roles, new_place));
                if before != after {
                    let (registry, name) = (registry.id().clone(), registry.name().clone());
                    consequences.access.push(AccessChange { registry, name, account: account.clone(), before, after });
                }
            }
            let owner = |registry: Option<&Rc<Registry>>| registry.and_then(|registry| registry.owner().cloned());
            if let (Some(_), Some(_), true) = (old, new, owner(old) != owner(new)) {
                let (id, name) = (registry.id().clone(), registry.name().clone());
                consequences.owners.push(OwnerChange { registry: id, name, before: owner(old), after: owner(new) });
            }
        }
        consequences
    }

    /// Whether nothing that a role in this registry comes from differs in `next`: the registry, the teams that are listed in
    /// it, the accounts, the role that everybody has.
    fn is_untouched(&self, next: &Self, registry: &Rc<Registry>) -> bool {
        let is_shared = |grantee: &Grantee| match grantee {
            Grantee::Team(team) => are_same(self.team(team), next.team(team)),
            Grantee::Person(_) | Grantee::ServiceAccount(_) => true,
        };
        self.default_role == next.default_role
            && self.people.is_same(&next.people)
            && self.service_accounts.is_same(&next.service_accounts)
            && are_same(self.registry(registry.id()), next.registry(registry.id()))
            && registry.rows().iter().all(|row| is_shared(&row.grantee))
    }
}

/// What nobody has changed is shared between the two states.
fn are_same<T>(old: Option<&Rc<T>>, new: Option<&Rc<T>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => Rc::ptr_eq(old, new),
        (None, None) => true,
        _ => false,
    }
}

/// What is in either table, as it is in the first if it is in both.
fn union<'a, T: Identified>(old: &'a Table<T>, new: &'a Table<T>) -> Vec<&'a Rc<T>> {
    let mut both: Vec<&Rc<T>> = old.iter().collect();
    both.extend(new.iter().filter(|thing| !old.has(thing.id())));
    both
}

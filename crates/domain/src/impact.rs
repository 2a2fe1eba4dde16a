//! The consequences of an intent for roles and owners. It applies the intent to a copy and compares, so that no rule is
//! duplicated.

pub mod trial;

use std::collections::HashMap;
use std::rc::Rc;

use crate::access::membership::{RegistryRoles, RoleIndex};
use crate::table::{Identified, Table};
use crate::{
    AccountId, Action, Grantee, Organization, PersonId, Refusal, Registry, RegistryId, RegistryName, Role, Visibility,
    carry_out,
};

/// The consequences of an intent in the registries that the acting account can access before or after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// The changes of effective roles: by registry, then people, then service accounts.
    pub access: Vec<AccessChange>,
    /// The changes of owners, by registry.
    pub owners: Vec<OwnerChange>,
}

/// A change of an effective role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessChange {
    /// The registry, which may be new or deleted.
    pub registry: RegistryId,
    /// The registry's name before, or after for a new registry.
    pub name: RegistryName,
    /// The account, which may be new or removed.
    pub account: AccountId,
    /// The role before, or `None` without access.
    pub before: Option<Role>,
    /// The role after, or `None` without access.
    pub after: Option<Role>,
}

/// A change of a registry's owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerChange {
    /// The registry, which exists before and after.
    pub registry: RegistryId,
    /// The registry's name before.
    pub name: RegistryName,
    /// The owner before, if any.
    pub before: Option<PersonId>,
    /// The owner after, if any.
    pub after: Option<PersonId>,
}

impl Consequences {
    /// Whether no role and no owner changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.access.is_empty() && self.owners.is_empty()
    }
}

impl Organization {
    /// Computes how the account's actions, as one intent, would change roles and owners.
    ///
    /// # Errors
    /// The refusal of the first refused action, and its position.
    pub fn consequences(&self, actor: &AccountId, actions: &[Action]) -> Result<Consequences, (usize, Refusal)> {
        let next = carry_out(self, actor, actions, "", 0)?;
        Ok(self.changes_to(&next, actor))
    }

    /// Compares the access in `next`, in registries that `viewer` can access before or after.
    fn changes_to(&self, next: &Self, viewer: &AccountId) -> Consequences {
        let (before, after) = (RoleIndex::of(self), RoleIndex::of(next));
        let people = union(&self.people, &next.people).into_iter().map(|person| AccountId::Person(person.id.clone()));
        let service_accounts = union(&self.service_accounts, &next.service_accounts)
            .into_iter()
            .map(|account| AccountId::ServiceAccount(account.id.clone()));
        let accounts = people.chain(service_accounts);
        let accounts: Vec<(AccountId, Option<usize>, Option<usize>)> =
            accounts.map(|account| (account.clone(), before.index_of(&account), after.index_of(&account))).collect();
        let have_same_accounts =
            has_same_ids(&self.people, &next.people) && has_same_ids(&self.service_accounts, &next.service_accounts);
        // By the visibilities before and after.
        let mut same_base_roles: HashMap<[Visibility; 2], bool> = HashMap::new();
        let mut consequences = Consequences::default();
        for registry in union(&self.registries, &next.registries) {
            let (old, new) = (self.registry(registry.id()), next.registry(registry.id()));
            let sees = |organization: &Self, registry: Option<&Rc<Registry>>| {
                registry.is_some_and(|registry| organization.role_in(viewer, registry).is_some())
            };
            if self.keeps_roles(next, registry) || (!sees(self, old) && !sees(next, new)) {
                continue;
            }
            let old_roles = old.map(|registry| before.roles_in(registry));
            let new_roles = new.map(|registry| after.roles_in(registry));
            // Only rows can make a difference in most registries, and few of thousands of accounts have one.
            let changed_rows = match (old, new, &old_roles, &new_roles) {
                (Some(old), Some(new), Some(old_roles), Some(new_roles)) if have_same_accounts => {
                    let is_same = same_base_roles
                        .entry([old.visibility(), new.visibility()])
                        .or_insert_with(|| old_roles.base_roles() == new_roles.base_roles());
                    is_same.then(|| numbers_in_rows(old_roles, new_roles))
                }
                _ => None,
            };
            let all = |roles: Option<RegistryRoles>| roles.map(|roles| roles.to_vec()).unwrap_or_default();
            let (old_roles, new_roles) = (all(old_roles), all(new_roles));
            let role = |roles: &[Option<Role>], number: Option<usize>| roles.get(number?).copied().flatten();
            let compare = |(account, old_number, new_number): &(AccountId, Option<usize>, Option<usize>)| {
                let (before, after) = (role(&old_roles, *old_number), role(&new_roles, *new_number));
                if before != after {
                    let (registry, name) = (registry.id().clone(), registry.name().clone());
                    consequences.access.push(AccessChange { registry, name, account: account.clone(), before, after });
                }
            };
            match changed_rows {
                Some(numbers) => numbers.iter().filter_map(|number| accounts.get(*number)).for_each(compare),
                None => accounts.iter().for_each(compare),
            }
            let owner = |registry: Option<&Rc<Registry>>| registry.and_then(|registry| registry.owner().cloned());
            if let (Some(_), Some(_), true) = (old, new, owner(old) != owner(new)) {
                let (id, name) = (registry.id().clone(), registry.name().clone());
                consequences.owners.push(OwnerChange { registry: id, name, before: owner(old), after: owner(new) });
            }
        }
        consequences
    }

    /// Whether every source of roles in this registry is the same in `next`: the registry, its listed teams, the accounts
    /// and the default role. It skips most registries quickly.
    fn keeps_roles(&self, next: &Self, registry: &Rc<Registry>) -> bool {
        let is_unchanged = |grantee: &Grantee| match grantee {
            Grantee::Team(team) => ptr_eq(self.team(team), next.team(team)),
            Grantee::Person(_) | Grantee::ServiceAccount(_) => true,
        };
        self.default_role == next.default_role
            && self.people.ptr_eq(&next.people)
            && self.service_accounts.ptr_eq(&next.service_accounts)
            && ptr_eq(self.registry(registry.id()), next.registry(registry.id()))
            && registry.rows().iter().all(|row| is_unchanged(&row.grantee))
    }
}

/// Whether both states share the item, which they do unless it has changed.
fn ptr_eq<T>(old: Option<&Rc<T>>, new: Option<&Rc<T>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => Rc::ptr_eq(old, new),
        (None, None) => true,
        _ => false,
    }
}

/// The numbers of the accounts with rows in either state, ascending; none if all rows give the same roles.
fn numbers_in_rows(old: &RegistryRoles, new: &RegistryRoles) -> Vec<usize> {
    if old.row_roles() == new.row_roles() {
        return Vec::new();
    }
    let mut numbers: Vec<usize> = old.row_roles().iter().chain(new.row_roles()).map(|(number, _)| *number).collect();
    // Two runs in order, which a stable sort merges.
    numbers.sort();
    numbers.dedup();
    numbers
}

/// Whether both tables have the items with the same ids, changed or not.
fn has_same_ids<T: Identified>(old: &Table<T>, new: &Table<T>) -> bool {
    old.ptr_eq(new) || old.iter().map(|item| item.id()).eq(new.iter().map(|item| item.id()))
}

/// The items of both tables. An item of both is taken from `old`.
fn union<'a, T: Identified>(old: &'a Table<T>, new: &'a Table<T>) -> Vec<&'a Rc<T>> {
    let mut items: Vec<&Rc<T>> = old.iter().collect();
    items.extend(new.iter().filter(|item| !old.contains(item.id())));
    items
}

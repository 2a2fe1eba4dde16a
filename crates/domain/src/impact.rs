//! The consequences of an intent for roles, owners, and the catalog. It applies the intent to a copy and compares, so that no rule is
//! duplicated.

pub mod catalog;
pub mod differences;
pub mod trial;

use std::collections::BTreeMap;
use std::rc::Rc;

use self::catalog::{AliasChange, CatalogChanges, Gone, ProtectionChange};
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
    /// The deleted objects, as far as the acting account sees them before: registries, projects, versions, collections, links.
    pub gone: Vec<Gone>,
    /// The aliases that other versions hold, as far as the acting account sees them.
    pub aliases: Vec<AliasChange>,
    /// The aliases that become protected or ordinary, in registries that the acting account can access.
    pub protections: Vec<ProtectionChange>,
    /// The number of further registries in which something changes, if only the first ones were asked for.
    pub more_registries: usize,
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
        self.consequences_in_first(usize::MAX, actor, actions)
    }

    /// As [`consequences`](Self::consequences), but only in the first `most` registries in which something changes. The
    /// others are counted: another default role changes millions of roles.
    ///
    /// # Errors
    /// As for all.
    pub fn consequences_in_first(
        &self,
        most: usize,
        actor: &AccountId,
        actions: &[Action],
    ) -> Result<Consequences, (usize, Refusal)> {
        let next = carry_out(self, actor, actions, "", 0)?;
        Ok(self.changes_to(&next, actor, most))
    }

    /// Compares the access in `next`, in registries that `viewer` can access before or after. Of the registries in which
    /// something changes only the first `most` are compared in full, and the others are counted.
    fn changes_to(&self, next: &Self, viewer: &AccountId, most: usize) -> Consequences {
        let mut changes = Changes::between(self, next);
        let mut consequences = Consequences::default();
        CatalogChanges { before: self, after: next, viewer }.add_to(&mut consequences);
        let mut compared = 0;
        for registry in union(&self.registries, &next.registries) {
            let (old, new) = (self.registry(registry.id()), next.registry(registry.id()));
            let sees = |organization: &Self, registry: Option<&Rc<Registry>>| {
                registry.is_some_and(|registry| organization.role_in(viewer, registry).is_some())
            };
            if self.keeps_roles(next, registry) || (!sees(self, old) && !sees(next, new)) {
                continue;
            }
            let owner = |registry: Option<&Rc<Registry>>| registry.and_then(|registry| registry.owner().cloned());
            let has_other_owner = old.is_some() && new.is_some() && owner(old) != owner(new);
            if compared == most {
                consequences.more_registries += usize::from(has_other_owner || changes.any(old, new));
                continue;
            }
            let changed = changes.all(old, new);
            compared += usize::from(has_other_owner || !changed.is_empty());
            for (account, before, after) in changed {
                let (registry, name) = (registry.id().clone(), registry.name().clone());
                consequences.access.push(AccessChange { registry, name, account, before, after });
            }
            if has_other_owner {
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

/// The accounts of two states, and their roles in both. Most accounts of a registry have the role that needs no row, and
/// registries of the same visibility share it. So these roles are compared once, and in each registry only the accounts
/// that have a row, or are in a team that has one.
struct Changes<'a> {
    before: RoleIndex<'a>,
    after: RoleIndex<'a>,
    accounts: Vec<Compared>,
    /// The positions of accounts in `accounts`, by their numbers before and after.
    positions: [Vec<usize>; 2],
    /// The accounts whose role without rows changes, by the visibilities before and after.
    base: BTreeMap<[Option<Visibility>; 2], Rc<[usize]>>,
}

/// An account, with its numbers before and after.
struct Compared {
    account: AccountId,
    numbers: [Option<usize>; 2],
}

/// The roles in a registry before and after.
type Roles = [Option<RegistryRoles>; 2];

/// An account with its roles before and after.
type RoleChange = (AccountId, Option<Role>, Option<Role>);

impl<'a> Changes<'a> {
    fn between(old: &'a Organization, new: &'a Organization) -> Self {
        let (before, after) = (RoleIndex::of(old), RoleIndex::of(new));
        let people = union(&old.people, &new.people).into_iter().map(|person| AccountId::Person(person.id.clone()));
        let service_accounts = union(&old.service_accounts, &new.service_accounts)
            .into_iter()
            .map(|account| AccountId::ServiceAccount(account.id.clone()));
        let mut accounts = Vec::new();
        let mut positions = [vec![0; old.accounts().count()], vec![0; new.accounts().count()]];
        for (position, account) in people.chain(service_accounts).enumerate() {
            let numbers = [before.index_of(&account), after.index_of(&account)];
            for (positions, number) in positions.iter_mut().zip(numbers) {
                if let Some(place) = number.and_then(|number| positions.get_mut(number)) {
                    *place = position;
                }
            }
            accounts.push(Compared { account, numbers });
        }
        Self { before, after, accounts, positions, base: BTreeMap::new() }
    }

    /// All changes of roles in a registry, in the order of the accounts.
    fn all(&mut self, old: Option<&Rc<Registry>>, new: Option<&Rc<Registry>>) -> Vec<RoleChange> {
        let (roles, base, mut candidates) = self.candidates(old, new);
        candidates.extend_from_slice(&base);
        candidates.sort_unstable();
        candidates.dedup();
        candidates.into_iter().filter_map(|position| self.change(&roles, position)).collect()
    }

    /// Whether any role changes in a registry.
    fn any(&mut self, old: Option<&Rc<Registry>>, new: Option<&Rc<Registry>>) -> bool {
        let (roles, base, rows) = self.candidates(old, new);
        base.iter().chain(&rows).any(|position| self.change(&roles, *position).is_some())
    }

    /// The roles before and after, and the positions of the accounts whose role may change: because of their roles without
    /// rows, and because of rows.
    fn candidates(
        &mut self,
        old: Option<&Rc<Registry>>,
        new: Option<&Rc<Registry>>,
    ) -> (Roles, Rc<[usize]>, Vec<usize>) {
        let roles =
            [old.map(|registry| self.before.roles_in(registry)), new.map(|registry| self.after.roles_in(registry))];
        let in_rows = roles.iter().zip(&self.positions).flat_map(|(roles, positions)| {
            let numbers = roles.iter().flat_map(|roles| roles.row_roles()).map(|(number, _)| number);
            numbers.filter_map(|number| positions.get(*number).copied())
        });
        let rows: Vec<usize> = in_rows.collect();
        let visibilities = [old, new].map(|registry| registry.map(|registry| registry.visibility()));
        let base = match self.base.get(&visibilities) {
            Some(base) => Rc::clone(base),
            None => {
                let all = roles.each_ref().map(|roles| roles.as_ref().map(RegistryRoles::base_roles));
                let changes = |compared: &Compared| {
                    let role = |side: usize| {
                        let number = compared.numbers.get(side).copied().flatten()?;
                        all.get(side).copied().flatten()?.get(number).copied().flatten()
                    };
                    role(0) != role(1)
                };
                let changed = self.accounts.iter().enumerate().filter(|(_, compared)| changes(compared));
                let base: Rc<[usize]> = changed.map(|(position, _)| position).collect();
                self.base.insert(visibilities, Rc::clone(&base));
                base
            }
        };
        (roles, base, rows)
    }

    /// The change of an account's role, if it changes.
    fn change(&self, [before, after]: &Roles, position: usize) -> Option<RoleChange> {
        let Compared { account, numbers: [old, new] } = self.accounts.get(position)?;
        let role = |roles: &Option<RegistryRoles>, number: &Option<usize>| roles.as_ref()?.get((*number)?);
        let (before, after) = (role(before, old), role(after, new));
        (before != after).then(|| (account.clone(), before, after))
    }
}

/// The items of both tables. An item of both is taken from `old`.
fn union<'a, T: Identified>(old: &'a Table<T>, new: &'a Table<T>) -> Vec<&'a Rc<T>> {
    let mut items: Vec<&Rc<T>> = old.iter().collect();
    items.extend(new.iter().filter(|item| !old.contains(item.id())));
    items
}

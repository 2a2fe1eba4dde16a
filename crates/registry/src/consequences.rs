//! What an intent would change in who can access what: found by carrying it out on a copy and comparing, so that no rule is
//! written a second time.

use std::rc::Rc;

use crate::table::{Identified, Table};
use crate::{
    AccountId, Action, Organization, PersonId, Refusal, Registry, RegistryId, RegistryName, Role, Team, carry_out,
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
    /// Whether nobody's access changes.
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
        let next = carry_out(self, actor, actions, "", 0, true)?;
        Ok(self.changes_to(&next, actor))
    }

    /// How access differs in `next`, as far as the account may know.
    fn changes_to(&self, next: &Self, seen_by: &AccountId) -> Consequences {
        let everybody: Vec<AccountId> = self.accounts_with(next, |_| true);
        let teams: Vec<&Rc<Team>> = [self, next].into_iter().flat_map(|state| state.teams()).collect();
        let is_shared = |team: &Rc<Team>| are_same(self.team(&team.id), next.team(&team.id));
        let changed: Vec<&Rc<Team>> = teams.into_iter().filter(|team| !is_shared(team)).collect();
        let touched = self.accounts_with(next, |account| self.is_touched(next, account, &changed));
        let mut consequences = Consequences::default();
        for registry in union(&self.registries, &next.registries) {
            let (old, new) = (self.registry(registry.id()), next.registry(registry.id()));
            let sees = |organization: &Self, registry: Option<&Rc<Registry>>| {
                registry.is_some_and(|registry| organization.role_in(seen_by, registry).is_some())
            };
            if !sees(self, old) && !sees(next, new) {
                continue;
            }
            let is_same = self.default_role == next.default_role && are_same(old, new);
            for account in if is_same { &touched } else { &everybody } {
                let before = old.and_then(|registry| self.role_in(account, registry));
                let after = new.and_then(|registry| next.role_in(account, registry));
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

    /// Accounts of either state, people first, each in the order of the ids.
    fn accounts_with(&self, next: &Self, is_wanted: impl Fn(&AccountId) -> bool) -> Vec<AccountId> {
        let people = union(&self.people, &next.people).into_iter().map(|person| AccountId::Person(person.id.clone()));
        let service_accounts = union(&self.service_accounts, &next.service_accounts)
            .into_iter()
            .map(|account| AccountId::ServiceAccount(account.id.clone()));
        people.chain(service_accounts).filter(is_wanted).collect()
    }

    /// Whether something about the account or its teams differs in `next`: if not, it has the same role in a registry that
    /// is the same. `changed` are the teams that differ, as they are before and as they are afterwards.
    fn is_touched(&self, next: &Self, account: &AccountId, changed: &[&Rc<Team>]) -> bool {
        match account {
            AccountId::Person(id) => {
                !are_same(self.people.get(id), next.people.get(id))
                    || changed.iter().any(|team| team.people.contains_key(id))
            }
            AccountId::ServiceAccount(id) => {
                !are_same(self.service_accounts.get(id), next.service_accounts.get(id))
                    || changed.iter().any(|team| team.service_accounts.contains(id))
            }
        }
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

//! The roles of everybody, a registry at a time: what a matrix of people and registries is made of. What it says is what
//! `standing_of` says of each; where a role comes from is asked there, of one at a time.

use crate::access::membership::{Everybody, RolesIn};
use crate::{AccountId, Person, SeenRegistry, ServiceAccount, View};

/// Everybody in the organization, each at a place: people first, then service accounts, in the order of their ids.
pub struct Roles<'a>(Everybody<'a>);

/// Who stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed<'a> {
    /// A person.
    Person(&'a Person),
    /// A service account.
    ServiceAccount(&'a ServiceAccount),
}

impl Roles<'_> {
    /// The roles in a registry of whoever stands at each place.
    #[must_use]
    pub fn of(&self, seen: &SeenRegistry) -> RolesIn {
        self.0.roles_in(&seen.registry)
    }
}

impl<'a> Placed<'a> {
    /// What the account is called.
    #[must_use]
    pub fn name(self) -> &'a str {
        match self {
            Self::Person(person) => person.name.as_str(),
            Self::ServiceAccount(account) => account.name.as_str(),
        }
    }

    /// The account.
    #[must_use]
    pub fn account(self) -> AccountId {
        match self {
            Self::Person(person) => AccountId::Person(person.id.clone()),
            Self::ServiceAccount(account) => AccountId::ServiceAccount(account.id.clone()),
        }
    }
}

impl View {
    /// Asks for the roles of everybody, registry by registry: in thousands of cells a hundred times as quick as one by one.
    #[must_use]
    pub fn roles(&self) -> Roles<'_> {
        Roles(Everybody::of(&self.behind.0))
    }

    /// Who stands at a place.
    #[must_use]
    pub fn placed(&self, place: usize) -> Option<Placed<'_>> {
        if let Some(person) = self.people.iter().nth(place) {
            return Some(Placed::Person(person));
        }
        let account = self.service_accounts.iter().nth(place.checked_sub(self.people.len())?)?;
        Some(Placed::ServiceAccount(account))
    }

    /// Where an account stands, if it is in the organization.
    #[must_use]
    pub fn place_of(&self, account: &AccountId) -> Option<usize> {
        match account {
            AccountId::Person(id) => self.people.position(id),
            AccountId::ServiceAccount(id) => self.service_accounts.position(id).map(|place| self.people.len() + place),
        }
    }
}

//! The roles of all accounts, one registry at a time, as a matrix needs them. `standing_of` gives the same roles with
//! their sources, for one account.

use crate::access::membership::{RegistryRoles, RoleIndex};
use crate::{AccountId, Permission, Person, RegistryId, RegistryPermission, RegistryView, ServiceAccount, View};

/// The roles of all accounts. Accounts are numbered: people first, then service accounts, each in the order of their ids.
pub struct RoleMatrix<'a>(RoleIndex<'a>);

/// A person or a service account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountRef<'a> {
    /// A person.
    Person(&'a Person),
    /// A service account.
    ServiceAccount(&'a ServiceAccount),
}

impl RoleMatrix<'_> {
    /// The roles of all accounts in one registry.
    #[must_use]
    pub fn roles_in(&self, registry_view: &RegistryView) -> RegistryRoles {
        self.0.roles_in(&registry_view.registry)
    }
}

impl<'a> AccountRef<'a> {
    /// The display name.
    #[must_use]
    pub fn name(self) -> &'a str {
        match self {
            Self::Person(person) => person.name.as_str(),
            Self::ServiceAccount(account) => account.name.as_str(),
        }
    }

    /// The id of the account.
    #[must_use]
    pub fn account(self) -> AccountId {
        match self {
            Self::Person(person) => AccountId::Person(person.id.clone()),
            Self::ServiceAccount(account) => AccountId::ServiceAccount(account.id.clone()),
        }
    }
}

impl View {
    /// The roles of all accounts. For thousands of cells this is a hundred times faster than asking for each.
    #[must_use]
    pub fn role_matrix(&self) -> RoleMatrix<'_> {
        RoleMatrix(RoleIndex::of(&self.organization_state.0))
    }

    /// The account with this number: people first, then service accounts.
    #[must_use]
    pub fn account_at(&self, index: usize) -> Option<AccountRef<'_>> {
        if let Some(person) = self.people.iter().nth(index) {
            return Some(AccountRef::Person(person));
        }
        let account = self.service_accounts.iter().nth(index.checked_sub(self.people.len())?)?;
        Some(AccountRef::ServiceAccount(account))
    }

    /// The number of an account, if it is in the organization.
    #[must_use]
    pub fn index_of(&self, account: &AccountId) -> Option<usize> {
        match account {
            AccountId::Person(id) => self.people.position(id),
            AccountId::ServiceAccount(id) => self.service_accounts.position(id).map(|index| self.people.len() + index),
        }
    }

    /// The accounts that have a permission in a registry: people first, then service accounts, each in the order of their ids.
    /// None if the registry is hidden.
    #[must_use]
    pub fn accounts_permitted_in(&self, registry: &RegistryId, permission: RegistryPermission) -> Vec<AccountId> {
        if self.registry(registry).is_none() {
            return Vec::new();
        }
        let asked = Permission::InRegistry(registry.clone(), permission);
        let organization = &self.organization_state.0;
        let people = organization.permitted_people(&asked).into_iter().map(AccountId::Person);
        let service_accounts =
            self.service_accounts.iter().map(|account| AccountId::ServiceAccount(account.id.clone()));
        people.chain(service_accounts.filter(|account| organization.may(account, &asked).is_granted())).collect()
    }
}

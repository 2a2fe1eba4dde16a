//! The organization: its people, service accounts, teams and registries, each under its id.
//!
//! It answers questions about what is there. What somebody may do is for `permission`, what changes for `action`.

use std::rc::Rc;

use crate::directory::account::AccountId;
use crate::directory::names::Names;
use crate::directory::person::{OrganizationRole, Person};
use crate::directory::service_account::ServiceAccount;
use crate::directory::team::{Team, TeamRole};
use crate::registry::core::Core;
use crate::registry::{Registry, Stamp};
use crate::table::{Identified, Table};
use crate::{
    DefaultRole, FoldKey, Grantee, Id, OrganizationName, PersonId, RegistryId, RegistryName, ServiceAccountId, TeamId,
};

/// Everything that Registrar knows of one organization. Cloning it copies pointers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    pub(crate) name: OrganizationName,
    pub(crate) default_role: DefaultRole,
    pub(crate) restricted_stays: bool,
    pub(crate) people: Table<Person>,
    pub(crate) service_accounts: Table<ServiceAccount>,
    pub(crate) teams: Table<Team>,
    pub(crate) registries: Table<Registry>,
    /// Who goes by a username, a service account's or a team's name, or an address.
    pub(crate) names: Names,
}

/// What has an `id` of its own.
macro_rules! identified {
    ($($thing:ident by $id:ident),+) => {$(
        impl Identified for $thing {
            type Id = $id;

            fn id(&self) -> &$id {
                &self.id
            }
        }
    )+};
}

identified!(Person by PersonId, ServiceAccount by ServiceAccountId, Team by TeamId);

impl Organization {
    /// An organization in which there is one person, its Admin, and the two core registries.
    pub(crate) fn new(name: OrganizationName, admin: Person, stamp: &Stamp) -> Self {
        let mut organization = Self {
            name,
            default_role: DefaultRole::default(),
            restricted_stays: false,
            people: Table::default(),
            service_accounts: Table::default(),
            teams: Table::default(),
            registries: Table::default(),
            names: Names::default(),
        };
        organization.put_person(admin);
        for core in Core::ALL {
            organization.registries.put(Registry::core(core, stamp.clone()));
        }
        organization
    }

    /// Whether this is a clone of the other and neither was changed since.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.name == other.name
            && (self.default_role, self.restricted_stays) == (other.default_role, other.restricted_stays)
            && self.people.is_same(&other.people)
            && self.service_accounts.is_same(&other.service_accounts)
            && self.teams.is_same(&other.teams)
            && self.registries.is_same(&other.registries)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &OrganizationName {
        &self.name
    }

    /// The role that a person has in a registry that is open to the organization, without being listed: the one that
    /// people and teams are added with (D; that it applies unlisted is D26).
    #[must_use]
    pub fn default_role(&self) -> DefaultRole {
        self.default_role
    }

    /// Whether a Restricted registry never becomes open to the organization again: a setting, off by default (R; D25 knew
    /// only the way to Restricted).
    #[must_use]
    pub fn restricted_stays(&self) -> bool {
        self.restricted_stays
    }

    /// Everybody.
    pub fn people(&self) -> impl Iterator<Item = &Rc<Person>> {
        self.people.iter()
    }

    /// Every service account.
    pub fn service_accounts(&self) -> impl Iterator<Item = &Rc<ServiceAccount>> {
        self.service_accounts.iter()
    }

    /// Every team.
    pub fn teams(&self) -> impl Iterator<Item = &Rc<Team>> {
        self.teams.iter()
    }

    /// Every registry, whoever may see it. Pages read a [`View`](crate::View) instead.
    pub fn registries(&self) -> impl Iterator<Item = &Rc<Registry>> {
        self.registries.iter()
    }

    /// The person with this id, if it is still there.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Rc<Person>> {
        self.people.get(id)
    }

    /// The team with this id, if it is still there.
    #[must_use]
    pub fn team(&self, id: &TeamId) -> Option<&Rc<Team>> {
        self.teams.get(id)
    }

    /// The registry with this id, if it is still there.
    #[must_use]
    pub fn registry(&self, id: &RegistryId) -> Option<&Rc<Registry>> {
        self.registries.get(id)
    }

    /// Who a record of the past was made by, if the account is still there.
    #[must_use]
    pub fn account(&self, id: &Id) -> Option<AccountId> {
        let person = PersonId(id.clone());
        if self.people.has(&person) {
            return Some(AccountId::Person(person));
        }
        let service_account = ServiceAccountId(id.clone());
        self.service_accounts.has(&service_account).then_some(AccountId::ServiceAccount(service_account))
    }

    /// The person or service account of this name, compared by case-fold.
    #[must_use]
    pub fn account_named(&self, name: &str) -> Option<AccountId> {
        match self.names.called(&FoldKey::of(name.trim()))? {
            Grantee::Person(id) => Some(AccountId::Person(id.clone())),
            Grantee::ServiceAccount(id) => Some(AccountId::ServiceAccount(id.clone())),
            Grantee::Team(_) => None,
        }
    }

    /// Who can be listed under this text: a username, an email, the name of a service account or of a team, exact but for
    /// case and outer white space (R).
    #[must_use]
    pub fn grantee_named(&self, text: &str) -> Option<Grantee> {
        let key = FoldKey::of(text.trim());
        self.names.called(&key).or_else(|| self.names.reached_at(&key)).cloned()
    }

    /// Everybody who can act: people, then service accounts.
    pub fn accounts(&self) -> impl Iterator<Item = AccountId> {
        let people = self.people.iter().map(|person| AccountId::Person(person.id.clone()));
        let service_accounts =
            self.service_accounts.iter().map(|account| AccountId::ServiceAccount(account.id.clone()));
        people.chain(service_accounts)
    }

    /// Whether the account is in the organization.
    #[must_use]
    pub fn has(&self, account: &AccountId) -> bool {
        match account {
            AccountId::Person(id) => self.people.has(id),
            AccountId::ServiceAccount(id) => self.service_accounts.has(id),
        }
    }

    /// Whether the person, service account or team is in the organization.
    pub(crate) fn has_grantee(&self, grantee: &Grantee) -> bool {
        match grantee {
            Grantee::Person(id) => self.people.has(id),
            Grantee::ServiceAccount(id) => self.service_accounts.has(id),
            Grantee::Team(id) => self.teams.has(id),
        }
    }

    /// Whether the account is an Admin of the organization. A service account never is.
    #[must_use]
    pub fn is_admin(&self, account: &AccountId) -> bool {
        match account {
            AccountId::Person(id) => self.people.get(id).is_some_and(|p| p.role == OrganizationRole::Admin),
            AccountId::ServiceAccount(_) => false,
        }
    }

    /// Whether the person is an Admin of at least one team.
    #[must_use]
    pub fn is_team_administrator(&self, person: &PersonId) -> bool {
        self.teams.iter().any(|team| team.people.get(person) == Some(&TeamRole::Admin))
    }

    /// The registry that holds a name, compared by case-fold, core registries included (R).
    #[must_use]
    pub fn holder_of(&self, name: &RegistryName) -> Option<&Rc<Registry>> {
        self.registries.iter().find(|registry| match registry.core_kind() {
            Some(core) => core.holds(name),
            None => registry.name().key() == name.key(),
        })
    }
}

//! The organization: its people, service accounts, teams and registries, each by id, and its catalog.
//!
//! It answers queries about its state. `permission` decides about permissions, and `action` changes the state.

use std::rc::Rc;

use crate::catalog::Catalog;
use crate::directory::account::AccountId;
use crate::directory::names::NameIndex;
use crate::directory::person::{OrganizationRole, Person};
use crate::directory::service_account::ServiceAccount;
use crate::directory::team::{Team, TeamRole};
use crate::index::Index;
use crate::registry::core::CoreRegistry;
use crate::registry::index::RegistryIndex;
use crate::registry::{Registry, Stamp};
use crate::table::{Identified, Table};
use crate::text::trim;
use crate::{
    Artifact, Collection, CollectionId, DefaultRole, Email, FoldKey, Grantee, Id, Link, LinkId, OrganizationName,
    PersonId, Project, ProjectId, RegistryId, ServiceAccountId, TeamId, Version, VersionId,
};

/// The state of one organization. A clone shares it, so cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    pub(crate) name: OrganizationName,
    pub(crate) default_role: DefaultRole,
    pub(crate) restricted_stays: bool,
    pub(crate) people: Table<Person>,
    pub(crate) service_accounts: Table<ServiceAccount>,
    pub(crate) teams: Table<Team>,
    pub(crate) registries: Table<Registry>,
    /// The index of usernames, service account names, team names and addresses.
    pub(crate) names: NameIndex,
    /// The teams of each account.
    pub(crate) memberships: Index<AccountId, TeamId>,
    pub(crate) registry_index: RegistryIndex,
    pub(crate) catalog: Catalog,
}

/// Implements `Identified` by the `id` field.
macro_rules! identified {
    ($($type:ident by $id:ident),+) => {$(
        impl Identified for $type {
            type Id = $id;

            fn id(&self) -> &$id {
                &self.id
            }
        }
    )+};
}

identified!(Person by PersonId, ServiceAccount by ServiceAccountId, Team by TeamId);

impl Organization {
    /// A new organization with one person, its Admin, and the core registries.
    pub(crate) fn new(name: OrganizationName, admin: Person, stamp: &Stamp) -> Self {
        let mut organization = Self {
            name,
            default_role: DefaultRole::default(),
            restricted_stays: false,
            people: Table::default(),
            service_accounts: Table::default(),
            teams: Table::default(),
            registries: Table::default(),
            names: NameIndex::default(),
            memberships: Index::default(),
            registry_index: RegistryIndex::default(),
            catalog: Catalog::default(),
        };
        organization.insert_person(admin);
        for core in CoreRegistry::ALL {
            organization.insert_registry(Registry::core(core, stamp.clone()));
        }
        organization
    }

    /// Whether both share their state: they are clones, and neither has changed since.
    pub(crate) fn ptr_eq(&self, other: &Self) -> bool {
        self.name == other.name
            && (self.default_role, self.restricted_stays) == (other.default_role, other.restricted_stays)
            && self.people.ptr_eq(&other.people)
            && self.service_accounts.ptr_eq(&other.service_accounts)
            && self.teams.ptr_eq(&other.teams)
            && self.registries.ptr_eq(&other.registries)
            && self.catalog.ptr_eq(&other.catalog)
    }

    /// The display name.
    #[must_use]
    pub fn name(&self) -> &OrganizationName {
        &self.name
    }

    /// The default role of new members (D). In an open registry every person has at least this role (D26).
    #[must_use]
    pub fn default_role(&self) -> DefaultRole {
        self.default_role
    }

    /// Whether Restricted registries can never become open to the organization. The setting is off by default (R; D25
    /// allowed no registry to become open).
    #[must_use]
    pub fn restricted_stays(&self) -> bool {
        self.restricted_stays
    }

    /// The people, in the order of their ids.
    pub fn people(&self) -> impl Iterator<Item = &Rc<Person>> {
        self.people.iter()
    }

    /// The service accounts, in the order of their ids.
    pub fn service_accounts(&self) -> impl Iterator<Item = &Rc<ServiceAccount>> {
        self.service_accounts.iter()
    }

    /// The teams, in the order of their ids.
    pub fn teams(&self) -> impl Iterator<Item = &Rc<Team>> {
        self.teams.iter()
    }

    /// All registries, also hidden ones. Pages read a [`View`](crate::View) instead.
    pub fn registries(&self) -> impl Iterator<Item = &Rc<Registry>> {
        self.registries.iter()
    }

    /// All projects, also hidden ones. Pages read a [`View`](crate::View) instead.
    pub fn projects(&self) -> impl Iterator<Item = &Rc<Project>> {
        self.catalog.projects.iter()
    }

    /// All artifacts, also of hidden projects.
    pub fn artifacts(&self) -> impl Iterator<Item = &Rc<Artifact>> {
        self.catalog.artifacts.iter()
    }

    /// All collections, also of hidden registries.
    pub fn collections(&self) -> impl Iterator<Item = &Rc<Collection>> {
        self.catalog.collections.iter()
    }

    /// The project with this id, unless deleted, also if it is hidden.
    #[must_use]
    pub fn project(&self, id: &ProjectId) -> Option<&Rc<Project>> {
        self.catalog.project(id)
    }

    /// The version with this id, unless deleted, also if it is hidden.
    #[must_use]
    pub fn version(&self, id: &VersionId) -> Option<&Rc<Version>> {
        self.catalog.version(id)
    }

    /// The collection with this id, unless deleted, also if it is hidden.
    #[must_use]
    pub fn collection(&self, id: &CollectionId) -> Option<&Rc<Collection>> {
        self.catalog.collection(id)
    }

    /// The link with this id, unless removed, also if it is hidden.
    #[must_use]
    pub fn link(&self, id: &LinkId) -> Option<&Rc<Link>> {
        self.catalog.link(id)
    }

    /// The person with this id, unless removed.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Rc<Person>> {
        self.people.get(id)
    }

    /// The team with this id, unless removed.
    #[must_use]
    pub fn team(&self, id: &TeamId) -> Option<&Rc<Team>> {
        self.teams.get(id)
    }

    /// The registry with this id, unless deleted.
    #[must_use]
    pub fn registry(&self, id: &RegistryId) -> Option<&Rc<Registry>> {
        self.registries.get(id)
    }

    /// The person or service account with this id, unless removed.
    #[must_use]
    pub fn account(&self, id: &Id) -> Option<AccountId> {
        let person = PersonId(id.clone());
        if self.people.contains(&person) {
            return Some(AccountId::Person(person));
        }
        let service_account = ServiceAccountId(id.clone());
        self.service_accounts.contains(&service_account).then_some(AccountId::ServiceAccount(service_account))
    }

    /// The person with this username, or the service account with this name. Case does not matter.
    #[must_use]
    pub fn account_named(&self, name: &str) -> Option<AccountId> {
        self.names.by_name(&FoldKey::of(trim(name))).next()?.account()
    }

    /// The person with this username or address, or the service account or team with this name. Case and outer white space
    /// do not matter (R).
    #[must_use]
    pub fn grantee_named(&self, text: &str) -> Option<Grantee> {
        let text = trim(text);
        let named = self.names.by_name(&FoldKey::of(text)).next().cloned();
        named.or_else(|| self.person_at(text))
    }

    /// The person with this address. An earlier program could give two people addresses of the same key: then the exact one.
    fn person_at(&self, address: &str) -> Option<Grantee> {
        let key = Email::key_of(address);
        let is_exact = |grantee: &&Grantee| match grantee {
            Grantee::Person(id) => self.person(id).is_some_and(|person| person.email.as_str() == address),
            Grantee::ServiceAccount(_) | Grantee::Team(_) => false,
        };
        let exact = self.names.by_email(&key).find(is_exact);
        exact.or_else(|| self.names.by_email(&key).next()).cloned()
    }

    /// All people, then all service accounts.
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
            AccountId::Person(id) => self.people.contains(id),
            AccountId::ServiceAccount(id) => self.service_accounts.contains(id),
        }
    }

    /// Whether the person, service account or team is in the organization.
    pub(crate) fn has_grantee(&self, grantee: &Grantee) -> bool {
        match grantee {
            Grantee::Person(id) => self.people.contains(id),
            Grantee::ServiceAccount(id) => self.service_accounts.contains(id),
            Grantee::Team(id) => self.teams.contains(id),
        }
    }

    /// Whether the account is an Admin of the organization. Service accounts never are.
    #[must_use]
    pub fn is_admin(&self, account: &AccountId) -> bool {
        match account {
            AccountId::Person(id) => self.people.get(id).is_some_and(|p| p.role == OrganizationRole::Admin),
            AccountId::ServiceAccount(_) => false,
        }
    }

    /// Whether the person is an Admin of any team.
    #[must_use]
    pub fn is_team_administrator(&self, person: &PersonId) -> bool {
        let is_admin = |team: &Rc<Team>| team.people.get(person) == Some(&TeamRole::Admin);
        self.teams_of(&AccountId::Person(person.clone())).any(is_admin)
    }
}

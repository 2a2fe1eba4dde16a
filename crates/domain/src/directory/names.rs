//! An index over the directory by name and address. Only this module inserts, renames and removes people, service accounts
//! and teams, so that the index stays complete.

use crate::former_names::FormerNames;
use crate::index::Index;
use crate::{
    AccountId, AccountName, FoldKey, Grantee, Organization, Person, PersonId, ServiceAccount, ServiceAccountId, Team,
    TeamId,
};

/// One namespace for usernames, service accounts and teams, and another for addresses (R).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameIndex {
    by_name: Index<FoldKey, Grantee>,
    by_email: Index<FoldKey, Grantee>,
    /// People and service accounts only: no address leads to a team.
    by_former_name: FormerNames<FoldKey, AccountId>,
}

impl NameIndex {
    /// The grantees with a name. There are several only if an earlier program did not consider their names equal.
    pub fn by_name(&self, key: &FoldKey) -> impl Iterator<Item = &Grantee> {
        self.by_name.get(key)
    }

    /// The people with an address, as in [`by_name`](Self::by_name).
    pub fn by_email(&self, key: &FoldKey) -> impl Iterator<Item = &Grantee> {
        self.by_email.get(key)
    }

    /// The people and service accounts that had a name before they were renamed, the latest first.
    pub fn by_former_name(&self, key: &FoldKey) -> impl Iterator<Item = &AccountId> {
        self.by_former_name.holders(key)
    }

    fn note_rename(&mut self, account: AccountId, from: &AccountName, to: &AccountName) {
        self.by_former_name.note_rename(from.key(), &to.key(), &account);
    }
}

impl Organization {
    pub(crate) fn insert_person(&mut self, person: Person) {
        self.unindex_person_names(&person.id);
        if let Some(before) = self.people.get(&person.id) {
            self.names.note_rename(AccountId::Person(person.id.clone()), &before.username, &person.username);
        }
        let grantee = Grantee::Person(person.id.clone());
        self.names.by_name.insert(person.username.key(), grantee.clone());
        self.names.by_email.insert(person.email.key(), grantee);
        self.people.insert(person);
    }

    pub(crate) fn remove_person(&mut self, id: &PersonId) {
        self.unindex_person_names(id);
        self.people.remove(id);
    }

    fn unindex_person_names(&mut self, id: &PersonId) {
        if let Some(person) = self.people.get(id) {
            let grantee = Grantee::Person(id.clone());
            self.names.by_name.remove(&person.username.key(), &grantee);
            self.names.by_email.remove(&person.email.key(), &grantee);
        }
    }

    pub(crate) fn insert_service_account(&mut self, account: ServiceAccount) {
        self.unindex_service_account_name(&account.id);
        if let Some(before) = self.service_accounts.get(&account.id) {
            self.names.note_rename(AccountId::ServiceAccount(account.id.clone()), &before.name, &account.name);
        }
        let grantee = Grantee::ServiceAccount(account.id.clone());
        self.names.by_name.insert(account.name.key(), grantee);
        self.service_accounts.insert(account);
    }

    pub(crate) fn remove_service_account(&mut self, id: &ServiceAccountId) {
        self.unindex_service_account_name(id);
        self.service_accounts.remove(id);
    }

    fn unindex_service_account_name(&mut self, id: &ServiceAccountId) {
        if let Some(account) = self.service_accounts.get(id) {
            self.names.by_name.remove(&account.name.key(), &Grantee::ServiceAccount(id.clone()));
        }
    }

    /// Inserts a new team, without members.
    pub(crate) fn insert_team(&mut self, id: TeamId, name: AccountName) {
        self.index_team_name(&id, &name);
        self.teams.insert(Team::new(id, name));
    }

    pub(crate) fn rename_team(&mut self, id: &TeamId, name: &AccountName) {
        self.unindex_team_name(id);
        if let Some(team) = self.teams.get_mut(id) {
            team.name = name.clone();
            self.index_team_name(id, name);
        }
    }

    pub(crate) fn remove_team(&mut self, id: &TeamId) {
        self.unindex_team_name(id);
        self.unindex_members(id);
        self.teams.remove(id);
    }

    fn index_team_name(&mut self, id: &TeamId, name: &AccountName) {
        self.names.by_name.insert(name.key(), Grantee::Team(id.clone()));
    }

    fn unindex_team_name(&mut self, id: &TeamId) {
        if let Some(team) = self.teams.get(id) {
            self.names.by_name.remove(&team.name.key(), &Grantee::Team(id.clone()));
        }
    }
}

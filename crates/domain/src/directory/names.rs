//! An index over the directory by name and address. Only this module inserts and removes people, service accounts and
//! teams, so that the index stays complete.

use crate::table::{Identified, Table};
use crate::{FoldKey, Grantee, Organization, Person, PersonId, ServiceAccount, ServiceAccountId, Team, TeamId};

/// One namespace for usernames, service accounts and teams, and another for addresses (R).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameIndex {
    by_name: Table<Name>,
    by_email: Table<Name>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    key: FoldKey,
    grantee: Grantee,
}

impl Identified for Name {
    type Id = FoldKey;

    fn id(&self) -> &FoldKey {
        &self.key
    }
}

impl NameIndex {
    pub fn by_name(&self, key: &FoldKey) -> Option<&Grantee> {
        self.by_name.get(key).map(|name| &name.grantee)
    }

    pub fn by_email(&self, key: &FoldKey) -> Option<&Grantee> {
        self.by_email.get(key).map(|name| &name.grantee)
    }
}

impl Organization {
    pub(crate) fn insert_person(&mut self, person: Person) {
        self.unindex_person_names(&person.id);
        let grantee = Grantee::Person(person.id.clone());
        self.names.by_name.insert(Name { key: person.username.key(), grantee: grantee.clone() });
        self.names.by_email.insert(Name { key: person.email.key(), grantee });
        self.people.insert(person);
    }

    pub(crate) fn remove_person(&mut self, id: &PersonId) {
        self.unindex_person_names(id);
        self.people.remove(id);
    }

    fn unindex_person_names(&mut self, id: &PersonId) {
        if let Some(person) = self.people.get(id) {
            self.names.by_name.remove(&person.username.key());
            self.names.by_email.remove(&person.email.key());
        }
    }

    pub(crate) fn insert_service_account(&mut self, account: ServiceAccount) {
        self.unindex_service_account_name(&account.id);
        let grantee = Grantee::ServiceAccount(account.id.clone());
        self.names.by_name.insert(Name { key: account.name.key(), grantee });
        self.service_accounts.insert(account);
    }

    pub(crate) fn remove_service_account(&mut self, id: &ServiceAccountId) {
        self.unindex_service_account_name(id);
        self.service_accounts.remove(id);
    }

    fn unindex_service_account_name(&mut self, id: &ServiceAccountId) {
        if let Some(account) = self.service_accounts.get(id) {
            self.names.by_name.remove(&account.name.key());
        }
    }

    pub(crate) fn insert_team(&mut self, team: Team) {
        self.unindex_team_name(&team.id);
        self.names.by_name.insert(Name { key: team.name.key(), grantee: Grantee::Team(team.id.clone()) });
        self.teams.insert(team);
    }

    pub(crate) fn remove_team(&mut self, id: &TeamId) {
        self.unindex_team_name(id);
        self.teams.remove(id);
    }

    fn unindex_team_name(&mut self, id: &TeamId) {
        if let Some(team) = self.teams.get(id) {
            self.names.by_name.remove(&team.name.key());
        }
    }
}

//! Who goes by which name and address: an index over the directory, so that thousands of names can be looked up, and the
//! only place that changes people, service accounts and teams under their names.

use crate::table::{Identified, Table};
use crate::{FoldKey, Grantee, Organization, Person, PersonId, ServiceAccount, ServiceAccountId, Team, TeamId};

/// The index: one namespace for usernames, service accounts and teams, another for addresses (R).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    called: Table<Name>,
    reached: Table<Name>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    key: FoldKey,
    of: Grantee,
}

impl Identified for Name {
    type Id = FoldKey;

    fn id(&self) -> &FoldKey {
        &self.key
    }
}

impl Names {
    /// Whoever has this as username or name.
    pub fn called(&self, key: &FoldKey) -> Option<&Grantee> {
        self.called.get(key).map(|name| &name.of)
    }

    /// Whoever has this as address.
    pub fn reached_at(&self, key: &FoldKey) -> Option<&Grantee> {
        self.reached.get(key).map(|name| &name.of)
    }
}

impl Organization {
    pub(crate) fn put_person(&mut self, person: Person) {
        self.take_person_names(&person.id);
        let of = Grantee::Person(person.id.clone());
        self.names.called.put(Name { key: person.username.key(), of: of.clone() });
        self.names.reached.put(Name { key: person.email.key(), of });
        self.people.put(person);
    }

    pub(crate) fn take_person(&mut self, id: &PersonId) {
        self.take_person_names(id);
        self.people.take(id);
    }

    fn take_person_names(&mut self, id: &PersonId) {
        if let Some(person) = self.people.get(id) {
            self.names.called.take(&person.username.key());
            self.names.reached.take(&person.email.key());
        }
    }

    pub(crate) fn put_service_account(&mut self, account: ServiceAccount) {
        self.take_service_account_name(&account.id);
        self.names.called.put(Name { key: account.name.key(), of: Grantee::ServiceAccount(account.id.clone()) });
        self.service_accounts.put(account);
    }

    pub(crate) fn take_service_account(&mut self, id: &ServiceAccountId) {
        self.take_service_account_name(id);
        self.service_accounts.take(id);
    }

    fn take_service_account_name(&mut self, id: &ServiceAccountId) {
        if let Some(account) = self.service_accounts.get(id) {
            self.names.called.take(&account.name.key());
        }
    }

    pub(crate) fn put_team(&mut self, team: Team) {
        self.take_team_name(&team.id);
        self.names.called.put(Name { key: team.name.key(), of: Grantee::Team(team.id.clone()) });
        self.teams.put(team);
    }

    pub(crate) fn take_team(&mut self, id: &TeamId) {
        self.take_team_name(id);
        self.teams.take(id);
    }

    fn take_team_name(&mut self, id: &TeamId) {
        if let Some(team) = self.teams.get(id) {
            self.names.called.take(&team.name.key());
        }
    }
}

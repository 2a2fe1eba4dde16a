//! An index over the teams by member. Only this module adds and removes members of teams, so that the index stays complete.

use std::rc::Rc;

use crate::{AccountId, Organization, PersonId, ServiceAccountId, Team, TeamId, TeamRole};

impl Organization {
    /// The teams of an account, in the order of their ids.
    pub(crate) fn teams_of(&self, account: &AccountId) -> impl Iterator<Item = &Rc<Team>> {
        self.memberships.get(account).filter_map(|team| self.teams.get(team))
    }

    /// In how many teams an account is.
    pub(crate) fn team_count(&self, account: &AccountId) -> usize {
        self.memberships.get(account).len()
    }

    pub(crate) fn add_person_to_team(&mut self, team: &TeamId, person: &PersonId, role: TeamRole) {
        if let Some(known) = self.teams.get_mut(team).filter(|_| self.people.contains(person)) {
            known.people.insert(person.clone(), role);
            self.memberships.insert(AccountId::Person(person.clone()), team.clone());
        }
    }

    pub(crate) fn add_service_account_to_team(&mut self, team: &TeamId, account: &ServiceAccountId) {
        if let Some(known) = self.teams.get_mut(team).filter(|_| self.service_accounts.contains(account)) {
            known.service_accounts.insert(account.clone());
            self.memberships.insert(AccountId::ServiceAccount(account.clone()), team.clone());
        }
    }

    pub(crate) fn remove_from_team(&mut self, team: &TeamId, account: &AccountId) {
        self.memberships.remove(account, team);
        let Some(team) = self.teams.get_mut(team) else { return };
        match account {
            AccountId::Person(id) => {
                team.people.remove(id);
            }
            AccountId::ServiceAccount(id) => {
                team.service_accounts.remove(id);
            }
        }
    }

    /// Removes an account from every team. The other teams stay shared with earlier states.
    pub(crate) fn remove_from_teams(&mut self, account: &AccountId) {
        let teams: Vec<TeamId> = self.memberships.get(account).cloned().collect();
        for team in teams {
            self.remove_from_team(&team, account);
        }
    }

    /// Forgets the members of a team that is being removed.
    pub(super) fn unindex_members(&mut self, team: &TeamId) {
        let Some(known) = self.teams.get(team) else { return };
        for person in known.people.keys() {
            self.memberships.remove(&AccountId::Person(person.clone()), team);
        }
        for account in &known.service_accounts {
            self.memberships.remove(&AccountId::ServiceAccount(account.clone()), team);
        }
    }
}

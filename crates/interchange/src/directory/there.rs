//! What is in the organization already, found by name and by email.

use domain::{AccountName, FoldKey, Person, ServiceAccount, Team, View};

use super::line::Entry;
use super::{Column, Index, Kind};

/// Somebody or something in the organization that has a name.
#[derive(Clone, Copy)]
pub(super) enum Holder<'a> {
    Person(&'a Person),
    ServiceAccount(&'a ServiceAccount),
    /// With its position among the teams.
    Team(&'a Team, usize),
}

/// The organization's directory.
pub(super) struct There<'a> {
    holders: Vec<Holder<'a>>,
    by_name: Index,
    by_email: Index,
    teams: usize,
}

impl<'a> There<'a> {
    pub fn new(view: &'a View) -> Self {
        let mut holders: Vec<Holder> = view.people.iter().map(|person| Holder::Person(person)).collect();
        holders.extend(view.service_accounts.iter().map(|account| Holder::ServiceAccount(account)));
        holders.extend(view.teams.iter().enumerate().map(|(place, team)| Holder::Team(team, place)));
        let mut there = Self { holders, by_name: Index::new(), by_email: Index::new(), teams: view.teams.len() };
        for (place, holder) in there.holders.iter().enumerate() {
            there.by_name.insert(holder.account().key(), place);
            if let Holder::Person(person) = holder {
                there.by_email.insert(person.email.key(), place);
            }
        }
        there
    }

    /// What has a name.
    pub fn named(&self, key: &FoldKey) -> Option<Holder<'a>> {
        self.holders.get(*self.by_name.get(key)?).copied()
    }

    /// How many teams there are.
    pub fn teams(&self) -> usize {
        self.teams
    }

    /// Whether somebody has an email.
    pub fn has_email(&self, key: &FoldKey) -> bool {
        self.by_email.contains_key(key)
    }
}

impl Holder<'_> {
    fn account(&self) -> &AccountName {
        match self {
            Self::Person(person) => &person.username,
            Self::ServiceAccount(account) => &account.name,
            Self::Team(team, _) => &team.name,
        }
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Person(_) => Kind::Person,
            Self::ServiceAccount(_) => Kind::ServiceAccount,
            Self::Team(..) => Kind::Team,
        }
    }

    /// The first column in which a line says something else of it. A role that is left out says nothing.
    pub fn differs(&self, entry: &Entry) -> Option<Column> {
        let account = entry.account.as_ref();
        if account.is_some_and(|account| account != self.account()) {
            return Some(entry.account_column());
        }
        let Self::Person(person) = self else { return None };
        if entry.name.as_ref().is_some_and(|name| *name != person.name) {
            Some(Column::Name)
        } else if entry.email.as_ref().is_some_and(|email| *email != person.email) {
            Some(Column::Email)
        } else if entry.role.is_some_and(|role| role != person.role) {
            Some(Column::Role)
        } else {
            None
        }
    }
}

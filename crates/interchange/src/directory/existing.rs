//! The organization's people, service accounts and teams, indexed by name and email.

use domain::{AccountName, FoldKey, Person, ServiceAccount, Team, View};

use super::line::Entry;
use super::{Column, Index, Kind};

/// A person, service account or team of the organization.
#[derive(Clone, Copy)]
pub(super) enum Entity<'a> {
    Person(&'a Person),
    ServiceAccount(&'a ServiceAccount),
    /// The team and its position among the teams.
    Team(&'a Team, usize),
}

/// The organization's directory.
pub(super) struct Directory<'a> {
    entities: Vec<Entity<'a>>,
    by_name: Index,
    by_email: Index,
    team_count: usize,
}

impl<'a> Directory<'a> {
    pub fn new(view: &'a View) -> Self {
        let mut entities: Vec<Entity> = view.people.iter().map(|person| Entity::Person(person)).collect();
        entities.extend(view.service_accounts.iter().map(|account| Entity::ServiceAccount(account)));
        entities.extend(view.teams.iter().enumerate().map(|(index, team)| Entity::Team(team, index)));
        let mut directory =
            Self { entities, by_name: Index::new(), by_email: Index::new(), team_count: view.teams.len() };
        for (index, entity) in directory.entities.iter().enumerate() {
            directory.by_name.insert(entity.account().key(), index);
            if let Entity::Person(person) = entity {
                directory.by_email.insert(person.email.key(), index);
            }
        }
        directory
    }

    /// The entity with a name.
    pub fn find(&self, key: &FoldKey) -> Option<Entity<'a>> {
        self.entities.get(*self.by_name.get(key)?).copied()
    }

    pub fn team_count(&self) -> usize {
        self.team_count
    }

    pub fn has_email(&self, key: &FoldKey) -> bool {
        self.by_email.contains_key(key)
    }
}

impl Entity<'_> {
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

    /// The first column of a line with a different value. An empty role matches any role.
    pub fn differing_column(&self, entry: &Entry) -> Option<Column> {
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

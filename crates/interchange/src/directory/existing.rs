//! The organization's people, service accounts and teams, indexed by name and email.

use std::collections::BTreeMap;

use domain::{AccountName, Email, FoldKey, Person, ServiceAccount, Team, View};

use super::fault::Holder;
use super::{Index, Kind};

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
    pub entities: Vec<Entity<'a>>,
    by_name: Index,
    by_email: Index,
    /// The people by their shown names, as keys. Several can have the same.
    by_shown_name: BTreeMap<String, Vec<usize>>,
    pub team_count: usize,
}

impl<'a> Directory<'a> {
    pub fn new(view: &'a View) -> Self {
        let mut entities: Vec<Entity> = view.people.iter().map(|person| Entity::Person(person)).collect();
        entities.extend(view.service_accounts.iter().map(|account| Entity::ServiceAccount(account)));
        entities.extend(view.teams.iter().enumerate().map(|(index, team)| Entity::Team(team, index)));
        let mut directory = Self {
            entities,
            by_name: Index::new(),
            by_email: Index::new(),
            by_shown_name: BTreeMap::new(),
            team_count: view.teams.len(),
        };
        for (index, entity) in directory.entities.iter().enumerate() {
            directory.by_name.insert(entity.account().key(), index);
            if let Entity::Person(person) = entity {
                directory.by_email.insert(person.email.key(), index);
            }
        }
        directory
    }

    /// The position of the entity with a name.
    pub fn find(&self, key: &FoldKey) -> Option<usize> {
        self.by_name.get(key).copied()
    }

    /// The position of the person with an email address.
    pub fn find_by_email(&self, key: &FoldKey) -> Option<usize> {
        self.by_email.get(key).copied()
    }

    /// Prepares [`find_by_shown_name`](Self::find_by_shown_name), which few files need.
    pub fn index_shown_names(&mut self) {
        for (index, entity) in self.entities.iter().enumerate() {
            if let Entity::Person(person) = entity {
                self.by_shown_name.entry(name_key(person.name.as_str())).or_default().push(index);
            }
        }
    }

    /// The position of the only person with a shown name.
    pub fn find_by_shown_name(&self, name: &str) -> Option<usize> {
        match self.by_shown_name.get(&name_key(name))?.as_slice() {
            [index] => Some(*index),
            _ => None,
        }
    }

    /// The person with a username, or with an email address if there is no username.
    pub fn find_person(&self, username: Option<&AccountName>, email: Option<&Email>) -> Option<&'a Person> {
        let by_email = || email.and_then(|email| self.find_by_email(&email.key()));
        let index = username.map_or_else(by_email, |username| self.find(&username.key()));
        match self.get(index?) {
            Some(Entity::Person(person)) => Some(person),
            _ => None,
        }
    }

    /// The team at a position among the teams.
    pub fn team(&self, position: usize) -> Option<&'a Team> {
        match self.entities.get(self.entities.len() - self.team_count + position) {
            Some(Entity::Team(team, _)) => Some(team),
            _ => None,
        }
    }

    pub fn get(&self, index: usize) -> Option<Entity<'a>> {
        self.entities.get(index).copied()
    }
}

impl Entity<'_> {
    pub fn account(&self) -> &AccountName {
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

    pub fn holder(&self) -> Holder {
        let account = self.account().to_string();
        let name = if let Self::Person(person) = self { person.name.to_string() } else { account.clone() };
        Holder { kind: self.kind(), name, account }
    }
}

/// The key by which names of people are the same: apostrophes, dashes and blanks count the same in all their forms, and
/// invisible characters do not count. Case and accents do.
pub(super) fn name_key(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter_map(|c| match c {
            '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '′' | '`' | '´' | '＇' => Some('\''),
            '“' | '”' | '„' | '″' | '＂' => Some('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '−' | '－' => Some('-'),
            c if c.is_whitespace() => Some(' '),
            c if !c.is_ascii() && domain::is_default_ignorable(c) => None,
            c => Some(c),
        })
        .collect();
    plain.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

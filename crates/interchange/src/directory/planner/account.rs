//! Finds who a line means, and the faults that depend on other lines and on the organization.

use std::collections::BTreeMap;

use domain::{AccountName, Email, FoldKey, PersonName, TeamRole, TextFault};

use super::super::cells::suggested_username;
use super::super::existing::name_key;
use super::super::line::Entry;
use super::super::plan::Row;
use super::super::{Column, Kind, Reason};
use super::{Account, KnownTeam, Planner};

/// The account that a line means.
pub(super) enum Identity {
    /// An account of an earlier line, by its position.
    Earlier(usize),
    /// An entry of the organization.
    Existing(usize),
    /// A new account of this name, and whether it is proposed.
    New(AccountName, bool),
}

/// A team that a line names.
pub(super) enum NamedTeam {
    Known(KnownTeam),
    /// A team that is added with the line.
    Missing(AccountName, FoldKey),
}

pub(super) type NamedTeams = Vec<(NamedTeam, Option<TeamRole>)>;

impl Planner<'_> {
    /// Adds a person or a service account with its memberships, or a row with the faults of the line.
    pub(super) fn add_account(&mut self, index: usize) {
        let Some(read) = self.entries.get_mut(index) else { return };
        if read.kind == Some(Kind::Team) && read.faults.is_empty() {
            return;
        }
        let mut entry = read.take();
        if entry.is_inactive {
            self.add_inactive_row(index, &entry);
            return;
        }
        let is_account = entry.kind.is_some_and(|kind| kind != Kind::Team);
        let identity = if is_account { self.identify(&mut entry) } else { None };
        let teams = self.named_teams(&mut entry, identity.as_ref());
        match identity {
            Some(identity) if entry.faults.is_empty() => self.commit(index, &entry, identity, teams),
            _ => self.add_faulty_row(index, entry),
        }
    }

    /// Leaves an inactive person out. Whoever has left is still in the file, so not gone.
    fn add_inactive_row(&mut self, index: usize, entry: &Entry) {
        self.see_cells(index);
        let row = Row {
            lines: (entry.line..=entry.line + entry.more_lines).collect(),
            kind: entry.kind,
            account: entry.account.as_ref().map(ToString::to_string).unwrap_or_default(),
            name: entry.name_in_file().to_owned(),
            email: entry.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            is_inactive: true,
            ..Row::default()
        };
        self.rows.push((2 * index, row));
    }

    fn add_faulty_row(&mut self, index: usize, mut entry: Entry) {
        self.see_cells(index);
        entry.faults.sort_by_key(|fault| fault.column);
        let lines: Vec<usize> = (entry.line..=entry.line + entry.more_lines).collect();
        self.plan.faulty_lines += lines.len();
        let row = Row {
            lines,
            kind: entry.kind,
            account: entry.account.map(|account| account.to_string()).unwrap_or_default(),
            name: entry.name.map(|name| name.to_string()).unwrap_or_default(),
            email: entry.email.map(|email| email.to_string()).unwrap_or_default(),
            faults: entry.faults,
            ..Row::default()
        };
        self.rows.push((2 * index, row));
    }

    /// The accounts that a faulty line names are not gone, even if its cells were not read.
    fn see_cells(&mut self, index: usize) {
        let Some(record) = self.table.records.get(index) else { return };
        for text in record.cells.iter().flat_map(|cell| cell.split([self.table.delimiter, '"'])).map(domain::trim) {
            let by_name = AccountName::parse(text).ok().and_then(|account| self.directory.find(&account.key()));
            let by_email = Email::parse(text).ok().and_then(|email| self.directory.find_by_email(&email.key()));
            self.seen.extend(by_name.into_iter().chain(by_email));
        }
    }

    /// Finds the account of a line. Without an account, the line has a fault afterwards.
    fn identify(&mut self, entry: &mut Entry) -> Option<Identity> {
        let key = entry.account.as_ref().map(AccountName::key);
        let email_key = entry.email.as_ref().map(Email::key);
        let by_email = email_key.as_ref().and_then(|key| self.directory.find_by_email(key));
        let existing = match &key {
            Some(key) => self.directory.find(key),
            None => by_email.or_else(|| self.find_by_shown_name(entry)),
        };
        self.seen.extend(existing.into_iter().chain(by_email));
        let is_of_other_kind =
            existing.and_then(|index| self.directory.get(index)).filter(|entity| Some(entity.kind()) != entry.kind);
        if let Some(holder) = is_of_other_kind {
            entry.add_fault(entry.account_column(), Reason::Taken(holder.holder()));
            return None;
        }
        let earlier_by_email = email_key.as_ref().and_then(|key| self.by_email.get(key)).copied();
        let earlier = key.as_ref().map_or(earlier_by_email, |key| self.by_account.get(key).copied());
        let other = by_email.filter(|index| Some(*index) != existing).and_then(|index| self.directory.get(index));
        if let Some(holder) = other {
            entry.add_fault(Column::Email, Reason::Taken(holder.holder()));
        } else if let Some(line) =
            earlier_by_email.filter(|index| Some(*index) != earlier).and_then(|index| self.line_of(index))
        {
            entry.add_fault(Column::Email, Reason::Repeated { line });
        }
        if let Some(index) = earlier {
            let account = self.accounts.get(index)?;
            if let Some(column) = differing(account, entry) {
                let line = account.line;
                // A line that is found by its address has no username to correct.
                let column = if entry.account.is_some() { entry.account_column() } else { column };
                entry.add_fault(column, Reason::Repeated { line });
            }
            return Some(Identity::Earlier(index));
        }
        if let Some(index) = existing {
            return Some(Identity::Existing(index));
        }
        self.identify_new(entry)
    }

    /// The person of the organization whom a group only calls by the shown name.
    fn find_by_shown_name(&self, entry: &Entry) -> Option<usize> {
        let is_only_named = entry.kind == Some(Kind::Person) && entry.email.is_none() && entry.faults.is_empty();
        let name = entry.name.as_ref().filter(|_| is_only_named && self.table.calls_by_name)?;
        self.directory.find_by_shown_name(name.as_str())
    }

    fn identify_new(&mut self, entry: &mut Entry) -> Option<Identity> {
        if entry.kind == Some(Kind::ServiceAccount) {
            return entry.account.clone().map(|account| Identity::New(account, false));
        }
        let has_fault = |entry: &Entry, column| entry.faults.iter().any(|fault| fault.column == Some(column));
        // After a broken quote no cell was read.
        if entry.faults.iter().any(|fault| fault.column.is_none()) {
            return None;
        }
        if entry.name.is_none() && !has_fault(entry, Column::Name) {
            entry.add_fault(Column::Name, Reason::Text(TextFault::Empty));
        }
        if entry.email.is_none() && !has_fault(entry, Column::Email) {
            entry.add_fault(Column::Email, Reason::Text(TextFault::Empty));
        }
        if let Some(account) = entry.account.clone() {
            return Some(Identity::New(account, false));
        }
        if has_fault(entry, Column::Username) || !entry.faults.is_empty() {
            return None;
        }
        let proposed = entry.email.as_ref().and_then(|email| self.propose(&suggested_username(email)));
        if proposed.is_none() {
            entry.add_fault(Column::Username, Reason::Text(TextFault::Empty));
        }
        proposed.map(|account| Identity::New(account, true))
    }

    /// A free username: the suggested one, or with the first number from 2 that makes it free.
    fn propose(&mut self, suggested: &str) -> Option<AccountName> {
        let mut number = self.numbers.get(suggested).copied().unwrap_or(1);
        loop {
            let name = if number == 1 { suggested.to_owned() } else { format!("{suggested}{number}") };
            let account = AccountName::parse(&name).ok().filter(|_| !suggested.is_empty())?;
            number += 1;
            let key = account.key();
            let is_taken = self.directory.find(&key).is_some()
                || self.by_name.contains_key(&key)
                || self.by_account.contains_key(&key)
                || self.teams.contains_key(&key);
            if !is_taken {
                self.numbers.insert(suggested.to_owned(), number);
                return Some(account);
            }
        }
    }

    fn line_of(&self, account: usize) -> Option<usize> {
        self.accounts.get(account).map(|account| account.line)
    }

    /// The teams of a line, with faults for those that cannot be joined.
    fn named_teams(&mut self, entry: &mut Entry, identity: Option<&Identity>) -> NamedTeams {
        let mut roles = match identity {
            Some(Identity::Earlier(index)) => self.accounts.get(*index).map(|account| account.teams.clone()),
            _ => None,
        }
        .unwrap_or_default();
        let mut missing: BTreeMap<FoldKey, Option<TeamRole>> = BTreeMap::new();
        let mut teams = Vec::new();
        for (name, role) in std::mem::take(&mut entry.teams) {
            let key = FoldKey::of(&name);
            if let Some(team) = self.teams.get(&key).cloned() {
                self.seen.extend(self.directory.find(&key));
                match roles.insert(team.position, role) {
                    Some(before) if before != role => entry.add_fault(Column::Teams, Reason::RepeatedTeam(name)),
                    // The same team in two columns, or in two lines of the person.
                    Some(_) => {}
                    None => teams.push((NamedTeam::Known(team), role)),
                }
                continue;
            }
            match missing.get(&key) {
                Some(before) if *before != role => {
                    entry.add_fault(Column::Teams, Reason::RepeatedTeam(name));
                    continue;
                }
                Some(_) => continue,
                None => missing.insert(key.clone(), role),
            };
            match self.missing_team(&name, &key) {
                Ok(account) => teams.push((NamedTeam::Missing(account, key), role)),
                Err(reason) => entry.add_fault(Column::Teams, reason),
            }
        }
        teams
    }

    /// The name of a team to add, or the reason why it is not added.
    fn missing_team(&mut self, name: &str, key: &FoldKey) -> Result<AccountName, Reason> {
        let creates = self.choices.creates_teams;
        let parsed = AccountName::parse(name);
        let holder = self.directory.find(key).and_then(|index| self.directory.get(index));
        let earlier = self.by_name.get(key).and_then(|index| self.entries.get(*index)).map(|entry| entry.line);
        let earlier = earlier.or_else(|| self.by_account.get(key).and_then(|index| self.line_of(*index)));
        if parsed.is_ok() && holder.is_none() && earlier.is_none() {
            *self.plan.missing_teams.entry(name.to_owned()).or_default() += 1;
        }
        match (parsed, holder, earlier) {
            _ if !creates => Err(Reason::NoSuchTeam(name.to_owned())),
            (Err(fault), ..) => Err(Reason::TeamName(name.to_owned(), fault)),
            (_, Some(holder), _) => Err(Reason::Taken(holder.holder())),
            (_, _, Some(line)) => Err(Reason::Repeated { line }),
            (Ok(account), None, None) => Ok(account),
        }
    }
}

/// The first column in which a line differs from an earlier one of the same account. What a line leaves empty matches.
fn differing(account: &Account, entry: &Entry) -> Option<Column> {
    let name = |name: &Option<PersonName>| name.as_ref().map(|name| name_key(name.as_str()));
    let email = |email: &Option<Email>| email.as_ref().map(Email::key);
    let equal = [
        (Column::Username, is_equal(&account.account, &entry.account)),
        (Column::Name, is_equal(&name(&account.name), &name(&entry.name))),
        (Column::Email, is_equal(&email(&account.email), &email(&entry.email))),
        (Column::Role, is_equal(&account.role, &entry.role)),
    ];
    equal.into_iter().find(|(_, is_equal)| !is_equal).map(|(column, _)| column)
}

fn is_equal<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

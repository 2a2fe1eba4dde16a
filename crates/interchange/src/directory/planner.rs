//! Compares a table with the organization, in steps, so that a page stays usable meanwhile: first each line by itself, then the
//! names across lines, because a team's line may follow its members' lines, then the accounts and their memberships.

mod account;
mod commit;

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountName, Action, Email, FoldKey, OrganizationRole, PersonName, TeamAction, TeamRole, View};

use super::cells::{Cells, Layout};
use super::existing::{Directory, Entity};
use super::line::Entry;
use super::mapping::Mapping;
use super::plan::{Difference, Plan, Row, TeamRef, Value};
use super::table::Table;
use super::{Choices, Column, Index, Kind, Reason};

/// Makes a [`Plan`] in steps. In all it takes O((f + d) log (f + d)) time for a file of f lines and a directory of d entries.
pub struct Planner<'a> {
    table: &'a Table,
    choices: &'a Choices,
    view: &'a View,
    layout: Layout,
    directory: Directory<'a>,
    stage: Stage,
    entries: Vec<Entry>,
    /// The first line with each name that the file gives.
    by_name: Index,
    teams: BTreeMap<FoldKey, KnownTeam>,
    accounts: Vec<Account>,
    by_account: Index,
    by_email: Index,
    /// The next number for a username that is proposed again.
    numbers: BTreeMap<String, usize>,
    /// The positions in the directory of the entries that are in the file.
    seen: BTreeSet<usize>,
    /// The rows with their positions in the order of the file.
    rows: Vec<(usize, Row)>,
    /// The rows of the lines of teams.
    team_rows: BTreeMap<usize, usize>,
    plan: Plan,
    /// Changes of roles in the organization. They are last, because the acting person may lose the permission by them.
    role_updates: Vec<Action>,
    own_role_update: Option<Action>,
}

/// The next line of each stage.
enum Stage {
    Read(usize),
    Names(usize),
    Accounts(usize),
    Done,
}

/// A team that memberships can name.
#[derive(Clone)]
struct KnownTeam {
    /// The position among the existing teams, or after them among the new ones.
    position: usize,
    name: AccountName,
}

/// A person or service account of the file.
struct Account {
    kind: Kind,
    target: Target,
    /// The position of its row.
    row: usize,
    line: usize,
    account: Option<AccountName>,
    name: Option<PersonName>,
    email: Option<Email>,
    role: Option<OrganizationRole>,
    /// The roles in the teams, by the positions of the teams.
    teams: BTreeMap<usize, Option<TeamRole>>,
}

#[derive(Clone, Copy)]
enum Target {
    /// The position in the organization's directory.
    Existing(usize),
    /// The position among the new people or service accounts of the plan.
    New(usize),
}

impl<'a> Planner<'a> {
    /// Begins a plan.
    #[must_use]
    pub fn new(table: &'a Table, mapping: &Mapping, choices: &'a Choices, view: &'a View) -> Self {
        let mut directory = Directory::new(view);
        if table.calls_by_name {
            directory.index_shown_names();
        }
        let mut teams = BTreeMap::new();
        for entity in &directory.entities {
            if let Entity::Team(team, position) = entity {
                teams.insert(team.name.key(), KnownTeam { position: *position, name: team.name.clone() });
            }
        }
        Self {
            table,
            choices,
            view,
            layout: Layout::new(mapping, table),
            directory,
            stage: if mapping.is_usable() { Stage::Read(0) } else { Stage::Done },
            entries: Vec::with_capacity(table.len()),
            by_name: Index::new(),
            teams,
            accounts: Vec::new(),
            by_account: Index::new(),
            by_email: Index::new(),
            numbers: BTreeMap::new(),
            seen: BTreeSet::new(),
            rows: Vec::new(),
            team_rows: BTreeMap::new(),
            plan: Plan { leaves_out_faulty: choices.leaves_out_faulty, ..Plan::default() },
            role_updates: Vec::new(),
            own_role_update: None,
        }
    }

    /// Handles up to `lines` lines in the current stage. Returns whether the plan is complete.
    pub fn step(&mut self, lines: usize) -> bool {
        let count = self.table.len();
        match self.stage {
            Stage::Read(start) => {
                let end = start.saturating_add(lines).min(count);
                self.read(start, end);
                self.stage = if end == count { Stage::Names(0) } else { Stage::Read(end) };
            }
            Stage::Names(start) => {
                let end = start.saturating_add(lines).min(count);
                (start..end).for_each(|index| self.register_name(index));
                self.stage = if end == count { Stage::Accounts(0) } else { Stage::Names(end) };
            }
            Stage::Accounts(start) => {
                let end = start.saturating_add(lines).min(count);
                (start..end).for_each(|index| self.add_account(index));
                self.stage = if end == count { Stage::Done } else { Stage::Accounts(end) };
            }
            Stage::Done => {}
        }
        matches!(self.stage, Stage::Done)
    }

    /// Completes the plan.
    #[must_use]
    pub fn finish(mut self) -> Plan {
        while !self.step(usize::MAX) {}
        self.add_gone();
        self.rows.sort_by_key(|(position, _)| *position);
        let mut plan = self.plan;
        plan.rows = self.rows.into_iter().map(|(_, row)| row).collect();
        plan.updates.extend(self.role_updates);
        plan.updates.extend(self.own_role_update);
        for row in &plan.rows {
            for difference in &row.differences {
                *plan.differences.entry(difference.column).or_default() += 1;
            }
        }
        plan
    }

    fn read(&mut self, start: usize, end: usize) {
        let (choices, layout) = (self.choices, &self.layout);
        for record in self.table.records.get(start..end).unwrap_or_default() {
            let corrected = choices.lines.get(&record.line).map(|text| self.table.corrected(record, text));
            let record = corrected.as_ref().unwrap_or(record);
            let mut entry = Entry::read(&Cells { layout, record, choices }, self.table);
            if entry.has_doubtful_name
                && let Some(person) = self.directory.find_person(entry.account.as_ref(), entry.email.as_ref())
            {
                entry.accept_stored_name(&person.name);
            }
            self.plan.doubtful_names += usize::from(entry.has_doubtful_name);
            for (word, role) in &entry.meanings {
                self.plan.meanings.insert(word.clone(), *role);
            }
            for fault in &entry.faults {
                if let Reason::UnknownRole(word) = &fault.reason {
                    *self.plan.unknown_roles.entry(word.clone()).or_default() += 1;
                }
            }
            self.entries.push(entry);
        }
    }

    /// Registers the name that a line gives, and adds the team of a team's line.
    fn register_name(&mut self, index: usize) {
        let Some(entry) = self.entries.get_mut(index) else { return };
        if entry.is_inactive {
            return;
        }
        let (Some(kind), Some(account)) = (entry.kind, entry.account.clone()) else { return };
        let key = account.key();
        let existing = self.directory.find(&key);
        self.seen.extend(existing);
        if !entry.faults.is_empty() {
            return;
        }
        let column = entry.account_column();
        if let Some(earlier) = self.by_name.get(&key).copied() {
            let (earlier_kind, earlier_account, line) = match self.entries.get(earlier) {
                Some(earlier) => (earlier.kind, earlier.account.clone(), earlier.line),
                None => return,
            };
            let is_same_team = kind == Kind::Team && earlier_account.as_ref() == Some(&account);
            let Some(entry) = self.entries.get_mut(index) else { return };
            if earlier_kind != Some(kind) || (kind == Kind::Team && !is_same_team) {
                entry.add_fault(column, Reason::Repeated { line });
            } else if kind == Kind::Team
                && let Some((_, row)) = self.team_rows.get(&earlier).and_then(|row| self.rows.get_mut(*row))
            {
                row.lines.push(entry.line);
            }
            return;
        }
        self.by_name.insert(key.clone(), index);
        if kind == Kind::Team {
            self.add_team_line(index, account, &key, existing);
        }
    }

    fn add_team_line(&mut self, index: usize, account: AccountName, key: &FoldKey, existing: Option<usize>) {
        let existing = existing.and_then(|existing| self.directory.get(existing));
        let Some(entry) = self.entries.get_mut(index) else { return };
        let mut row =
            Row { lines: vec![entry.line], kind: Some(Kind::Team), account: account.to_string(), ..Row::default() };
        match existing {
            Some(Entity::Team(team, _)) => {
                row.account = team.name.to_string();
                if team.name != account {
                    let is_taken = self.choices.updates.contains(&Column::Name);
                    row.differences.push(Difference {
                        column: Column::Name,
                        team: None,
                        current: Value::Text(team.name.to_string()),
                        file: Value::Text(account.to_string()),
                        is_taken,
                    });
                    if is_taken {
                        self.plan.updates.push(TeamAction::Rename { team: team.id.clone(), name: account }.into());
                    }
                }
            }
            Some(other) => {
                entry.add_fault(Column::Name, Reason::Taken(other.holder()));
                return;
            }
            None => {
                row.is_new = true;
                self.add_new_team(account, key.clone());
            }
        }
        self.team_rows.insert(index, self.rows.len());
        self.rows.push((2 * index, row));
    }

    fn add_new_team(&mut self, name: AccountName, key: FoldKey) {
        let position = self.directory.team_count + self.plan.teams.len();
        self.plan.teams.push(name.clone());
        self.teams.insert(key, KnownTeam { position, name });
    }

    fn team_ref(&self, position: usize) -> Option<TeamRef> {
        match position.checked_sub(self.directory.team_count) {
            Some(new) => Some(TeamRef::New(new)),
            None => self.directory.team(position).map(|team| TeamRef::Existing(team.id.clone())),
        }
    }

    /// Adds the entries that only the organization has, of the kinds that the file has.
    fn add_gone(&mut self) {
        let kinds: BTreeSet<Kind> = self.entries.iter().filter_map(|entry| entry.kind).collect();
        for (index, entity) in self.directory.entities.iter().enumerate() {
            if self.seen.contains(&index) || !kinds.contains(&entity.kind()) {
                continue;
            }
            let mut row = Row {
                kind: Some(entity.kind()),
                account: entity.account().to_string(),
                is_gone: true,
                ..Row::default()
            };
            if let Entity::Person(person) = entity {
                row.name = person.name.to_string();
                row.email = person.email.to_string();
            }
            self.rows.push((usize::MAX, row));
        }
    }
}

//! Parses one line of the table, and finds the faults that do not depend on other lines.

use std::borrow::Cow;

use domain::{AccountName, Email, OrganizationRole, PersonName, TeamRole, TextFault, trim};

use super::cells::{Cells, bare_address};
use super::distinguished::common_names;
use super::garbled;
use super::list;
use super::one_line::line_text;
use super::table::Table;
use super::words::{kind_of, role_of};
use super::{Column, Fault, Kind, Reason};
use crate::text::narrow;

/// The parsed cells of a line. Empty and invalid cells are `None`, the invalid ones with a fault.
#[derive(Default)]
pub(super) struct Entry {
    pub line: usize,
    /// The number of further lines that a quoted cell takes.
    pub more_lines: usize,
    pub kind: Option<Kind>,
    /// The username, or the name of the service account or team.
    pub account: Option<AccountName>,
    /// A person's display name.
    pub name: Option<PersonName>,
    /// A person's email address.
    pub email: Option<Email>,
    /// A person's role.
    pub role: Option<OrganizationRole>,
    /// The teams, and the optional role in each.
    pub teams: Vec<(String, Option<TeamRole>)>,
    pub faults: Vec<Fault>,
    /// Whether the file says that the person is inactive. Its other texts do not matter then.
    pub is_inactive: bool,
    /// The words of roles that are not the role's own name.
    pub meanings: Vec<(String, TeamRole)>,
    /// Whether the name of a person contains a lost character, or seems to have been read in a wrong encoding.
    pub has_doubtful_name: bool,
    /// The texts of name, username, email and teams, for the faults that are found later.
    texts: [String; 4],
}

impl Entry {
    pub fn read(cells: &Cells, table: &Table) -> Self {
        let mut entry = Self { line: cells.record.line, more_lines: cells.record.more_lines, ..Self::default() };
        if let Some((line, fault)) = cells.record.quote_fault {
            // The cells are unreliable after a broken quote, so they are not checked.
            let text = cells.record.cells.first().cloned().unwrap_or_default();
            // A correction replaces the record, which may begin above the line of the quote.
            entry.faults.push(Fault::new(entry.line, None, &text, Reason::of_quote(line, fault)));
            return entry;
        }
        if cells.has_outside(table) {
            let text = line_text(cells.record, table.delimiter, &cells.layout.teams);
            entry.faults.push(Fault::new(entry.line, None, &text, Reason::OutsideColumns));
        }
        if table.cut_line == Some(entry.line) && !cells.choices.lines.contains_key(&entry.line) {
            let text = line_text(cells.record, table.delimiter, &cells.layout.teams);
            entry.faults.push(Fault::new(entry.line, None, &text, Reason::CutLine));
        }
        let kind = cells.text(Column::Kind);
        entry.kind = kind_of(&kind);
        match entry.kind {
            // A line without a kind is a person.
            _ if kind.is_empty() => entry.read_person(cells, table),
            Some(Kind::Person) => entry.read_person(cells, table),
            Some(kind) => entry.read_service_account_or_team(kind, cells, table),
            None => {
                let reason = Reason::UnknownKind(kind.clone().into_owned());
                entry.faults.push(Fault::new(entry.line, Some(Column::Kind), &kind, reason));
            }
        }
        entry.find_damage(cells);
        if entry.is_inactive {
            entry.faults.clear();
            entry.meanings.clear();
            entry.has_doubtful_name = false;
        }
        entry
    }

    /// The entry. Only its line and its kind stay, which are asked for after it was handled.
    pub fn take(&mut self) -> Self {
        let handled = Self { line: self.line, kind: self.kind, ..Self::default() };
        std::mem::replace(self, handled)
    }

    /// Adds a fault of a column with the text of the file.
    pub fn add_fault(&mut self, column: Column, reason: Reason) {
        let index = match column {
            Column::Name => Some(0),
            Column::Username => Some(1),
            Column::Email => Some(2),
            Column::Teams => Some(3),
            Column::Kind | Column::Role => None,
        };
        let text = index.and_then(|index| self.texts.get(index)).cloned().unwrap_or_default();
        self.faults.push(Fault::new(self.line, Some(column), &text, reason));
    }

    /// The name of an inactive person as in the file, or another text that identifies the person.
    pub fn name_in_file(&self) -> &str {
        self.texts.iter().take(3).find(|text| !text.is_empty()).map_or("", String::as_str)
    }

    /// The column of `account`.
    pub fn account_column(&self) -> Column {
        if self.kind == Some(Kind::Person) { Column::Username } else { Column::Name }
    }

    fn read_person(&mut self, cells: &Cells, table: &Table) {
        self.kind = Some(Kind::Person);
        // The cells of a line with more cells than columns may have moved.
        self.is_inactive = self.faults.is_empty() && cells.is_inactive();
        let [name, username, email, teams] =
            [Column::Name, Column::Username, Column::Email, Column::Teams].map(|column| cells.text(column));
        self.texts = [&name, &username, &email, &teams].map(|text| text.clone().into_owned());
        self.name = self.parsed(Column::Name, &name_or_common_name(&name, table), PersonName::parse);
        // Directories that sign people in by their address have it in the column of the username.
        let username = narrow(&username);
        // Chats and GitLab write `@dana`.
        let username = username.strip_prefix('@').unwrap_or(&username);
        let login = if username.contains('@') { Email::parse(&bare_address(username)).ok() } else { None };
        if login.is_none() {
            self.account = self.parsed(Column::Username, username, AccountName::parse);
        }
        self.email = self.parsed(Column::Email, &bare_address(&email), Email::parse);
        if email.is_empty() {
            self.email = login;
        }
        let role = cells.text(Column::Role);
        if !role.is_empty() {
            self.role = self.role(&role, cells).map(|role| match role {
                TeamRole::Admin => OrganizationRole::Admin,
                TeamRole::Member => OrganizationRole::Member,
                TeamRole::Viewer => OrganizationRole::Viewer,
            });
            if self.role.is_none() {
                let reason = Reason::UnknownRole(role.clone().into_owned());
                self.faults.push(Fault::new(self.line, Some(Column::Role), &role, reason));
            }
        }
        self.read_teams(&teams, cells);
    }

    fn read_service_account_or_team(&mut self, kind: Kind, cells: &Cells, table: &Table) {
        let texts = [Column::Name, Column::Username, Column::Email, Column::Teams].map(|column| cells.text(column));
        self.texts = texts.each_ref().map(|text| text.clone().into_owned());
        let [name, username, .., teams] = texts;
        // Other programs have one column for the names of all kinds.
        let name = if name.is_empty() { username.clone() } else { name };
        self.account = match AccountName::parse(&name_or_common_name(&name, table)) {
            Ok(account) => Some(account),
            Err(fault) => {
                self.add_fault(Column::Name, Reason::Text(fault));
                None
            }
        };
        for column in [Column::Username, Column::Email, Column::Role, Column::Teams] {
            let is_allowed = kind == Kind::ServiceAccount && column == Column::Teams;
            let text = cells.text(column);
            let is_name = column == Column::Username && text == name;
            if !is_allowed && !is_name && !text.is_empty() {
                self.faults.push(Fault::new(self.line, Some(column), &text, Reason::NotForKind(kind)));
            }
        }
        if kind == Kind::ServiceAccount {
            self.read_teams(&teams, cells);
        }
    }

    fn read_teams(&mut self, cell: &str, cells: &Cells) {
        if list::is_type(cell) {
            self.add_fault(Column::Teams, Reason::LostList);
            return;
        }
        let common = cells.at(&cells.layout.team_role);
        let items = list::items(cell);
        let names = common_names(cell).or_else(|| items.iter().map(|item| common_name(item)).collect());
        let teams = names.map_or(items, |names| names.into_iter().map(Cow::Owned).collect());
        for team in teams.iter().filter(|team| !team.is_empty()) {
            let split = split_role(team);
            let is_person = self.kind == Some(Kind::Person);
            let (name, word) = split.unwrap_or((team, if is_person { common } else { "" }));
            let role = self.role(word, cells);
            if word.is_empty() || (role.is_some() && is_person) {
                self.teams.push((name.to_owned(), role));
            } else if is_person {
                self.add_fault(Column::Teams, Reason::UnknownRole(word.to_owned()));
            } else {
                self.add_fault(Column::Teams, Reason::RoleOfServiceAccount(name.to_owned()));
            }
        }
    }

    /// The role of a word, by its names and by what the person who imports has said.
    fn role(&mut self, word: &str, cells: &Cells) -> Option<TeamRole> {
        if let Some(role) = cells.choices.role(word) {
            return Some(role);
        }
        let (role, is_own_name) = role_of(word)?;
        if !is_own_name {
            self.meanings.push((word.to_owned(), role));
        }
        Some(role)
    }

    fn parsed<T>(&mut self, column: Column, text: &str, parse: fn(&str) -> Result<T, TextFault>) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        match parse(text) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.add_fault(column, Reason::Text(fault));
                None
            }
        }
    }

    /// Takes back the fault of a doubtful name if the person is stored with just this name.
    pub fn accept_stored_name(&mut self, stored: &PersonName) {
        if self.name.as_ref() == Some(stored) {
            self.has_doubtful_name = false;
            let is_doubt = |reason: &Reason| {
                matches!(
                    reason,
                    Reason::Undecodable | Reason::QuestionMark | Reason::Garbled(_) | Reason::SpreadsheetError
                )
            };
            self.faults.retain(|fault| fault.column != Some(Column::Name) || !is_doubt(&fault.reason));
        }
    }

    /// Finds texts with characters that were lost in decoding, here or already by the program that wrote the file.
    fn find_damage(&mut self, cells: &Cells) {
        let is_person = self.kind == Some(Kind::Person);
        for column in Column::ALL {
            let text = cells.text(column);
            let is_name = is_person && column == Column::Name;
            let reason = if text.contains(char::REPLACEMENT_CHARACTER) {
                Reason::Undecodable
            } else if is_name && garbled::is_spreadsheet_error(&text) {
                Reason::SpreadsheetError
            } else if is_name && text.contains('?') {
                Reason::QuestionMark
            } else if is_name && let Some(meant) = garbled::meant(&text) {
                Reason::Garbled(meant)
            } else {
                continue;
            };
            if is_name {
                self.has_doubtful_name = true;
                if cells.choices.keeps_doubtful_names {
                    continue;
                }
            }
            self.faults.retain(|fault| fault.column != Some(column));
            self.faults.push(Fault::new(self.line, Some(column), &text, reason));
        }
    }
}

/// A name, or the first part of a distinguished one. A name from Registrar's own export is never taken for a distinguished one.
fn name_or_common_name<'a>(text: &'a str, table: &Table) -> Cow<'a, str> {
    common_name(text).filter(|_| !table.is_own_format()).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The first part of a distinguished name.
fn common_name(text: &str) -> Option<String> {
    common_names(text).and_then(|names| <[String; 1]>::try_from(names).ok()).map(|[name]| name)
}

/// A team and the role in it: `vision:Admin` or `vision (Admin)`.
fn split_role(team: &str) -> Option<(&str, &str)> {
    let in_brackets = || team.strip_suffix([')', '）'])?.split_once(['(', '（']);
    team.split_once([':', '：']).or_else(in_brackets).map(|(name, word)| (trim(name), trim(word)))
}

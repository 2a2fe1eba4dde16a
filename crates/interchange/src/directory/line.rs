//! Parses one line of the table, and finds the faults that do not depend on other lines.

use domain::{AccountName, Email, OrganizationRole, PersonName, TeamRole, TextFault};

use super::header::Header;
use super::{Column, Fault, Kind, Reason, TEAM_SEPARATORS, is_word};
use crate::csv::Record;

/// The parsed cells of a line. Invalid cells are `None`, with a fault.
pub(super) struct Entry {
    pub line: usize,
    pub kind: Option<Kind>,
    /// The username, or the name of the service account or team.
    pub account: Option<AccountName>,
    /// A person's display name.
    pub name: Option<PersonName>,
    /// A person's email address.
    pub email: Option<Email>,
    /// A person's role, or `None` if the cell is empty.
    pub role: Option<OrganizationRole>,
    /// The teams, and the optional role in each.
    pub teams: Vec<(String, Option<TeamRole>)>,
    pub faults: Vec<Fault>,
}

impl Entry {
    pub fn read(header: &Header, record: &Record) -> Self {
        let mut entry = Self {
            line: record.line,
            kind: None,
            account: None,
            name: None,
            email: None,
            role: None,
            teams: Vec::new(),
            faults: Vec::new(),
        };
        if let Some((line, fault)) = record.quote_fault {
            // The cells are unreliable after a broken quote, so they are not checked.
            entry.faults.push(Fault { line, column: None, reason: fault.into() });
            return entry;
        }
        if header.overflows(record) {
            entry.faults.push(Fault { line: entry.line, column: None, reason: Reason::OutsideColumns });
        }
        let kind = header.cell(record, Column::Kind);
        entry.kind = Kind::ALL.into_iter().find(|known| is_word(kind, known.word()));
        match entry.kind {
            // A line without a kind is a person.
            _ if kind.is_empty() => entry.read_person(header, record),
            Some(Kind::Person) => entry.read_person(header, record),
            Some(kind) => entry.read_service_account_or_team(kind, header, record),
            None => entry.add_fault(Column::Kind, Reason::UnknownKind(kind.to_owned())),
        }
        entry
    }

    pub fn add_fault(&mut self, column: Column, reason: Reason) {
        self.faults.push(Fault { line: self.line, column: Some(column), reason });
    }

    /// The column of `account`.
    pub fn account_column(&self) -> Column {
        if self.kind == Some(Kind::Person) { Column::Username } else { Column::Name }
    }

    fn read_person(&mut self, header: &Header, record: &Record) {
        self.kind = Some(Kind::Person);
        self.name = self.parsed(Column::Name, PersonName::parse(header.cell(record, Column::Name)));
        self.account = self.parsed(Column::Username, AccountName::parse(header.cell(record, Column::Username)));
        self.email = self.parsed(Column::Email, Email::parse(header.cell(record, Column::Email)));
        let role = header.cell(record, Column::Role);
        if !role.is_empty() {
            self.role = parse_role(role).map(|role| match role {
                TeamRole::Admin => OrganizationRole::Admin,
                TeamRole::Member => OrganizationRole::Member,
                TeamRole::Viewer => OrganizationRole::Viewer,
            });
            if self.role.is_none() {
                self.add_fault(Column::Role, Reason::UnknownRole(role.to_owned()));
            }
        }
        self.read_teams(header.cell(record, Column::Teams));
    }

    fn read_service_account_or_team(&mut self, kind: Kind, header: &Header, record: &Record) {
        self.account = self.parsed(Column::Name, AccountName::parse(header.cell(record, Column::Name)));
        for column in [Column::Username, Column::Email, Column::Role, Column::Teams] {
            let is_allowed = kind == Kind::ServiceAccount && column == Column::Teams;
            if !is_allowed && !header.cell(record, column).is_empty() {
                self.add_fault(column, Reason::NotForKind(kind));
            }
        }
        if kind == Kind::ServiceAccount {
            self.read_teams(header.cell(record, Column::Teams));
        }
    }

    fn read_teams(&mut self, cell: &str) {
        for team in cell.split(TEAM_SEPARATORS).map(str::trim).filter(|team| !team.is_empty()) {
            let (name, word) = team.split_once(':').map_or((team, ""), |(name, word)| (name.trim(), word.trim()));
            let role = parse_role(word);
            if word.is_empty() || (role.is_some() && self.kind == Some(Kind::Person)) {
                self.teams.push((name.to_owned(), role));
            } else if self.kind == Some(Kind::Person) {
                self.add_fault(Column::Teams, Reason::UnknownRole(word.to_owned()));
            } else {
                self.add_fault(Column::Teams, Reason::RoleOfServiceAccount(name.to_owned()));
            }
        }
    }

    fn parsed<T>(&mut self, column: Column, parsed: Result<T, TextFault>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(fault) => {
                self.add_fault(column, Reason::Text(fault));
                None
            }
        }
    }
}

/// The names of the three roles are the same in a team and in the organization.
fn parse_role(word: &str) -> Option<TeamRole> {
    let roles = [("admin", TeamRole::Admin), ("member", TeamRole::Member), ("viewer", TeamRole::Viewer)];
    roles.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, role)| role)
}

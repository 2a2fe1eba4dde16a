//! One line of the table by itself: what it describes, and what is wrong with that whatever else there is.

use domain::{AccountName, Email, OrganizationRole, PersonName, TeamRole, TextFault};

use super::header::Header;
use super::{Column, Fault, Kind, Reason, TEAM_SEPARATORS, is_word};
use crate::csv::Record;

/// What a line describes, as far as it could be read.
pub(super) struct Entry {
    pub line: usize,
    pub kind: Option<Kind>,
    /// The username, or the name of the service account or team.
    pub account: Option<AccountName>,
    /// The name of a person.
    pub name: Option<PersonName>,
    /// The address of a person.
    pub email: Option<Email>,
    /// The role of a person; none if the cell is empty.
    pub role: Option<OrganizationRole>,
    /// The teams, and the role in each if one is given.
    pub teams: Vec<(String, Option<TeamRole>)>,
    pub faults: Vec<Fault>,
}

impl Entry {
    /// Reads a line.
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
        if let Some((line, broken)) = record.broken {
            // What the cells hold is anybody's guess: nothing more is said about them.
            entry.faults.push(Fault { line, column: None, what: broken.into() });
            return entry;
        }
        if header.overflows(record) {
            entry.faults.push(Fault { line: entry.line, column: None, what: Reason::OutsideColumns });
        }
        let kind = header.cell(record, Column::Kind);
        entry.kind = Kind::ALL.into_iter().find(|it| is_word(kind, it.word()));
        match entry.kind {
            _ if kind.is_empty() => entry.read_person(header, record),
            Some(Kind::Person) => entry.read_person(header, record),
            Some(kind) => entry.read_other(kind, header, record),
            None => entry.fault(Column::Kind, Reason::UnknownKind(kind.to_owned())),
        }
        entry
    }

    /// Says what is wrong with a column.
    pub fn fault(&mut self, column: Column, what: Reason) {
        self.faults.push(Fault { line: self.line, column: Some(column), what });
    }

    /// The column in which the account's name stands.
    pub fn account_column(&self) -> Column {
        if self.kind == Some(Kind::Person) { Column::Username } else { Column::Name }
    }

    /// A line that names no kind is a person too.
    fn read_person(&mut self, header: &Header, record: &Record) {
        self.kind = Some(Kind::Person);
        self.name = self.parsed(Column::Name, PersonName::parse(header.cell(record, Column::Name)));
        self.account = self.parsed(Column::Username, AccountName::parse(header.cell(record, Column::Username)));
        self.email = self.parsed(Column::Email, Email::parse(header.cell(record, Column::Email)));
        let role = header.cell(record, Column::Role);
        if !role.is_empty() {
            self.role = role_called(role).map(|role| match role {
                TeamRole::Admin => OrganizationRole::Admin,
                TeamRole::Member => OrganizationRole::Member,
                TeamRole::Viewer => OrganizationRole::Viewer,
            });
            if self.role.is_none() {
                self.fault(Column::Role, Reason::UnknownRole(role.to_owned()));
            }
        }
        self.read_teams(header.cell(record, Column::Teams));
    }

    fn read_other(&mut self, kind: Kind, header: &Header, record: &Record) {
        self.account = self.parsed(Column::Name, AccountName::parse(header.cell(record, Column::Name)));
        for column in [Column::Username, Column::Email, Column::Role, Column::Teams] {
            let may = kind == Kind::ServiceAccount && column == Column::Teams;
            if !may && !header.cell(record, column).is_empty() {
                self.fault(column, Reason::NotForKind(kind));
            }
        }
        if kind == Kind::ServiceAccount {
            self.read_teams(header.cell(record, Column::Teams));
        }
    }

    fn read_teams(&mut self, cell: &str) {
        for team in cell.split(TEAM_SEPARATORS).map(str::trim).filter(|team| !team.is_empty()) {
            let (name, word) = team.split_once(':').map_or((team, ""), |(name, word)| (name.trim(), word.trim()));
            let role = role_called(word);
            if word.is_empty() || (role.is_some() && self.kind == Some(Kind::Person)) {
                self.teams.push((name.to_owned(), role));
            } else if self.kind == Some(Kind::Person) {
                self.fault(Column::Teams, Reason::UnknownRole(word.to_owned()));
            } else {
                self.fault(Column::Teams, Reason::RoleOfServiceAccount(name.to_owned()));
            }
        }
    }

    fn parsed<T>(&mut self, column: Column, parsed: Result<T, TextFault>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(fault) => {
                self.fault(column, Reason::Text(fault));
                None
            }
        }
    }
}

/// The three roles are called the same in a team and in the organization.
fn role_called(word: &str) -> Option<TeamRole> {
    let roles = [("admin", TeamRole::Admin), ("member", TeamRole::Member), ("viewer", TeamRole::Viewer)];
    roles.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, role)| role)
}

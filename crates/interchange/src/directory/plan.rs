//! The effect of an import: a row for each person, service account and team of the file, and the actions.

use std::collections::BTreeMap;

use domain::{
    AccountName, Action, Id, NewPerson, PersonAction, PersonId, ServiceAccountAction, ServiceAccountId, TeamAction,
    TeamId, TeamRole,
};

use super::{Column, Fault, Kind};

/// The effects of an import, compared with the organization.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The rows in the order of the file, then those that only the organization has.
    pub rows: Vec<Row>,
    /// The new teams.
    pub teams: Vec<AccountName>,
    /// The new service accounts.
    pub service_accounts: Vec<AccountName>,
    /// The new people.
    pub people: Vec<NewPerson>,
    /// The new memberships in teams.
    pub memberships: Vec<Membership>,
    /// The changes of existing entries.
    pub updates: Vec<Action>,
    /// The number of lines with faults.
    pub faulty_lines: usize,
    /// The words of roles in the file that are not a role's own name, as they stand there, with their roles.
    pub meanings: BTreeMap<String, TeamRole>,
    /// The words that name no role, and the number of lines that have each.
    pub unknown_roles: BTreeMap<String, usize>,
    /// The teams that exist neither in the organization nor in the file, and the number of lines that name each.
    pub missing_teams: BTreeMap<String, usize>,
    /// The number of lines with a new person whose name has lost characters or looks garbled, taken or not.
    pub doubtful_names: usize,
    /// The columns in which existing entries differ, and the number of differences.
    pub differences: BTreeMap<Column, usize>,
    /// Whether faulty lines are left out, as chosen.
    pub leaves_out_faulty: bool,
}

/// A person, service account or team, or a faulty line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The lines of the file, from 1. Several lines can give one person several teams. Empty for an entry that only the
    /// organization has.
    pub lines: Vec<usize>,
    /// The kind, or `None` if the line has none that is known.
    pub kind: Option<Kind>,
    /// The username, or the name of the service account or team. Empty if it is missing.
    pub account: String,
    /// A person's display name. Empty if it is missing.
    pub name: String,
    /// A person's email address. Empty if it is missing.
    pub email: String,
    /// The organization role of a new person.
    pub role: Option<TeamRole>,
    /// Whether the username is proposed from the address.
    pub is_proposed: bool,
    /// Whether the import adds it.
    pub is_new: bool,
    /// Whether it is a team that the lines of its members create. The lines have rows of their own.
    pub is_created: bool,
    /// Whether only the organization has it.
    pub is_gone: bool,
    /// Whether it is a person who is inactive in the file, and is left out.
    pub is_inactive: bool,
    /// The teams that it joins.
    pub joins: Vec<(AccountName, Option<TeamRole>)>,
    /// The differences from the organization's entry.
    pub differences: Vec<Difference>,
    /// The faults of the line.
    pub faults: Vec<Fault>,
}

/// A value that differs between the organization and the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The column.
    pub column: Column,
    /// The team, if a role in a team differs.
    pub team: Option<AccountName>,
    /// The value in the organization.
    pub current: Value,
    /// The value in the file.
    pub file: Value,
    /// Whether the import takes the value of the file.
    pub is_taken: bool,
}

/// A value of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name or an address.
    Text(String),
    /// A role in the organization or in a team, which have the same names.
    Role(TeamRole),
}

/// A status of rows, for a filter. A row can have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A fault of the line.
    Faulty,
    /// The import adds it.
    New,
    /// An existing account joins a team.
    Joins,
    /// An existing entry differs from the file.
    Differs,
    /// It exists, and nothing differs.
    Exists,
    /// The person is inactive in the file. Nothing happens to it.
    Inactive,
    /// Only the organization has it. Nothing happens to it.
    Gone,
}

impl Status {
    /// All statuses, in the order of a filter.
    pub const ALL: [Self; 7] =
        [Self::Faulty, Self::New, Self::Joins, Self::Differs, Self::Exists, Self::Inactive, Self::Gone];
}

impl Row {
    /// Whether the row has a status.
    #[must_use]
    pub fn is(&self, status: Status) -> bool {
        let exists = self.faults.is_empty() && !self.is_new && !self.is_gone && !self.is_inactive;
        match status {
            Status::Faulty => !self.faults.is_empty(),
            Status::New => self.is_new,
            Status::Joins => exists && !self.joins.is_empty(),
            Status::Differs => exists && !self.differences.is_empty(),
            Status::Exists => exists && self.joins.is_empty() && self.differences.is_empty(),
            Status::Inactive => self.is_inactive,
            Status::Gone => self.is_gone,
        }
    }
}

/// A new membership in a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The team.
    pub team: TeamRef,
    /// The new member of the team.
    pub member: Member,
}

/// An existing or a new team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamRef {
    /// A team of the organization.
    Existing(TeamId),
    /// A position in [`Plan::teams`].
    New(usize),
}

/// An existing or a new account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// A person of the organization, and the team role.
    Person(PersonId, TeamRole),
    /// A position in [`Plan::people`], and the team role.
    NewPerson(usize, TeamRole),
    /// A service account of the organization.
    ServiceAccount(ServiceAccountId),
    /// A position in [`Plan::service_accounts`].
    NewServiceAccount(usize),
}

impl Plan {
    /// The names of the inactive people who are left out.
    #[must_use]
    pub fn inactive(&self) -> Vec<&str> {
        self.rows.iter().filter(|row| row.is_inactive).map(|row| row.name.as_str()).collect()
    }

    /// The number of actions.
    #[must_use]
    pub fn size(&self) -> usize {
        self.teams.len() + self.service_accounts.len() + self.people.len() + self.memberships.len() + self.updates.len()
    }

    /// Whether the import would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.size() == 0
    }

    /// Whether faulty lines prevent the import, because it was not chosen to leave them out.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.faulty_lines > 0 && !self.leaves_out_faulty
    }

    /// The number of rows with each status, in the order of [`Status::ALL`].
    #[must_use]
    pub fn counts(&self) -> [usize; 7] {
        Status::ALL.map(|status| self.rows.iter().filter(|row| row.is(status)).count())
    }

    /// The actions of the plan, for one intent, without the faulty lines. `new_id` returns the id of the object that the
    /// action at a position will create.
    #[must_use]
    pub fn actions(&self, new_id: impl Fn(usize) -> Id) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.extend(self.teams.iter().cloned().map(|name| TeamAction::Add(name).into()));
        let service_accounts = actions.len();
        actions.extend(self.service_accounts.iter().cloned().map(|name| ServiceAccountAction::Add(name).into()));
        let people = actions.len();
        actions.extend(self.people.iter().cloned().map(|new| PersonAction::Add(new).into()));
        for Membership { team, member } in &self.memberships {
            let team = match team {
                TeamRef::Existing(id) => id.clone(),
                TeamRef::New(index) => TeamId(new_id(*index)),
            };
            actions.push(match member {
                Member::Person(id, role) => {
                    Action::Team(TeamAction::AddPerson { team, person: id.clone(), role: *role })
                }
                Member::NewPerson(index, role) => {
                    Action::Team(TeamAction::AddPerson { team, person: PersonId(new_id(people + index)), role: *role })
                }
                Member::ServiceAccount(id) => {
                    Action::Team(TeamAction::AddServiceAccount { team, service_account: id.clone() })
                }
                Member::NewServiceAccount(index) => {
                    let service_account = ServiceAccountId(new_id(service_accounts + index));
                    Action::Team(TeamAction::AddServiceAccount { team, service_account })
                }
            });
        }
        actions.extend(self.updates.iter().cloned());
        actions
    }
}

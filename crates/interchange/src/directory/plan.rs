//! The additions of a file, and their actions.

use domain::{
    AccountName, Action, Id, NewPerson, PersonAction, PersonId, PersonName, ServiceAccountAction, ServiceAccountId,
    TeamAction, TeamId, TeamRole,
};

use super::Kind;

/// The additions of a file without faults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The outcome of each line, in their order, for a preview.
    pub lines: Vec<Line>,
    /// The new teams.
    pub teams: Vec<AccountName>,
    /// The new service accounts.
    pub service_accounts: Vec<AccountName>,
    /// The new people.
    pub people: Vec<NewPerson>,
    /// The new memberships in teams.
    pub memberships: Vec<Membership>,
}

/// The outcome of a line, for a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line number at its beginning, from 1.
    pub line: usize,
    /// The kind of the line.
    pub kind: Kind,
    /// The username, or the name of the service account or team.
    pub account: AccountName,
    /// A person's display name.
    pub name: Option<PersonName>,
    /// Whether the line adds something or matches an existing entry.
    pub outcome: Outcome,
    /// The number of new memberships.
    pub memberships: usize,
}

/// The outcome of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The line adds a person, a service account or a team.
    Added,
    /// The organization has an equal entry.
    Exists,
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
    /// Whether the file adds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.teams.is_empty()
            && self.service_accounts.is_empty()
            && self.people.is_empty()
            && self.memberships.is_empty()
    }

    /// The actions of the plan, for one intent. `new_id` returns the id of the object that the action at a position will
    /// create.
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
        actions
    }
}

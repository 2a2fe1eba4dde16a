//! What a file adds to the organization, and the actions that add it.

use domain::{
    AccountName, Action, Id, NewPerson, PersonAction, PersonId, PersonName, ServiceAccountAction, ServiceAccountId,
    TeamAction, TeamId, TeamRole,
};

use super::Kind;

/// What a file without faults adds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What becomes of each line that describes something, in their order: for a preview.
    pub lines: Vec<Line>,
    /// The new teams.
    pub teams: Vec<AccountName>,
    /// The new service accounts.
    pub service_accounts: Vec<AccountName>,
    /// The new people.
    pub people: Vec<NewPerson>,
    /// Who comes into which team.
    pub memberships: Vec<Membership>,
}

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line of the text that it begins in, from 1.
    pub line: usize,
    /// What it describes.
    pub kind: Kind,
    /// The username, or the name of the service account or team.
    pub account: AccountName,
    /// The name of a person.
    pub name: Option<PersonName>,
    /// What happens.
    pub outcome: Outcome,
    /// How many teams the account comes into.
    pub memberships: usize,
}

/// What happens to what a line describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is added.
    Added,
    /// It is in the organization, just as the line says.
    There,
}

/// Somebody who comes into a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The team.
    pub team: TeamRef,
    /// Who.
    pub member: Member,
}

/// A team that is in the organization, or is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamRef {
    /// It is there.
    There(TeamId),
    /// The one at this position of [`Plan::teams`].
    New(usize),
}

/// An account that is in the organization, or is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// A person who is there, with the role in the team.
    Person(PersonId, TeamRole),
    /// The one at this position of [`Plan::people`], with the role in the team.
    NewPerson(usize, TeamRole),
    /// A service account that is there.
    ServiceAccount(ServiceAccountId),
    /// The one at this position of [`Plan::service_accounts`].
    NewServiceAccount(usize),
}

impl Plan {
    /// Whether nothing is added, because all of it is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.teams.is_empty()
            && self.service_accounts.is_empty()
            && self.people.is_empty()
            && self.memberships.is_empty()
    }

    /// The actions of one intent that add everything. `made` says which id the action at a position of the answer will
    /// give to what it makes.
    #[must_use]
    pub fn actions(&self, made: impl Fn(usize) -> Id) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.extend(self.teams.iter().cloned().map(|name| TeamAction::Add(name).into()));
        let service_accounts = actions.len();
        actions.extend(self.service_accounts.iter().cloned().map(|name| ServiceAccountAction::Add(name).into()));
        let people = actions.len();
        actions.extend(self.people.iter().cloned().map(|new| PersonAction::Add(new).into()));
        for Membership { team, member } in &self.memberships {
            let team = match team {
                TeamRef::There(id) => id.clone(),
                TeamRef::New(place) => TeamId(made(*place)),
            };
            actions.push(match member {
                Member::Person(id, role) => {
                    Action::Team(TeamAction::AddPerson { team, person: id.clone(), role: *role })
                }
                Member::NewPerson(place, role) => {
                    Action::Team(TeamAction::AddPerson { team, person: PersonId(made(people + place)), role: *role })
                }
                Member::ServiceAccount(id) => {
                    Action::Team(TeamAction::AddServiceAccount { team, service_account: id.clone() })
                }
                Member::NewServiceAccount(place) => {
                    let service_account = ServiceAccountId(made(service_accounts + place));
                    Action::Team(TeamAction::AddServiceAccount { team, service_account })
                }
            });
        }
        actions
    }
}

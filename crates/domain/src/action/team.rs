//! Teams and their members.

use std::collections::{BTreeMap, BTreeSet};

use super::registry::remove_from_registries;
use super::review::{Review, exists};
use super::{Context, Reviewable};
use crate::{
    AccountId, AccountName, Grantee, Missing, Organization, Permission, PersonId, Refusal, ServiceAccountId, Team,
    TeamId, TeamRole,
};

/// Something done to a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamAction {
    /// Add a team without anybody in it.
    Add(AccountName),
    /// Give a team another name.
    Rename {
        /// The team.
        team: TeamId,
        /// The name from now on.
        name: AccountName,
    },
    /// Remove a team from the organization and its registries. Its people stay.
    Remove(TeamId),
    /// Add a person to a team.
    AddPerson {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
        /// The person's role in it.
        role: TeamRole,
    },
    /// Change a person's role in a team.
    SetRole {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
        /// The role in it from now on.
        role: TeamRole,
    },
    /// Take a person out of a team.
    RemovePerson {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
    },
    /// Add a service account to a team.
    AddServiceAccount {
        /// The team.
        team: TeamId,
        /// The service account.
        service_account: ServiceAccountId,
    },
    /// Take a service account out of a team.
    RemoveServiceAccount {
        /// The team.
        team: TeamId,
        /// The service account.
        service_account: ServiceAccountId,
    },
}

impl Reviewable for TeamAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add(name) => {
                review.permitted(Permission::ManageDirectory)?;
                review.account_name_is_free(name, None)
            }
            Self::Rename { team, name } => {
                review.permitted(Permission::ManageDirectory)?;
                review.team(team)?;
                review.account_name_is_free(name, Some(&Grantee::Team(team.clone())))
            }
            Self::Remove(team) => {
                review.permitted(Permission::ManageDirectory)?;
                review.team(team)?;
                review.registries_keep_admins(self)
            }
            Self::AddPerson { team, person, .. } => {
                let team = review.managed_team(team)?;
                review.person_exists(person)?;
                not_in_team(team.people.contains_key(person))
            }
            Self::SetRole { team, person, .. } => {
                let team = review.managed_team(team)?;
                in_team(team.people.contains_key(person))
            }
            Self::RemovePerson { team, person } => {
                let team = review.managed_team(team)?;
                in_team(team.people.contains_key(person))?;
                review.registries_keep_admins(self)
            }
            Self::AddServiceAccount { team, service_account } => {
                let team = review.managed_team(team)?;
                review.service_account_exists(service_account)?;
                not_in_team(team.service_accounts.contains(service_account))
            }
            Self::RemoveServiceAccount { team, service_account } => {
                let team = review.managed_team(team)?;
                in_team(team.service_accounts.contains(service_account))
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Add(name) => {
                let (people, service_accounts) = (BTreeMap::new(), BTreeSet::new());
                let id = TeamId(context.id);
                organization.put_team(Team { id, name: name.clone(), people, service_accounts });
            }
            Self::Rename { team, name } => {
                if let Some(known) = organization.team(team) {
                    let team = Team { name: name.clone(), ..(**known).clone() };
                    organization.put_team(team);
                }
            }
            Self::Remove(team) => {
                organization.take_team(team);
                remove_from_registries(organization, &Grantee::Team(team.clone()), &context);
            }
            Self::AddPerson { team, person, role } => {
                let is_there = organization.people.has(person);
                if let Some(team) = organization.teams.get_mut(team).filter(|_| is_there) {
                    team.people.insert(person.clone(), *role);
                }
            }
            Self::SetRole { team, person, role } => {
                let team = organization.teams.get_mut(team);
                if let Some(known) = team.and_then(|team| team.people.get_mut(person)) {
                    *known = *role;
                }
            }
            Self::RemovePerson { team, person } => {
                if let Some(team) = organization.teams.get_mut(team) {
                    team.people.remove(person);
                }
            }
            Self::AddServiceAccount { team, service_account } => {
                let is_there = organization.service_accounts.has(service_account);
                if let Some(team) = organization.teams.get_mut(team).filter(|_| is_there) {
                    team.service_accounts.insert(service_account.clone());
                }
            }
            Self::RemoveServiceAccount { team, service_account } => {
                if let Some(team) = organization.teams.get_mut(team) {
                    team.service_accounts.remove(service_account);
                }
            }
        }
    }
}

fn in_team(is_in: bool) -> Result<(), Refusal> {
    exists(is_in, Missing::TeamMember)
}

fn not_in_team(is_in: bool) -> Result<(), Refusal> {
    if is_in { Err(Refusal::InTeamAlready) } else { Ok(()) }
}

/// Takes an account out of every team.
pub(super) fn remove_from_teams(organization: &mut Organization, account: &AccountId) {
    let is_in = |team: &Team| match account {
        AccountId::Person(id) => team.people.contains_key(id),
        AccountId::ServiceAccount(id) => team.service_accounts.contains(id),
    };
    // Only those are touched: the others stay shared with earlier states.
    let teams: Vec<TeamId> = organization.teams().filter(|team| is_in(team)).map(|team| team.id.clone()).collect();
    for team in teams {
        let Some(team) = organization.teams.get_mut(&team) else { continue };
        match account {
            AccountId::Person(id) => {
                team.people.remove(id);
            }
            AccountId::ServiceAccount(id) => {
                team.service_accounts.remove(id);
            }
        }
    }
}

//! Actions on teams and their members.

use std::collections::{BTreeMap, BTreeSet};

use super::registry::remove_from_registries;
use super::review::{Review, require};
use super::{Context, Reviewable};
use crate::{
    AccountId, AccountName, Grantee, Missing, Organization, Permission, PersonId, Refusal, ServiceAccountId, Team,
    TeamId, TeamRole,
};

/// An action on a team or its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamAction {
    /// Add an empty team.
    Add(AccountName),
    /// Rename a team.
    Rename {
        /// The team to rename.
        team: TeamId,
        /// The new name.
        name: AccountName,
    },
    /// Remove a team from the organization and its registries. Its people stay.
    Remove(TeamId),
    /// Add a person to a team.
    AddPerson {
        /// The team to change.
        team: TeamId,
        /// The person to add.
        person: PersonId,
        /// The person's role in the team.
        role: TeamRole,
    },
    /// Change a person's role in a team.
    SetRole {
        /// The team to change.
        team: TeamId,
        /// The member to change.
        person: PersonId,
        /// The new role in the team.
        role: TeamRole,
    },
    /// Remove a person from a team.
    RemovePerson {
        /// The team to change.
        team: TeamId,
        /// The member to remove.
        person: PersonId,
    },
    /// Add a service account to a team.
    AddServiceAccount {
        /// The team to change.
        team: TeamId,
        /// The service account to add.
        service_account: ServiceAccountId,
    },
    /// Remove a service account from a team.
    RemoveServiceAccount {
        /// The team to change.
        team: TeamId,
        /// The service account to remove.
        service_account: ServiceAccountId,
    },
}

impl Reviewable for TeamAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add(name) => {
                review.require_permission(Permission::ManageDirectory)?;
                review.require_free_account_name(name, None)
            }
            Self::Rename { team, name } => {
                review.require_permission(Permission::ManageDirectory)?;
                review.team(team)?;
                review.require_free_account_name(name, Some(&Grantee::Team(team.clone())))
            }
            Self::Remove(team) => {
                review.require_permission(Permission::ManageDirectory)?;
                review.team(team)?;
                review.keep_registry_admins(self)
            }
            Self::AddPerson { team, person, .. } => {
                let team = review.managed_team(team)?;
                review.require_person(person)?;
                require_no_member(team.people.contains_key(person))
            }
            Self::SetRole { team, person, .. } => {
                let team = review.managed_team(team)?;
                require_member(team.people.contains_key(person))
            }
            Self::RemovePerson { team, person } => {
                let team = review.managed_team(team)?;
                require_member(team.people.contains_key(person))?;
                review.keep_registry_admins(self)
            }
            Self::AddServiceAccount { team, service_account } => {
                let team = review.managed_team(team)?;
                review.require_service_account(service_account)?;
                require_no_member(team.service_accounts.contains(service_account))
            }
            Self::RemoveServiceAccount { team, service_account } => {
                let team = review.managed_team(team)?;
                require_member(team.service_accounts.contains(service_account))
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Add(name) => {
                let (people, service_accounts) = (BTreeMap::new(), BTreeSet::new());
                let id = TeamId(context.id);
                organization.insert_team(Team { id, name: name.clone(), people, service_accounts });
            }
            Self::Rename { team, name } => {
                if let Some(known) = organization.team(team) {
                    let team = Team { name: name.clone(), ..(**known).clone() };
                    organization.insert_team(team);
                }
            }
            Self::Remove(team) => {
                organization.remove_team(team);
                remove_from_registries(organization, &Grantee::Team(team.clone()), &context);
            }
            Self::AddPerson { team, person, role } => {
                let exists = organization.people.contains(person);
                if let Some(team) = organization.teams.get_mut(team).filter(|_| exists) {
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
                let exists = organization.service_accounts.contains(service_account);
                if let Some(team) = organization.teams.get_mut(team).filter(|_| exists) {
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

fn require_member(is_member: bool) -> Result<(), Refusal> {
    require(is_member, Missing::TeamMember)
}

fn require_no_member(is_member: bool) -> Result<(), Refusal> {
    if is_member { Err(Refusal::InTeamAlready) } else { Ok(()) }
}

/// Removes an account from every team.
pub(super) fn remove_from_teams(organization: &mut Organization, account: &AccountId) {
    let is_member = |team: &Team| match account {
        AccountId::Person(id) => team.people.contains_key(id),
        AccountId::ServiceAccount(id) => team.service_accounts.contains(id),
    };
    // Leave the other teams alone, so that they stay shared with earlier states.
    let teams: Vec<TeamId> = organization.teams().filter(|team| is_member(team)).map(|team| team.id.clone()).collect();
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

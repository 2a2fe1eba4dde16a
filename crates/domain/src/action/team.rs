//! Actions on teams and their members.

use super::registry::remove_from_registries;
use super::review::{Review, require};
use super::{Context, Reviewable};
use crate::{
    AccountId, AccountName, Grantee, Missing, Organization, Permission, PersonId, ProjectId, Refusal, ServiceAccountId,
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
    /// Remove a team from the organization and its registries, with its projects. Its people stay.
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
                review.keep_registry_admins(&[Grantee::Team(team.clone())])?;
                let projects = review.organization.catalog.projects_of(team);
                let holders = projects.flat_map(|project| review.organization.holders_in_project(&project.id));
                review.keep_protected_aliases(holders.collect())
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
                match team.people.len() {
                    1 => review.keep_registry_admins(&[Grantee::Team(team.id.clone())]),
                    _ => Ok(()),
                }
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
            Self::Add(name) => organization.insert_team(TeamId(context.id), name.clone()),
            Self::Rename { team, name } => organization.rename_team(team, name),
            Self::Remove(team) => {
                let projects: Vec<ProjectId> =
                    organization.catalog.projects_of(team).map(|project| project.id.clone()).collect();
                for project in &projects {
                    organization.catalog.remove_project(project, &context.stamp());
                }
                organization.remove_team(team);
                remove_from_registries(organization, &Grantee::Team(team.clone()), &context);
            }
            Self::AddPerson { team, person, role } => organization.add_person_to_team(team, person, *role),
            Self::SetRole { team, person, role } => {
                let team = organization.teams.get_mut(team);
                if let Some(known) = team.and_then(|team| team.people.get_mut(person)) {
                    *known = *role;
                }
            }
            Self::RemovePerson { team, person } => {
                organization.remove_from_team(team, &AccountId::Person(person.clone()));
            }
            Self::AddServiceAccount { team, service_account } => {
                organization.add_service_account_to_team(team, service_account);
            }
            Self::RemoveServiceAccount { team, service_account } => {
                organization.remove_from_team(team, &AccountId::ServiceAccount(service_account.clone()));
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

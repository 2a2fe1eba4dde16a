//! The permissions in the projects of a team: by the role in the team.

use super::{DenialReason, Permission};
use crate::{AccountId, Organization, ProjectId, TeamId, TeamRole};

impl Organization {
    /// The reason for denying a permission in a team's projects.
    pub(super) fn denial_reason_in_team(&self, account: &AccountId, permission: &Permission) -> Option<DenialReason> {
        let Some((team, needs)) = self.team_asked_for(permission) else { return Some(DenialReason::NoTeamMember) };
        match self.team_role(account, team) {
            None => Some(DenialReason::NoTeamMember),
            Some(has) if has < needs => Some(DenialReason::TeamRoleTooLow { has, needs }),
            Some(_) => None,
        }
    }

    /// The team that a permission is about, and the lowest sufficient role in it (D, R).
    pub(super) fn team_asked_for<'a>(&'a self, permission: &'a Permission) -> Option<(&'a TeamId, TeamRole)> {
        let team_of = |project: &ProjectId| self.catalog.project(project).map(|project| &project.team);
        match permission {
            Permission::CreateProject(team) => Some((team, TeamRole::Member)),
            Permission::WriteProject(project) => Some((team_of(project)?, TeamRole::Member)),
            Permission::ManageProject(project) => Some((team_of(project)?, TeamRole::Admin)),
            Permission::CreateRegistry
            | Permission::ManageDirectory
            | Permission::ManageTeam(_)
            | Permission::InRegistry(..)
            | Permission::InCollection(..)
            | Permission::OnLink(..) => None,
        }
    }
}

//! Actions on projects.

use super::review::Review;
use super::{Context, Reviewable};
use crate::catalog::project::Project;
use crate::{Missing, Organization, Permission, ProjectId, ProjectName, Refusal, TeamId, UniqueField};

/// An action on a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectAction {
    /// Create a project of a team.
    Create {
        /// The team.
        team: TeamId,
        /// The name.
        name: ProjectName,
    },
    /// Rename a project.
    Rename {
        /// The project to rename.
        project: ProjectId,
        /// The new name.
        name: ProjectName,
    },
    /// Delete a project with its versions and the links to them.
    Delete(ProjectId),
}

impl Reviewable for ProjectAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Create { team, name } => {
                review.team(team)?;
                review.require_permission(Permission::CreateProject(team.clone()))?;
                require_free_name(review.organization, team, name, None)
            }
            Self::Rename { project, name } => {
                let project = review.permitted_project(project, Permission::ManageProject)?;
                require_free_name(review.organization, &project.team, name, Some(&project.id))
            }
            Self::Delete(project) => {
                let project = review.permitted_project(project, Permission::ManageProject)?;
                review.keep_protected_aliases(review.organization.holders_in_project(&project.id))
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        let stamp = context.stamp();
        match self {
            Self::Create { team, name } => {
                if organization.team(team).is_some() {
                    organization.catalog.insert_project(Project {
                        id: ProjectId(context.id),
                        team: team.clone(),
                        name: name.clone(),
                        created: stamp.clone(),
                        changed: stamp,
                    });
                }
            }
            Self::Rename { project, name } => {
                organization.catalog.rename_project(project, name);
                organization.catalog.touch_project(project, &stamp);
            }
            Self::Delete(project) => organization.catalog.remove_project(project, &stamp),
        }
    }
}

/// Names of projects are unique in their team by their keys (R). `owner` may keep its name.
fn require_free_name(
    organization: &Organization,
    team: &TeamId,
    name: &ProjectName,
    owner: Option<&ProjectId>,
) -> Result<(), Refusal> {
    match organization.catalog.project_named(team, &name.key()) {
        Some(holder) if Some(&holder.id) != owner => {
            Err(Refusal::Taken { field: UniqueField::ProjectName, holder: None })
        }
        _ => Ok(()),
    }
}

impl Review<'_> {
    /// Looks up a project, and requires a permission in it. A project that the account cannot see is reported as missing (R).
    pub(super) fn permitted_project(
        &self,
        id: &ProjectId,
        permission: fn(ProjectId) -> Permission,
    ) -> Result<&Project, Refusal> {
        let project = self.organization.project_seen_by(self.actor, id).ok_or(Refusal::Missing(Missing::Project))?;
        self.require_permission(permission(id.clone()))?;
        Ok(project)
    }
}

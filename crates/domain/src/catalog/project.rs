//! Projects of teams.

use crate::table::Identified;
use crate::{ProjectId, ProjectName, Stamp, TeamId};

/// A project of a team, in which its people and programs log the versions of artifacts (D).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The id, which never changes.
    pub id: ProjectId,
    /// The team, which never changes.
    pub team: TeamId,
    /// The name, unique in the team.
    pub name: ProjectName,
    /// The time and the author of its creation.
    pub created: Stamp,
    /// The time and the author of its last change, also of its artifacts.
    pub changed: Stamp,
}

impl Identified for Project {
    type Id = ProjectId;

    fn id(&self) -> &ProjectId {
        &self.id
    }
}

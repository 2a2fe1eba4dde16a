//! The teams that an account can choose for a project.

use domain::{DenialReason, Permission, TeamId, View};

/// The teams in whose projects the account has a role, by name.
pub(super) fn own_teams(view: &View) -> Vec<(TeamId, String)> {
    let is_own = |team: &TeamId| match view.may(&Permission::CreateProject(team.clone())).denial() {
        None => true,
        Some(denial) => !matches!(denial.reason, DenialReason::NoTeamMember),
    };
    let own = view.teams.iter().filter(|team| is_own(&team.id));
    let mut own: Vec<(TeamId, String)> = own.map(|team| (team.id.clone(), team.name.to_string())).collect();
    own.sort_by_cached_key(|(_, name)| name.to_lowercase());
    own
}

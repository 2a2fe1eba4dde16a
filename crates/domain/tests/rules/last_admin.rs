//! No custom registry loses its last registry admin, and no organization its last Admin, whichever way it comes.

use domain::{
    AccountId, Action, Core, OrganizationRole, Refusal, RegistryId, Role, ServiceAccountAction, TeamAction, TeamId,
    TeamRole,
};

use crate::support::*;

fn last_of(names: &[&str]) -> Refusal {
    Refusal::LastRegistryAdmin(names.iter().map(|name| registry_name(name)).collect())
}

/// A registry that nobody but one person or one team administers, and a spare person in a team of their own.
struct Cast {
    world: World,
    mina: AccountId,
    spare: AccountId,
    team: TeamId,
    by_row: RegistryId,
    by_team: RegistryId,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let spare = world.person("spare", OrganizationRole::Member);
        let team = world.team_of("platform", &[&mina]);
        Self {
            by_row: world.administered_by("Rows", &member(&mina)),
            by_team: world.administered_by("Teams", &whole(&team)),
            world,
            mina,
            spare,
            team,
        }
    }

    #[track_caller]
    fn check_refused(&mut self, action: &Action, refusal: &Refusal) {
        assert_eq!(self.world.refused(&self.world.founder.clone(), action), *refusal, "{action:?}");
    }
}

#[test]
fn the_last_registry_admin_is_not_taken_off_the_list() {
    let mut cast = Cast::new();
    let (row, team) = (cast.by_row.clone(), cast.by_team.clone());
    let (mina, platform) = (member(&cast.mina), whole(&cast.team));
    cast.check_refused(&remove_member(&row, &mina), &last_of(&["Rows"]));
    cast.check_refused(&remove_member(&team, &platform), &last_of(&["Teams"]));
}

#[test]
fn the_last_registry_admin_is_not_given_a_lower_role() {
    let mut cast = Cast::new();
    let (row, team) = (cast.by_row.clone(), cast.by_team.clone());
    let (mina, platform) = (member(&cast.mina), whole(&cast.team));
    for role in [Role::RestrictedViewer, Role::Viewer, Role::Member] {
        cast.check_refused(&set_member_role(&row, &mina, role), &last_of(&["Rows"]));
        cast.check_refused(&set_member_role(&team, &platform, role), &last_of(&["Teams"]));
    }
    cast.world.by_founder(&set_member_role(&row, &mina, Role::Admin));
}

#[test]
fn the_last_registry_admin_does_not_leave_by_oneself_either() {
    let mut cast = Cast::new();
    let (mina, row) = (cast.mina.clone(), cast.by_row.clone());
    for action in [remove_member(&row, &member(&mina)), set_member_role(&row, &member(&mina), Role::Member)] {
        assert_eq!(cast.world.refused(&mina, &action), last_of(&["Rows"]));
    }
}

#[test]
fn the_last_registry_admin_stays_in_the_team_that_makes_them_one() {
    let mut cast = Cast::new();
    let (mina, team) = (cast.mina.clone(), cast.team.clone());
    cast.check_refused(&leave(&team, &mina), &last_of(&["Teams"]));
    let spare = cast.spare.clone();
    cast.world.join(&team, &spare, TeamRole::Viewer);
    cast.world.by_founder(&leave(&team, &mina));
    cast.check_refused(&leave(&team, &spare), &last_of(&["Teams"]));
}

#[test]
fn the_team_that_alone_administers_a_registry_stays() {
    let mut cast = Cast::new();
    let (team, spare, by_team) = (cast.team.clone(), cast.spare.clone(), cast.by_team.clone());
    cast.check_refused(&Action::Team(TeamAction::Remove(team.clone())), &last_of(&["Teams"]));
    cast.world.list(&by_team, &member(&spare), Role::Admin);
    cast.world.by_founder(&Action::Team(TeamAction::Remove(team)));
    assert_eq!(cast.world.registry(&by_team).rows().len(), 1);
}

#[test]
fn the_last_registry_admin_stays_in_the_organization_and_every_registry_is_named() {
    let mut cast = Cast::new();
    let mina = cast.mina.clone();
    cast.check_refused(&remove_person(&mina), &last_of(&["Rows", "Teams"]));
}

#[test]
fn with_another_registry_admin_every_way_is_open() {
    for way in 0..5 {
        let mut cast = Cast::new();
        let (mina, spare, team) = (cast.mina.clone(), cast.spare.clone(), cast.team.clone());
        for registry in [cast.by_row.clone(), cast.by_team.clone()] {
            cast.world.list(&registry, &member(&spare), Role::Admin);
        }
        let ways = [
            remove_member(&cast.by_row, &member(&mina)),
            set_member_role(&cast.by_row, &member(&mina), Role::Viewer),
            leave(&team, &mina),
            Action::Team(TeamAction::Remove(team)),
            remove_person(&mina),
        ];
        cast.world.by_founder(&ways[way]);
    }
}

#[test]
fn an_organization_admin_is_no_registry_admin_by_that() {
    let mut cast = Cast::new();
    let (mina, by_row) = (cast.mina.clone(), cast.by_row.clone());
    cast.world.by_founder(&set_organization_role(&mina, OrganizationRole::Admin));
    cast.check_refused(&remove_member(&by_row, &member(&mina)), &last_of(&["Rows"]));
    // It does not count against them either: the row is what counts, not where else the role comes from.
    cast.world.by_founder(&set_organization_role(&mina, OrganizationRole::Viewer));
}

#[test]
fn a_service_account_is_no_registry_admin_that_counts() {
    let mut cast = Cast::new();
    let (mina, by_row) = (cast.mina.clone(), cast.by_row.clone());
    let robot = cast.world.service_account("robot");
    cast.world.list(&by_row, &member(&robot), Role::Admin);
    cast.check_refused(&remove_member(&by_row, &member(&mina)), &last_of(&["Rows"]));
    cast.world.by_founder(&Action::ServiceAccount(ServiceAccountAction::Remove(service_account_id(&robot))));
}

#[test]
fn a_team_that_nobody_is_in_is_no_registry_admin_that_counts() {
    let mut cast = Cast::new();
    let (mina, by_row) = (cast.mina.clone(), cast.by_row.clone());
    let (empty, robots) = (cast.world.team("empty"), cast.world.team("robots"));
    let robot = cast.world.service_account("robot");
    cast.world.join(&robots, &robot, TeamRole::Viewer);
    for team in [&empty, &robots] {
        cast.world.list(&by_row, &whole(team), Role::Admin);
    }
    cast.check_refused(&remove_member(&by_row, &member(&mina)), &last_of(&["Rows"]));
    let spare = cast.spare.clone();
    cast.world.join(&empty, &spare, TeamRole::Viewer);
    cast.world.by_founder(&remove_member(&by_row, &member(&mina)));
}

#[test]
fn a_core_registry_may_be_without_a_registry_admin() {
    let mut cast = Cast::new();
    let (mina, core) = (member(&cast.mina), Core::Models.id());
    cast.world.list(&core, &mina, Role::Admin);
    cast.world.by_founder(&set_member_role(&core, &mina, Role::Viewer));
    cast.world.by_founder(&remove_member(&core, &mina));
    assert_eq!(cast.world.registry(&core).rows(), []);
}

#[test]
fn the_administrator_of_a_team_is_told_which_registries_it_would_leave_alone() {
    let mut cast = Cast::new();
    let (mina, team) = (cast.mina.clone(), cast.team.clone());
    let lead = cast.world.person("lead", OrganizationRole::Viewer);
    cast.world.join(&team, &lead, TeamRole::Admin);
    cast.world.administered_by("Hidden", &whole(&team));
    cast.world.must(&lead, &leave(&team, &mina));
    // Whoever can empty a team is in it, and so sees whatever the team administers: nothing is left unnamed.
    assert_eq!(cast.world.refused(&lead, &leave(&team, &lead)), last_of(&["Teams", "Hidden"]));
}

#[test]
fn what_has_no_registry_admin_already_stands_in_nobody_s_way() {
    // No review lets that come about; a log that was damaged or written by other rules can.
    let mut cast = Cast::new();
    let (mina, by_row) = (cast.mina.clone(), cast.by_row.clone());
    let orphan = cast.world.administered_by("Orphan", &member(&mina));
    let removal = remove_member(&orphan, &member(&mina));
    domain::replay(&mut cast.world.organization, &cast.world.founder, &[removal], "x", 0);
    let spare = cast.spare.clone();
    cast.world.list(&by_row, &member(&spare), Role::Admin);
    cast.world.by_founder(&remove_member(&by_row, &member(&mina)));
    cast.world.list(&orphan, &member(&spare), Role::Viewer);
    cast.world.by_founder(&set_member_role(&orphan, &member(&spare), Role::Member));
    cast.world.by_founder(&set_member_role(&orphan, &member(&spare), Role::Admin));
    cast.check_refused(&remove_member(&orphan, &member(&spare)), &last_of(&["Orphan"]));
}

#[test]
fn the_last_admin_of_the_organization_stays_one_and_stays() {
    let mut world = World::new();
    let founder = world.founder.clone();
    world.person("mina", OrganizationRole::Member);
    for role in [OrganizationRole::Viewer, OrganizationRole::Member] {
        assert_eq!(world.refused(&founder, &set_organization_role(&founder, role)), Refusal::LastOrganizationAdmin);
    }
    assert_eq!(world.refused(&founder, &remove_person(&founder)), Refusal::LastOrganizationAdmin);
    world.by_founder(&set_organization_role(&founder, OrganizationRole::Admin));
}

#[test]
fn with_another_admin_an_admin_of_the_organization_may_go_even_oneself() {
    for going in
        [remove_person as fn(&AccountId) -> Action, |person| set_organization_role(person, OrganizationRole::Viewer)]
    {
        let mut world = World::new();
        let (founder, boss) = (world.founder.clone(), world.person("boss", OrganizationRole::Admin));
        world.must(&founder, &going(&founder));
        assert!(!world.organization.is_admin(&founder));
        let last = world.refused(&boss, &going(&boss));
        assert_eq!(last, Refusal::LastOrganizationAdmin);
    }
}

#[test]
fn a_service_account_that_shares_a_team_with_the_last_admin_may_go() {
    let mut cast = Cast::new();
    let team = cast.team.clone();
    let robot = cast.world.service_account("robot");
    cast.world.join(&team, &robot, TeamRole::Viewer);
    let out = Action::Team(TeamAction::RemoveServiceAccount { team, service_account: service_account_id(&robot) });
    cast.world.by_founder(&out);
}

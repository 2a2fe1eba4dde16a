//! No action removes the last admin of a custom registry or of the organization.

use domain::{
    AccountId, Action, CoreRegistry, OrganizationRole, Refusal, RegistryId, Role, ServiceAccountAction, TeamAction,
    TeamId, TeamRole,
};

use crate::support::*;

fn last_of(names: &[&str]) -> Refusal {
    Refusal::LastRegistryAdmin(names.iter().map(|name| registry_name(name)).collect())
}

/// Two registries with a single admin, one a person and one a team, and a spare person.
struct Fixture {
    world: World,
    mina: AccountId,
    spare: AccountId,
    team: TeamId,
    by_row: RegistryId,
    by_team: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let spare = world.person("spare", OrganizationRole::Member);
        let team = world.team_with("platform", &[&mina]);
        Self {
            by_row: world.registry_administered_by("Rows", &grantee(&mina)),
            by_team: world.registry_administered_by("Teams", &team_grantee(&team)),
            world,
            mina,
            spare,
            team,
        }
    }

    #[track_caller]
    fn check_refused(&mut self, action: &Action, refusal: &Refusal) {
        assert_eq!(self.world.expect_refusal(&self.world.founder.clone(), action), *refusal, "{action:?}");
    }
}

#[test]
fn the_last_registry_admin_cannot_be_removed() {
    let mut fixture = Fixture::new();
    let (row, team) = (fixture.by_row.clone(), fixture.by_team.clone());
    let (mina, platform) = (grantee(&fixture.mina), team_grantee(&fixture.team));
    fixture.check_refused(&remove_member(&row, &mina), &last_of(&["Rows"]));
    fixture.check_refused(&remove_member(&team, &platform), &last_of(&["Teams"]));
}

#[test]
fn the_last_registry_admin_cannot_get_a_lower_role() {
    let mut fixture = Fixture::new();
    let (row, team) = (fixture.by_row.clone(), fixture.by_team.clone());
    let (mina, platform) = (grantee(&fixture.mina), team_grantee(&fixture.team));
    for role in [Role::RestrictedViewer, Role::Viewer, Role::Member] {
        fixture.check_refused(&set_member_role(&row, &mina, role), &last_of(&["Rows"]));
        fixture.check_refused(&set_member_role(&team, &platform, role), &last_of(&["Teams"]));
    }
    fixture.world.apply_as_founder(&set_member_role(&row, &mina, Role::Admin));
}

#[test]
fn the_last_registry_admin_cannot_leave() {
    let mut fixture = Fixture::new();
    let (mina, row) = (fixture.mina.clone(), fixture.by_row.clone());
    for action in [remove_member(&row, &grantee(&mina)), set_member_role(&row, &grantee(&mina), Role::Member)] {
        assert_eq!(fixture.world.expect_refusal(&mina, &action), last_of(&["Rows"]));
    }
}

#[test]
fn the_last_registry_admin_cannot_leave_the_admin_team() {
    let mut fixture = Fixture::new();
    let (mina, team) = (fixture.mina.clone(), fixture.team.clone());
    fixture.check_refused(&leave_team(&team, &mina), &last_of(&["Teams"]));
    let spare = fixture.spare.clone();
    fixture.world.join_team(&team, &spare, TeamRole::Viewer);
    fixture.world.apply_as_founder(&leave_team(&team, &mina));
    fixture.check_refused(&leave_team(&team, &spare), &last_of(&["Teams"]));
}

#[test]
fn the_only_admin_team_of_a_registry_cannot_be_removed() {
    let mut fixture = Fixture::new();
    let (team, spare, by_team) = (fixture.team.clone(), fixture.spare.clone(), fixture.by_team.clone());
    fixture.check_refused(&Action::Team(TeamAction::Remove(team.clone())), &last_of(&["Teams"]));
    fixture.world.add_member(&by_team, &grantee(&spare), Role::Admin);
    fixture.world.apply_as_founder(&Action::Team(TeamAction::Remove(team)));
    assert_eq!(fixture.world.registry(&by_team).rows().len(), 1);
}

#[test]
fn the_last_registry_admin_cannot_leave_the_organization() {
    let mut fixture = Fixture::new();
    let mina = fixture.mina.clone();
    fixture.check_refused(&remove_person(&mina), &last_of(&["Rows", "Teams"]));
}

#[test]
fn a_registry_admin_can_leave_if_there_is_another() {
    for index in 0..5 {
        let mut fixture = Fixture::new();
        let (mina, spare, team) = (fixture.mina.clone(), fixture.spare.clone(), fixture.team.clone());
        for registry in [fixture.by_row.clone(), fixture.by_team.clone()] {
            fixture.world.add_member(&registry, &grantee(&spare), Role::Admin);
        }
        let actions = [
            remove_member(&fixture.by_row, &grantee(&mina)),
            set_member_role(&fixture.by_row, &grantee(&mina), Role::Viewer),
            leave_team(&team, &mina),
            Action::Team(TeamAction::Remove(team)),
            remove_person(&mina),
        ];
        fixture.world.apply_as_founder(&actions[index]);
    }
}

#[test]
fn an_organization_admin_does_not_count_as_a_registry_admin() {
    let mut fixture = Fixture::new();
    let (mina, by_row) = (fixture.mina.clone(), fixture.by_row.clone());
    fixture.world.apply_as_founder(&set_organization_role(&mina, OrganizationRole::Admin));
    fixture.check_refused(&remove_member(&by_row, &grantee(&mina)), &last_of(&["Rows"]));
    // Only the row counts, so losing the other source is allowed.
    fixture.world.apply_as_founder(&set_organization_role(&mina, OrganizationRole::Viewer));
}

#[test]
fn a_service_account_does_not_count_as_a_registry_admin() {
    let mut fixture = Fixture::new();
    let (mina, by_row) = (fixture.mina.clone(), fixture.by_row.clone());
    let robot = fixture.world.service_account("robot");
    fixture.world.add_member(&by_row, &grantee(&robot), Role::Admin);
    fixture.check_refused(&remove_member(&by_row, &grantee(&mina)), &last_of(&["Rows"]));
    fixture.world.apply_as_founder(&Action::ServiceAccount(ServiceAccountAction::Remove(service_account_id(&robot))));
}

#[test]
fn a_team_without_people_does_not_count_as_a_registry_admin() {
    let mut fixture = Fixture::new();
    let (mina, by_row) = (fixture.mina.clone(), fixture.by_row.clone());
    let (empty, robots) = (fixture.world.team("empty"), fixture.world.team("robots"));
    let robot = fixture.world.service_account("robot");
    fixture.world.join_team(&robots, &robot, TeamRole::Viewer);
    for team in [&empty, &robots] {
        fixture.world.add_member(&by_row, &team_grantee(team), Role::Admin);
    }
    fixture.check_refused(&remove_member(&by_row, &grantee(&mina)), &last_of(&["Rows"]));
    let spare = fixture.spare.clone();
    fixture.world.join_team(&empty, &spare, TeamRole::Viewer);
    fixture.world.apply_as_founder(&remove_member(&by_row, &grantee(&mina)));
}

#[test]
fn a_core_registry_may_be_without_a_registry_admin() {
    let mut fixture = Fixture::new();
    let (mina, core) = (grantee(&fixture.mina), CoreRegistry::Models.id());
    fixture.world.add_member(&core, &mina, Role::Admin);
    fixture.world.apply_as_founder(&set_member_role(&core, &mina, Role::Viewer));
    fixture.world.apply_as_founder(&remove_member(&core, &mina));
    assert_eq!(fixture.world.registry(&core).rows().to_vec(), []);
}

#[test]
fn a_team_administrator_learns_which_registries_would_lose_their_last_admin() {
    let mut fixture = Fixture::new();
    let (mina, team) = (fixture.mina.clone(), fixture.team.clone());
    let lead = fixture.world.person("lead", OrganizationRole::Viewer);
    fixture.world.join_team(&team, &lead, TeamRole::Admin);
    fixture.world.registry_administered_by("Hidden", &team_grantee(&team));
    fixture.world.apply(&lead, &leave_team(&team, &mina));
    // An account that can empty the team is in it and sees its registries, so the refusal can name all of them.
    assert_eq!(fixture.world.expect_refusal(&lead, &leave_team(&team, &lead)), last_of(&["Teams", "Hidden"]));
}

#[test]
fn a_registry_without_an_admin_blocks_no_action() {
    // The review prevents this state, but a damaged log or other rules can produce it.
    let mut fixture = Fixture::new();
    let (mina, by_row) = (fixture.mina.clone(), fixture.by_row.clone());
    let orphan = fixture.world.registry_administered_by("Orphan", &grantee(&mina));
    let removal = remove_member(&orphan, &grantee(&mina));
    domain::replay(&mut fixture.world.organization, &fixture.world.founder, &[removal], "x", 0);
    let spare = fixture.spare.clone();
    fixture.world.add_member(&by_row, &grantee(&spare), Role::Admin);
    fixture.world.apply_as_founder(&remove_member(&by_row, &grantee(&mina)));
    fixture.world.add_member(&orphan, &grantee(&spare), Role::Viewer);
    fixture.world.apply_as_founder(&set_member_role(&orphan, &grantee(&spare), Role::Member));
    fixture.world.apply_as_founder(&set_member_role(&orphan, &grantee(&spare), Role::Admin));
    fixture.check_refused(&remove_member(&orphan, &grantee(&spare)), &last_of(&["Orphan"]));
}

#[test]
fn the_last_organization_admin_cannot_leave_or_get_a_lower_role() {
    let mut world = World::new();
    let founder = world.founder.clone();
    world.person("mina", OrganizationRole::Member);
    for role in [OrganizationRole::Viewer, OrganizationRole::Member] {
        assert_eq!(
            world.expect_refusal(&founder, &set_organization_role(&founder, role)),
            Refusal::LastOrganizationAdmin
        );
    }
    assert_eq!(world.expect_refusal(&founder, &remove_person(&founder)), Refusal::LastOrganizationAdmin);
    world.apply_as_founder(&set_organization_role(&founder, OrganizationRole::Admin));
}

#[test]
fn an_organization_admin_can_leave_if_there_is_another() {
    for leaving in
        [remove_person as fn(&AccountId) -> Action, |person| set_organization_role(person, OrganizationRole::Viewer)]
    {
        let mut world = World::new();
        let (founder, boss) = (world.founder.clone(), world.person("boss", OrganizationRole::Admin));
        world.apply(&founder, &leaving(&founder));
        assert!(!world.organization.is_admin(&founder));
        let last = world.expect_refusal(&boss, &leaving(&boss));
        assert_eq!(last, Refusal::LastOrganizationAdmin);
    }
}

#[test]
fn a_service_account_can_leave_the_team_of_the_last_admin() {
    let mut fixture = Fixture::new();
    let team = fixture.team.clone();
    let robot = fixture.world.service_account("robot");
    fixture.world.join_team(&team, &robot, TeamRole::Viewer);
    let out = Action::Team(TeamAction::RemoveServiceAccount { team, service_account: service_account_id(&robot) });
    fixture.world.apply_as_founder(&out);
}

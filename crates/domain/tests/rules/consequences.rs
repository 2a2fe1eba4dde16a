//! The predicted consequences of intents.

use domain::{
    AccessChange, AccountId, Action, Consequences, CoreRegistry, DefaultRole, Missing, OrganizationAction,
    OrganizationRole, OwnerChange, PersonAction, Refusal, RegistryAction, RegistryId, Role, TeamAction, TeamRole,
    Visibility,
};

use crate::support::*;

struct Fixture {
    world: World,
    founder: AccountId,
    mina: AccountId,
    noa: AccountId,
    robot: AccountId,
    open: RegistryId,
    restricted: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let noa = world.person("noa", OrganizationRole::Viewer);
        let robot = world.service_account("robot");
        let open = world.create_registry(&mina, new_registry("Open", Visibility::Organization));
        let restricted = world.create_registry(&mina, new_registry("Restricted", Visibility::Restricted));
        Self { founder: world.founder.clone(), mina, noa, robot, open, restricted, world }
    }

    fn of(&self, actor: &AccountId, actions: &[Action]) -> Consequences {
        self.world.view(actor).consequences(actions).unwrap()
    }

    fn change(
        &self,
        registry: &RegistryId,
        account: &AccountId,
        before: Option<Role>,
        after: Option<Role>,
    ) -> AccessChange {
        let name = self.world.registry(registry).name().clone();
        AccessChange { registry: registry.clone(), name, account: account.clone(), before, after }
    }
}

const BASE: Option<Role> = Some(Role::RestrictedViewer);

#[test]
fn an_action_that_changes_no_role_has_no_consequences() {
    let fixture = Fixture::new();
    for action in [
        describe(&fixture.open, "Other."),
        rename_registry(&fixture.open, "Other"),
        add_member(&fixture.open, &grantee(&fixture.noa), Role::RestrictedViewer),
        set_visibility(&fixture.open, Visibility::Organization),
    ] {
        assert!(fixture.of(&fixture.mina, &[action]).is_empty());
    }
}

#[test]
fn restricting_a_registry_removes_access_without_a_row() {
    let fixture = Fixture::new();
    let found = fixture.of(&fixture.mina, &[set_visibility(&fixture.open, Visibility::Restricted)]);
    let expected = [
        fixture.change(&fixture.open, &fixture.noa, BASE, None),
        fixture.change(&fixture.open, &fixture.robot, Some(Role::Member), None),
    ];
    assert_eq!((found.access.as_slice(), found.owners.as_slice()), (&expected[..], &[][..]));
}

#[test]
fn removing_a_person_removes_every_role_and_changes_owners() {
    let mut fixture = Fixture::new();
    let (founder, mina, noa) = (fixture.founder.clone(), fixture.mina.clone(), fixture.noa.clone());
    for registry in [fixture.open.clone(), fixture.restricted.clone()] {
        fixture.world.add_member(&registry, &grantee(&noa), Role::Admin);
    }
    let found = fixture.of(&founder, &[remove_person(&mina)]);
    let [models, datasets] = CoreRegistry::ALL.map(CoreRegistry::id);
    let admin = Some(Role::Admin);
    let mut expected = [
        fixture.change(&datasets, &mina, BASE, None),
        fixture.change(&models, &mina, BASE, None),
        fixture.change(&fixture.open, &mina, admin, None),
        fixture.change(&fixture.restricted, &mina, admin, None),
    ];
    expected.sort_by(|one, other| one.registry.cmp(&other.registry));
    assert_eq!(found.access, expected);
    let owner = |registry: &RegistryId| OwnerChange {
        registry: registry.clone(),
        name: fixture.world.registry(registry).name().clone(),
        before: Some(person_id(&mina)),
        after: Some(person_id(&noa)),
    };
    assert_eq!(found.owners, [owner(&fixture.open), owner(&fixture.restricted)]);
}

#[test]
fn removing_a_team_removes_exactly_the_roles_it_gave() {
    let mut fixture = Fixture::new();
    let (founder, mina, noa, robot) =
        (fixture.founder.clone(), fixture.mina.clone(), fixture.noa.clone(), fixture.robot.clone());
    let team = fixture.world.team_with("platform", &[&founder, &mina, &noa, &robot]);
    for registry in [fixture.open.clone(), fixture.restricted.clone()] {
        fixture.world.add_member(&registry, &team_grantee(&team), Role::Member);
    }
    let member = Some(Role::Member);
    let expected = [
        fixture.change(&fixture.open, &noa, member, BASE),
        fixture.change(&fixture.restricted, &noa, member, None),
        fixture.change(&fixture.restricted, &robot, member, None),
    ];
    assert_eq!(fixture.of(&founder, &[Action::Team(TeamAction::Remove(team.clone()))]).access, expected);
    let out = Action::Team(TeamAction::RemoveServiceAccount {
        team: team.clone(),
        service_account: service_account_id(&robot),
    });
    let one_by_one = fixture.of(&founder, &[leave_team(&team, &noa), leave_team(&team, &mina), out]);
    assert_eq!(one_by_one.access, expected);
}

#[test]
fn joining_a_team_gives_the_roles_of_the_team() {
    let mut fixture = Fixture::new();
    let (founder, noa, restricted) = (fixture.founder.clone(), fixture.noa.clone(), fixture.restricted.clone());
    let team = fixture.world.team("platform");
    fixture.world.add_member(&restricted, &team_grantee(&team), Role::Viewer);
    let found = fixture.of(&founder, &[join_team(&team, &noa, TeamRole::Viewer)]);
    assert_eq!(found.access, [fixture.change(&restricted, &noa, None, Some(Role::Viewer))]);
    let robot = fixture.of(&founder, &[join_team(&team, &fixture.robot, TeamRole::Viewer)]);
    assert!(robot.is_empty(), "a service account gets nothing through a team's lower row");
}

#[test]
fn changing_the_default_role_changes_accounts_without_another_role() {
    let fixture = Fixture::new();
    let found =
        fixture.of(&fixture.founder, &[Action::Organization(OrganizationAction::SetDefaultRole(DefaultRole::Viewer))]);
    let [models, datasets] = CoreRegistry::ALL.map(CoreRegistry::id);
    let viewer = Some(Role::Viewer);
    let expected = [
        fixture.change(&datasets, &fixture.mina, BASE, viewer),
        fixture.change(&datasets, &fixture.noa, BASE, viewer),
        fixture.change(&models, &fixture.mina, BASE, viewer),
        fixture.change(&models, &fixture.noa, BASE, viewer),
        fixture.change(&fixture.open, &fixture.noa, BASE, viewer),
    ];
    assert_eq!(found.access, expected);
}

#[test]
fn a_new_person_gets_the_base_role() {
    let fixture = Fixture::new();
    let found =
        fixture.of(&fixture.founder, &[Action::Person(PersonAction::Add(new_person("new", OrganizationRole::Viewer)))]);
    assert_eq!(found.access.len(), 3);
    assert!(found.access.iter().all(|change| (change.before, change.after) == (None, BASE)));
}

#[test]
fn creating_and_deleting_a_registry_changes_the_access_of_all_accounts() {
    let mut fixture = Fixture::new();
    let new = new_registry("New", Visibility::Organization);
    let found = fixture.of(&fixture.mina, &[Action::Registry(RegistryAction::Create(new.clone()))]);
    assert_eq!(found.access.len(), fixture.world.organization.accounts().count());
    assert!(found.access.iter().all(|change| change.before.is_none() && change.name.as_str() == "New"));
    assert_eq!(found.owners, []);
    let mina = fixture.mina.clone();
    let id = fixture.world.create_registry(&mina, new);
    let found = fixture.of(&mina, &[Action::Registry(RegistryAction::Delete(id.clone()))]);
    assert_eq!(found.access.len(), fixture.world.organization.accounts().count());
    assert!(found.access.iter().all(|change| change.after.is_none() && change.registry == id));
    assert_eq!(found.owners, []);
}

#[test]
fn consequences_in_hidden_registries_are_left_out() {
    let mut fixture = Fixture::new();
    let (noa, mina) = (fixture.noa.clone(), fixture.mina.clone());
    // Only one of the two teams is listed in `Restricted`, so its administrator sees the registry.
    let (inside, outside) = (fixture.world.team("inside"), fixture.world.team("outside"));
    for team in [&inside, &outside] {
        fixture.world.join_team(team, &noa, TeamRole::Admin);
        fixture.world.join_team(team, &mina, TeamRole::Viewer);
    }
    let restricted = fixture.restricted.clone();
    let tom = fixture.world.person("tom", OrganizationRole::Member);
    fixture.world.join_team(&inside, &tom, TeamRole::Viewer);
    fixture.world.add_member(&restricted, &team_grantee(&inside), Role::Member);
    let found = fixture.of(&noa, &[leave_team(&inside, &tom)]);
    assert_eq!(found.access, [fixture.change(&restricted, &tom, Some(Role::Member), None)]);
    assert!(fixture.of(&noa, &[leave_team(&outside, &mina)]).is_empty());
}

#[test]
fn giving_up_the_own_role_removes_its_grants() {
    let mut fixture = Fixture::new();
    let boss = fixture.world.person("boss", OrganizationRole::Admin);
    let found = fixture.of(&boss, &[set_organization_role(&boss, OrganizationRole::Member)]);
    let admin = Some(Role::Admin);
    let [models, datasets] = CoreRegistry::ALL.map(CoreRegistry::id);
    let expected = [
        fixture.change(&datasets, &boss, admin, BASE),
        fixture.change(&models, &boss, admin, BASE),
        fixture.change(&fixture.open, &boss, admin, BASE),
        fixture.change(&fixture.restricted, &boss, admin, None),
    ];
    assert_eq!(found.access, expected);
}

#[test]
fn a_refused_intent_reports_the_position_of_the_refused_action() {
    let fixture = Fixture::new();
    let answer = fixture.world.view(&fixture.mina).consequences(&[
        describe(&fixture.open, "Other."),
        remove_member(&fixture.open, &grantee(&fixture.noa)),
        describe(&fixture.open, "Another."),
    ]);
    assert_eq!(answer, Err((1, Refusal::Missing(Missing::Member))));
}

#[test]
fn computing_consequences_changes_nothing() {
    let fixture = Fixture::new();
    let before = fixture.world.organization.clone();
    fixture.of(
        &fixture.founder,
        &[Action::Registry(RegistryAction::Delete(fixture.open.clone())), remove_person(&fixture.noa)],
    );
    assert_eq!(fixture.world.organization, before);
}

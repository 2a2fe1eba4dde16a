//! What is announced before something is done.

use domain::{
    AccessChange, AccountId, Action, Consequences, Core, DefaultRole, Missing, OrganizationAction, OrganizationRole,
    OwnerChange, PersonAction, Refusal, RegistryAction, RegistryId, Role, TeamAction, TeamRole, Visibility,
};

use crate::support::*;

struct Cast {
    world: World,
    founder: AccountId,
    mina: AccountId,
    noa: AccountId,
    robot: AccountId,
    open: RegistryId,
    restricted: RegistryId,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let noa = world.person("noa", OrganizationRole::Viewer);
        let robot = world.service_account("robot");
        let open = world.create(&mina, new_registry("Open", Visibility::Organization));
        let restricted = world.create(&mina, new_registry("Restricted", Visibility::Restricted));
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
fn what_changes_nobody_s_access_has_no_consequences() {
    let cast = Cast::new();
    for action in [
        describe(&cast.open, "Other."),
        rename_registry(&cast.open, "Other"),
        add_member(&cast.open, &member(&cast.noa), Role::RestrictedViewer),
        set_visibility(&cast.open, Visibility::Organization),
    ] {
        assert!(cast.of(&cast.mina, &[action]).is_empty());
    }
}

#[test]
fn who_loses_access_is_named_when_a_registry_becomes_restricted() {
    let cast = Cast::new();
    let found = cast.of(&cast.mina, &[set_visibility(&cast.open, Visibility::Restricted)]);
    let expected = [
        cast.change(&cast.open, &cast.noa, BASE, None),
        cast.change(&cast.open, &cast.robot, Some(Role::Member), None),
    ];
    assert_eq!((found.access.as_slice(), found.owners.as_slice()), (&expected[..], &[][..]));
}

#[test]
fn who_is_removed_from_the_organization_loses_everything_and_the_next_owner_is_named() {
    let mut cast = Cast::new();
    let (founder, mina, noa) = (cast.founder.clone(), cast.mina.clone(), cast.noa.clone());
    for registry in [cast.open.clone(), cast.restricted.clone()] {
        cast.world.list(&registry, &member(&noa), Role::Admin);
    }
    let found = cast.of(&founder, &[remove_person(&mina)]);
    let [models, datasets] = Core::ALL.map(Core::id);
    let admin = Some(Role::Admin);
    let mut expected = [
        cast.change(&datasets, &mina, BASE, None),
        cast.change(&models, &mina, BASE, None),
        cast.change(&cast.open, &mina, admin, None),
        cast.change(&cast.restricted, &mina, admin, None),
    ];
    expected.sort_by(|one, other| one.registry.cmp(&other.registry));
    assert_eq!(found.access, expected);
    let owner = |registry: &RegistryId| OwnerChange {
        registry: registry.clone(),
        name: cast.world.registry(registry).name().clone(),
        before: Some(person_id(&mina)),
        after: Some(person_id(&noa)),
    };
    assert_eq!(found.owners, [owner(&cast.open), owner(&cast.restricted)]);
}

#[test]
fn a_team_that_goes_takes_away_what_came_through_it_and_no_more() {
    let mut cast = Cast::new();
    let (founder, mina, noa, robot) = (cast.founder.clone(), cast.mina.clone(), cast.noa.clone(), cast.robot.clone());
    let team = cast.world.team_of("platform", &[&founder, &mina, &noa, &robot]);
    for registry in [cast.open.clone(), cast.restricted.clone()] {
        cast.world.list(&registry, &whole(&team), Role::Member);
    }
    let member = Some(Role::Member);
    let expected = [
        cast.change(&cast.open, &noa, member, BASE),
        cast.change(&cast.restricted, &noa, member, None),
        cast.change(&cast.restricted, &robot, member, None),
    ];
    assert_eq!(cast.of(&founder, &[Action::Team(TeamAction::Remove(team.clone()))]).access, expected);
    let out = Action::Team(TeamAction::RemoveServiceAccount {
        team: team.clone(),
        service_account: service_account_id(&robot),
    });
    let one_by_one = cast.of(&founder, &[leave(&team, &noa), leave(&team, &mina), out]);
    assert_eq!(one_by_one.access, expected);
}

#[test]
fn joining_a_team_gives_what_the_team_has() {
    let mut cast = Cast::new();
    let (founder, noa, restricted) = (cast.founder.clone(), cast.noa.clone(), cast.restricted.clone());
    let team = cast.world.team("platform");
    cast.world.list(&restricted, &whole(&team), Role::Viewer);
    let found = cast.of(&founder, &[joining(&team, &noa, TeamRole::Viewer)]);
    assert_eq!(found.access, [cast.change(&restricted, &noa, None, Some(Role::Viewer))]);
    let robot = cast.of(&founder, &[joining(&team, &cast.robot, TeamRole::Viewer)]);
    assert!(robot.is_empty(), "a service account gets nothing through a team's lower row");
}

#[test]
fn the_default_role_changes_everybody_without_more() {
    let cast = Cast::new();
    let found =
        cast.of(&cast.founder, &[Action::Organization(OrganizationAction::SetDefaultRole(DefaultRole::Viewer))]);
    let [models, datasets] = Core::ALL.map(Core::id);
    let viewer = Some(Role::Viewer);
    let expected = [
        cast.change(&datasets, &cast.mina, BASE, viewer),
        cast.change(&datasets, &cast.noa, BASE, viewer),
        cast.change(&models, &cast.mina, BASE, viewer),
        cast.change(&models, &cast.noa, BASE, viewer),
        cast.change(&cast.open, &cast.noa, BASE, viewer),
    ];
    assert_eq!(found.access, expected);
}

#[test]
fn who_comes_gets_what_everybody_has() {
    let cast = Cast::new();
    let found =
        cast.of(&cast.founder, &[Action::Person(PersonAction::Add(new_person("new", OrganizationRole::Viewer)))]);
    assert_eq!(found.access.len(), 3);
    assert!(found.access.iter().all(|change| (change.before, change.after) == (None, BASE)));
}

#[test]
fn a_new_registry_is_everybody_s_gain_and_a_deleted_one_everybody_s_loss() {
    let mut cast = Cast::new();
    let new = new_registry("New", Visibility::Organization);
    let found = cast.of(&cast.mina, &[Action::Registry(RegistryAction::Create(new.clone()))]);
    assert_eq!(found.access.len(), cast.world.organization.accounts().count());
    assert!(found.access.iter().all(|change| change.before.is_none() && change.name.as_str() == "New"));
    assert_eq!(found.owners, []);
    let mina = cast.mina.clone();
    let id = cast.world.create(&mina, new);
    let found = cast.of(&mina, &[Action::Registry(RegistryAction::Delete(id.clone()))]);
    assert_eq!(found.access.len(), cast.world.organization.accounts().count());
    assert!(found.access.iter().all(|change| change.after.is_none() && change.registry == id));
    assert_eq!(found.owners, []);
}

#[test]
fn what_happens_where_the_acting_account_sees_nothing_is_not_told() {
    let mut cast = Cast::new();
    let (noa, mina) = (cast.noa.clone(), cast.mina.clone());
    // The lead of a team that is listed in `Restricted` sees it, and the lead of one that is not does not.
    let (inside, outside) = (cast.world.team("inside"), cast.world.team("outside"));
    for team in [&inside, &outside] {
        cast.world.join(team, &noa, TeamRole::Admin);
        cast.world.join(team, &mina, TeamRole::Viewer);
    }
    let restricted = cast.restricted.clone();
    let tom = cast.world.person("tom", OrganizationRole::Member);
    cast.world.join(&inside, &tom, TeamRole::Viewer);
    cast.world.list(&restricted, &whole(&inside), Role::Member);
    let told = cast.of(&noa, &[leave(&inside, &tom)]);
    assert_eq!(told.access, [cast.change(&restricted, &tom, Some(Role::Member), None)]);
    assert!(cast.of(&noa, &[leave(&outside, &mina)]).is_empty());
}

#[test]
fn giving_up_one_s_own_role_tells_what_is_lost_by_it() {
    let mut cast = Cast::new();
    let boss = cast.world.person("boss", OrganizationRole::Admin);
    let found = cast.of(&boss, &[set_organization_role(&boss, OrganizationRole::Member)]);
    let admin = Some(Role::Admin);
    let [models, datasets] = Core::ALL.map(Core::id);
    let expected = [
        cast.change(&datasets, &boss, admin, BASE),
        cast.change(&models, &boss, admin, BASE),
        cast.change(&cast.open, &boss, admin, BASE),
        cast.change(&cast.restricted, &boss, admin, None),
    ];
    assert_eq!(found.access, expected);
}

#[test]
fn what_is_refused_has_no_consequences_and_tells_which_of_several() {
    let cast = Cast::new();
    let answer = cast.world.view(&cast.mina).consequences(&[
        describe(&cast.open, "Other."),
        remove_member(&cast.open, &member(&cast.noa)),
        describe(&cast.open, "Another."),
    ]);
    assert_eq!(answer, Err((1, Refusal::Missing(Missing::Member))));
}

#[test]
fn asking_for_consequences_changes_nothing() {
    let cast = Cast::new();
    let before = cast.world.organization.clone();
    cast.of(&cast.founder, &[Action::Registry(RegistryAction::Delete(cast.open.clone())), remove_person(&cast.noa)]);
    assert_eq!(cast.world.organization, before);
}

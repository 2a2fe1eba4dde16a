//! Who is listed in a registry: adding by name, changing a role, taking off the list.

use domain::{
    Action, DefaultRole, Grantee, Id, MemberFault, Missing, OrganizationAction, OrganizationRole, PersonId, Refusal,
    RegistryId, Role, Row, ServiceAccountId, TeamId, Visibility,
};

use crate::support::*;

/// A registry of the founder's, and one of each who can be listed in it.
struct Cast {
    world: World,
    registry: RegistryId,
    mina: Grantee,
    admin: Grantee,
    robot: Grantee,
    team: Grantee,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let founder = world.founder.clone();
        Self {
            mina: member(&world.person("mina", OrganizationRole::Member)),
            admin: member(&world.person("boss", OrganizationRole::Admin)),
            robot: member(&world.service_account("ci-runner")),
            team: Grantee::Team(world.team("Platform")),
            registry: world.create(&founder, new_registry("Speech", Visibility::Restricted)),
            world,
        }
    }

    fn to_add(&self, names: &str, role: Option<Role>) -> Result<Vec<Action>, Vec<MemberFault>> {
        self.world.view(&self.world.founder).members_to_add(&self.registry, names, role)
    }

    #[track_caller]
    fn check_named(&self, named: &str, expected: &Grantee) {
        let expected = add_member(&self.registry, expected, Role::Admin);
        assert_eq!(self.to_add(named, Some(Role::Admin)), Ok(vec![expected]), "{named:?}");
    }

    #[track_caller]
    fn check_faults(&self, names: &str, role: Option<Role>, expected: &[(&str, Refusal)]) {
        let faults = expected
            .iter()
            .map(|(named, refusal)| MemberFault { named: (*named).to_owned(), refusal: refusal.clone() })
            .collect();
        assert_eq!(self.to_add(names, role), Err(faults), "{names:?}");
    }

    #[track_caller]
    fn check_refused(&mut self, action: &Action, refusal: &Refusal) {
        assert_eq!(self.world.refused(&self.world.founder.clone(), action), *refusal, "{action:?}");
    }
}

const NOBODY: Refusal = Refusal::Missing(Missing::Account);

#[test]
fn a_member_is_named_by_username_email_service_account_or_team() {
    let cast = Cast::new();
    for named in ["mina", "MINA", " mina\t", "mina@lighthouse.example", "Mina@Lighthouse.EXAMPLE", "mi\u{ad}na"] {
        cast.check_named(named, &cast.mina);
    }
    for named in ["ci-runner", "CI-Runner", "\u{3000}ci-runner\u{a0}"] {
        cast.check_named(named, &cast.robot);
    }
    for named in ["Platform", "platform", "PLATFORM"] {
        cast.check_named(named, &cast.team);
    }
}

#[test]
fn who_is_not_in_the_organization_is_not_added() {
    let cast = Cast::new();
    for named in ["min", "minaa", "mi na", "@mina", "mina@", "mina@elsewhere.example", "lighthouse", "Speech", "*"] {
        cast.check_faults(named, None, &[(named, NOBODY)]);
    }
}

#[test]
fn several_are_separated_by_commas_semicolons_or_line_ends() {
    let cast = Cast::new();
    let expected = [&cast.mina, &cast.robot, &cast.team].map(|member| add_member(&cast.registry, member, Role::Member));
    for names in [
        "mina,ci-runner,platform",
        "mina, ci-runner, platform,",
        "mina\nci-runner\nplatform\n",
        "mina\r\nci-runner\r\n\r\nplatform",
        "; mina ;; ci-runner\n,\rplatform ;",
    ] {
        assert_eq!(cast.to_add(names, Some(Role::Member)), Ok(expected.to_vec()), "{names:?}");
    }
}

#[test]
fn a_text_that_names_nobody_adds_nobody() {
    let cast = Cast::new();
    for names in ["", "  ", ",", " , ;\n\r\n\t"] {
        assert_eq!(cast.to_add(names, None), Ok(Vec::new()), "{names:?}");
    }
}

#[test]
fn of_five_of_whom_one_is_wrong_none_is_added_and_the_wrong_one_is_named() {
    let cast = Cast::new();
    cast.check_faults("mina, boss, Mistaken , ci-runner, platform", None, &[("Mistaken", NOBODY)]);
}

#[test]
fn every_fault_is_named_each_with_its_reason() {
    let mut cast = Cast::new();
    let (registry, mina) = (cast.registry.clone(), cast.mina.clone());
    cast.world.list(&registry, &mina, Role::Viewer);
    cast.check_faults(
        "nobody, mina, boss, ci-runner, ada",
        Some(Role::Viewer),
        &[
            ("nobody", NOBODY),
            ("mina", Refusal::ListedAlready(Role::Viewer)),
            ("ci-runner", Refusal::ServiceAccountRole),
            ("ada", Refusal::ListedAlready(Role::Admin)),
        ],
    );
}

#[test]
fn who_is_named_twice_is_listed_already_whatever_they_are_called() {
    let cast = Cast::new();
    for again in ["mina", "MINA", "mina@lighthouse.example"] {
        let names = format!("mina, boss, {again}");
        cast.check_faults(&names, Some(Role::Member), &[(again, Refusal::ListedAlready(Role::Member))]);
    }
}

#[test]
fn everybody_who_is_to_be_added_can_be_added_at_once() {
    let mut cast = Cast::new();
    for action in cast.to_add("mina, boss, ci-runner, platform", None).unwrap() {
        cast.world.by_founder(&action);
    }
    let rows = [
        (member(&cast.world.founder), Role::Admin),
        (cast.mina.clone(), Role::RestrictedViewer),
        (cast.admin.clone(), Role::Admin),
        (cast.robot.clone(), Role::Member),
        (cast.team.clone(), Role::RestrictedViewer),
    ];
    let rows = rows.map(|(grantee, role)| Row { grantee, role });
    assert_eq!(cast.world.registry(&cast.registry).rows(), rows);
}

#[test]
fn the_role_that_somebody_is_added_with_follows_the_setting_as_it_is_then() {
    let mut cast = Cast::new();
    for (setting, role) in
        [(DefaultRole::Viewer, Role::Viewer), (DefaultRole::RestrictedViewer, Role::RestrictedViewer)]
    {
        cast.world.by_founder(&Action::Organization(OrganizationAction::SetDefaultRole(setting)));
        let view = cast.world.view(&cast.world.founder);
        let roles = [&cast.mina, &cast.team, &cast.admin, &cast.robot].map(|member| view.default_role_of(member));
        assert_eq!(roles, [role, role, Role::Admin, Role::Member]);
    }
}

#[test]
fn a_service_account_is_listed_as_member_or_admin_only() {
    let mut cast = Cast::new();
    let (registry, robot) = (cast.registry.clone(), cast.robot.clone());
    for role in [Role::RestrictedViewer, Role::Viewer] {
        cast.check_refused(&add_member(&registry, &robot, role), &Refusal::ServiceAccountRole);
        cast.check_faults("ci-runner", Some(role), &[("ci-runner", Refusal::ServiceAccountRole)]);
    }
    cast.world.list(&registry, &robot, Role::Admin);
    for role in [Role::RestrictedViewer, Role::Viewer] {
        cast.check_refused(&set_member_role(&registry, &robot, role), &Refusal::ServiceAccountRole);
    }
    cast.world.by_founder(&set_member_role(&registry, &robot, Role::Member));
}

#[test]
fn nobody_is_listed_twice() {
    let mut cast = Cast::new();
    let registry = cast.registry.clone();
    for member in [cast.mina.clone(), cast.robot.clone(), cast.team.clone()] {
        cast.world.list(&registry, &member, Role::Member);
        for role in [Role::Member, Role::Admin] {
            cast.check_refused(&add_member(&registry, &member, role), &Refusal::ListedAlready(Role::Member));
        }
    }
}

#[test]
fn who_is_not_there_is_not_listed() {
    let mut cast = Cast::new();
    let nobody = || Id::from_text("nobody");
    for (member, missing) in [
        (Grantee::Person(PersonId(nobody())), Missing::Person),
        (Grantee::ServiceAccount(ServiceAccountId(nobody())), Missing::ServiceAccount),
        (Grantee::Team(TeamId(nobody())), Missing::Team),
    ] {
        let action = add_member(&cast.registry.clone(), &member, Role::Admin);
        cast.check_refused(&action, &Refusal::Missing(missing));
    }
}

#[test]
fn who_is_not_listed_has_no_row_to_change_or_remove() {
    let mut cast = Cast::new();
    let registry = cast.registry.clone();
    for member in [cast.mina.clone(), cast.admin.clone(), cast.robot.clone(), cast.team.clone()] {
        for action in [set_member_role(&registry, &member, Role::Admin), remove_member(&registry, &member)] {
            cast.check_refused(&action, &Refusal::Missing(Missing::Member));
        }
    }
}

#[test]
fn a_role_is_changed_in_its_place_and_nothing_else_is() {
    let mut cast = Cast::new();
    let (registry, mina, team) = (cast.registry.clone(), cast.mina.clone(), cast.team.clone());
    for member in [&mina, &team] {
        cast.world.list(&registry, member, Role::Viewer);
    }
    let before = cast.world.registry(&registry).rows().to_vec();
    cast.world.by_founder(&set_member_role(&registry, &mina, Role::Member));
    let mut expected = before.clone();
    expected[1].role = Role::Member;
    assert_eq!(cast.world.registry(&registry).rows(), expected);
    cast.world.by_founder(&remove_member(&registry, &mina));
    expected.remove(1);
    assert_eq!(cast.world.registry(&registry).rows(), expected);
    assert_eq!(cast.world.registry(&registry).changed().at, cast.world.now());
}

#[test]
fn adding_by_name_needs_the_permission_and_the_sight_of_the_registry() {
    let mut cast = Cast::new();
    let viewer = cast.world.person("viewer", OrganizationRole::Member);
    let outsider = cast.world.person("outsider", OrganizationRole::Member);
    let registry = cast.registry.clone();
    cast.world.list(&registry, &member(&viewer), Role::Member);
    let answer = cast.world.view(&viewer).members_to_add(&registry, "mina", None).unwrap_err();
    assert!(matches!(&answer[..], [MemberFault { refusal: Refusal::Denied(_), .. }]), "{answer:?}");
    // Neither who is there is told, nor the same twice.
    let of_two = cast.world.view(&viewer).members_to_add(&registry, "nobody, mina", None).unwrap_err();
    assert!(matches!(&of_two[..], [MemberFault { refusal: Refusal::Denied(_), .. }]), "{of_two:?}");
    let unseen = [MemberFault { named: "mina".to_owned(), refusal: Refusal::Missing(Missing::Registry) }];
    assert_eq!(cast.world.view(&outsider).members_to_add(&registry, "mina", None).unwrap_err(), unseen);
}

#[test]
fn a_team_s_row_reaches_everybody_in_it_as_long_as_they_are() {
    let mut cast = Cast::new();
    let (registry, team) = (cast.registry.clone(), cast.team.clone());
    let Grantee::Team(id) = &team else { panic!("{team:?} is no team") };
    let noa = cast.world.person("noa", OrganizationRole::Viewer);
    cast.world.list(&registry, &team, Role::Member);
    assert_eq!(cast.world.role(&noa, &registry), None);
    cast.world.join(id, &noa, domain::TeamRole::Viewer);
    assert_eq!(cast.world.role(&noa, &registry), Some(Role::Member));
    cast.world.by_founder(&leave(id, &noa));
    assert_eq!(cast.world.role(&noa, &registry), None);
}

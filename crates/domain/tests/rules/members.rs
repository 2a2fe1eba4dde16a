//! The members of a registry: adding by name, changing roles, removing.

use domain::{
    Action, DefaultRole, Grantee, Id, MemberFault, Missing, OrganizationAction, OrganizationRole, PersonId, Refusal,
    RegistryId, Role, Row, ServiceAccountId, TeamId, Visibility,
};

use crate::support::*;

/// A registry of the founder, and one possible member of each kind.
struct Fixture {
    world: World,
    registry: RegistryId,
    mina: Grantee,
    admin: Grantee,
    robot: Grantee,
    team: Grantee,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let founder = world.founder.clone();
        Self {
            mina: grantee(&world.person("mina", OrganizationRole::Member)),
            admin: grantee(&world.person("boss", OrganizationRole::Admin)),
            robot: grantee(&world.service_account("ci-runner")),
            team: Grantee::Team(world.team("Platform")),
            registry: world.create_registry(&founder, new_registry("Speech", Visibility::Restricted)),
            world,
        }
    }

    fn parse_members(&self, names: &str, role: Option<Role>) -> Result<Vec<Action>, Vec<MemberFault>> {
        self.world.view(&self.world.founder).members_to_add(&self.registry, names, role)
    }

    #[track_caller]
    fn check_named(&self, named: &str, expected: &Grantee) {
        let expected = add_member(&self.registry, expected, Role::Admin);
        assert_eq!(self.parse_members(named, Some(Role::Admin)), Ok(vec![expected]), "{named:?}");
    }

    #[track_caller]
    fn check_faults(&self, names: &str, role: Option<Role>, expected: &[(&str, Refusal)]) {
        let faults = expected
            .iter()
            .map(|(named, refusal)| MemberFault { name: (*named).to_owned(), refusal: refusal.clone() })
            .collect();
        assert_eq!(self.parse_members(names, role), Err(faults), "{names:?}");
    }

    #[track_caller]
    fn check_refused(&mut self, action: &Action, refusal: &Refusal) {
        assert_eq!(self.world.expect_refusal(&self.world.founder.clone(), action), *refusal, "{action:?}");
    }
}

const NOBODY: Refusal = Refusal::Missing(Missing::Account);

#[test]
fn a_member_is_named_by_username_email_service_account_or_team() {
    let fixture = Fixture::new();
    for named in ["mina", "MINA", " mina\t", "mina@lighthouse.example", "Mina@Lighthouse.EXAMPLE", "mi\u{ad}na"] {
        fixture.check_named(named, &fixture.mina);
    }
    for named in ["ci-runner", "CI-Runner", "\u{3000}ci-runner\u{a0}"] {
        fixture.check_named(named, &fixture.robot);
    }
    for named in ["Platform", "platform", "PLATFORM"] {
        fixture.check_named(named, &fixture.team);
    }
}

#[test]
fn unknown_names_cannot_be_added() {
    let fixture = Fixture::new();
    for named in ["min", "minaa", "mi na", "mina@", "mina@elsewhere.example", "lighthouse", "Speech", "*"] {
        fixture.check_faults(named, None, &[(named, NOBODY)]);
    }
}

#[test]
fn names_are_separated_by_commas_semicolons_or_line_breaks() {
    let fixture = Fixture::new();
    let expected = [&fixture.mina, &fixture.robot, &fixture.team]
        .map(|member| add_member(&fixture.registry, member, Role::Member));
    for names in [
        "mina,ci-runner,platform",
        "mina, ci-runner, platform,",
        "mina\nci-runner\nplatform\n",
        "mina\r\nci-runner\r\n\r\nplatform",
        "; mina ;; ci-runner\n,\rplatform ;",
    ] {
        assert_eq!(fixture.parse_members(names, Some(Role::Member)), Ok(expected.to_vec()), "{names:?}");
    }
}

/// Lists as pasted from mails, spreadsheets and chats.
#[test]
fn names_are_found_in_every_form_that_lists_come_in() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let registry = world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    let mut person = |name: &str, username: &str| {
        let account = world.person(username, OrganizationRole::Member);
        let domain::AccountId::Person(person) = &account else { panic!("{account:?}") };
        let name = Some(domain::PersonName::parse(name).unwrap());
        let edit = domain::PersonAction::Edit { person: person.clone(), name, username: None, email: None };
        world.act(&founder, &edit.into()).unwrap();
        grantee(&account)
    };
    let noa = person("Noa Levi", "noa.levi");
    let yuki = person("Yuki Tanaka", "yuki.tanaka");
    // The username of somebody else is the family name of another one.
    let levi = person("Levi Cohen", "levi");
    person("Kim Minji", "minji");
    person("kim  minji", "minji2");
    let view = world.view(&founder);
    let found = |list: &str| -> Vec<(String, Option<domain::Grantee>)> {
        view.listed_names(list).into_iter().map(|name| (name.text, name.grantee)).collect()
    };
    for list in [
        "Noa Levi <noa.levi@lighthouse.example>; \"Tanaka, Yuki\" <yuki.tanaka@lighthouse.example>",
        "Noa Levi <noa.levi@lighthouse.example>, Tanaka, Yuki <yuki.tanaka@lighthouse.example>",
        "noa.levi，yuki.tanaka",
        "noa.levi、yuki.tanaka；",
        "noa.levi\tyuki.tanaka",
        "noa.levi yuki.tanaka",
        "@noa.levi @yuki.tanaka.",
        "Noa Levi, Yuki Tanaka",
        "noa levi\nTanaka, Yuki <yuki.tanaka@lighthouse.example>",
        "“Levi, Noa”; yuki.tanaka.",
        "\u{feff}noa.levi\u{200b}\r\nmailto:yuki.tanaka@lighthouse.example",
        "<noa.levi@lighthouse.example> <yuki.tanaka＠lighthouse.example>",
        "Levi, Noa <noa.levi@lighthouse.example>, yuki.tanaka",
        "'Noa Levi <noa.levi@lighthouse.example>', Yuki <yuki.tanaka@lighthouse.example>.",
    ] {
        let members: Vec<_> = found(list).into_iter().map(|(_, member)| member).collect();
        assert_eq!(members, [Some(noa.clone()), Some(yuki.clone())], "{list:?}");
        let actions = view.members_to_add(&registry, list, Some(Role::Viewer));
        let expected = [&noa, &yuki].map(|member| add_member(&registry, member, Role::Viewer));
        assert_eq!(actions, Ok(expected.to_vec()), "{list:?}");
    }
    // Neither guessed nor dropped: a name of two people, an address of nobody beside a known name, one unknown part.
    for list in ["Kim Minji", "Noa Levi <noa@elsewhere.example>", "noa.levi nobody", "Noa"] {
        assert_eq!(found(list), [(list.to_owned(), None)], "{list:?}");
    }
    let separate = found("levi; Noa <noa.levi@lighthouse.example>");
    assert_eq!(separate.into_iter().map(|(_, member)| member).collect::<Vec<_>>(), [Some(levi), Some(noa)]);
    assert_eq!(
        found("nobody, Yuki <yuki.tanaka@lighthouse.example>"),
        [("nobody".to_owned(), None), ("Yuki <yuki.tanaka@lighthouse.example>".to_owned(), Some(yuki))]
    );
}

#[test]
fn a_text_without_names_gives_no_actions() {
    let fixture = Fixture::new();
    for names in ["", "  ", ",", " , ;\n\r\n\t"] {
        assert_eq!(fixture.parse_members(names, None), Ok(Vec::new()), "{names:?}");
    }
}

#[test]
fn one_wrong_name_of_five_prevents_the_whole_addition() {
    let fixture = Fixture::new();
    fixture.check_faults("mina, boss, Mistaken , ci-runner, platform", None, &[("Mistaken", NOBODY)]);
}

#[test]
fn every_wrong_name_is_reported_with_its_reason() {
    let mut fixture = Fixture::new();
    let (registry, mina) = (fixture.registry.clone(), fixture.mina.clone());
    fixture.world.add_member(&registry, &mina, Role::Viewer);
    fixture.check_faults(
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
fn a_repeated_name_counts_once() {
    let fixture = Fixture::new();
    let expected = [&fixture.mina, &fixture.admin].map(|account| add_member(&fixture.registry, account, Role::Member));
    for again in ["mina", "MINA", " mina\t", "boss, mina, Boss"] {
        let names = format!("mina, boss, {again}");
        assert_eq!(fixture.parse_members(&names, Some(Role::Member)), Ok(expected.to_vec()), "{names:?}");
    }
    fixture.check_faults("nobody, NOBODY", None, &[("nobody", NOBODY)]);
}

#[test]
fn two_names_of_one_member_are_refused() {
    let fixture = Fixture::new();
    let again = "mina@lighthouse.example";
    fixture.check_faults(
        &format!("mina, boss, {again}"),
        Some(Role::Member),
        &[(again, Refusal::ListedAlready(Role::Member))],
    );
}

#[test]
fn several_members_can_be_added_in_one_intent() {
    let mut fixture = Fixture::new();
    for action in fixture.parse_members("mina, boss, ci-runner, platform", None).unwrap() {
        fixture.world.apply_as_founder(&action);
    }
    let rows = [
        (grantee(&fixture.world.founder), Role::Admin),
        (fixture.mina.clone(), Role::RestrictedViewer),
        (fixture.admin.clone(), Role::Admin),
        (fixture.robot.clone(), Role::Member),
        (fixture.team.clone(), Role::RestrictedViewer),
    ];
    let rows = rows.map(|(grantee, role)| Row { grantee, role });
    assert_eq!(fixture.world.registry(&fixture.registry).rows().to_vec(), rows);
}

#[test]
fn new_members_get_the_current_default_role() {
    let mut fixture = Fixture::new();
    for (setting, role) in
        [(DefaultRole::Viewer, Role::Viewer), (DefaultRole::RestrictedViewer, Role::RestrictedViewer)]
    {
        fixture.world.apply_as_founder(&Action::Organization(OrganizationAction::SetDefaultRole(setting)));
        let view = fixture.world.view(&fixture.world.founder);
        let roles =
            [&fixture.mina, &fixture.team, &fixture.admin, &fixture.robot].map(|member| view.default_role_of(member));
        assert_eq!(roles, [role, role, Role::Admin, Role::Member]);
    }
}

#[test]
fn a_service_account_can_only_be_member_or_admin() {
    let mut fixture = Fixture::new();
    let (registry, robot) = (fixture.registry.clone(), fixture.robot.clone());
    for role in [Role::RestrictedViewer, Role::Viewer] {
        fixture.check_refused(&add_member(&registry, &robot, role), &Refusal::ServiceAccountRole);
        fixture.check_faults("ci-runner", Some(role), &[("ci-runner", Refusal::ServiceAccountRole)]);
    }
    fixture.world.add_member(&registry, &robot, Role::Admin);
    for role in [Role::RestrictedViewer, Role::Viewer] {
        fixture.check_refused(&set_member_role(&registry, &robot, role), &Refusal::ServiceAccountRole);
    }
    fixture.world.apply_as_founder(&set_member_role(&registry, &robot, Role::Member));
}

#[test]
fn a_member_cannot_be_added_twice() {
    let mut fixture = Fixture::new();
    let registry = fixture.registry.clone();
    for member in [fixture.mina.clone(), fixture.robot.clone(), fixture.team.clone()] {
        fixture.world.add_member(&registry, &member, Role::Member);
        for role in [Role::Member, Role::Admin] {
            fixture.check_refused(&add_member(&registry, &member, role), &Refusal::ListedAlready(Role::Member));
        }
    }
}

#[test]
fn unknown_ids_cannot_be_added() {
    let mut fixture = Fixture::new();
    let nobody = || Id::from_text("nobody");
    for (member, missing) in [
        (Grantee::Person(PersonId(nobody())), Missing::Person),
        (Grantee::ServiceAccount(ServiceAccountId(nobody())), Missing::ServiceAccount),
        (Grantee::Team(TeamId(nobody())), Missing::Team),
    ] {
        let action = add_member(&fixture.registry.clone(), &member, Role::Admin);
        fixture.check_refused(&action, &Refusal::Missing(missing));
    }
}

#[test]
fn unlisted_members_cannot_be_changed_or_removed() {
    let mut fixture = Fixture::new();
    let registry = fixture.registry.clone();
    for member in [fixture.mina.clone(), fixture.admin.clone(), fixture.robot.clone(), fixture.team.clone()] {
        for action in [set_member_role(&registry, &member, Role::Admin), remove_member(&registry, &member)] {
            fixture.check_refused(&action, &Refusal::Missing(Missing::Member));
        }
    }
}

#[test]
fn changing_a_role_keeps_the_order_and_the_other_rows() {
    let mut fixture = Fixture::new();
    let (registry, mina, team) = (fixture.registry.clone(), fixture.mina.clone(), fixture.team.clone());
    for member in [&mina, &team] {
        fixture.world.add_member(&registry, member, Role::Viewer);
    }
    let before = fixture.world.registry(&registry).rows().to_vec();
    fixture.world.apply_as_founder(&set_member_role(&registry, &mina, Role::Member));
    let mut expected = before.clone();
    expected[1].role = Role::Member;
    assert_eq!(fixture.world.registry(&registry).rows().to_vec(), expected);
    fixture.world.apply_as_founder(&remove_member(&registry, &mina));
    expected.remove(1);
    assert_eq!(fixture.world.registry(&registry).rows().to_vec(), expected);
    assert_eq!(fixture.world.registry(&registry).changed().at, fixture.world.last_time());
}

#[test]
fn adding_members_requires_the_permission_in_a_visible_registry() {
    let mut fixture = Fixture::new();
    let viewer = fixture.world.person("viewer", OrganizationRole::Member);
    let outsider = fixture.world.person("outsider", OrganizationRole::Member);
    let registry = fixture.registry.clone();
    fixture.world.add_member(&registry, &grantee(&viewer), Role::Member);
    let answer = fixture.world.view(&viewer).members_to_add(&registry, "mina", None).unwrap_err();
    assert!(matches!(&answer[..], [MemberFault { refusal: Refusal::Denied(_), .. }]), "{answer:?}");
    // The denial is reported once, and does not reveal which names exist.
    let of_two = fixture.world.view(&viewer).members_to_add(&registry, "nobody, mina", None).unwrap_err();
    assert!(matches!(&of_two[..], [MemberFault { refusal: Refusal::Denied(_), .. }]), "{of_two:?}");
    let unseen = [MemberFault { name: "mina".to_owned(), refusal: Refusal::Missing(Missing::Registry) }];
    assert_eq!(fixture.world.view(&outsider).members_to_add(&registry, "mina", None).unwrap_err(), unseen);
}

#[test]
fn a_listed_team_gives_its_role_to_its_current_members() {
    let mut fixture = Fixture::new();
    let (registry, team) = (fixture.registry.clone(), fixture.team.clone());
    let Grantee::Team(id) = &team else { panic!("{team:?} is no team") };
    let noa = fixture.world.person("noa", OrganizationRole::Viewer);
    fixture.world.add_member(&registry, &team, Role::Member);
    assert_eq!(fixture.world.role(&noa, &registry), None);
    fixture.world.join_team(id, &noa, domain::TeamRole::Viewer);
    assert_eq!(fixture.world.role(&noa, &registry), Some(Role::Member));
    fixture.world.apply_as_founder(&leave_team(id, &noa));
    assert_eq!(fixture.world.role(&noa, &registry), None);
}

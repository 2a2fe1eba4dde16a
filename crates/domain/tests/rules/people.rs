//! Changes and removals of people, service accounts and teams.

use domain::{
    AccountId, Action, Email, Grantee, Id, Missing, OrganizationAction, OrganizationRole, PersonAction, PersonId,
    PersonName, Refusal, Role, ServiceAccountAction, ServiceAccountId, TeamAction, TeamId, TeamRole, UniqueField,
    Visibility,
};

use crate::support::*;

struct Fixture {
    world: World,
    founder: AccountId,
    mina: AccountId,
    noa: AccountId,
    robot: AccountId,
    team: TeamId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let robot = world.service_account("robot");
        Self {
            founder: world.founder.clone(),
            noa: world.person("noa", OrganizationRole::Viewer),
            team: world.team_with("platform", &[&mina, &robot]),
            mina,
            robot,
            world,
        }
    }

    fn named(&self, text: &str) -> Option<Grantee> {
        self.world.organization.grantee_named(text)
    }

    fn rename_service_account(&self, name: &str) -> Action {
        let service_account = service_account_id(&self.robot);
        Action::ServiceAccount(ServiceAccountAction::Rename { service_account, name: account_name(name) })
    }

    fn rename_team(&self, name: &str) -> Action {
        Action::Team(TeamAction::Rename { team: self.team.clone(), name: account_name(name) })
    }

    #[track_caller]
    fn check_taken(&mut self, action: &Action, field: UniqueField) {
        let answer = self.world.expect_refusal(&self.founder, action);
        assert_eq!(answer, Refusal::Taken { field, holder: None }, "{action:?}");
    }
}

fn nobody() -> Id {
    Id::from_text("nobody")
}

#[test]
fn a_person_is_found_by_their_current_names_only() {
    let mut fixture = Fixture::new();
    let edit = edit_person(&fixture.mina, "mina.park", "mina@park.example");
    fixture.world.apply_as_founder(&edit);
    let mina = Some(grantee(&fixture.mina));
    for (text, found) in
        [("mina.park", mina.clone()), ("MINA@park.example", mina), ("mina", None), ("mina@lighthouse.example", None)]
    {
        assert_eq!(fixture.named(text), found, "{text}");
    }
    assert_eq!(fixture.world.organization.account_named("Mina.Park"), Some(fixture.mina.clone()));
    let person = fixture.world.organization.person(&person_id(&fixture.mina)).unwrap();
    assert_eq!((person.name.as_str(), person.role), ("mina.park", OrganizationRole::Member));
}

#[test]
fn an_edit_changes_the_fields_that_it_names_and_no_others() {
    let mut fixture = Fixture::new();
    let person = person_id(&fixture.mina);
    let name = || Some(PersonName::parse("Park Mina").unwrap());
    let (username, email) = (|| Some(account_name("mina.park")), || Some(Email::parse("mina@park.example").unwrap()));
    for (edit, expected) in [
        ((None, None, None), ["mina", "mina", "mina@lighthouse.example"]),
        ((name(), None, None), ["Park Mina", "mina", "mina@lighthouse.example"]),
        ((None, username(), None), ["Park Mina", "mina.park", "mina@lighthouse.example"]),
        ((None, None, email()), ["Park Mina", "mina.park", "mina@park.example"]),
    ] {
        let (name, username, email) = edit;
        let edit = PersonAction::Edit { person: person.clone(), name, username, email };
        fixture.world.apply_as_founder(&Action::Person(edit));
        let edited = fixture.world.organization.person(&person).unwrap();
        assert_eq!([edited.name.as_str(), edited.username.as_str(), edited.email.as_str()], expected);
    }
}

#[test]
fn renaming_frees_the_old_names() {
    let mut fixture = Fixture::new();
    let edit = edit_person(&fixture.mina, "mina.park", "mina@park.example");
    fixture.world.apply_as_founder(&edit);
    fixture.world.person("MINA", OrganizationRole::Viewer);
    let (robot, team) = (fixture.rename_service_account("robot-2"), fixture.rename_team("platform-2"));
    fixture.world.apply_as_founder(&robot);
    fixture.world.apply_as_founder(&team);
    fixture.world.team("Robot");
    fixture.world.service_account("Platform");
}

#[test]
fn a_name_can_change_its_own_case() {
    let mut fixture = Fixture::new();
    for action in [
        edit_person(&fixture.mina, "Mina", "MINA@Lighthouse.example"),
        edit_person(&fixture.mina, "Mina", "other@lighthouse.example"),
        fixture.rename_service_account("ROBOT"),
        fixture.rename_team("Platform"),
    ] {
        fixture.world.apply_as_founder(&action);
    }
    assert_eq!(fixture.named("mina"), Some(grantee(&fixture.mina)));
    assert_eq!(fixture.named("robot"), Some(grantee(&fixture.robot)));
    assert_eq!(fixture.named("platform"), Some(team_grantee(&fixture.team)));
}

#[test]
fn a_taken_name_cannot_be_given_to_another() {
    let mut fixture = Fixture::new();
    for name in ["ada", "NOA", "Robot", "platform"] {
        fixture
            .check_taken(&edit_person(&fixture.mina.clone(), name, "new@lighthouse.example"), UniqueField::AccountName);
    }
    for name in ["ada", "MINA", "Platform"] {
        fixture.check_taken(&fixture.rename_service_account(name), UniqueField::AccountName);
    }
    for name in ["ada", "MINA", "Robot"] {
        fixture.check_taken(&fixture.rename_team(name), UniqueField::AccountName);
    }
    for address in ["ada@lighthouse.example", "NOA@LIGHTHOUSE.EXAMPLE"] {
        fixture.check_taken(&edit_person(&fixture.mina.clone(), "mina", address), UniqueField::Email);
    }
}

#[test]
fn removing_a_person_removes_them_everywhere_and_frees_their_names() {
    let mut fixture = Fixture::new();
    let (mina, founder) = (fixture.mina.clone(), fixture.founder.clone());
    let registries = [
        fixture.world.create_registry(&founder, new_registry("Open", Visibility::Organization)),
        fixture.world.create_registry(&founder, new_registry("Restricted", Visibility::Restricted)),
        domain::CoreRegistry::Datasets.id(),
    ];
    for registry in &registries {
        fixture.world.add_member(registry, &grantee(&mina), Role::Member);
    }
    fixture.world.apply_as_founder(&remove_person(&mina));
    let organization = &fixture.world.organization;
    assert!(!organization.has(&mina) && organization.account(mina.id()).is_none());
    assert_eq!(organization.view_for(&mina), None);
    assert!(organization.teams().all(|team| team.people.is_empty()));
    for registry in organization.registries() {
        assert_eq!(registry.row(&grantee(&mina)), None);
        assert_eq!(organization.standing(&mina, registry), None);
    }
    assert_eq!((fixture.named("mina"), fixture.named("mina@lighthouse.example")), (None, None));
    assert_eq!(
        fixture.world.expect_refusal(&mina, &add_member(&registries[0], &grantee(&mina), Role::Admin)),
        MISSING_ACTOR
    );
}

const MISSING_ACTOR: Refusal = Refusal::Missing(Missing::Actor);

#[test]
fn a_new_account_with_an_old_name_gets_no_old_roles() {
    let mut fixture = Fixture::new();
    let founder = fixture.founder.clone();
    let registry = fixture.world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    fixture.world.add_member(&registry, &grantee(&fixture.mina.clone()), Role::Member);
    fixture.world.add_member(&registry, &grantee(&fixture.robot.clone()), Role::Member);
    fixture.world.add_member(&registry, &team_grantee(&fixture.team.clone()), Role::Member);
    fixture.world.apply_as_founder(&remove_person(&fixture.mina.clone()));
    fixture
        .world
        .apply_as_founder(&Action::ServiceAccount(ServiceAccountAction::Remove(service_account_id(&fixture.robot))));
    fixture.world.apply_as_founder(&Action::Team(TeamAction::Remove(fixture.team.clone())));
    assert_eq!(fixture.world.registry(&registry).rows().len(), 1);
    let mina = fixture.world.person("mina", OrganizationRole::Member);
    let robot = fixture.world.service_account("robot");
    let team = fixture.world.team_with("platform", &[&mina, &robot]);
    assert!(mina != fixture.mina && robot != fixture.robot && team != fixture.team);
    for account in [&mina, &robot] {
        assert_eq!(fixture.world.role(account, &registry), None);
    }
}

#[test]
fn removing_a_service_account_removes_it_everywhere() {
    let mut fixture = Fixture::new();
    let founder = fixture.founder.clone();
    let registry = fixture.world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    fixture.world.add_member(&registry, &grantee(&fixture.robot.clone()), Role::Admin);
    fixture
        .world
        .apply_as_founder(&Action::ServiceAccount(ServiceAccountAction::Remove(service_account_id(&fixture.robot))));
    let organization = &fixture.world.organization;
    assert!(!organization.has(&fixture.robot));
    assert!(organization.teams().all(|team| team.service_accounts.is_empty()));
    assert_eq!(organization.registry(&registry).unwrap().rows().len(), 1);
    assert_eq!(organization.service_accounts().count(), 0);
}

#[test]
fn removing_a_team_keeps_its_people() {
    let mut fixture = Fixture::new();
    let (founder, team, mina) = (fixture.founder.clone(), fixture.team.clone(), fixture.mina.clone());
    let registry = fixture.world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    fixture.world.add_member(&registry, &team_grantee(&team), Role::Member);
    assert_eq!(fixture.world.role(&mina, &registry), Some(Role::Member));
    fixture.world.apply_as_founder(&Action::Team(TeamAction::Remove(team.clone())));
    assert_eq!(fixture.world.role(&mina, &registry), None);
    assert_eq!(fixture.world.organization.team(&team), None);
    assert!(fixture.world.organization.has(&mina) && fixture.world.organization.has(&fixture.robot));
    let left = fixture.world.registry(&registry);
    assert_eq!(left.row(&team_grantee(&team)), None);
    assert_eq!(left.changed(), &domain::Stamp { at: fixture.world.last_time(), by: founder });
}

#[test]
fn unknown_accounts_and_teams_cannot_be_changed_or_removed() {
    let mut fixture = Fixture::new();
    let (person, service_account, team) = (PersonId(nobody()), ServiceAccountId(nobody()), TeamId(nobody()));
    let stranger = AccountId::Person(person.clone());
    for (action, missing) in [
        (edit_person(&stranger, "x", "x@y"), Missing::Person),
        (set_organization_role(&stranger, OrganizationRole::Admin), Missing::Person),
        (remove_person(&stranger), Missing::Person),
        (
            Action::ServiceAccount(ServiceAccountAction::Rename {
                service_account: service_account.clone(),
                name: account_name("x"),
            }),
            Missing::ServiceAccount,
        ),
        (Action::ServiceAccount(ServiceAccountAction::Remove(service_account.clone())), Missing::ServiceAccount),
        (Action::Team(TeamAction::Rename { team: team.clone(), name: account_name("x") }), Missing::Team),
        (Action::Team(TeamAction::Remove(team.clone())), Missing::Team),
        (leave_team(&team, &fixture.mina), Missing::Team),
        (set_team_role(&team, &fixture.mina, TeamRole::Admin), Missing::Team),
        (leave_team(&fixture.team, &fixture.noa), Missing::TeamMember),
        (set_team_role(&fixture.team, &fixture.noa, TeamRole::Admin), Missing::TeamMember),
        (leave_team(&fixture.team, &stranger), Missing::TeamMember),
        (
            Action::Team(TeamAction::RemoveServiceAccount {
                team: fixture.team.clone(),
                service_account: service_account.clone(),
            }),
            Missing::TeamMember,
        ),
    ] {
        assert_eq!(fixture.world.expect_refusal(&fixture.founder, &action), Refusal::Missing(missing), "{action:?}");
    }
}

#[test]
fn only_organization_admins_can_change_the_directory_and_team_admins_their_team() {
    let mut fixture = Fixture::new();
    let (mina, noa, team) = (fixture.mina.clone(), fixture.noa.clone(), fixture.team.clone());
    let robot = service_account_id(&fixture.robot);
    fixture.world.apply_as_founder(&set_team_role(&team, &mina, TeamRole::Admin));
    for action in [
        edit_person(&mina, "mina2", "x@y"),
        set_organization_role(&mina, OrganizationRole::Admin),
        remove_person(&noa),
        Action::ServiceAccount(ServiceAccountAction::Add(account_name("robot-2"))),
        fixture.rename_service_account("robot-2"),
        Action::ServiceAccount(ServiceAccountAction::Remove(robot.clone())),
        Action::Team(TeamAction::Add(account_name("vision"))),
        fixture.rename_team("vision"),
        Action::Team(TeamAction::Remove(team.clone())),
        Action::Organization(OrganizationAction::SetDefaultRole(domain::DefaultRole::Viewer)),
        Action::Organization(OrganizationAction::SetRestrictedStays(true)),
    ] {
        let reason = fixture.world.expect_denial(&mina, &action);
        assert_eq!(reason, domain::DenialReason::NoOrganizationAdmin, "{action:?}");
        assert_eq!(fixture.world.expect_denial(&fixture.robot.clone(), &action), domain::DenialReason::ServiceAccount);
    }
    for action in [
        join_team(&team, &noa, TeamRole::Viewer),
        set_team_role(&team, &noa, TeamRole::Admin),
        leave_team(&team, &noa),
        Action::Team(TeamAction::RemoveServiceAccount { team: team.clone(), service_account: robot }),
        join_team(&team, &fixture.robot, TeamRole::Viewer),
        set_team_role(&team, &mina, TeamRole::Member),
    ] {
        fixture.world.apply(&mina, &action);
    }
    let reason = fixture.world.expect_denial(&mina, &set_team_role(&team, &mina, TeamRole::Admin));
    assert_eq!(reason, domain::DenialReason::NoTeamAdmin, "who gives it up does not get it back alone");
}

#[test]
fn a_team_role_gives_no_role_in_a_registry_when_changed() {
    let mut fixture = Fixture::new();
    let (founder, team, mina) = (fixture.founder.clone(), fixture.team.clone(), fixture.mina.clone());
    let registry = fixture.world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    fixture.world.add_member(&registry, &team_grantee(&team), Role::RestrictedViewer);
    for role in [TeamRole::Viewer, TeamRole::Member, TeamRole::Admin] {
        fixture.world.apply_as_founder(&set_team_role(&team, &mina, role));
        let found = fixture.world.organization.team(&team).unwrap().people.get(&person_id(&mina));
        assert_eq!(found, Some(&role));
        assert_eq!(fixture.world.role(&mina, &registry), Some(Role::RestrictedViewer));
        assert_eq!(fixture.world.organization.is_team_administrator(&person_id(&mina)), role == TeamRole::Admin);
    }
}

//! People, service accounts and teams: edited, removed, and what they leave behind.

use domain::{
    AccountId, Action, Field, Grantee, Id, Missing, OrganizationAction, OrganizationRole, PersonId, Refusal, Role,
    ServiceAccountAction, ServiceAccountId, TeamAction, TeamId, TeamRole, Visibility,
};

use crate::support::*;

struct Cast {
    world: World,
    founder: AccountId,
    mina: AccountId,
    noa: AccountId,
    robot: AccountId,
    team: TeamId,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let robot = world.service_account("robot");
        Self {
            founder: world.founder.clone(),
            noa: world.person("noa", OrganizationRole::Viewer),
            team: world.team_of("platform", &[&mina, &robot]),
            mina,
            robot,
            world,
        }
    }

    fn named(&self, text: &str) -> Option<Grantee> {
        self.world.organization.grantee_named(text)
    }

    fn rename_robot(&self, name: &str) -> Action {
        let service_account = service_account_id(&self.robot);
        Action::ServiceAccount(ServiceAccountAction::Rename { service_account, name: account_name(name) })
    }

    fn rename_team(&self, name: &str) -> Action {
        Action::Team(TeamAction::Rename { team: self.team.clone(), name: account_name(name) })
    }

    #[track_caller]
    fn check_taken(&mut self, action: &Action, field: Field) {
        let answer = self.world.refused(&self.founder, action);
        assert_eq!(answer, Refusal::Taken { field, holder: None }, "{action:?}");
    }
}

fn nobody() -> Id {
    Id::from_text("nobody")
}

#[test]
fn a_person_is_found_under_what_they_are_called_now_and_not_under_what_they_were() {
    let mut cast = Cast::new();
    let edit = edit_person(&cast.mina, "mina.park", "mina@park.example");
    cast.world.by_founder(&edit);
    let mina = Some(member(&cast.mina));
    for (text, found) in
        [("mina.park", mina.clone()), ("MINA@park.example", mina), ("mina", None), ("mina@lighthouse.example", None)]
    {
        assert_eq!(cast.named(text), found, "{text}");
    }
    assert_eq!(cast.world.organization.account_named("Mina.Park"), Some(cast.mina.clone()));
    let person = cast.world.organization.person(&person_id(&cast.mina)).unwrap();
    assert_eq!((person.name.as_str(), person.role), ("mina.park", OrganizationRole::Member));
}

#[test]
fn what_nobody_is_called_any_more_is_free() {
    let mut cast = Cast::new();
    let edit = edit_person(&cast.mina, "mina.park", "mina@park.example");
    cast.world.by_founder(&edit);
    cast.world.person("MINA", OrganizationRole::Viewer);
    let (robot, team) = (cast.rename_robot("robot-2"), cast.rename_team("platform-2"));
    cast.world.by_founder(&robot);
    cast.world.by_founder(&team);
    cast.world.team("Robot");
    cast.world.service_account("Platform");
}

#[test]
fn everybody_may_keep_their_own_name_in_another_case() {
    let mut cast = Cast::new();
    for action in [
        edit_person(&cast.mina, "Mina", "MINA@Lighthouse.example"),
        edit_person(&cast.mina, "Mina", "other@lighthouse.example"),
        cast.rename_robot("ROBOT"),
        cast.rename_team("Platform"),
    ] {
        cast.world.by_founder(&action);
    }
    assert_eq!(cast.named("mina"), Some(member(&cast.mina)));
    assert_eq!(cast.named("robot"), Some(member(&cast.robot)));
    assert_eq!(cast.named("platform"), Some(whole(&cast.team)));
}

#[test]
fn nobody_is_renamed_to_what_another_is_called() {
    let mut cast = Cast::new();
    for name in ["ada", "NOA", "Robot", "platform"] {
        cast.check_taken(&edit_person(&cast.mina.clone(), name, "new@lighthouse.example"), Field::AccountName);
    }
    for name in ["ada", "MINA", "Platform"] {
        cast.check_taken(&cast.rename_robot(name), Field::AccountName);
    }
    for name in ["ada", "MINA", "Robot"] {
        cast.check_taken(&cast.rename_team(name), Field::AccountName);
    }
    for address in ["ada@lighthouse.example", "NOA@LIGHTHOUSE.EXAMPLE"] {
        cast.check_taken(&edit_person(&cast.mina.clone(), "mina", address), Field::Email);
    }
}

#[test]
fn a_person_who_is_removed_leaves_every_team_and_every_registry_and_frees_name_and_address() {
    let mut cast = Cast::new();
    let (mina, founder) = (cast.mina.clone(), cast.founder.clone());
    let registries = [
        cast.world.create(&founder, new_registry("Open", Visibility::Organization)),
        cast.world.create(&founder, new_registry("Restricted", Visibility::Restricted)),
        domain::Core::Datasets.id(),
    ];
    for registry in &registries {
        cast.world.list(registry, &member(&mina), Role::Member);
    }
    cast.world.by_founder(&remove_person(&mina));
    let organization = &cast.world.organization;
    assert!(!organization.has(&mina) && organization.account(mina.id()).is_none());
    assert_eq!(organization.seen_by(&mina), None);
    assert!(organization.teams().all(|team| team.people.is_empty()));
    for registry in organization.registries() {
        assert_eq!(registry.row(&member(&mina)), None);
        assert_eq!(organization.standing(&mina, registry), None);
    }
    assert_eq!((cast.named("mina"), cast.named("mina@lighthouse.example")), (None, None));
    assert_eq!(cast.world.refused(&mina, &add_member(&registries[0], &member(&mina), Role::Admin)), MISSING_ACTOR);
}

const MISSING_ACTOR: Refusal = Refusal::Missing(Missing::Actor);

#[test]
fn who_comes_again_under_the_same_name_is_somebody_else() {
    let mut cast = Cast::new();
    let founder = cast.founder.clone();
    let registry = cast.world.create(&founder, new_registry("Speech", Visibility::Restricted));
    cast.world.list(&registry, &member(&cast.mina.clone()), Role::Member);
    cast.world.list(&registry, &member(&cast.robot.clone()), Role::Member);
    cast.world.list(&registry, &whole(&cast.team.clone()), Role::Member);
    cast.world.by_founder(&remove_person(&cast.mina.clone()));
    cast.world.by_founder(&Action::ServiceAccount(ServiceAccountAction::Remove(service_account_id(&cast.robot))));
    cast.world.by_founder(&Action::Team(TeamAction::Remove(cast.team.clone())));
    assert_eq!(cast.world.registry(&registry).rows().len(), 1);
    let mina = cast.world.person("mina", OrganizationRole::Member);
    let robot = cast.world.service_account("robot");
    let team = cast.world.team_of("platform", &[&mina, &robot]);
    assert!(mina != cast.mina && robot != cast.robot && team != cast.team);
    for account in [&mina, &robot] {
        assert_eq!(cast.world.role(account, &registry), None);
    }
}

#[test]
fn a_service_account_that_is_removed_leaves_every_team_and_every_registry() {
    let mut cast = Cast::new();
    let founder = cast.founder.clone();
    let registry = cast.world.create(&founder, new_registry("Speech", Visibility::Restricted));
    cast.world.list(&registry, &member(&cast.robot.clone()), Role::Admin);
    cast.world.by_founder(&Action::ServiceAccount(ServiceAccountAction::Remove(service_account_id(&cast.robot))));
    let organization = &cast.world.organization;
    assert!(!organization.has(&cast.robot));
    assert!(organization.teams().all(|team| team.service_accounts.is_empty()));
    assert_eq!(organization.registry(&registry).unwrap().rows().len(), 1);
    assert_eq!(organization.service_accounts().count(), 0);
}

#[test]
fn a_team_that_is_removed_leaves_every_registry_and_its_people_stay() {
    let mut cast = Cast::new();
    let (founder, team, mina) = (cast.founder.clone(), cast.team.clone(), cast.mina.clone());
    let registry = cast.world.create(&founder, new_registry("Speech", Visibility::Restricted));
    cast.world.list(&registry, &whole(&team), Role::Member);
    assert_eq!(cast.world.role(&mina, &registry), Some(Role::Member));
    cast.world.by_founder(&Action::Team(TeamAction::Remove(team.clone())));
    assert_eq!(cast.world.role(&mina, &registry), None);
    assert_eq!(cast.world.organization.team(&team), None);
    assert!(cast.world.organization.has(&mina) && cast.world.organization.has(&cast.robot));
    let left = cast.world.registry(&registry);
    assert_eq!(left.row(&whole(&team)), None);
    assert_eq!(left.changed(), &domain::Stamp { at: cast.world.now(), by: founder });
}

#[test]
fn who_and_what_is_not_there_is_neither_changed_nor_removed() {
    let mut cast = Cast::new();
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
        (leave(&team, &cast.mina), Missing::Team),
        (set_team_role(&team, &cast.mina, TeamRole::Admin), Missing::Team),
        (leave(&cast.team, &cast.noa), Missing::TeamMember),
        (set_team_role(&cast.team, &cast.noa, TeamRole::Admin), Missing::TeamMember),
        (leave(&cast.team, &stranger), Missing::TeamMember),
        (
            Action::Team(TeamAction::RemoveServiceAccount {
                team: cast.team.clone(),
                service_account: service_account.clone(),
            }),
            Missing::TeamMember,
        ),
    ] {
        assert_eq!(cast.world.refused(&cast.founder, &action), Refusal::Missing(missing), "{action:?}");
    }
}

#[test]
fn only_organization_admins_change_the_directory_and_a_team_s_admin_its_members() {
    let mut cast = Cast::new();
    let (mina, noa, team) = (cast.mina.clone(), cast.noa.clone(), cast.team.clone());
    let robot = service_account_id(&cast.robot);
    cast.world.by_founder(&set_team_role(&team, &mina, TeamRole::Admin));
    for action in [
        edit_person(&mina, "mina2", "x@y"),
        set_organization_role(&mina, OrganizationRole::Admin),
        remove_person(&noa),
        Action::ServiceAccount(ServiceAccountAction::Add(account_name("robot-2"))),
        cast.rename_robot("robot-2"),
        Action::ServiceAccount(ServiceAccountAction::Remove(robot.clone())),
        Action::Team(TeamAction::Add(account_name("vision"))),
        cast.rename_team("vision"),
        Action::Team(TeamAction::Remove(team.clone())),
        Action::Organization(OrganizationAction::SetDefaultRole(domain::DefaultRole::Viewer)),
        Action::Organization(OrganizationAction::SetRestrictedStays(true)),
    ] {
        let because = cast.world.denied(&mina, &action);
        assert_eq!(because, domain::Denied::NoOrganizationAdmin, "{action:?}");
        assert_eq!(cast.world.denied(&cast.robot.clone(), &action), domain::Denied::ServiceAccount);
    }
    for action in [
        joining(&team, &noa, TeamRole::Viewer),
        set_team_role(&team, &noa, TeamRole::Admin),
        leave(&team, &noa),
        Action::Team(TeamAction::RemoveServiceAccount { team: team.clone(), service_account: robot }),
        joining(&team, &cast.robot, TeamRole::Viewer),
        set_team_role(&team, &mina, TeamRole::Member),
    ] {
        cast.world.must(&mina, &action);
    }
    let because = cast.world.denied(&mina, &set_team_role(&team, &mina, TeamRole::Admin));
    assert_eq!(because, domain::Denied::NoTeamAdmin, "who gives it up does not get it back alone");
}

#[test]
fn a_team_role_is_changed_and_gives_no_role_in_a_registry() {
    let mut cast = Cast::new();
    let (founder, team, mina) = (cast.founder.clone(), cast.team.clone(), cast.mina.clone());
    let registry = cast.world.create(&founder, new_registry("Speech", Visibility::Restricted));
    cast.world.list(&registry, &whole(&team), Role::RestrictedViewer);
    for role in [TeamRole::Viewer, TeamRole::Member, TeamRole::Admin] {
        cast.world.by_founder(&set_team_role(&team, &mina, role));
        let found = cast.world.organization.team(&team).unwrap().people.get(&person_id(&mina));
        assert_eq!(found, Some(&role));
        assert_eq!(cast.world.role(&mina, &registry), Some(Role::RestrictedViewer));
        assert_eq!(cast.world.organization.is_team_administrator(&person_id(&mina)), role == TeamRole::Admin);
    }
}

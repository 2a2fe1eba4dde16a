//! The directory: people, service accounts and teams.

use domain::{
    AccountId, Action, Id, Missing, OrganizationRole, PersonAction, PersonId, Refusal, ServiceAccountId, TeamId,
    TeamRole,
};

use crate::support::{World, join_team, new_person};

/// Tries an action as the founder.
#[track_caller]
fn check_refused(world: &mut World, action: &Action, refusal: &Refusal) {
    let before = world.organization.clone();
    assert_eq!(world.act(&world.founder.clone(), action).as_ref(), Err(refusal));
    assert_eq!(world.organization, before);
}

fn nobody() -> Id {
    Id::from_text("nobody")
}

#[test]
fn a_person_is_added_as_described() {
    let mut world = World::new();
    let new = new_person("mina", OrganizationRole::Viewer);
    let id = PersonId(world.act(&world.founder.clone(), &Action::Person(PersonAction::Add(new.clone()))).unwrap());
    let person = world.organization.person(&id).unwrap();
    assert_eq!(person.id, id);
    assert_eq!(
        (&person.name, &person.username, &person.email, person.role),
        (&new.name, &new.username, &new.email, new.role)
    );
}

#[test]
fn a_team_starts_empty_and_takes_people_and_service_accounts() {
    let mut world = World::new();
    let team = world.team("platform");
    let (mina, robot) = (world.person("mina", OrganizationRole::Member), world.service_account("robot"));
    let members = |world: &World| {
        let team = world.organization.team(&team).unwrap();
        let people: Vec<_> = team.people.iter().map(|(person, role)| (person.clone(), *role)).collect();
        (team.name.to_string(), people, team.service_accounts.iter().cloned().collect::<Vec<_>>())
    };
    assert_eq!(members(&world), ("platform".to_owned(), vec![], vec![]));
    world.join_team(&team, &mina, TeamRole::Member);
    world.join_team(&team, &robot, TeamRole::Member);
    let (_, people, service_accounts) = members(&world);
    assert_eq!(people, [(PersonId(mina.id().clone()), TeamRole::Member)]);
    assert_eq!(service_accounts, [ServiceAccountId(robot.id().clone())]);
}

#[test]
fn an_account_joins_a_team_once() {
    let mut world = World::new();
    let team = world.team("platform");
    for account in [world.person("mina", OrganizationRole::Member), world.service_account("robot")] {
        world.join_team(&team, &account, TeamRole::Viewer);
        for role in [TeamRole::Viewer, TeamRole::Admin] {
            check_refused(&mut world, &join_team(&team, &account, role), &Refusal::InTeamAlready);
        }
    }
}

#[test]
fn unknown_accounts_and_teams_are_refused() {
    let mut world = World::new();
    let team = world.team("platform");
    let founder = world.founder.clone();
    let person = AccountId::Person(PersonId(nobody()));
    let service_account = AccountId::ServiceAccount(ServiceAccountId(nobody()));
    for (team, account, missing) in [
        (&team, &person, Missing::Person),
        (&team, &service_account, Missing::ServiceAccount),
        (&TeamId(nobody()), &founder, Missing::Team),
    ] {
        check_refused(&mut world, &join_team(team, account, TeamRole::Member), &Refusal::Missing(missing));
    }
}

#[test]
fn an_id_identifies_the_account_of_its_kind() {
    let mut world = World::new();
    let accounts =
        [world.person("mina", OrganizationRole::Member), world.service_account("robot"), world.founder.clone()];
    for account in &accounts {
        assert_eq!(world.organization.account(account.id()).as_ref(), Some(account));
        assert!(world.organization.has(account));
    }
    let team = world.team("platform");
    assert_eq!(world.organization.account(&team.0), None);
    assert_eq!(world.organization.account(&nobody()), None);
    assert_eq!(world.organization.accounts().count(), accounts.len());
}

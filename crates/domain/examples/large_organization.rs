//! Benchmarks of the rules in a large organization: 2,000 people, 200 teams, and 500 registries with 20 rows each.
//!
//! Run it with `cargo run --release -p domain --example large_organization`. The budget is 5 ms per query, because pages make them on
//! every key press; 20 ms for changes of a person or a team in all registries, which are computed once; and 100 ms for a
//! change of the default role, which changes half a million roles.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a command-line program over fixed texts")]

use std::time::{Duration, Instant};

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, DefaultRole, Description, Email, Founding, Grantee, Id, NewPerson,
    NewRegistry, Organization, OrganizationAction, OrganizationName, OrganizationRole, Permission, PersonAction,
    PersonId, PersonName, RegistryAction, RegistryId, RegistryName, RegistryPermission, Role, ServiceAccountAction,
    ServiceAccountId, TeamAction, TeamId, TeamRole, Visibility, found_organization, replay, review,
};

const PEOPLE: usize = 2_000;
const SERVICE_ACCOUNTS: usize = 50;
const TEAMS: usize = 200;
const REGISTRIES: usize = 500;

/// A generated organization, with ids by kind and number.
struct LargeOrganization {
    organization: Organization,
    founder: AccountId,
}

fn record(kind: &str, number: usize) -> String {
    format!("{kind}{number:05}")
}

fn id(kind: &str, number: usize) -> Id {
    Id::new(&record(kind, number), 0)
}

fn person(number: usize) -> PersonId {
    PersonId(id("p", number % PEOPLE))
}

fn team(number: usize) -> TeamId {
    TeamId(id("t", number % TEAMS))
}

fn service_account(number: usize) -> ServiceAccountId {
    ServiceAccountId(id("s", number % SERVICE_ACCOUNTS))
}

fn registry(number: usize) -> RegistryId {
    RegistryId(id("r", number % REGISTRIES))
}

impl LargeOrganization {
    /// Applies an action without a review, which would take most of the time.
    fn apply(&mut self, record: &str, by: &AccountId, action: Action) {
        replay(&mut self.organization, by, &[action], record, 0);
    }

    fn new() -> Self {
        let founding = Founding {
            organization: OrganizationName::parse("Large").unwrap(),
            name: PersonName::parse("Ada").unwrap(),
            username: AccountName::parse("ada").unwrap(),
            email: Email::parse("ada@large.example").unwrap(),
        };
        let founder = AccountId::Person(PersonId(id("a", 0)));
        let mut large = Self { organization: found_organization(&founding, id("a", 0), 0), founder: founder.clone() };
        for number in 0..PEOPLE {
            let name = format!("person.{number}");
            let new = NewPerson {
                name: PersonName::parse(&name).unwrap(),
                username: AccountName::parse(&name).unwrap(),
                email: Email::parse(&format!("{name}@large.example")).unwrap(),
                role: if number % 100 == 1 { OrganizationRole::Admin } else { OrganizationRole::Member },
            };
            large.apply(&record("p", number), &founder, Action::Person(PersonAction::Add(new)));
        }
        for number in 0..SERVICE_ACCOUNTS {
            let name = AccountName::parse(&format!("robot-{number}")).unwrap();
            large.apply(&record("s", number), &founder, Action::ServiceAccount(ServiceAccountAction::Add(name)));
        }
        for number in 0..TEAMS {
            let name = AccountName::parse(&format!("team-{number}")).unwrap();
            large.apply(&record("t", number), &founder, Action::Team(TeamAction::Add(name)));
            // Half of all people are in the first team.
            let size = if number == 0 { PEOPLE / 2 } else { 20 };
            for place in 0..size {
                let role = if place == 1 { TeamRole::Admin } else { TeamRole::Member };
                let add = TeamAction::AddPerson { team: team(number), person: person(number * 7 + place), role };
                large.apply(&record("x", 0), &founder, Action::Team(add));
            }
        }
        for number in 0..REGISTRIES {
            large.add_registry(number);
        }
        large
    }

    fn add_registry(&mut self, number: usize) {
        let founder = self.founder.clone();
        let creator = AccountId::Person(person(number * 13));
        let new = NewRegistry {
            name: RegistryName::parse(&format!("Registry {number}")).unwrap(),
            description: Description::empty(),
            visibility: if number.is_multiple_of(2) { Visibility::Restricted } else { Visibility::Organization },
            accepts: AcceptedTypes::all(),
        };
        self.apply(&record("r", number), &creator, Action::Registry(RegistryAction::Create(new)));
        let people = (1..10).map(|place| Grantee::Person(person(number * 13 + place * 31)));
        // The large team is listed in every tenth registry.
        let is_listed = |place: &usize| *place > 0 || number.is_multiple_of(10);
        let teams = (0..8).filter(is_listed).map(|place| Grantee::Team(team((number % 28) * 7 * place)));
        let service_accounts = (0..2).map(|place| Grantee::ServiceAccount(service_account(number + place)));
        for (place, member) in people.chain(teams).chain(service_accounts).enumerate() {
            let role = if place.is_multiple_of(5) { Role::Admin } else { Role::Member };
            self.apply(
                &record("x", 0),
                &founder,
                Action::Registry(RegistryAction::AddMember { registry: registry(number), member, role }),
            );
        }
    }
}

/// Prints the fastest and the median time of several runs.
fn measure<T>(name: &str, budget: u64, mut run: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let start = Instant::now();
            drop(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    let (Some(fastest), Some(median)) = (times.first(), times.get(times.len() / 2)) else { return };
    let verdict = if *fastest <= Duration::from_millis(budget) { "" } else { "  over budget" };
    println!("{name:60} {fastest:>10.2?} (median {median:.2?}) of {budget} ms{verdict}");
}

fn main() {
    let start = Instant::now();
    let large = LargeOrganization::new();
    println!("generated in {:.2?}", start.elapsed());
    let organization = &large.organization;
    let (admin, member) = (&large.founder, &AccountId::Person(person(0)));
    let robot = &AccountId::ServiceAccount(service_account(0));

    for (name, account) in [("an admin", admin), ("a member", member), ("a service account", robot)] {
        measure(&format!("view_for {name}"), 5, || organization.view_for(account));
    }
    let view = organization.view_for(admin).unwrap();
    measure("audience", 5, || view.audience(&registry(0)));

    let reviewed = |action: &Action| review(organization, admin, action);
    let remove_member =
        Action::Registry(RegistryAction::RemoveMember { registry: registry(0), member: Grantee::Person(person(0)) });
    measure("review RemoveMember", 5, || reviewed(&remove_member));
    measure("review RemovePerson", 5, || reviewed(&Action::Person(PersonAction::Remove(person(0)))));
    measure("review RemoveTeam", 5, || reviewed(&Action::Team(TeamAction::Remove(team(0)))));
    let leave = Action::Team(TeamAction::RemovePerson { team: team(0), person: person(0) });
    measure("review RemovePersonFromTeam", 5, || reviewed(&leave));
    for permission in [RegistryPermission::EditTypes, RegistryPermission::DeleteRegistry] {
        let permission = Permission::InRegistry(registry(1), permission);
        measure(&format!("may {permission:?}"), 5, || organization.may(member, &permission));
    }
    measure("may CreateRegistry, denied", 5, || organization.may(robot, &Permission::CreateRegistry));

    let consequences =
        |action: &Action| view.consequences(std::slice::from_ref(action)).map(|found| found.access.len());
    for (name, budget, action) in [
        ("RemovePerson", 20, Action::Person(PersonAction::Remove(person(3)))),
        ("RemoveTeam of 20", 20, Action::Team(TeamAction::Remove(team(5)))),
        ("RemoveTeam of 1,000", 20, Action::Team(TeamAction::Remove(team(0)))),
        ("RemovePersonFromTeam", 5, leave.clone()),
        ("RemoveMember", 5, remove_member.clone()),
        (
            "SetVisibility",
            5,
            Action::Registry(RegistryAction::SetVisibility {
                registry: registry(1),
                visibility: Visibility::Restricted,
            }),
        ),
        ("DeleteRegistry", 5, Action::Registry(RegistryAction::Delete(registry(1)))),
        (
            "SetOrganizationRole",
            20,
            Action::Person(PersonAction::SetRole { person: person(3), role: OrganizationRole::Admin }),
        ),
        ("SetDefaultRole", 100, Action::Organization(OrganizationAction::SetDefaultRole(DefaultRole::Viewer))),
    ] {
        println!("  {name}: {:?}", consequences(&action));
        measure(&format!("consequences {name}"), budget, || consequences(&action));
    }

    let names: Vec<String> = (0..200).map(|number| format!("person.{}@large.example", number * 9 + 4)).collect();
    let names = names.join("\n");
    measure("members_to_add, 200 names", 5, || view.members_to_add(&registry(2), &names, None));

    let people: Vec<Action> = (0..5_000)
        .map(|number| {
            let name = format!("new.{number}");
            Action::Person(PersonAction::Add(NewPerson {
                name: PersonName::parse(&name).unwrap(),
                username: AccountName::parse(&name).unwrap(),
                email: Email::parse(&format!("{name}@large.example")).unwrap(),
                role: OrganizationRole::Member,
            }))
        })
        .collect();
    measure("carry_out 5,000 AddPerson", 100, || domain::carry_out(organization, admin, &people, "r", 0));
    measure("replay 5,000 AddPerson", 100, || {
        let mut copy = organization.clone();
        replay(&mut copy, admin, &people, "r", 0);
        copy
    });
}

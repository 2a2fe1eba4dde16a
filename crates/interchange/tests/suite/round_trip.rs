//! What is written is read again as what it was, and harmless in a spreadsheet.

use domain::{AccountName, Email, NewPerson, OrganizationRole, PersonName, TeamRole};
use interchange::directory::{Member, Membership, Plan, TeamRef};
use proptest::prelude::*;

use crate::hostile;
use crate::support::{World, cases};

const HEADER: &str = "kind,name,username,email,role,teams\r\n";

#[test]
fn a_written_file_begins_with_a_mark_and_the_columns() {
    assert_eq!(World::new().write(), format!("\u{feff}{HEADER}person,Ada,ada,ada@example.com,Admin,\r\n"));
}

/// Writes, reads into an empty organization with the same founder, and writes again.
#[track_caller]
fn check_round_trip(world: &World) {
    let written = world.write();
    let mut other = World::new();
    other.import(&written);
    assert_eq!(other.write(), written);
    assert!(other.plan(&written).is_empty());
    // And into one that somebody else founded, where Ada is new.
    let mut third = World::founded_by("Zoe", "zoe.founder", "zoe@founder");
    third.import(&written);
    let lines: Vec<String> = third.lines().into_iter().filter(|line| !line.contains("zoe.founder")).collect();
    assert_eq!(lines, world.lines());
}

/// No piece of the file begins like a formula, whatever a spreadsheet takes it apart by.
#[track_caller]
fn check_harmless(written: &str) {
    for piece in written.trim_start_matches('\u{feff}').split([',', ';', '\t', '\r', '\n']) {
        assert!(
            !piece.trim_start_matches(['"', ' ']).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{piece}"
        );
    }
}

/// An organization of people with these names, of service accounts and teams, and some in some.
fn world_of(names: &[String]) -> World {
    let mut world = World::new();
    let mut plan = Plan {
        teams: (0..7).map(|team| account(&format!("-t{team}"))).collect(),
        service_accounts: (0..3).map(|place| account(&format!("_s{place}"))).collect(),
        ..Plan::default()
    };
    for (place, name) in names.iter().enumerate() {
        let email = Email::parse(&format!("{name}{place}@x")).unwrap_or(Email::parse(&format!("+p{place}@x")).unwrap());
        plan.people.push(NewPerson {
            name: PersonName::parse(name).unwrap(),
            username: account(&format!("-p{place}.")),
            email,
            role: OrganizationRole::Viewer,
        });
        for team in [place % 7, (place + 3) % 7] {
            let member = Member::NewPerson(place, TeamRole::Viewer);
            plan.memberships.push(Membership { team: TeamRef::New(team), member });
        }
    }
    plan.memberships.push(Membership { team: TeamRef::New(6), member: Member::NewServiceAccount(2) });
    world.carry_out(&plan, true);
    world
}

fn account(name: &str) -> AccountName {
    AccountName::parse(name).unwrap()
}

#[test]
fn hostile_names_come_back_as_they_were() {
    let names: Vec<String> = hostile::texts()
        .into_iter()
        .chain(
            [
                "=1+1", "+x", "-x", "@SUM(A1)", "'=x", "''+x", "'t Hooft", "'", "''", "＝x", "\"", ",", ";", "a,b;c",
                "a;=1", "a;'\"=1", "a,+1",
            ]
            .map(String::from),
        )
        .filter_map(|text| Some(PersonName::parse(&text).ok()?.as_str().to_owned()))
        .collect();
    assert!(names.len() > 100);
    let world = world_of(&names);
    let view = world.view();
    for name in &names {
        assert!(view.people.iter().any(|person| person.name.as_str() == name), "{name:?}");
    }
    check_round_trip(&world);
    check_harmless(&world.write());
}

#[test]
fn the_longest_names_come_back() {
    let name = AccountName::parse(&"x".repeat(AccountName::LIMIT)).unwrap();
    check_round_trip(&World::with(&format!("{HEADER}team,{name}\r\nperson,{},y,y@x,,{name}\r\n", "한".repeat(128))));
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_directory_comes_back_as_it_was(names in proptest::collection::vec("[\\PC'=+@,; \"-]{1,12}", 0..12)) {
        let names: Vec<String> =
            names.iter().filter_map(|text| Some(PersonName::parse(text).ok()?.as_str().to_owned())).collect();
        let world = world_of(&names);
        check_round_trip(&world);
        check_harmless(&world.write());
    }

    #[test]
    fn no_bytes_are_too_strange_to_be_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = interchange::directory::read(&bytes, &World::new().view());
    }

    #[test]
    fn no_table_is_too_strange_to_be_answered(body in "([a-c:|;,\"'=\t\r\n]|team|person|vision){0,60}") {
        let file = format!("kind,name,username,email,role,teams\n{body}");
        if let Ok(plan) = World::new().read(&file) {
            World::new().carry_out(&plan, true);
        }
    }
}

//! A written directory reads back unchanged, and contains no formula for a spreadsheet.

use domain::{AccountName, Email, NewPerson, OrganizationRole, PersonName, TeamRole};
use interchange::directory::{Member, Membership, Plan, TeamRef};
use proptest::prelude::*;

use crate::hostile;
use crate::support::{World, property_config, read};

const HEADER: &str = "kind,name,username,email,role,teams\r\n";

#[test]
fn a_written_file_begins_with_a_byte_order_mark_and_the_header() {
    assert_eq!(World::new().write(), format!("\u{feff}{HEADER}person,Ada,ada,ada@example.com,Admin,\r\n"));
}

/// Names that are names of columns as well.
const COLUMN_WORDS: [&str; 6] = ["email", "role", "login", "name", "team", "kind"];

/// Writes, reads into an empty organization with the same founder, and writes again.
#[track_caller]
fn check_round_trip(world: &World) {
    let written = world.write();
    let mut copy = World::new();
    copy.import_all(&written);
    assert_eq!(copy.write(), written);
    assert!(copy.plan(&written).is_empty());
    // In an organization of a different founder, Ada is a new person.
    let mut foreign = World::founded_by("Zoe", "zoe.founder", "zoe@founder");
    foreign.import_all(&written);
    let lines: Vec<String> = foreign.lines().into_iter().filter(|line| !line.contains("zoe.founder")).collect();
    assert_eq!(lines, world.lines());
}

/// Checks that no piece of the file begins like a formula, for any delimiter.
#[track_caller]
fn check_no_formulas(written: &str) {
    for piece in written.trim_start_matches('\u{feff}').split([',', ';', '\t', '\r', '\n']) {
        assert!(
            !piece.trim_start_matches(['"', ' ']).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{piece}"
        );
    }
}

/// An organization of people with these names, service accounts, teams and memberships.
fn world_of(names: &[String]) -> World {
    let mut world = World::new();
    let mut plan = Plan {
        // Names of columns are names of teams, too.
        teams: (0..7)
            .map(|team| format!("-t{team}"))
            .chain(COLUMN_WORDS.map(String::from))
            .map(|team| account(&team))
            .collect(),
        service_accounts: ["_s0", "_s1", "_s2", "accounts", "username", "teams"].map(account).to_vec(),
        ..Plan::default()
    };
    for (index, name) in names.iter().enumerate() {
        let email = Email::parse(&format!("{name}{index}@x")).unwrap_or(Email::parse(&format!("+p{index}@x")).unwrap());
        plan.people.push(NewPerson {
            name: PersonName::parse(name).unwrap(),
            username: account(&format!("-p{index}.")),
            email,
            role: OrganizationRole::Viewer,
        });
        for team in [index % 7, (index + 3) % 7] {
            let member = Member::NewPerson(index, TeamRole::Viewer);
            plan.memberships.push(Membership { team: TeamRef::New(team), member });
        }
    }
    plan.memberships.push(Membership { team: TeamRef::New(6), member: Member::NewServiceAccount(2) });
    world.carry_out(&plan, true);
    world
}

/// Invisible characters at the ends are trimmed from every text that comes in.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || domain::is_default_ignorable(c))
}

fn account(name: &str) -> AccountName {
    AccountName::parse(name).unwrap()
}

#[test]
fn hostile_names_read_back_unchanged() {
    let names: Vec<String> = hostile::texts()
        .into_iter()
        .chain(
            [
                "=1+1",
                "+x",
                "-x",
                "@SUM(A1)",
                "'=x",
                "''+x",
                "'t Hooft",
                "'",
                "''",
                "＝x",
                "\"",
                ",",
                ";",
                "a,b;c",
                "a;=1",
                "a;'\"=1",
                "a,+1",
                "CN=Jane,OU=x",
                "JosÃ©",
                "#N/A",
                "'Dee'",
                "Jos\u{fffd}",
            ]
            .map(String::from),
        )
        .filter_map(|text| Some(PersonName::parse(trimmed(&text)).ok()?.as_str().to_owned()))
        .collect();
    assert!(names.len() > 100);
    let world = world_of(&names);
    let view = world.view();
    for name in &names {
        assert!(view.people.iter().any(|person| person.name.as_str() == name), "{name:?}");
    }
    check_round_trip(&world);
    check_no_formulas(&world.write());
}

#[test]
fn the_longest_names_read_back_unchanged() {
    let name = AccountName::parse(&"x".repeat(AccountName::LIMIT)).unwrap();
    check_round_trip(&World::with(format!("{HEADER}team,{name}\r\nperson,{},y,y@x,,{name}\r\n", "한".repeat(128))));
}

proptest! {
    #![proptest_config(property_config(200))]

    #[test]
    fn any_directory_reads_back_unchanged(names in proptest::collection::vec("[\\PC'=+@,; \"-]{1,12}|email|role|login|name|team", 0..12)) {
        let names: Vec<String> =
            names.iter().filter_map(|text| Some(PersonName::parse(trimmed(text)).ok()?.as_str().to_owned())).collect();
        let world = world_of(&names);
        check_round_trip(&world);
        check_no_formulas(&world.write());
    }

    #[test]
    fn reading_any_bytes_does_not_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, &World::new().view());
    }

    #[test]
    fn reading_any_table_does_not_panic(body in "([a-c:|;,\"'=\t\r\n]|team|person|vision){0,60}") {
        let file = format!("kind,name,username,email,role,teams\n{body}");
        World::new().carry_out(&World::new().read(&file), true);
    }
}

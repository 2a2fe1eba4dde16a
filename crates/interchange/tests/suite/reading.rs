//! The additions of a file without faults.

use interchange::directory::{Kind, Status};

use crate::support::World;

const HEADER: &str = "kind,name,username,email,role,teams\n";

#[track_caller]
fn check_import(file: &str, expected: &[&str]) {
    assert_eq!(World::with(file).lines(), expected, "{file}");
}

const ADA: &str = "person,Ada,ada,ada@example.com,Admin,";

#[test]
fn one_file_adds_people_service_accounts_and_teams() {
    check_import(
        "kind,name,username,email,role,teams\n\
         person,Mira Lindqvist,mira,mira@example.com,Admin,vision:Admin|speech\n\
         service account,nightly-eval,,,,vision\n\
         team,vision,,,,\n\
         team,speech,,,,\n",
        &[
            ADA,
            "person,Mira Lindqvist,mira,mira@example.com,Admin,speech:Member|vision:Admin",
            "service account,nightly-eval,,,,vision",
            "team,speech,,,,",
            "team,vision,,,,",
        ],
    );
}

#[test]
fn without_a_kind_every_line_is_a_person() {
    check_import("name,username,email\nMira,mira,m@x\n", &[ADA, "person,Mira,mira,m@x,Member,"]);
    check_import(&format!("{HEADER},Mira,mira,m@x,,\n"), &[ADA, "person,Mira,mira,m@x,Member,"]);
}

#[test]
fn columns_can_have_any_order_and_case() {
    check_import("E-MAIL,User name,Name,ROLE\nm@x,mira,Mira,vIEWER\n", &[ADA, "person,Mira,mira,m@x,Viewer,"]);
}

#[test]
fn commas_semicolons_and_tabs_are_delimiters() {
    for (delimiter, teams) in
        [(",", "vision:admin;speech"), (";", "vision:admin|speech"), ("\t", "vision:admin;speech")]
    {
        let lines = [
            ["kind", "name", "username", "email", "teams"],
            ["Person", "Mira", "mira", "m@x", teams],
            ["TEAM", "vision", "", "", ""],
            ["team", "speech", "", "", ""],
        ];
        let file = lines.map(|cells| cells.join(delimiter)).join("\r\n");
        let world = World::with(&file);
        assert_eq!(world.lines().get(1).unwrap(), "person,Mira,mira,m@x,Member,speech:Member|vision:Admin", "{file}");
    }
}

#[test]
fn teams_have_several_separators() {
    for cell in [
        "vision|speech:Viewer",
        "\"vision; speech : viewer\"",
        "\"vision,speech:VIEWER,\"",
        "\"vision\r\nspeech:Viewer\"",
        "\"[\"\"vision\"\", \"\"speech:Viewer\"\"]\"",
        "\"['vision', 'speech (viewer)']\"",
    ] {
        check_import(
            &format!("{HEADER}person,Mira,mira,m@x,,{cell}\nteam,vision\nteam,speech\n"),
            &[ADA, "person,Mira,mira,m@x,Member,speech:Viewer|vision:Member", "team,speech,,,,", "team,vision,,,,"],
        );
    }
}

#[test]
fn kinds_can_have_several_spellings() {
    for kind in ["service account", "Service Account", "service_account", "SERVICE-ACCOUNT", " serviceaccount "] {
        check_import(&format!("{HEADER}{kind},ci,,,,\n"), &[ADA, "service account,ci,,,,"]);
    }
}

#[test]
fn any_line_end_and_a_byte_order_mark_are_accepted() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["\u{feff}name,username,email", "한글,han,han@x", "", " , ,", "Mira,mira,m@x"].join(end);
        check_import(&file, &[ADA, "person,한글,han,han@x,Member,", "person,Mira,mira,m@x,Member,"]);
    }
}

#[test]
fn a_quoted_cell_can_contain_delimiters() {
    check_import(
        "name,username,email\n\"Lee, \"\"Bob\"\" Jr; x\",bob,b@x\n",
        &[ADA, "person,\"Lee, \"\"Bob\"\" Jr; x\",bob,b@x,Member,"],
    );
}

#[test]
fn names_are_normalized_like_all_texts() {
    check_import("name,username,email\n  e\u{301}va\u{2003}, eva ,\te@x\n", &[ADA, "person,éva,eva,e@x,Member,"]);
}

#[test]
fn empty_columns_and_short_lines_are_accepted() {
    check_import("name,username,email,,\nMira,mira,m@x,,,,\n", &[ADA, "person,Mira,mira,m@x,Member,"]);
    check_import(&format!("{HEADER}team,vision\n"), &[ADA, "team,vision,,,,"]);
}

#[test]
fn the_escape_of_formulas_is_removed() {
    check_import(
        "name,username,email\n'=1+1,'-mira,'+m@x\n''=x,x,x@x\n't Hooft,hooft,h@x\n",
        &["person,'=1+1,'-mira,'+m@x,Member,", ADA, "person,'t Hooft,hooft,h@x,Member,", "person,''=x,x,x@x,Member,"],
    );
}

#[test]
fn a_file_with_only_a_header_adds_nothing() {
    let plan = World::new().plan(HEADER);
    assert!(plan.is_empty() && plan.rows.is_empty());
}

#[test]
fn existing_accounts_get_only_new_memberships() {
    let mut world = World::with(format!("{HEADER}team,vision\nservice account,ci,,,,vision\nteam,speech\n"));
    let plan = world.import(format!(
        "{HEADER}person,Ada,ada,ada@example.com,admin,vision:Admin|audio\nservice account,ci,,,,vision|speech\n\
         team,vision\nteam,audio\n"
    ));
    let rows: Vec<_> = plan
        .rows
        .iter()
        .filter(|row| !row.is_gone)
        .map(|row| (row.lines.clone(), row.kind.unwrap(), row.account.as_str(), row.is_new, row.joins.len()))
        .collect();
    assert_eq!(
        rows,
        [
            (vec![2], Kind::Person, "ada", false, 2),
            (vec![3], Kind::ServiceAccount, "ci", false, 1),
            (vec![4], Kind::Team, "vision", false, 0),
            (vec![5], Kind::Team, "audio", true, 0),
        ]
    );
    assert!(plan.rows.iter().take(2).all(|row| row.is(Status::Joins)));
    assert_eq!(
        world.lines(),
        [
            "person,Ada,ada,ada@example.com,Admin,audio:Member|vision:Admin",
            "service account,ci,,,,speech|vision",
            "team,audio,,,,",
            "team,speech,,,,",
            "team,vision,,,,",
        ]
    );
    assert!(world.plan(world.write()).is_empty());
}

#[test]
fn an_empty_role_matches_any_role() {
    let world = World::with(format!("{HEADER}person,Ada,ada,ada@example.com,,vision:Viewer\nteam,vision\n"));
    let plan = world.plan("name,username,email\nAda,ada,ada@example.com\n");
    assert!(plan.is_empty());
    assert!(world.plan(format!("{HEADER}person,Ada,ada,ada@example.com,,vision\n")).is_empty());
}

#[test]
fn a_preview_has_the_line_numbers_of_the_text() {
    let plan = World::new().plan("name,username,email\n\"Mira\n\",mira,m@x\n\nNoa,noa,n@x\n");
    assert_eq!(plan.rows.iter().filter_map(|row| row.lines.first().copied()).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(plan.rows.iter().take(2).map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Mira", "Noa"]);
}

/// A file of people, each in three teams, with a team for ten people.
fn file_of(people: usize) -> String {
    let teams = people / 10;
    let mut file = HEADER.to_owned();
    for person in 0..people {
        let [first, second, third] = [1, 7, 31].map(|step| (person * step) % teams / 3);
        let [second, third] = [second + teams / 3, third + 2 * (teams / 3)];
        file += &format!(
            "person,Person {person},p{person},p{person}@x,,team{first}:Admin|team{second}|team{third}:Viewer\n"
        );
    }
    for team in 0..teams {
        file += &format!("team,team{team}\n");
    }
    file
}

/// A comparison of each line with each other line would take too long here.
#[test]
fn many_thousands_of_lines_are_read() {
    let plan = World::new().plan(file_of(50_000));
    assert_eq!((plan.people.len(), plan.teams.len(), plan.memberships.len()), (50_000, 5_000, 150_000));
}

#[test]
fn thousands_of_written_lines_are_recognized_as_existing() {
    let mut world = World::new();
    let plan = world.plan(file_of(5_000));
    world.carry_out(&plan, false);
    let again = world.plan(world.write());
    assert!(again.is_empty());
    assert_eq!(again.rows.len(), 5_501);
}

#[test]
fn a_team_with_the_name_of_a_column_is_no_repeated_header() {
    let mut world = World::new();
    world.import("kind,name,username,email,role,teams\nteam,email,,,,\nperson,Dana,dana,d@x,,email\n");
    assert!(world.lines().contains(&"team,email,,,,".to_owned()));
    assert!(world.lines().contains(&"person,Dana,dana,d@x,Member,email:Member".to_owned()));
}

#[test]
fn a_backslash_before_a_letter_stays_where_others_escape_quotes() {
    let plan = World::new().plan("name,username,email\n\"Dana \\\"Dee\\\", CORP\\dana\",dana,d@x\n");
    assert_eq!(plan.people[0].name.as_str(), "Dana \"Dee\", CORP\\dana");
}

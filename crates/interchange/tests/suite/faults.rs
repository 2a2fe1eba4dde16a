//! The faults of a file, each with its line and column, all reported together.

use domain::TextFault;
use interchange::directory::{Column, FAULT_LIMIT, Kind, Reason, SIZE_LIMIT, read};

use crate::support::{World, at, check_faults, check_faults_in, whole};

const HEADER: &str = "kind,name,username,email,role,teams\n";

#[test]
fn a_missing_column_is_reported() {
    check_faults("name,email\nMira,m@x\n", &[at(1, Column::Username, Reason::MissingColumn)]);
    check_faults(
        "\n\nteams\n",
        &[
            at(3, Column::Name, Reason::MissingColumn),
            at(3, Column::Username, Reason::MissingColumn),
            at(3, Column::Email, Reason::MissingColumn),
        ],
    );
}

#[test]
fn an_unknown_and_a_repeated_column_are_reported() {
    check_faults(
        "name,username,email,Phone Number,Name\nMira,mira,m@x,1,\n",
        &[whole(1, Reason::UnknownColumn("Phone Number".into())), at(1, Column::Name, Reason::RepeatedColumn)],
    );
}

#[test]
fn a_blank_file_has_no_header() {
    for file in ["", "\u{feff}", "\r\n\r\n", " \n,,\n"] {
        check_faults(file, &[whole(0, Reason::NoHeader)]);
    }
}

#[test]
fn a_binary_file_is_not_a_table() {
    let view = World::new().view();
    let binaries: [&[u8]; 4] =
        [b"PK\x03\x04\0\0", b"name\xff,username,email\n", b"name,username,email\na\0,a,a@x", b"\xff\xfen\0a\0"];
    for bytes in binaries {
        assert_eq!(read(bytes, &view).unwrap_err().listed, [whole(0, Reason::NotText)], "{bytes:?}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let view = World::new().view();
    let mut bytes = b"name,username,email\n".to_vec();
    bytes.resize(SIZE_LIMIT, b'\n');
    assert!(read(&bytes, &view).unwrap().is_empty());
    bytes.push(b'\n');
    assert_eq!(read(&bytes, &view).unwrap_err().listed, [whole(0, Reason::TooLarge)]);
}

#[test]
fn an_unclosed_quote_is_reported_at_its_line() {
    check_faults(
        "name,username,email\nMira,mira,m@x\n\n\"Noa,noa,n@x\nEli,eli,e@x\n",
        &[whole(4, Reason::UnclosedQuote)],
    );
    check_faults(
        "name,\"username,email\n",
        &[
            whole(1, Reason::UnclosedQuote),
            whole(1, Reason::UnknownColumn("username,email".into())),
            at(1, Column::Username, Reason::MissingColumn),
            at(1, Column::Email, Reason::MissingColumn),
        ],
    );
}

#[test]
fn text_after_a_closing_quote_is_a_fault() {
    check_faults(
        "name,username,email\n\"Mira\" L,mira,m@x\nNoa,noa,\n",
        &[whole(2, Reason::TextAfterQuote), at(3, Column::Email, Reason::Text(TextFault::Empty))],
    );
}

#[test]
fn a_cell_outside_of_the_columns_is_a_fault() {
    check_faults(
        "name,username,email,\nMira,mira,m@x,,x\nNoa,noa,n@x,x\n",
        &[whole(2, Reason::OutsideColumns), whole(3, Reason::OutsideColumns)],
    );
}

#[test]
fn every_cell_is_checked_like_a_form_field() {
    let long = "x".repeat(129);
    check_faults(
        &format!("{HEADER}person,\u{200b},m/x,m,Boss,\nperson,{long},m x,m@@x,,\nteam,,,,,\nservice account,a b,,,,\n"),
        &[
            at(2, Column::Name, Reason::Text(TextFault::Empty)),
            at(2, Column::Username, Reason::Text(TextFault::Forbidden('/'))),
            at(2, Column::Email, Reason::Text(TextFault::Malformed)),
            at(2, Column::Role, Reason::UnknownRole("Boss".into())),
            at(3, Column::Name, Reason::Text(TextFault::TooLong { by: 1, limit: 128 })),
            at(3, Column::Username, Reason::Text(TextFault::Forbidden(' '))),
            at(3, Column::Email, Reason::Text(TextFault::Malformed)),
            at(4, Column::Name, Reason::Text(TextFault::Empty)),
            at(5, Column::Name, Reason::Text(TextFault::Forbidden(' '))),
        ],
    );
}

#[test]
fn a_name_with_a_line_end_is_refused() {
    check_faults(
        "name,username,email\n\"Mira\nLindqvist\",mira,m@x\nNoa,,n@x\n",
        &[
            at(2, Column::Name, Reason::Text(TextFault::Forbidden('\n'))),
            at(4, Column::Username, Reason::Text(TextFault::Empty)),
        ],
    );
}

#[test]
fn an_unknown_kind_is_a_fault() {
    check_faults(&format!("{HEADER}robot,r2,,,,\n"), &[at(2, Column::Kind, Reason::UnknownKind("robot".into()))]);
}

#[test]
fn service_accounts_and_teams_have_no_columns_of_a_person() {
    check_faults(
        &format!("{HEADER}service account,ci,ci,ci@x,Member,\nteam,vision,v,v@x,Viewer,speech\nteam,speech\n"),
        &[
            at(2, Column::Username, Reason::NotForKind(Kind::ServiceAccount)),
            at(2, Column::Email, Reason::NotForKind(Kind::ServiceAccount)),
            at(2, Column::Role, Reason::NotForKind(Kind::ServiceAccount)),
            at(3, Column::Username, Reason::NotForKind(Kind::Team)),
            at(3, Column::Email, Reason::NotForKind(Kind::Team)),
            at(3, Column::Role, Reason::NotForKind(Kind::Team)),
            at(3, Column::Teams, Reason::NotForKind(Kind::Team)),
        ],
    );
}

#[test]
fn teams_must_exist_and_occur_once_in_a_cell() {
    check_faults(
        &format!(
            "{HEADER}person,Mira,mira,m@x,,vision|Vision:Admin|audio|ada|mira\nservice account,ci,,,,vision:Member\n\
             person,Noa,noa,n@x,,vision:Boss|:Admin|vision:Admin:x\nteam,vision\n"
        ),
        &[
            at(2, Column::Teams, Reason::RepeatedTeam("Vision".into())),
            at(2, Column::Teams, Reason::NoSuchTeam("audio".into())),
            at(2, Column::Teams, Reason::NoSuchTeam("ada".into())),
            at(2, Column::Teams, Reason::NoSuchTeam("mira".into())),
            at(3, Column::Teams, Reason::RoleOfServiceAccount("vision".into())),
            at(4, Column::Teams, Reason::UnknownRole("Boss".into())),
            at(4, Column::Teams, Reason::UnknownRole("Admin:x".into())),
            at(4, Column::Teams, Reason::NoSuchTeam(String::new())),
        ],
    );
}

#[test]
fn a_team_with_a_fault_is_not_reported_as_missing() {
    check_faults(
        &format!("{HEADER}person,Mira,mira,m@x,,vision\nteam,vision,x\n"),
        &[at(3, Column::Username, Reason::NotForKind(Kind::Team))],
    );
}

#[test]
fn a_repeated_name_or_email_is_reported_with_the_earlier_line() {
    check_faults(
        &format!(
            "{HEADER}person,Mira,mira,m@x,,\nteam,MIRA\nservice account,vision\nteam,Vision\n\
             person,Noa,noa,M@X,,\nperson,Mira,mira,m@x,,\nperson,Ada,ada,ada@example.com,,\n\
             person,Ada,ada,ada@example.com,,\n"
        ),
        &[
            at(3, Column::Name, Reason::Repeated { line: 2 }),
            at(5, Column::Name, Reason::Repeated { line: 4 }),
            at(6, Column::Email, Reason::Repeated { line: 2 }),
            at(7, Column::Username, Reason::Repeated { line: 2 }),
            at(7, Column::Email, Reason::Repeated { line: 2 }),
            at(9, Column::Username, Reason::Repeated { line: 8 }),
            at(9, Column::Email, Reason::Repeated { line: 8 }),
        ],
    );
}

#[test]
fn a_line_that_contradicts_the_organization_is_a_fault() {
    let world =
        World::with(&format!("{HEADER}team,vision\nservice account,ci\nperson,Mira,mira,m@x,Viewer,vision:Viewer\n"));
    check_faults_in(
        &world,
        &format!("{HEADER}team,ci\nperson,V,VISION,v@x,,\nservice account,mira\nperson,N,noa,M@X,,\n"),
        &[
            at(2, Column::Name, Reason::Taken),
            at(3, Column::Username, Reason::Taken),
            at(4, Column::Name, Reason::Taken),
            at(5, Column::Email, Reason::Taken),
        ],
    );
    check_faults_in(
        &world,
        &format!("{HEADER}team,Vision\nservice account,CI\n"),
        &[at(2, Column::Name, Reason::Differs), at(3, Column::Name, Reason::Differs)],
    );
    for (line, column) in [
        ("Mira,Mira,m@x,Viewer", Column::Username),
        ("mira,mira,m@x,Viewer", Column::Name),
        ("Mira,mira,M@x,Viewer", Column::Email),
        ("Mira,mira,m@x,Admin", Column::Role),
    ] {
        check_faults_in(&world, &format!("name,username,email,role\n{line}\n"), &[at(2, column, Reason::Differs)]);
    }
    check_faults_in(
        &world,
        &format!("{HEADER}person,Mira,mira,m@x,,vision:Admin\n"),
        &[at(2, Column::Teams, Reason::OtherTeamRole("vision".into()))],
    );
}

#[test]
fn the_list_of_faults_is_limited_and_the_rest_are_counted() {
    let file = format!("name,username,email\n{}", "x,,\n".repeat(FAULT_LIMIT));
    let faults = World::new().read(&file).unwrap_err();
    assert_eq!((faults.listed.len(), faults.more), (FAULT_LIMIT, FAULT_LIMIT));
    assert_eq!(faults.listed.last().unwrap().line, FAULT_LIMIT / 2 + 1);
}

/// It would take minutes if each cell examined the earlier cells.
#[test]
fn a_line_of_a_million_cells_is_read() {
    let blank = ",".repeat(1_000_000);
    check_faults(&blank, &[whole(0, Reason::NoHeader)]);
    let file = format!("name,username,email\n\"a\",{blank}\"b\" c\n");
    let faults = World::new().read(&file).unwrap_err();
    assert!(faults.listed.iter().all(|fault| fault.line == 2));
}

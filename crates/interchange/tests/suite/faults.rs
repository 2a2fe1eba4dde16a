//! The faults of a file, each with its line and column, all reported together.

use domain::TextFault;
use interchange::directory::{Choices, Column, Field, Holder, Kind, Reason, Table};
use interchange::encoding::decode;

use crate::support::{World, at, check_faults, check_faults_in, faults, read, whole};

const HEADER: &str = "kind,name,username,email,role,teams\n";

#[test]
fn a_file_without_names_of_people_only_names_those_who_exist() {
    check_faults(
        "username,email\nada,ada@example.com\nmira,m@x\n",
        &[at(3, Column::Name, Reason::Text(TextFault::Empty))],
    );
    assert!(World::new().read("teams,role\nvision,Admin\n").rows.is_empty());
}

#[test]
fn a_blank_file_has_no_lines() {
    for file in ["", "\u{feff}", "\r\n\r\n", " \n,,\n"] {
        assert!(Table::read(&decode(file.as_bytes(), None).unwrap().text).is_empty());
        assert!(World::new().read(file).rows.is_empty());
    }
}

#[test]
fn a_binary_file_is_not_a_table() {
    let view = World::new().view();
    for bytes in [b"PK\x03\x04\0\0".as_slice(), b"name,username,email\na\0,a,a@x"] {
        assert!(read(bytes, &view).is_err(), "{bytes:?}");
    }
}

#[test]
fn an_unclosed_quote_is_reported_at_its_line() {
    check_faults(
        "name,username,email\nMira,mira,m@x\n\n\"Noa,noa,n@x\nEli,eli,e@x\n",
        &[whole(4, Reason::UnclosedQuote { line: 4 })],
    );
    // The quote of the second line is closed in the third, so both lines are one faulty record.
    let plan = World::new().read("name,username,email\n\"Mira,mira,m@x\nNoa\",noa,n@x\nEli,eli,e@x\n");
    assert_eq!((plan.rows[0].lines.as_slice(), plan.faulty_lines, plan.people.len()), ([2, 3].as_slice(), 2, 1));
}

#[test]
fn text_after_a_closing_quote_is_a_fault() {
    check_faults(
        "name,username,email\n\"Mira\" L,mira,m@x\nNoa,noa,\n",
        &[whole(2, Reason::TextAfterQuote { line: 2 }), at(3, Column::Email, Reason::Text(TextFault::Empty))],
    );
}

#[test]
fn a_cell_outside_of_the_columns_is_a_fault() {
    check_faults("name,username,email,\nMira,mira,m@x,,x\nNoa,noa,n@x,x\n", &[whole(2, Reason::OutsideColumns)]);
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
        &[at(2, Column::Name, Reason::Text(TextFault::Forbidden('\n')))],
    );
}

#[test]
fn an_unknown_kind_is_a_fault() {
    check_faults(&format!("{HEADER}robot,r2,,,,\n"), &[at(2, Column::Kind, Reason::UnknownKind("robot".into()))]);
}

#[test]
fn service_accounts_and_teams_have_no_columns_of_a_person() {
    check_faults(
        &format!("{HEADER}service account,ci,c,ci@x,Member,\nteam,vision,v,v@x,Viewer,speech\nteam,speech\n"),
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
fn a_team_whose_line_has_a_fault_cannot_be_joined() {
    check_faults(
        &format!("{HEADER}person,Mira,mira,m@x,,vision\nteam,vision,x\n"),
        &[
            at(2, Column::Teams, Reason::NoSuchTeam("vision".into())),
            at(3, Column::Username, Reason::NotForKind(Kind::Team)),
        ],
    );
}

#[test]
fn a_repeated_name_or_email_is_reported_with_the_earlier_line() {
    check_faults(
        &format!(
            "{HEADER}person,Mira,mira,m@x,,\nteam,MIRA\nservice account,vision\nteam,Vision\n\
             person,Noa,noa,M@X,,\nperson,Mirá,mira,m@x,,\nperson,Ada,ada,ada@example.com,,\n\
             person,Ada L.,ada,ada@example.com,,\n"
        ),
        &[
            at(3, Column::Name, Reason::Repeated { line: 2 }),
            at(5, Column::Name, Reason::Repeated { line: 4 }),
            at(6, Column::Email, Reason::Repeated { line: 2 }),
            at(7, Column::Username, Reason::Repeated { line: 2 }),
            at(9, Column::Username, Reason::Repeated { line: 8 }),
        ],
    );
}

#[test]
fn a_taken_name_or_email_is_a_fault_that_names_its_holder() {
    let world =
        World::with(format!("{HEADER}team,vision\nservice account,ci\nperson,Mira,mira,m@x,Viewer,vision:Viewer\n"));
    let holder = |kind, name: &str, account: &str| {
        Reason::Taken(Holder { kind, name: name.to_owned(), account: account.to_owned() })
    };
    check_faults_in(
        &world,
        &format!("{HEADER}team,ci\nperson,V,VISION,v@x,,\nservice account,mira\nperson,N,noa,M@X,,\n"),
        &[
            at(2, Column::Name, holder(Kind::ServiceAccount, "ci", "ci")),
            at(3, Column::Username, holder(Kind::Team, "vision", "vision")),
            at(4, Column::Name, holder(Kind::Person, "Mira", "mira")),
            at(5, Column::Email, holder(Kind::Person, "Mira", "mira")),
        ],
    );
}

#[test]
fn a_fault_has_the_text_of_its_cell() {
    let plan = World::new().read(format!("{HEADER}person,A, a b ,a@@x,Boss,vision:Chief|nowhere\nrobot,R\n"));
    let texts: Vec<(Option<Column>, String)> =
        faults(&plan).into_iter().map(|fault| (fault.column, fault.text)).collect();
    let teams = || "vision:Chief|nowhere".to_owned();
    assert_eq!(
        texts,
        [
            (Some(Column::Username), "a b".to_owned()),
            (Some(Column::Email), "a@@x".to_owned()),
            (Some(Column::Role), "Boss".to_owned()),
            (Some(Column::Teams), teams()),
            (Some(Column::Teams), teams()),
            (Some(Column::Kind), "robot".to_owned()),
        ]
    );
    let words: Vec<_> = plan.unknown_roles.into_iter().collect();
    assert_eq!(words, [("Boss".to_owned(), 1), ("Chief".to_owned(), 1)]);
}

/// It would take minutes if each cell examined the earlier cells.
#[test]
fn a_line_of_a_million_cells_is_read() {
    let blank = ",".repeat(1_000_000);
    assert!(World::new().read(&blank).rows.is_empty());
    let file = format!("name,username,email\n\"a\",{blank}\"b\" c\n");
    check_faults(&file, &[whole(2, Reason::TextAfterQuote { line: 2 })]);
}

#[test]
fn a_column_without_a_name_is_left_out() {
    let file = ",name,username,email\n0,Dana,dana,d@x.org\n";
    assert_eq!(World::new().plan(file).people.len(), 1);
    let table = Table::read(file);
    assert_eq!(table.left_out(&table.guess()), [0]);
    let file = "name,username,email,\nDana,dana,d@x.org,vision\nteam,,,";
    let choices = Choices { creates_teams: true, leaves_out_faulty: true, ..Choices::default() };
    let plan = World::new().choose_mapped(file, |mapping| mapping.set(3, Some(Field::Teams)), &choices);
    assert_eq!((plan.teams.len(), plan.memberships.len()), (1, 1));
}

#[test]
fn a_broken_quote_below_the_first_line_of_a_record_is_corrected_there() {
    let file = "name,username,email\n\"Ann\nLee\" x,ann,ann@x.org\n";
    let found = faults(&World::new().read(file));
    assert_eq!((found[0].line, found[0].reason.clone()), (2, Reason::TextAfterQuote { line: 3 }));
    let plan = World::new().read(file);
    assert!(plan.rows.iter().all(|row| row.faults.iter().all(|fault| row.lines.contains(&fault.line))));
    let mut choices = Choices { leaves_out_faulty: true, ..Choices::default() };
    choices.lines.insert(2, "Ann Lee,ann,ann@x.org".to_owned());
    assert_eq!(World::new().choose(file, &choices).people.len(), 1);
}

#[test]
fn a_text_for_a_correction_is_one_line() {
    let file = "name,username,email,teams\n\"Ann\r\nLee\",a b,a@x,\"vision\nspeech:Bos\"\n";
    let found: Vec<String> = faults(&World::new().read(file)).into_iter().map(|fault| fault.text).collect();
    assert!(found.contains(&"vision|speech:Bos".to_owned()), "{found:?}");
    let outside = "name,username,email,teams\n\"Ann\nLee\",a,a@x,\"v\ns\",x\n";
    assert_eq!(faults(&World::new().read(outside))[0].text, "Ann Lee,a,a@x,v|s,x");
}

#[test]
fn a_character_that_an_earlier_program_lost_is_a_fault() {
    check_faults("name,username,email\nZo\u{fffd},zoe,z@x\n", &[at(2, Column::Name, Reason::Undecodable)]);
}

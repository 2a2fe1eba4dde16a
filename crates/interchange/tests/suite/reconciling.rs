//! The comparison with the organization: what is new, the same, different or gone, and the choices.

use domain::{OrganizationRole, TeamRole};
use interchange::directory::{Choices, Column, Field, Kind, Reason, Status, Value};

use crate::support::{World, faults};

const HEADER: &str = "kind,name,username,email,role,teams\n";

fn world() -> World {
    World::with(format!(
        "{HEADER}team,vision\nservice account,ci,,,,\nperson,Mira,mira,m@x,Viewer,vision:Viewer\nperson,Noa,noa,n@x,,\n"
    ))
}

#[test]
fn each_row_has_its_statuses() {
    let plan = world().read(format!(
        "{HEADER}person,New,new,new@x,,\nperson,Noa,noa,n@x,,vision\nperson,Mirá,mira,m@x,,\nperson,Ada,ada,,,\nteam,vision\nperson,Bad,b d,b@x,,\n"
    ));
    let statuses: Vec<(String, Vec<Status>)> = plan
        .rows
        .iter()
        .map(|row| (row.account.clone(), Status::ALL.into_iter().filter(|status| row.is(*status)).collect()))
        .collect();
    let expected = [
        ("new", vec![Status::New]),
        ("noa", vec![Status::Joins]),
        ("mira", vec![Status::Differs]),
        ("ada", vec![Status::Exists]),
        ("vision", vec![Status::Exists]),
        ("", vec![Status::Faulty]),
    ];
    assert_eq!(statuses, expected.map(|(account, statuses)| (account.to_owned(), statuses)));
    assert_eq!(plan.counts(), [1, 1, 1, 1, 2, 0, 0]);
}

#[test]
fn entries_that_are_not_in_the_file_are_gone_and_stay() {
    let mut world = world();
    let before = world.lines();
    let plan = world.import(format!("{HEADER}person,Mira,mira,m@x,,\n"));
    let gone: Vec<&str> = plan.rows.iter().filter(|row| row.is_gone).map(|row| row.account.as_str()).collect();
    assert_eq!(gone, ["ada", "noa"]);
    assert!(plan.is_empty());
    assert_eq!(world.lines(), before);
}

#[test]
fn someone_in_a_faulty_line_is_not_gone() {
    let plan = world().read(format!("{HEADER}person,Mira,mira,m@x,Boss,\nperson,,ada,,,\nperson,N,noa,n@@x,,\n"));
    assert!(!plan.rows.iter().any(|row| row.is_gone));
    let plan = world().read(format!("{HEADER}person,Ada,ada,,,\nrobot,Mira,mira,,,\n\"person\" x,Noa,,n@x,,\n"));
    assert!(!plan.rows.iter().any(|row| row.is_gone));
}

#[test]
fn differences_are_taken_by_column_when_that_is_chosen() {
    let file = format!("{HEADER}person,Mira L.,MIRA,mira@y,Admin,vision:Admin\nservice account,CI\nteam,Vision\n");
    let world = world();
    let plan = world.read(&file);
    assert!(plan.is_empty());
    let mira = &plan.rows[0];
    let columns: Vec<Column> = mira.differences.iter().map(|difference| difference.column).collect();
    assert_eq!(columns, [Column::Name, Column::Username, Column::Email, Column::Role, Column::Teams]);
    assert_eq!(mira.differences[0].current, Value::Text("Mira".to_owned()));
    assert_eq!(plan.differences[&Column::Name], 3);

    for (column, expected) in [
        (
            Column::Name,
            vec!["person,Mira L.,mira,m@x,Viewer,Vision:Viewer", "service account,CI,,,,", "team,Vision,,,,"],
        ),
        (Column::Username, vec!["person,Mira,MIRA,m@x,Viewer,vision:Viewer"]),
        (Column::Email, vec!["person,Mira,mira,mira@y,Viewer,vision:Viewer"]),
        (Column::Role, vec!["person,Mira,mira,m@x,Admin,vision:Viewer"]),
        (Column::Teams, vec!["person,Mira,mira,m@x,Viewer,vision:Admin"]),
    ] {
        let mut world = self::world();
        let before = world.lines();
        let plan = world.choose(&file, &Choices { updates: [column].into(), ..Choices::default() });
        world.carry_out(&plan, true);
        let changed: Vec<String> = world.lines().into_iter().filter(|line| !before.contains(line)).collect();
        assert_eq!(changed, expected, "{column:?}");
    }
}

/// An import can take the permission from its author, so the author's role changes last.
#[test]
fn the_own_role_is_changed_last() {
    let mut world = world();
    let choices = Choices { updates: [Column::Role].into(), ..Choices::default() };
    let plan = world.choose(format!("{HEADER}person,Ada,ada,,Member,\nperson,Mira,mira,,Admin,\n"), &choices);
    world.carry_out(&plan, true);
    assert!(world.lines().contains(&"person,Ada,ada,ada@example.com,Member,".to_owned()));
}

#[test]
fn missing_teams_are_created_when_that_is_chosen() {
    let file = format!("{HEADER}person,Eli,eli,e@x,,speech:Admin|vision\nperson,Noa,noa,n@x,,Speech\nteam,audio\n");
    let mut world = world();
    let plan = world.read(&file);
    assert_eq!((plan.faulty_lines, plan.missing_teams.len()), (2, 2));
    let choices = Choices { creates_teams: true, ..Choices::default() };
    let plan = world.choose(&file, &choices);
    assert_eq!((plan.faulty_lines, plan.teams.len()), (0, 2));
    let created: Vec<&str> = plan.rows.iter().filter(|row| row.is_created).map(|row| row.account.as_str()).collect();
    assert_eq!(created, ["speech"]);
    let rows: Vec<(Option<Kind>, &str)> =
        plan.rows.iter().filter(|row| !row.is_gone).map(|row| (row.kind, row.account.as_str())).collect();
    assert_eq!(
        rows,
        [
            (Some(Kind::Person), "eli"),
            (Some(Kind::Team), "speech"),
            (Some(Kind::Person), "noa"),
            (Some(Kind::Team), "audio"),
        ]
    );
    world.carry_out(&plan, true);
    assert!(world.lines().contains(&"person,Eli,eli,e@x,Member,speech:Admin|vision:Member".to_owned()));
    let taken = world.choose(format!("{HEADER}person,A,a,a@x,,noa|b c|a2\nperson,B,a2,b@x,,\n"), &choices);
    let reasons: Vec<Reason> = faults(&taken).into_iter().map(|fault| fault.reason).collect();
    assert!(
        matches!(&reasons[..], [Reason::Taken(_), Reason::TeamName(..), Reason::Repeated { line: 3 }]),
        "{reasons:?}"
    );
}

#[test]
fn usual_words_of_roles_are_told_and_others_can_be_given_a_meaning() {
    let file =
        format!("{HEADER}person,A,a,a@x,Owner,\nperson,B,b,b@x,Developer,vision:Maintainer\nperson,C,c,c@x,관리자,\n");
    let world = world();
    let plan = world.read(&file);
    assert_eq!(plan.meanings.keys().collect::<Vec<_>>(), ["Owner"]);
    assert_eq!(plan.unknown_roles.keys().collect::<Vec<_>>(), ["Developer", "Maintainer"]);
    let mut choices = Choices::default();
    choices.set_role("developer", Some(domain::TeamRole::Member));
    choices.set_role("Maintainer", Some(domain::TeamRole::Admin));
    let plan = world.choose(&file, &choices);
    assert_eq!(plan.faulty_lines, 0);
    let roles: Vec<domain::OrganizationRole> = plan.people.iter().map(|person| person.role).collect();
    use domain::OrganizationRole::{Admin, Member};
    assert_eq!(roles, [Admin, Member, Admin]);
}

#[test]
fn usernames_are_proposed_by_the_address_and_are_free() {
    let mut world = world();
    let plan =
        world.import("first name,last name,email\nMira,One,mira@x\nMira,Two,mira@y\nM,Three,mira2@x\n하늘,김,k@x\n");
    let people: Vec<String> = plan.people.iter().map(|person| format!("{} {}", person.name, person.username)).collect();
    assert_eq!(people, ["Mira One mira2", "Mira Two mira3", "M Three mira22", "김하늘 k"]);
    assert!(plan.rows.iter().take(4).all(|row| row.is_proposed));
    // The next import finds them by their addresses.
    assert!(world.plan("first name,last name,email\nMira,One,mira@x\n").is_empty());
}

#[test]
fn an_explicit_username_of_a_later_line_is_not_proposed() {
    let plan = World::new().plan("name,username,email\nA,,dana@x\nB,dana,b@x\n");
    let names: Vec<String> = plan.people.iter().map(|person| person.username.to_string()).collect();
    assert_eq!(names, ["dana2", "dana"]);
}

#[test]
fn an_address_in_the_place_of_a_username_is_used() {
    let plan = world().plan("userPrincipalName,displayName,mail\nmira.new@corp.x,Mira New,\nnoa@corp,Noa,n@x\n");
    assert_eq!(plan.people.len(), 1);
    assert_eq!((plan.people[0].username.as_str(), plan.people[0].email.as_str()), ("mira.new", "mira.new@corp.x"));
}

#[test]
fn several_columns_and_lines_give_one_person_several_teams() {
    let mut world = World::with(format!("{HEADER}team,a\nteam,b\nteam,c\n"));
    let plan = world.import("name,username,email,team 1,team 2,team role\nD,d,d@x,a,b,Admin\nD,d,D@X,c,a,Admin\n");
    assert_eq!((plan.people.len(), plan.memberships.len()), (1, 3));
    assert_eq!(plan.rows[0].lines, [2, 3]);
    assert!(world.lines().contains(&"person,D,d,d@x,Member,a:Admin|b:Admin|c:Admin".to_owned()));
    let plan = world.read("name,username,email,team,team role\nE,e,e@x,a,Admin\nE,e,e@x,a,Viewer\nF,e,e@x,b,\n");
    assert_eq!(
        faults(&plan).into_iter().map(|fault| fault.reason).collect::<Vec<_>>(),
        [Reason::RepeatedTeam("a".to_owned()), Reason::Repeated { line: 2 }]
    );
}

/// The columns as the directories' documentation lists them.
#[test]
fn exports_of_other_directories_are_read_as_they_are() {
    for (directory, file) in [
        (
            "Google Workspace",
            "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],\
             Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Recovery Email,\
             Home Secondary Email,Work Secondary Email,Employee ID,Department\n\
             Dana,Ortiz,dana@x.org,****,,/,,home@y.org,home2@y.org,,7,Research\n",
        ),
        (
            "Entra",
            "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled\n\
             dana@corp.onmicrosoft.com,Dana Ortiz,Ortiz,dana@x.org,Dana,0-1-2,Member,Lead,Research,True\n",
        ),
        (
            "Entra's template",
            "version:v1.0,,,,,\nName [displayName] Required,User name [userPrincipalName] Required,\
             Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,\
             First name [givenName],Last name [surname]\nDana Ortiz,dana@x.org,secret,No,Dana,Ortiz\n",
        ),
        (
            "Okta",
            "login,firstName,lastName,middleName,email,secondEmail,status\ndana@x.org,Dana,Ortiz,,dana@x.org,,ACTIVE\n",
        ),
        ("GitLab", "id,name,username,email,state,access_level\n7,Dana Ortiz,dana,dana@x.org,active,Owner\n"),
        (
            "SCIM",
            "userName,name.givenName,name.familyName,\"emails[type eq \"\"work\"\"].value\",\
             \"emails[type eq \"\"home\"\"].value\",active\ndana,Dana,Ortiz,dana@x.org,home@y.org,true\n",
        ),
        (
            "an Okta report",
            "User Id,User First name,User Last name,User Login,User Email,User Status\n0,Dana,Ortiz,dana@x.org,dana@x.org,ACTIVE\n",
        ),
        (
            "numbered SCIM",
            "userName,name.formatted,emails.0.value,emails.1.value\ndana,Dana Ortiz,dana@x.org,home@y.org\n",
        ),
        (
            "Google Groups",
            "Group Email,Member Email,Member Name,Member Role,Member Type\nml@x,dana@x.org,Dana Ortiz,OWNER,USER\n",
        ),
        ("Slack", "username,email,status,userid,fullname,displayname\ndana,dana@x.org,Member,U1,Dana Ortiz,dana o\n"),
    ] {
        let plan = World::new().plan(file);
        let people: Vec<_> =
            plan.people.iter().map(|new| (new.name.as_str(), new.username.as_str(), new.email.as_str())).collect();
        assert_eq!(people, [("Dana Ortiz", "dana", "dana@x.org")], "{directory}");
    }
}

#[test]
fn a_line_is_corrected_as_a_whole() {
    let file = "name,username,email\n\"Ortiz, Dana,dana,d@x\nLee, Ann,ann,a@x\nEli,eli,e@x\n";
    let world = World::new();
    let plan = world.read(file);
    let texts: Vec<(usize, String)> = faults(&plan)
        .into_iter()
        .filter(|fault| fault.column.is_none())
        .map(|fault| (fault.line, fault.text))
        .collect();
    assert_eq!(texts, [(2, "\"Ortiz, Dana,dana,d@x".to_owned()), (3, "Lee, Ann,ann,a@x".to_owned())]);
    let mut choices = Choices::default();
    choices.lines.insert(2, "\"Ortiz, Dana\",dana,d@x".to_owned());
    choices.lines.insert(3, "\"Lee, Ann\",ann,a@x".to_owned());
    let plan = world.choose(file, &choices);
    assert_eq!((plan.faulty_lines, plan.people.len()), (0, 3));
}

#[test]
fn a_broken_record_of_several_lines_is_corrected_as_one() {
    for (file, broken) in [
        ("\"Dana\nOrtiz\" x,dana,d@x\nEli,eli,e@x\n", "\"Dana Ortiz\" x,dana,d@x"),
        ("\"Dana\nMaria\nOrtiz\" x,dana,d@x\nEli,eli,e@x\n", "\"Dana Maria Ortiz\" x,dana,d@x"),
        ("\"Dana\nOrtiz,dana,d@x\nEli,eli,e@x\n", "\"Dana Ortiz,dana,d@x"),
        ("\"A \"\"x\ny\"\",dana,d@x\nEli,eli,e@x\n", "\"A \"\"x y\"\",dana,d@x"),
    ] {
        let world = World::new();
        let file = format!("name,username,email\n{file}");
        let plan = world.read(&file);
        let added: Vec<&str> = plan.people.iter().map(|new| new.name.as_str()).collect();
        assert_eq!(added, ["Eli"], "{file}");
        let faults = faults(&plan);
        assert_eq!(faults.iter().map(|fault| fault.text.as_str()).collect::<Vec<_>>(), [broken], "{file}");
        assert_eq!(plan.rows[0].lines.len(), plan.faulty_lines);
        let mut choices = Choices::default();
        choices.lines.insert(2, "\"Dana Ortiz\",dana,d@x".to_owned());
        let plan = world.choose(&file, &choices);
        assert_eq!((plan.faulty_lines, plan.people.len()), (0, 2), "{file}");
    }
}

#[test]
fn lines_that_are_whole_are_not_joined_to_a_broken_one() {
    let plan = World::new().read("name,username,email\n\"Dana,dana,d@x\nEli,eli,e@x\nFay,\"fay,f@x\nGil,gil,g@x\n");
    let added: Vec<&str> = plan.people.iter().map(|new| new.name.as_str()).collect();
    assert_eq!((added, plan.faulty_lines), (vec!["Eli", "Gil"], 2));
}

#[test]
fn a_broken_line_is_shown_with_its_wide_delimiters() {
    let plan = World::new().read("이름，이메일\n\"김\"하늘，h@x\n");
    assert_eq!(faults(&plan)[0].text, "\"김\"하늘，h@x");
}

#[test]
fn a_stored_name_with_a_lost_character_comes_in_again() {
    let world = World::founded_by("Jos\u{fffd}", "jose", "jose@x");
    assert!(world.plan(world.write()).is_empty());
    assert!(world.plan("name,email\nJos\u{fffd},jose@x\n").is_empty());
    let other = world.read("name,username,email\nJos\u{fffd},josh,josh@x\n");
    assert_eq!((faults(&other)[0].reason.clone(), other.doubtful_names), (Reason::Undecodable, 1));
    // An organization that was exported with such a name comes in elsewhere when that is chosen.
    let mut elsewhere = World::new();
    let keeps = Choices { keeps_doubtful_names: true, ..Choices::default() };
    let plan = elsewhere.choose(world.write(), &keeps);
    assert_eq!((plan.faulty_lines, plan.doubtful_names), (0, 1));
    elsewhere.carry_out(&plan, true);
    assert!(elsewhere.write().contains("person,Jos\u{fffd},jose,jose@x,Admin,"));
}

#[test]
fn a_mapping_by_hand_decides() {
    let file = "Who,Handle at work,Contact\nDana,dana,d@x\n";
    let world = World::new();
    assert!(world.read(file).rows.is_empty());
    let map = |mapping: &mut interchange::directory::Mapping| {
        mapping.set(0, Some(Field::Name));
        mapping.set(1, Some(Field::Username));
        mapping.set(2, Some(Field::Email));
    };
    let plan = world.choose_mapped(file, map, &Choices::default());
    assert_eq!(plan.people.len(), 1);
}

#[test]
fn quotes_of_other_programs_are_read() {
    let mut world = World::new();
    world.import(
        "name,username,email\n“Ortiz, Dana”,dana,d@x\n\"Eli \\\"The Lion\\\" B\",eli,e@x\nO’Neil “Bob”,bob,b@x\n",
    );
    let lines = world.lines().join("\n");
    for name in ["\"Ortiz, Dana\"", "\"Eli \"\"The Lion\"\" B\"", "O’Neil “Bob”"] {
        assert!(lines.contains(&format!("person,{name},")), "{lines}");
    }
    // Names with quotes of their own come in again.
    world.import("name,username,email\n\"“Dee”\",dee,dee@x\n");
    assert!(world.plan(world.write()).is_empty());
}

#[test]
fn a_damaged_text_is_a_fault_and_no_name() {
    let mut bytes = "name,username,email\n김하늘,a,a@x\n".as_bytes().to_vec();
    bytes.extend(b"Caf\xe9,b,b@x\n");
    let plan = World::new().read(&bytes);
    assert_eq!((plan.people.len(), faults(&plan)[0].reason.clone()), (1, Reason::Undecodable));
}

#[test]
fn an_existing_person_is_the_same_by_username_and_by_address() {
    for lines in ["Ada,ada,,vision\nAda,,ada@example.com,vision\n", "Ada,,ada@example.com,vision\nAda,ada,,vision\n"] {
        let plan = world().plan(format!("name,username,email,teams\n{lines}"));
        assert_eq!(plan.memberships.len(), 1);
        assert_eq!(plan.rows[0].lines, [2, 3]);
    }
}

#[test]
fn a_role_of_a_word_of_symbols_does_not_apply_to_empty_cells() {
    let mut choices = Choices::default();
    choices.set_role("-", Some(TeamRole::Admin));
    choices.set_role("Power User", Some(TeamRole::Viewer));
    let file = "name,username,email,role\nEli,eli,e@x,-\nFay,fay,f@x,\nGil,gil,g@x,power user\n";
    let plan = world().choose(file, &choices);
    let roles: Vec<OrganizationRole> = plan.people.iter().map(|person| person.role).collect();
    assert_eq!(roles, [OrganizationRole::Admin, OrganizationRole::Member, OrganizationRole::Viewer]);
    assert_eq!(choices.role(""), None);
    let others = ["POWER USER".to_owned(), "Chief".to_owned()];
    let words: Vec<&str> = choices.role_words(others.iter()).into_values().collect();
    assert_eq!(words, ["-", "Chief", "Power User"]);
}

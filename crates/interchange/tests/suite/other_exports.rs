//! Files and pastes of other programs: the accounts that they add, and the reports about the rest.

use interchange::directory::{Column, Reason, Status, Table};

use crate::support::{World, faults};

fn world() -> World {
    World::with(
        "kind,name,username,email,role,teams\nteam,vision\nteam,platform\n\
         person,Mina Park,mina.park,mina.park@lighthouse.example,Member,\n",
    )
}

/// Checks the new people and the teams that they join, and the faults.
#[track_caller]
fn check(file: impl AsRef<[u8]>, added: &[&str], faulty: &[(Option<Column>, &str)]) {
    let plan = world().read(file);
    let found: Vec<String> = plan
        .rows
        .iter()
        .filter(|row| row.is(Status::New))
        .map(|row| {
            let teams: Vec<String> =
                row.joins.iter().map(|(team, role)| format!("{team}:{}", role.is_some())).collect();
            let teams = teams.join("|").replace(":true", "");
            format!("{} {} <{}> {teams}", row.name, row.account, row.email).trim().to_owned()
        })
        .collect();
    assert_eq!(found, added);
    let found: Vec<(Option<Column>, String)> =
        faults(&plan).into_iter().map(|fault| (fault.column, fault.text)).collect();
    assert_eq!(found, faulty.iter().map(|(column, text)| (*column, (*text).to_owned())).collect::<Vec<_>>());
}

const DANA: &str = "Dana Ortiz dana <dana@x.org>";

fn korean(text: &str) -> Vec<u8> {
    encoding_rs::EUC_KR.encode(text).0.into_owned()
}

#[test]
fn tables_of_korean_excel() {
    check(
        korean("이름\t이메일\t부서\t소속팀\t역할\r\n김하늘\thaneul@x.org\t연구\tvision\t관리자\r\n"),
        &["김하늘 haneul <haneul@x.org> vision"],
        &[],
    );
    // Titles of merged cells above, a sum below, and a line end in a cell.
    check(
        korean(
            "2026년 사용자 명단,,,,\r\n,,,,\r\n작성일: 2026-11-28,,,작성자: 김하늘,\r\n번호,이름,이메일,소속 팀,비고\r\n\
             1,김하늘,haneul@x.org,vision,\r\n2,박서연,seoyeon@x.org,\"vision\nplatform\",휴직\r\n합계,2명,,,\r\n",
        ),
        &["김하늘 haneul <haneul@x.org> vision", "박서연 seoyeon <seoyeon@x.org> vision|platform"],
        &[(Some(Column::Email), "")],
    );
    check(
        korean("사번,성명,직급,부서명,사내메일,휴대폰\r\n1001,홍길동,과장,비전팀,gildong@x.org,010-0000-0000\r\n"),
        &["홍길동 gildong <gildong@x.org>"],
        &[],
    );
}

#[test]
fn exports_of_google() {
    check(
        "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],\
         New Primary Email [UPLOAD ONLY],Status [READ ONLY],Recovery Email,Manager Email,Employee Title\n\
         Dana,Ortiz,dana@x.org,****,/Research,,Active,home@y.org,boss@x.org,Lead\n",
        &[DANA],
        &[],
    );
    // Members of a group have no names, so only those who are known join.
    check(
        "Group Email [Required],Member Email,Member Type,Member Role\nvision@x.org,dana@x.org,USER,MEMBER\n",
        &[],
        &[(Some(Column::Name), "")],
    );
    check(
        "First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nDana,,Ortiz,* myContacts,* Work,dana@x.org\n",
        &[DANA],
        &[],
    );
}

#[test]
fn exports_of_entra_and_active_directory() {
    check(
        "\u{feff}userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,accountEnabled\n\
         dana@corp.onmicrosoft.com,Dana Ortiz,Ortiz,dana@x.org,Dana,0-1,Member,,True\n\
         guest_x.org#EXT#@corp.onmicrosoft.com,Guest One,,guest@x.org,,0-2,Guest,,True\n",
        &[DANA, "Guest One guest <guest@x.org>"],
        &[],
    );
    check(
        "id,userPrincipalName,displayName,objectType,userType,isUser,isGroup,isGuest\n\
         0-1,dana@x.org,Dana Ortiz,User,Member,TRUE,FALSE,FALSE\n0-2,,speech,Group,,FALSE,TRUE,FALSE\n",
        &[DANA, "speech <>"],
        &[],
    );
    check(
        "#TYPE Microsoft.ActiveDirectory.Management.ADUser\r\n\"DistinguishedName\",\"Enabled\",\"GivenName\",\"Name\",\
         \"SamAccountName\",\"Surname\",\"UserPrincipalName\"\r\n\"CN=Dana Ortiz,OU=R,DC=corp\",\"True\",\"Dana\",\
         \"Dana Ortiz\",\"dana\",\"Ortiz\",\"dana@x.org\"\r\n",
        &[DANA],
        &[],
    );
    check("DisplayName,PrimarySmtpAddress,Alias\nDana Ortiz,SMTP:dana@x.org,dana\n", &[DANA], &[]);
    check(
        "dn,cn,mail,memberOf\n\"CN=Dana Ortiz,OU=R,DC=corp\",Dana Ortiz,dana@x.org,\
         \"CN=vision,OU=G,DC=corp;CN=platform,OU=G,DC=corp\"\n",
        &["Dana Ortiz dana <dana@x.org> vision|platform"],
        &[],
    );
}

#[test]
fn exports_of_okta_gitlab_github_slack_and_atlassian() {
    check(
        "\"login\",\"firstName\",\"lastName\",\"middleName\",\"email\",\"displayName\",\"nickName\",\"secondEmail\",\"userType\"\n\
         \"dana@x.org\",\"Dana\",\"Ortiz\",\"\",\"dana@x.org\",\"\",\"\",\"\",\"Employee\"\n",
        &[DANA],
        &[],
    );
    check(
        "User.Login,User.First Name,User.Last Name,User.Email,Group.Name\n\
         dana@x.org,Dana,Ortiz,dana@x.org,vision\ndana@x.org,Dana,Ortiz,dana@x.org,platform\n",
        &["Dana Ortiz dana <dana@x.org> vision|platform"],
        &[],
    );
    check(
        "Username,Name,Email,Access Granted,Max Role,Source\n@dana,Dana Ortiz,dana@x.org,2026-01-01,Owner,Direct\n\
         eli,Eli Brandt,,2026-01-01,Maintainer,Inherited\n",
        &[DANA],
        &[(Some(Column::Email), ""), (Some(Column::Role), "Maintainer")],
    );
    check("login,name,tfa_enabled,role,email\ndana,Dana Ortiz,true,Member,dana@x.org\n", &[DANA], &[]);
    check(
        "username,email,status,userid,fullname,displayname\ndana,dana@x.org,Admin,U1,Dana Ortiz,dana\n",
        &[DANA],
        &[],
    );
    check("User id,User name,email,User status,Org role\n1,Dana Ortiz,dana@x.org,Active,User\n", &[DANA], &[]);
}

#[test]
fn tables_of_scim_and_databases() {
    check(
        "id,userName,name.givenName,name.familyName,emails[0].value,emails[0].type,groups[0].display,groups[1].display\n\
         1,dana,Dana,Ortiz,dana@x.org,work,vision,platform\n",
        &["Dana Ortiz dana <dana@x.org> vision|platform"],
        &[],
    );
    check("'id','name','email'\n'1','Dana Ortiz','dana@x.org'\n", &[DANA], &[]);
    check(
        "| Name | Email | Team |\n|------|:-----:|------|\n| Dana Ortiz | dana@x.org | vision |\n",
        &["Dana Ortiz dana <dana@x.org> vision"],
        &[],
    );
}

#[test]
fn recipients_of_mails() {
    check(
        "Noa Levi <noa.levi@x.org>; \"Tanaka, Yuki\" <yuki@x.org>; mina.park@lighthouse.example",
        &["Noa Levi noa.levi <noa.levi@x.org>", "Tanaka, Yuki yuki <yuki@x.org>"],
        &[],
    );
    check(
        "To: Noa Levi <noa.levi@x.org>,\r\nCc: \"Tanaka, Yuki\" <yuki@x.org>\r\n",
        &["Noa Levi noa.levi <noa.levi@x.org>", "Tanaka, Yuki yuki <yuki@x.org>"],
        &[],
    );
    // Without names they are not new people, but none is lost.
    check("noa@x.org, yuki@x.org", &[], &[(Some(Column::Name), ""), (Some(Column::Name), "")]);
}

#[test]
fn spreadsheets_with_more_than_a_table() {
    check(
        ",,Contact,\nName,Team,Email,Role\nDana Ortiz,vision,dana@x.org,Viewer\n",
        &["Dana Ortiz dana <dana@x.org> vision"],
        &[],
    );
    check("Name,Email\nVision team,\nDana Ortiz,dana@x.org\n", &[DANA], &[(Some(Column::Email), "")]);
    check(
        "\"Full\nName\",\"E-mail\naddress\",Team(s)\nDana Ortiz,dana@x.org,vision\n",
        &["Dana Ortiz dana <dana@x.org> vision"],
        &[],
    );
    check("name,email\nDana Ortiz,dana@x.org\u{a0}\nEli,\u{202f}eli@x.org\n", &[DANA, "Eli eli <eli@x.org>"], &[]);
}

#[test]
fn names_that_were_damaged_before_are_told() {
    let plan =
        world().read("name,email\nJosÃ© GarcÃ\u{ad}a,jose@x.org\n±èÇÏ´Ã,haneul@x.org\n#REF!,eli@x.org\nJosé,j@x.org\n");
    assert_eq!(plan.people.iter().map(|new| new.name.as_str()).collect::<Vec<_>>(), ["José"]);
    assert_eq!(
        faults(&plan).into_iter().map(|fault| fault.reason).collect::<Vec<_>>(),
        [Reason::Garbled("José García".to_owned()), Reason::Garbled("김하늘".to_owned()), Reason::SpreadsheetError]
    );
}

#[test]
fn distinguished_names_are_read_as_names() {
    let file = "cn;mail;memberOf\n\
                \"CN=Ortiz\\, Dana,OU=Research,DC=corp\";dana@x;\"CN=vision,OU=Groups,DC=corp,CN=speech,OU=Groups,DC=corp\"\n\
                Eli Brandt;eli@x;CN=vision,OU=Groups,DC=corp\n";
    let mut world = World::with("kind,name,username,email,role,teams\nteam,vision\nteam,speech\n");
    world.import(file);
    let lines = world.lines();
    assert!(
        lines.contains(&"person,\"Ortiz, Dana\",dana,dana@x,Member,speech:Member|vision:Member".to_owned()),
        "{lines:?}"
    );
    assert!(lines.contains(&"person,Eli Brandt,eli,eli@x,Member,vision:Member".to_owned()), "{lines:?}");
}

#[test]
fn apostrophes_and_whole_lines_in_quotes_are_read() {
    for file in [
        "'name','username','email'\n'Ortiz, Dana','dana','d@x'\n'Conor O''Neil','conor','c@x'\n",
        "name,username,email\n'Ortiz, Dana',dana,d@x\nConor O'Neil,conor,c@x\n",
        "\"name,username,email\"\n\"\"\"Ortiz, Dana\"\",dana,d@x\"\n\"Conor O'Neil,conor,c@x\"\n",
        "name,username,email\n\"\"\"Ortiz, Dana\"\",dana,d@x\"\nConor O'Neil,conor,c@x\n",
    ] {
        let plan = World::new().plan(file);
        let people: Vec<_> = plan.people.iter().map(|new| (new.name.as_str(), new.email.as_str())).collect();
        assert_eq!(people, [("Ortiz, Dana", "d@x"), ("Conor O'Neil", "c@x")], "{file}");
    }
    // A name within apostrophes is a name.
    let plan = World::new().plan("name,username,email\n'Dee',dee,d@x\n't Hooft,hooft,h@x\n");
    let names: Vec<&str> = plan.people.iter().map(|new| new.name.as_str()).collect();
    assert_eq!(names, ["'Dee'", "'t Hooft"]);
}

#[test]
fn columns_of_one_meaning_complete_each_other_unless_they_contradict() {
    check(
        "name,email,full name,e-mail address\nDana Ortiz,dana@x.org,,\n,,Eli Brandt,eli@x.org\n",
        &[DANA, "Eli Brandt eli <eli@x.org>"],
        &[],
    );
    // One line has both, so the second column is another address.
    check(
        "name,email,work email\nDana Ortiz,dana@x.org,dana@work.org\nEli Brandt,,eli@x.org\n",
        &[DANA],
        &[(Some(Column::Email), "")],
    );
    let table = Table::read("name,email,work email\nDana,dana@x.org,dana@work.org\nEli,,eli@x.org\n");
    assert_eq!(table.left_out(&table.guess()), [2]);
}

//! Exports with the columns and keys that the documentation of their programs describes, with who is read from each.

use interchange::directory::{Choices, Column, Kind, Plan, Planner, Reason, Table};
use interchange::encoding::{Encoding, decode};

use crate::support::{World, faults};

/// The plan of a file in an organization with two teams and one person.
fn plan(file: &[u8]) -> Plan {
    let world = World::with(
        "kind,name,username,email,role,teams\nteam,vision\nteam,platform\n\
         person,Mina Park,mina.park,mina.park@lighthouse.example,Member,\n",
    );
    let text = decode(file, None).unwrap().text;
    let table =
        if text.starts_with(['{', '[']) { Table::read_json(&text).unwrap().unwrap() } else { Table::read(&text) };
    Planner::new(&table, &table.guess(), &Choices::default(), &world.view()).finish()
}

/// Checks what is new or joins a team, what is inactive, and the columns of the faults.
#[track_caller]
fn check(file: impl AsRef<[u8]>, added: &[&str], inactive: &[&str], faulty: &[Option<Column>]) {
    let plan = plan(file.as_ref());
    let rows = plan.rows.iter().filter(|row| row.is_new || !row.joins.is_empty());
    let found: Vec<String> = rows
        .map(|row| {
            let teams: Vec<&str> = row.joins.iter().map(|(team, _)| team.as_str()).collect();
            let who = match row.kind {
                Some(Kind::Person) => format!("{} {} <{}>", row.name, row.account, row.email),
                kind => format!("{} {}", kind.map_or("", Kind::word), row.account),
            };
            format!("{who} {}", teams.join("|")).trim().to_owned()
        })
        .collect();
    assert_eq!(found, added);
    assert_eq!(plan.inactive(), inactive);
    assert_eq!(faults(&plan).iter().map(|fault| fault.column).collect::<Vec<_>>(), faulty);
}

const DANA: &str = "Dana Ortiz dana <dana@x.org>";
const HANEUL: &str = "김하늘 haneul <haneul@x.org>";
const HANEUL_IN_VISION: &str = "김하늘 haneul <haneul@x.org> vision";

fn korean(text: &str) -> Vec<u8> {
    encoding_rs::EUC_KR.encode(text).0.into_owned()
}

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn korean_excel() {
    // A list of the personnel office, with the status of people and words that are no roles here.
    check(
        korean(
            "번호,사번,성명,영문이름,부서,직위,이메일,휴대폰,재직상태,소속팀,권한\r\n\
             1,A001,김하늘,Haneul Kim,연구,책임,haneul@x.org,010-1111-2222,재직,vision,관리자\r\n\
             2,A002,박서연,Seoyeon Park,연구,선임,seoyeon@x.org,,휴직,vision;platform,일반\r\n\
             3,A003,이준호,Junho Lee,연구,선임,junho@x.org,,퇴직,vision,멤버\r\n",
        ),
        &[HANEUL_IN_VISION],
        &["이준호"],
        &[Some(Column::Role)],
    );
    check(
        utf16(
            "이름\t아이디\t이메일\t팀\r\n김하늘\thaneul\thaneul@x.org\tvision\r\n\"정, 다은\"\tdaeun\tdaeun@x.org\t\"vision\nplatform\"\r\n",
        ),
        &[HANEUL_IN_VISION, "정, 다은 daeun <daeun@x.org> vision|platform"],
        &[],
        &[],
    );
    check(
        korean(
            "sep=;\r\n성;이름;메일주소;팀\r\n김;하늘;haneul@x.org;vision\r\n남궁;민수;minsu@x.org;vision,platform\r\n",
        ),
        &[HANEUL_IN_VISION, "남궁민수 minsu <minsu@x.org> vision|platform"],
        &[],
        &[],
    );
    check(
        korean("\"이름\n(한글)\",\"이메일\n(회사)\",\"소속\n팀\"\r\n김하늘,haneul@x.org,vision\r\n"),
        &[HANEUL_IN_VISION],
        &[],
        &[],
    );
    // Below the table there are a sum and a remark.
    check(
        korean(
            "2026년 사용자 명단,,\r\n작성일 : 2026-11-29,,담당: 김하늘\r\n,,\r\nNo.,이름,E-mail\r\n1,김하늘,haneul@x.org\r\n,소계,1명\r\n",
        ),
        &[HANEUL],
        &[],
        &[Some(Column::Email)],
    );
}

#[test]
fn consoles_in_korean() {
    check(
        "이름 [필수 항목],성 [필수 항목],이메일 주소 [필수 항목],비밀번호 [필수 항목],상태 [읽기 전용],복구 이메일\n\
         하늘,김,haneul@x.org,****,활성,\n준호,이,junho@x.org,****,정지됨,\n",
        &[HANEUL],
        &["이준호"],
        &[],
    );
    check(
        "자격 증명 차단,도시,표시 이름,이름,성,라이선스,사용자 계정 이름\nFALSE,,김하늘,하늘,김,E3,haneul@x.org\nTRUE,,이준호,준호,이,E3,junho@x.org\n",
        &[HANEUL],
        &["이준호"],
        &[],
    );
}

#[test]
fn google_workspace() {
    check(
        "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],\
         New Primary Email [UPLOAD ONLY],Status [READ ONLY],Recovery Email,Work Secondary Email,Manager Email,New Status [UPLOAD ONLY]\n\
         Dana,Ortiz,dana@x.org,****,/R,,Active,,,boss@x.org,\nEli,Brandt,eli@x.org,****,/R,,Suspended,,,,\n\
         Noa,Levi,noa@x.org,****,/R,,Archived,,,,\nMono,,mono@x.org,****,/R,,Active,,,,\n",
        &[DANA, "Mono mono <mono@x.org>"],
        &["Eli Brandt", "Noa Levi"],
        &[],
    );
    check(
        "primaryEmail,name.givenName,name.familyName,name.fullName,suspended,isAdmin,aliases.0,emails.0.address,emails.1.address\n\
         dana@x.org,Dana,Ortiz,Dana Ortiz,False,True,d@x.org,dana@x.org,dana@y.org\neli@x.org,Eli,Brandt,Eli Brandt,True,False,,eli@x.org,\n",
        &[DANA],
        &["Eli Brandt"],
        &[],
    );
    check("Group Name,Group Email,Members\nvision,vision@x.org,5\naudio,audio@x.org,3\n", &["team audio"], &[], &[]);
    check(
        r#"{"kind":"admin#directory#groups","groups":[{"kind":"admin#directory#group","name":"audio","email":"audio@x.org","directMembersCount":"3"}]}"#,
        &["team audio"],
        &[],
        &[],
    );
}

#[test]
fn entra() {
    check(
        "\u{feff}userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,accountEnabled,usageLocation,state,alternateEmailAddress,createdDateTime\n\
         dana@x.org,Dana Ortiz,Ortiz,dana@x.org,Dana,0-1,Member,Lead,True,US,CA,,1/1/2026\n\
         eli_y.org#EXT#@x.onmicrosoft.com,Eli Brandt,,eli@y.org,,0-2,Guest,,True,,,,\nnoa@x.org,Noa Levi,Levi,,Noa,0-3,Member,,False,IT,,,\n",
        &[DANA, "Eli Brandt eli <eli@y.org>"],
        &["Noa Levi"],
        &[],
    );
    check(
        "version:v1.0,,\nName [displayName] Required,User name [userPrincipalName] Required,Block sign in (Yes/No) [accountEnabled] Required\n\
         Dana Ortiz,dana@x.org,No\nEli Brandt,eli@x.org,Yes\n",
        &[DANA],
        &["Eli Brandt"],
        &[],
    );
    // Groups are teams, and no people.
    check(
        "id,displayName,groupType,membershipType,source,mail,securityEnabled\n0-1,vision,Security,Assigned,Cloud,,True\n\
         0-2,audio,Microsoft 365,Dynamic,Cloud,audio@x.org,False\n",
        &[],
        &[],
        &[Some(Column::Email)],
    );
    check(
        r#"{"value":[{"id":"1","displayName":"vision","mail":null,"groupTypes":[]},{"id":"2","displayName":"audio","mail":"audio@x.org","groupTypes":["Unified"]}]}"#,
        &["team audio"],
        &[],
        &[],
    );
    check(
        r##"{"value":[{"id":"1","displayName":"vision","members":[
            {"@odata.type":"#microsoft.graph.user","id":"u1","displayName":"Dana Ortiz","mail":"dana@x.org","userPrincipalName":"dana@x.org"},
            {"@odata.type":"#microsoft.graph.group","id":"g2","displayName":"platform"}]}]}"##,
        &["Dana Ortiz dana <dana@x.org> vision"],
        &[],
        &[Some(Column::Teams)],
    );
    let table = "DisplayName,EmailAddress,Enabled,MemberOf,SamAccountName\nDana Ortiz,dana@x.org,True,Microsoft.ActiveDirectory.Management.ADPropertyValueCollection,dana\n";
    assert_eq!(faults(&plan(table.as_bytes()))[0].reason, Reason::LostList);
}

#[test]
fn okta() {
    check(
        "login,firstName,lastName,middleName,email,title,displayName,nickName,secondEmail,state,userType,manager\n\
         dana@x.org,Dana,Ortiz,,dana@x.org,Lead,,,,CA,Employee,Boss\n",
        &[DANA],
        &[],
        &[],
    );
    check(
        "\"User ID\",\"Status\",\"First name\",\"Last name\",\"Username\",\"Primary email\"\n\"1\",\"Active\",\"Dana\",\"Ortiz\",\"dana@x.org\",\"dana@x.org\"\n\
         \"2\",\"Deprovisioned\",\"Eli\",\"Brandt\",\"eli@x.org\",\"eli@x.org\"\n\"3\",\"Password expired\",\"Noa\",\"Levi\",\"noa@x.org\",\"noa@x.org\"\n",
        &[DANA, "Noa Levi noa <noa@x.org>"],
        &["Eli Brandt"],
        &[],
    );
    check(
        r#"[{"id":"00g1","type":"OKTA_GROUP","profile":{"name":"vision","description":""}},{"id":"00g2","type":"OKTA_GROUP","profile":{"name":"audio"}}]"#,
        &["team audio"],
        &[],
        &[],
    );
}

#[test]
fn gitlab() {
    check(
        "Name,Username,Email,Path,Group or project name,Type,Role,Role type,Membership type,Membership status,Access granted\n\
         Dana Ortiz,dana,dana@x.org,x,X,Group,Owner,default,direct,approved,2026-01-01T00:00:00Z\n\
         Dana Ortiz,dana,dana@x.org,x/vision,vision,Sub Group,Owner,default,inherited,approved,2026-01-01T00:00:00Z\n\
         ,,new@x.org,x,X,Group,Owner,default,direct,pending,2026-01-01T00:00:00Z\n",
        &[DANA],
        &[],
        &[Some(Column::Name)],
    );
    check(
        "Id,Name,Username,Email,State,Last activity\n1,Dana Ortiz,dana,dana@x.org,active,\n2,Eli Brandt,eli,eli@x.org,blocked,\n",
        &[DANA],
        &["Eli Brandt"],
        &[],
    );
    // The group around the members has a name as well.
    check(
        r#"{"data":{"group":{"name":"x","groupMembers":{"nodes":[
            {"accessLevel":{"stringValue":"OWNER"},"user":{"username":"dana","name":"Dana Ortiz","email":"dana@x.org","state":"active"}},
            {"accessLevel":{"stringValue":"DEVELOPER"},"user":{"username":"eli","name":"Eli Brandt","email":"eli@x.org"}}]}}}}"#,
        &[DANA],
        &[],
        &[Some(Column::Role)],
    );
}

#[test]
fn github() {
    check(
        "login,name,tfa_enabled,is_public,updated_at,last_active,role,saml_name_id\ndana,Dana Ortiz,true,false,2026-01-01,,Owner,dana@x.org\n\
         mina.park,Mina Park,true,false,2026-01-01,,Member,\n",
        &[],
        &[],
        &[Some(Column::Email)],
    );
    check(
        "github_com_login,github_com_name,github_com_profile,github_com_user,github_com_member_roles,github_com_verified_domain_emails\n\
         dana,Dana Ortiz,https://github.com/dana,true,x:Owner,dana@x.org\n",
        &[DANA],
        &[],
        &[],
    );
    check(
        r#"{"data":{"organization":{"teams":{"nodes":[{"name":"vision","slug":"vision","members":{"nodes":[
            {"login":"dana","name":"Dana Ortiz","email":"dana@x.org"},{"login":"mina.park","name":"Mina Park","email":""}]}}]}}}}"#,
        &["Dana Ortiz dana <dana@x.org> vision", "Mina Park mina.park <mina.park@lighthouse.example> vision"],
        &[],
        &[],
    );
    // The organizations of a person are no people.
    check(
        r#"[{"login":"dana","name":"Dana Ortiz","email":"dana@x.org","organizations":{"nodes":[{"login":"x"}]}}]"#,
        &[DANA],
        &[],
        &[],
    );
    check(
        r#"[{"name":"audio","id":2,"slug":"audio","members_url":"https://x","privacy":"closed"}]"#,
        &["team audio"],
        &[],
        &[],
    );
}

#[test]
fn scim() {
    check(
        r#"{"totalResults":3,"Resources":[{"id":"1","userName":"dana@x.org","name":{"formatted":"Dana Ortiz"},"emails":[]},
            {"id":"2","userName":"eli","emails":[{"value":"eli@x.org"}]},
            {"id":"3","userName":"noa","displayName":null,"name":{"givenName":"Noa","familyName":null},"emails":[{"type":"home","value":"noa@home.org"},{"type":"work","value":"noa@x.org"}]}]}"#,
        &[DANA, "Noa noa <noa@x.org>"],
        &[],
        &[Some(Column::Name)],
    );
    check(
        r#"[{"userName":"dana","displayName":"Dana Ortiz","emails":"dana@x.org"},{"userName":"eli","displayName":"Eli","emails":["eli@x.org","e@y.org"]},
            {"userName":"noa","displayName":"Noa","emails":{"value":"noa@x.org"}}]"#,
        &[DANA, "Eli eli <eli@x.org>", "Noa noa <noa@x.org>"],
        &[],
        &[],
    );
    check(
        "{\"Resources\":[{\"id\":\"1\",\"userName\":\"dana\",\"displayName\":\"Dana Ortiz\",\"emails\":[{\"value\":\"dana@x.org\"}]}]}\n\
         {\"Resources\":[{\"id\":\"g1\",\"displayName\":\"vision\",\"members\":[{\"value\":\"1\"}]}]}",
        &["Dana Ortiz dana <dana@x.org> vision"],
        &[],
        &[],
    );
    check(korean(r#"[{"name":"김하늘","email":"haneul@x.org"}]"#), &[HANEUL], &[], &[]);
    check(
        utf16(r#"{"사용자":[{"이름":"김하늘","이메일":"haneul@x.org","소속팀":["vision"]}]}"#),
        &[HANEUL_IN_VISION],
        &[],
        &[],
    );
}

#[test]
fn jira_and_slack_have_the_username_in_the_column_of_the_name() {
    check("name,displayName,emailAddress,active\ndana,Dana Ortiz,dana@x.org,true\n", &[DANA], &[], &[]);
    check(
        r#"{"ok":true,"members":[{"id":"U1","name":"dana","deleted":false,"real_name":"Dana Ortiz","profile":{"email":"dana@x.org"}},
            {"id":"U2","name":"eli","deleted":true,"real_name":"Eli Brandt","profile":{"email":"eli@x.org"}}]}"#,
        &[DANA],
        &["Eli Brandt"],
        &[],
    );
    check("name,nickname,displayname,email\nDana,dee,Dana Ortiz,dana@x.org\n", &["Dana dana <dana@x.org>"], &[], &[]);
}

#[test]
fn names_that_a_program_could_not_save_are_told() {
    let plan = plan(&korean("이름,이메일\r\nLuc?a Fern?ndez,lucia@x.org\r\n???,haneul@x.org\r\n김하늘,sky@x.org\r\n"));
    assert_eq!(plan.people.len(), 1);
    assert!(faults(&plan).iter().all(|fault| fault.reason == Reason::QuestionMark));
    assert_eq!(plan.doubtful_names, 2);
}

#[test]
fn texts_that_are_guarded_by_a_formula_are_texts() {
    check("name,username,email\n=\"Dana Ortiz\",\"=\"\"dana\"\"\",dana@x.org\n", &[DANA], &[], &[]);
}

#[test]
fn the_column_that_contradicts_an_earlier_line_is_told() {
    check("name,email\nDana Ortiz,dana@x.org\nDANA ORTIZ,Dana@X.org\n", &[DANA], &[], &[Some(Column::Name)]);
}

#[test]
fn a_file_that_is_cut_within_its_last_character_keeps_its_encoding() {
    let mut file = "name,email\nDana Ortiz,dana@x.org\n김하".as_bytes().to_vec();
    file.pop();
    assert_eq!(decode(&file, None).unwrap().encoding, Encoding::UTF_8);
    check(&file, &[DANA], &[], &[None, Some(Column::Name)]);
}

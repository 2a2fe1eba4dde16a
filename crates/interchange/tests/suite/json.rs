//! JSON of other directories, as their documentation describes it: who is added, in which teams, and who is left out.

use domain::OrganizationRole;
use interchange::directory::{Choices, Column, JsonFault, Plan, Planner, Reason, Status, Table};

use crate::support::{World, faults};

fn world() -> World {
    World::with(
        "kind,name,username,email,role,teams\nteam,vision\nteam,platform\n\
         person,Mina Park,mina.park,mina.park@lighthouse.example,Member,\n",
    )
}

fn plan(text: &str, choices: &Choices) -> Plan {
    let table = Table::read_json(text).unwrap().unwrap();
    let view = world().view();
    let mut planner = Planner::new(&table, &table.guess(), choices, &view);
    while !planner.step(3) {}
    planner.finish()
}

/// Checks the new people with the names of their teams.
#[track_caller]
fn check(text: &str, added: &[&str]) -> Plan {
    let plan = plan(text, &Choices::default());
    let found: Vec<String> = plan
        .rows
        .iter()
        .filter(|row| row.is(Status::New) && !row.name.is_empty())
        .map(|row| {
            let teams: Vec<&str> = row.joins.iter().map(|(team, _)| team.as_str()).collect();
            format!("{} {} <{}> {}", row.name, row.account, row.email, teams.join("|")).trim().to_owned()
        })
        .collect();
    assert_eq!(found, added, "{:#?}", faults(&plan));
    plan
}

const DANA: &str = "Dana Ortiz dana <dana@x.org>";

const SCIM_USER: &str = r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
  "id": "2819c223", "externalId": "701984", "userName": "dana",
  "name": {"formatted": "Ms. Dana Ortiz", "familyName": "Ortiz", "givenName": "Dana"},
  "displayName": "Dana Ortiz", "nickName": "Dee", "userType": "Employee", "active": true,
  "emails": [{"value": "home@x.org", "type": "home"}, {"value": "dana@x.org", "type": "work", "primary": true}],
  "phoneNumbers": [{"value": "555-555-5555", "type": "work"}],
  "groups": [{"value": "e9e30dba", "$ref": "../Groups/e9e30dba", "display": "vision"}, {"value": "fc348aa8", "display": "platform"}],
  "roles": [{"value": "Admin", "primary": true}],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "R&D", "manager": {"displayName": "John Smith"}},
  "meta": {"resourceType": "User", "created": "2010-01-23T04:56:22Z", "version": "W/\"3694e05e9dff591\""}
}"#;

#[test]
fn users_of_scim_are_read_in_every_form_of_the_answer() {
    for text in [
        SCIM_USER.to_owned(),
        format!("[{SCIM_USER}]"),
        format!(
            "{{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":1,\"Resources\":[{SCIM_USER}]}}"
        ),
        format!("{{\"totalResults\":1,\"startIndex\":1,\"RESOURCES\":[{SCIM_USER}]}}\n{{\"Resources\":[]}}"),
    ] {
        let plan = check(&text, &["Dana Ortiz dana <dana@x.org> vision|platform"]);
        assert_eq!((plan.people.len(), plan.people[0].role), (1, OrganizationRole::Admin));
    }
}

#[test]
fn inactive_users_are_left_out_by_name() {
    let eli = r#"{"userName":"eli@x.org","displayName":"Eli Brandt","active":false,"emails":[{"value":"eli@x.org"}]}"#;
    let plan = check(&format!("[{SCIM_USER},{eli}]"), &["Dana Ortiz dana <dana@x.org> vision|platform"]);
    assert_eq!((plan.inactive(), plan.faulty_lines), (vec!["Eli Brandt"], 0));
}

#[test]
fn members_of_gitlab_keep_their_level() {
    let text = r#"[
      {"id": 1, "username": "dana", "name": "Dana Ortiz", "state": "active", "locked": false, "avatar_url": null,
       "access_level": 50, "email": "dana@x.org", "group_saml_identity": {"extern_uid": "ABC", "provider": "saml"}},
      {"id": 2, "username": "eli", "name": "Eli Brandt", "state": "blocked", "access_level": 30, "email": "eli@x.org"},
      {"id": 3, "username": "noa", "name": "Noa Levi", "state": "active", "access_level": 30, "email": "noa@x.org"}]"#;
    let plan = check(text, &[DANA]);
    assert_eq!(plan.inactive(), ["Eli Brandt"]);
    assert_eq!(faults(&plan)[0].reason, Reason::UnknownRole("Developer".to_owned()));
    assert!(plan.meanings.contains_key("Owner"));
}

#[test]
fn users_of_okta_graph_and_google_are_read() {
    let okta = r#"[{"id": "00u1", "status": "ACTIVE", "lastLogin": null, "type": {"id": "oty1"},
        "profile": {"firstName": "Dana", "lastName": "Ortiz", "mobilePhone": null, "secondEmail": "d@y.org", "login": "dana@x.org", "email": "dana@x.org"},
        "credentials": {"provider": {"type": "OKTA", "name": "OKTA"}}, "_links": {"self": {"href": "https://x.okta.example/api/v1/users/00u1"}}},
       {"id": "00u2", "status": "DEPROVISIONED", "profile": {"firstName": "Eli", "lastName": "Brandt", "login": "eli@x.org", "email": "eli@x.org"}}]"#;
    assert_eq!(check(okta, &[DANA]).inactive(), ["Eli Brandt"]);
    let graph = r##"{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", "value": [
        {"businessPhones": [], "displayName": "Dana Ortiz", "givenName": "Dana", "surname": "Ortiz", "mail": "dana@x.org",
         "userPrincipalName": "dana@x.org", "accountEnabled": true, "id": "87d349ed"},
        {"displayName": "김하늘", "mail": null, "userPrincipalName": "haneul@x.org", "accountEnabled": true, "id": "2"}]}"##;
    check(graph, &[DANA, "김하늘 haneul <haneul@x.org>"]);
    let google = r#"{"kind": "admin#directory#users", "etag": "\"x\"", "users": [
        {"kind": "admin#directory#user", "id": "1", "primaryEmail": "dana@x.org", "isAdmin": false, "suspended": false, "archived": false,
         "name": {"givenName": "Dana", "familyName": "Ortiz", "fullName": "Dana Ortiz"},
         "emails": [{"address": "dana@x.org", "primary": true}, {"address": "dana@x.org.test-google-a.com"}], "aliases": ["d@x.org"]},
        {"kind": "admin#directory#user", "primaryEmail": "eli@x.org", "suspended": true, "name": {"fullName": "Eli Brandt"}}]}"#;
    assert_eq!(check(google, &[DANA]).inactive(), ["Eli Brandt"]);
}

#[test]
fn other_lists_of_people_are_read() {
    check(r#"{"name": "Dana Ortiz", "username": "dana", "email": "dana@x.org"}"#, &[DANA]);
    check(
        "{\"name\":\"Dana Ortiz\",\"email\":\"dana@x.org\"}\n{\"name\":\"Eli\",\"email\":\"eli@x.org\"}\n",
        &[DANA, "Eli eli <eli@x.org>"],
    );
    check(
        r#"{"data":{"group":{"groupMembers":{"nodes":[{"user":{"name":"Dana Ortiz","username":"dana","publicEmail":null,"email":"dana@x.org"}}]}}}}"#,
        &[DANA],
    );
    check(
        r#"{"name":"Lighthouse","users":[{"name":"Dana Ortiz","email":"dana@x.org","teams":["vision","platform"]}]}"#,
        &["Dana Ortiz dana <dana@x.org> vision|platform"],
    );
    check(
        r#"[{"cn":["Ortiz, Dana"],"uid":["dana"],"mail":["dana@x.org","d@x.org"],"memberOf":["CN=vision,OU=G,DC=x"]}]"#,
        &["Ortiz, Dana dana <dana@x.org> vision"],
    );
    let plan = check(r#"["mina.park@lighthouse.example"]"#, &[]);
    assert!(plan.rows[0].is(Status::Exists));
    let unknown = Table::read_json(r#"[{"nombre":"Dana","correo":"dana@x.org"}]"#).unwrap().unwrap();
    assert_eq!((unknown.len(), unknown.guess().is_usable()), (1, false));
}

#[test]
fn a_field_is_found_under_different_keys_of_different_objects() {
    check(
        r#"[{"name":"Dana Ortiz","username":"dana","email":"dana@x.org"},
            {"displayName":"Eli Brandt","login":"eli","mail":"eli@x.org"},
            {"fullName":"Noa Levi","emails":[{"value":"noa@x.org"}]},
            {"profile":{"firstName":"Cy","lastName":"Ek","email":"cy@x.org"}}]"#,
        &[DANA, "Eli Brandt eli <eli@x.org>", "Noa Levi noa <noa@x.org>", "Cy Ek cy <cy@x.org>"],
    );
    let both =
        r#"[{"name":"Dana Ortiz","email":"dana@x.org","mail":"d@x.org"},{"name":"Eli Brandt","mail":"eli@x.org"}]"#;
    check(both, &[DANA]);
}

#[test]
fn groups_are_teams_with_their_members() {
    let text = r#"{"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "Resources": [
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "g1", "displayName": "vision", "meta": {"resourceType": "Group"},
         "members": [{"value": "u1", "display": "Mina Park", "type": "User"}, {"value": "u2", "display": "nobody"}]},
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "g2", "displayName": "audio",
         "members": [{"value": "u1", "display": "Mina Park"}, {"value": "u3", "display": "mina.park@lighthouse.example"}, {"value": "g1", "type": "Group", "display": "vision"}]},
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "empty"}]}"#;
    let plan = plan(text, &Choices::default());
    let teams: Vec<&str> = plan.teams.iter().map(|team| team.as_str()).collect();
    assert_eq!(teams, ["audio", "empty"]);
    let mina = plan.rows.iter().find(|row| row.account == "mina.park").unwrap();
    assert_eq!(mina.joins.iter().map(|(team, _)| team.as_str()).collect::<Vec<_>>(), ["vision", "audio"]);
    let faults: Vec<(Option<Column>, String)> =
        faults(&plan).into_iter().map(|fault| (fault.column, fault.text)).collect();
    assert!(faults.contains(&(Some(Column::Email), String::new())), "{faults:?}");
    assert!(faults.contains(&(Some(Column::Teams), "audio".to_owned())), "{faults:?}");
}

#[test]
fn members_of_groups_are_the_users_of_the_same_file() {
    let text = r#"[{"id":"u1","userName":"dana","name":{"givenName":"Dana","familyName":"Ortiz"},"emails":[{"value":"dana@x.org"}]},
        {"displayName":"vision","members":[{"value":"u1","display":"Dana Ortiz"}]},
        {"displayName":"platform","members":[{"value":"u1"},{"value":"u9","userName":"eli","displayName":"Eli Brandt","emails":[{"value":"eli@x.org"}]}]}]"#;
    check(text, &["Dana Ortiz dana <dana@x.org> vision|platform", "Eli Brandt eli <eli@x.org> platform"]);
}

#[test]
fn a_shown_name_is_a_person_only_if_it_is_one() {
    let group = r#"{"displayName":"vision","members":[{"display":"Sam Lee"}]}"#;
    let header = "kind,name,username,email,role,teams\nteam,vision\nperson,Sam Lee,sam,sam@x.org,,\n";
    let joins = |file: String| {
        let table = Table::read_json(group).unwrap().unwrap();
        Planner::new(&table, &table.guess(), &Choices::default(), &World::with(file).view()).finish().memberships.len()
    };
    assert_eq!(joins(header.to_owned()), 1);
    assert_eq!(joins(format!("{header}person,Sam Lee,sam2,sam2@x.org,,\n")), 0);
    // A table that has other columns does not find people by their names.
    let plan = World::with(header).read("name,email,teams\nSam Lee,,vision\n");
    assert_eq!((plan.memberships.len(), plan.faulty_lines), (0, 1));
}

#[test]
fn a_name_with_separators_is_one_team() {
    let text = r#"[{"name":"Dana Ortiz","email":"dana@x.org","groups":[{"display":"vision, platform"},{"display":"vision"}]}]"#;
    let plan = plan(text, &Choices::default());
    assert_eq!(faults(&plan)[0].reason, Reason::NoSuchTeam("vision, platform".to_owned()));
}

#[test]
fn texts_are_taken_as_they_are() {
    check(r#"[{"name":"'=1+1","username":"dana","email":"dana@x.org"}]"#, &["'=1+1 dana <dana@x.org>"]);
    check(r#"[{"name":12345,"username":1.50,"email":"dana@x.org"}]"#, &["12345 1.50 <dana@x.org>"]);
    let plan =
        plan(r#"[{"name":"A\nB","email":"dana@x.org"},{"name":"C\ud800","email":"c@x.org"}]"#, &Choices::default());
    assert_eq!((plan.people.len(), plan.faulty_lines), (0, 2));
}

#[track_caller]
fn check_fault(text: &str, expected: JsonFault) {
    assert_eq!(Table::read_json(text).map(|_| ()), Err(expected), "{text:.100}");
}

#[test]
fn a_file_that_is_no_list_of_people_is_refused_with_the_place() {
    check_fault("{\"users\":[\n{\"name\":\"Dana\"},\n{\"na", JsonFault::Cut { line: 3 });
    check_fault("[{\"name\":\"Dana\",}]", JsonFault::Syntax { line: 1, column: 17 });
    check_fault("[\n{\"name\":\"Dana\",\"name\":\"Eli\"}]", JsonFault::RepeatedKey { key: "name".to_owned(), line: 2 });
    for text in ["{\"version\":1,\"settings\":{\"color\":\"red\"}}", "{}", "[1,2,3]", "\"Dana\""] {
        assert!(Table::read_json(text).unwrap().is_none(), "{text}");
    }
    assert!(Table::read_json(&format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))).unwrap().is_none());
    check_fault(&"[".repeat(10_000), JsonFault::Cut { line: 1 });
    let wide: Vec<String> = (0..2_000).map(|key| format!("{{\"name\":\"a\",\"k{key}\":1}}")).collect();
    check_fault(&format!("[{}]", wide.join(",")), JsonFault::TooLarge);
    let long = format!("[{}]", vec!["{\"name\":\"a\"}"; 300_000].join(","));
    assert_eq!(Table::read_json(&long).unwrap().unwrap().len(), 300_000);
    for empty in ["[]", "{\"Resources\":[]}"] {
        assert!(Table::read_json(empty).unwrap().unwrap().is_empty());
    }
}

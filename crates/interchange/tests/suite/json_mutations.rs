//! Recombined and damaged JSON: no form loses a person silently, gives a wrong name, or panics.

use std::collections::BTreeSet;

use interchange::directory::{Choices, Plan, Planner, Table};
use interchange::encoding::decode;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{World, property_config};

/// The form in which a directory describes its people, and the text around them.
#[derive(Clone, Copy, Debug)]
enum Form {
    Scim,
    ScimGroups,
    Graph,
    Google,
    Okta,
    GitLab,
    Lines,
}

#[derive(Clone, Debug)]
struct Person {
    name: String,
    username: String,
    email: String,
    is_active: bool,
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let name = prop_oneof![
        "[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}",
        "[가-힣]{2,4}",
        "[a-z,;|\"'\\\\\\[\\]{}:=@ ]{1,12}",
        Just("=cmd|' /C calc'!A0".to_owned()),
        Just("👩‍🚀 Ærø".to_owned()),
        Just("null".to_owned()),
        Just("12345".to_owned()),
    ];
    // The first part of a distinguished name is the name.
    let name =
        name.prop_filter("distinguished", |name| !["cn=", "uid="].iter().any(|key| name.trim().starts_with(key)));
    let named = vec((name, any::<bool>()), 1..6);
    named.prop_map(|people| {
        let numbered = people.into_iter().enumerate();
        let person = |(index, (name, is_active)): (usize, (String, bool))| Person {
            name: format!("{name}x"),
            username: format!("user.{index}"),
            email: format!("user.{index}@example.com"),
            is_active: is_active || index == 0,
        };
        numbered.map(person).collect()
    })
}

fn form() -> impl Strategy<Value = Form> {
    use Form::{GitLab, Google, Graph, Lines, Okta, Scim, ScimGroups};
    proptest::sample::select(vec![Scim, ScimGroups, Graph, Google, Okta, GitLab, Lines])
}

fn described(person: &Person, form: Form) -> Value {
    let Person { name, username, email, is_active } = person;
    match form {
        Form::Scim | Form::ScimGroups => json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": format!("id-{username}"), "userName": username,
            "displayName": name, "active": is_active,
            "emails": [{"value": "other@example.com"}, {"value": email, "primary": true}],
        }),
        Form::Graph => {
            json!({"displayName": name, "userPrincipalName": username, "mail": email, "accountEnabled": is_active})
        }
        Form::Google => json!({"primaryEmail": email, "name": {"fullName": name}, "suspended": !is_active}),
        Form::Okta => json!({
            "status": if *is_active { "ACTIVE" } else { "SUSPENDED" },
            "profile": {"login": username, "email": email, "displayName": name},
        }),
        Form::GitLab | Form::Lines => json!({
            "username": username, "name": name, "email": email, "state": if *is_active { "active" } else { "blocked" },
        }),
    }
}

fn written(people: &[Person], form: Form, is_pretty: bool) -> String {
    let list: Vec<Value> = people.iter().map(|person| described(person, form)).collect();
    let lines = || list.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let value = match form {
        Form::Lines => return lines(),
        Form::Scim => json!({"totalResults": list.len(), "Resources": list}),
        Form::ScimGroups => {
            let members: Vec<Value> =
                people.iter().map(|person| json!({"value": format!("id-{}", person.username)})).collect();
            let group = json!({"id": "g", "displayName": "vision", "members": members});
            Value::Array([list, vec![group]].concat())
        }
        Form::Graph => json!({"@odata.context": "https://graph.example", "value": list}),
        Form::Google => json!({"kind": "admin#directory#users", "users": list}),
        Form::Okta | Form::GitLab => json!(list),
    };
    if is_pretty { format!("{value:#}") } else { value.to_string() }
}

fn plan_of(bytes: &[u8]) -> Option<Plan> {
    let table = Table::read_json(&decode(bytes, None).ok()?.text).ok()??;
    let choices = Choices { keeps_doubtful_names: true, ..Choices::default() };
    Some(Planner::new(&table, &table.guess(), &choices, &World::new().view()).finish())
}

/// The names and addresses that are known. A name that begins or ends with blanks is trimmed.
fn known(people: &[Person]) -> BTreeSet<(&str, &str)> {
    people.iter().map(|person| (person.name.trim(), person.email.as_str())).collect()
}

proptest! {
    #![proptest_config(property_config(300))]

    #[test]
    fn every_person_is_added_left_out_by_name_or_faulty(people in people(), form in form(), is_pretty: bool) {
        let text = written(&people, form, is_pretty);
        let plan = plan_of(text.as_bytes()).unwrap();
        for person in &plan.people {
            prop_assert!(known(&people).contains(&(person.name.as_str(), person.email.as_str())), "{person:?} in {text}");
        }
        let inactive = people.iter().filter(|person| !person.is_active).count();
        prop_assert_eq!(plan.inactive().len(), inactive, "{}", text);
        prop_assert_eq!(plan.people.len() + plan.faulty_lines + inactive, people.len(), "{}", text);
    }

    #[test]
    fn a_cut_file_is_refused_or_reads_whole_people(people in people(), form in form(), is_pretty: bool, cut in 0.0..1.0_f64) {
        let text = written(&people, form, is_pretty);
        let mut end = (text.len() as f64 * cut) as usize;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let plan = plan_of(&text.as_bytes()[..end]);
        // Only a file with a line for each person can end between two of them.
        prop_assert!(plan.is_none() || matches!(form, Form::Lines), "{}", text.split_at(end).0);
        for person in plan.iter().flat_map(|plan| &plan.people) {
            prop_assert!(known(&people).contains(&(person.name.as_str(), person.email.as_str())));
        }
    }

    #[test]
    fn no_overwritten_byte_panics_or_loses_a_person(people in people(), form in form(), at: usize, byte: u8) {
        let text = written(&people, form, false);
        let mut bytes = text.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Some(plan) = plan_of(&bytes) {
            let lines: usize = plan.rows.iter().filter(|row| !row.is_created).map(|row| row.lines.len()).sum();
            // A key that is overwritten may be that of the list, and then another list is found, or none.
            prop_assert!(lines >= people.len() || plan.people.is_empty(), "{}", String::from_utf8_lossy(&bytes));
        }
    }
}

//! The stored form: fixtures that every later program has to read, byte for byte.

use registry::stored::{self, Meaning};
use registry::{Action, Visibility};

/// What is stored for one action, and which variant it is of.
const GOLDEN: [(&str, &str); 9] = [
    ("found", include_str!("golden/found.json")),
    ("add_person", include_str!("golden/add_person.json")),
    ("add_service_account", include_str!("golden/add_service_account.json")),
    ("add_team", include_str!("golden/add_team.json")),
    ("add_person_to_team", include_str!("golden/add_person_to_team.json")),
    ("add_service_account_to_team", include_str!("golden/add_service_account_to_team.json")),
    ("create_registry", include_str!("golden/create_registry.json")),
    ("create_registry", include_str!("golden/create_registry_all.json")),
    ("create_registry", include_str!("golden/create_registry_beyond_limits.json")),
];

/// The kind of a meaning. A new action does not compile until it is named here, and fails until it has a fixture.
fn kind(meaning: &Meaning) -> &'static str {
    let Meaning::Action(action) = meaning else { return "found" };
    match action {
        Action::AddPerson(_) => "add_person",
        Action::EditPerson { .. } => "edit_person",
        Action::SetOrganizationRole { .. } => "set_organization_role",
        Action::RemovePerson(_) => "remove_person",
        Action::AddServiceAccount(_) => "add_service_account",
        Action::RenameServiceAccount { .. } => "rename_service_account",
        Action::RemoveServiceAccount(_) => "remove_service_account",
        Action::AddTeam(_) => "add_team",
        Action::RenameTeam { .. } => "rename_team",
        Action::RemoveTeam(_) => "remove_team",
        Action::AddPersonToTeam { .. } => "add_person_to_team",
        Action::SetTeamRole { .. } => "set_team_role",
        Action::RemovePersonFromTeam { .. } => "remove_person_from_team",
        Action::AddServiceAccountToTeam { .. } => "add_service_account_to_team",
        Action::RemoveServiceAccountFromTeam { .. } => "remove_service_account_from_team",
        Action::RenameOrganization(_) => "rename_organization",
        Action::SetDefaultRole(_) => "set_default_role",
        Action::SetRestrictedStays(_) => "set_restricted_stays",
        Action::CreateRegistry(_) => "create_registry",
        Action::RenameRegistry { .. } => "rename_registry",
        Action::DescribeRegistry { .. } => "describe_registry",
        Action::SetVisibility { .. } => "set_visibility",
        Action::AcceptAllTypes(_) => "accept_all_types",
        Action::SpecifyTypes { .. } => "specify_types",
        Action::AddTypes { .. } => "add_types",
        Action::RemoveType { .. } => "remove_type",
        Action::AddMember { .. } => "add_member",
        Action::SetMemberRole { .. } => "set_member_role",
        Action::RemoveMember { .. } => "remove_member",
        Action::SetOwner { .. } => "set_owner",
        Action::DeleteRegistry(_) => "delete_registry",
    }
}

fn read(text: &str) -> Meaning {
    stored::read(text).unwrap()
}

fn write(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Founding(founding) => stored::write_founding(founding),
        Meaning::Action(action) => stored::write(action),
    }
}

#[track_caller]
fn check_unreadable(text: &str) {
    let read = stored::read(text);
    assert_eq!(read, None, "{text}");
}

#[test]
fn what_is_stored_is_read_and_written_byte_for_byte() {
    for (name, text) in GOLDEN {
        let text = text.trim_end();
        let meaning = read(text);
        assert_eq!(kind(&meaning), name);
        assert_eq!(write(&meaning), text);
    }
}

#[test]
fn only_a_founding_begins_an_organization() {
    for (name, text) in GOLDEN {
        assert_eq!(matches!(read(text), Meaning::Founding(_)), name == "found");
    }
}

#[test]
fn every_part_of_a_registry_is_stored() {
    let Meaning::Action(Action::CreateRegistry(new)) = read(include_str!("golden/create_registry.json")) else {
        panic!("the fixture creates a registry");
    };
    assert_eq!(new.name.as_str(), "음성 \"Models\"");
    assert_eq!(new.description.as_str(), "One line.\nAnother: 50% \\ done.");
    assert_eq!(new.visibility, Visibility::Restricted);
    assert_eq!(new.accepts, crate::support::types(["model", "report"]));
}

#[test]
fn texts_beyond_today_s_limits_are_still_read() {
    let text = include_str!("golden/create_registry_beyond_limits.json");
    let Meaning::Action(Action::CreateRegistry(new)) = read(text) else {
        panic!("the fixture creates a registry");
    };
    assert!(registry::RegistryName::parse(new.name.as_str()).is_err());
    assert!(new.accepts.saved().iter().all(|one| registry::ArtifactType::parse(one.as_str()).is_err()));
    for refused in ["", " a ", "e\u{301}", &"x".repeat(20_000), "a/b:c\u{202e}", "wandb-registry-x"] {
        let quoted = serde_json::to_string(refused).unwrap();
        let team = format!(r#"{{"add_team":{{"name":{quoted}}}}}"#);
        assert_eq!(write(&read(&team)), team);
    }
}

#[test]
fn an_unknown_kind_is_not_read() {
    check_unreadable(r#"{"burn_registry":{"registry":"r1.0"}}"#);
    check_unreadable(r#"{"AddTeam":{"name":"platform"}}"#);
    check_unreadable(r#"{}"#);
    check_unreadable(r#""found""#);
    check_unreadable(r#"{"add_team":{"name":"a"},"add_service_account":{"name":"b"}}"#);
}

/// Each fixture, changed in every field of every object in it.
#[test]
fn an_unknown_a_missing_or_an_ill_typed_field_is_not_read() {
    use serde_json::{Value, json};
    for (name, text) in GOLDEN {
        let value: Value = serde_json::from_str(text).unwrap();
        let body = value.get(name).and_then(Value::as_object).unwrap();
        let changed = |field: &str, to: Option<Value>| {
            let mut body = body.clone();
            match to {
                Some(to) => body.insert(field.to_owned(), to),
                None => body.remove(field),
            };
            json!({ name: body }).to_string()
        };
        check_unreadable(&changed("unheard_of", Some(json!(1))));
        for field in body.keys() {
            check_unreadable(&changed(field, None));
            for wrong in [json!(null), json!(1), json!(true), json!([1]), json!({"a": 1})] {
                check_unreadable(&changed(field, Some(wrong)));
            }
        }
        for field in ["role", "visibility", "accepts"].into_iter().filter(|field| body.contains_key(*field)) {
            check_unreadable(&changed(field, Some(json!("unheard of"))));
        }
        if body.contains_key("accepts") {
            for wrong in [json!({"only": "model"}), json!({"only": [1]}), json!({"all": []}), json!("only"), json!({})]
            {
                check_unreadable(&changed("accepts", Some(wrong)));
            }
        }
    }
}

//! The stored form: fixtures that every later program has to read, byte for byte.

use registry::stored::{Meaning, Stored};
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

/// A new variant does not compile until it is named here, and fails until it has a fixture.
fn variant(stored: &Stored) -> &'static str {
    match stored {
        Stored::Found { .. } => "found",
        Stored::AddPerson { .. } => "add_person",
        Stored::AddServiceAccount { .. } => "add_service_account",
        Stored::AddTeam { .. } => "add_team",
        Stored::AddPersonToTeam { .. } => "add_person_to_team",
        Stored::AddServiceAccountToTeam { .. } => "add_service_account_to_team",
        Stored::CreateRegistry { .. } => "create_registry",
    }
}

fn read(text: &str) -> Stored {
    serde_json::from_str(text).unwrap()
}

fn stored(meaning: &Meaning) -> Stored {
    match meaning {
        Meaning::Founding(founding) => Stored::from(founding),
        Meaning::Action(action) => Stored::from(action),
    }
}

#[track_caller]
fn check_unreadable(text: &str) {
    let read: Result<Stored, _> = serde_json::from_str(text);
    assert!(read.is_err(), "{text} is read as {read:?}");
}

#[test]
fn what_is_stored_is_read_and_written_byte_for_byte() {
    for (name, text) in GOLDEN {
        let text = text.trim_end();
        let value = read(text);
        assert_eq!(variant(&value), name);
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }
}

#[test]
fn what_is_stored_means_the_same_after_it_was_stored_again() {
    for (name, text) in GOLDEN {
        let value = read(text);
        let meaning = Meaning::from(value.clone());
        assert_eq!(stored(&meaning), value, "{name}");
        assert_eq!(Meaning::from(stored(&meaning)), meaning, "{name}");
    }
}

#[test]
fn only_a_founding_begins_an_organization() {
    for (name, text) in GOLDEN {
        assert_eq!(matches!(Meaning::from(read(text)), Meaning::Founding(_)), name == "found");
    }
}

#[test]
fn every_part_of_a_registry_is_stored() {
    let Meaning::Action(Action::CreateRegistry(new)) = Meaning::from(read(include_str!("golden/create_registry.json")))
    else {
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
    let Meaning::Action(Action::CreateRegistry(new)) = Meaning::from(read(text)) else {
        panic!("the fixture creates a registry");
    };
    assert!(registry::RegistryName::parse(new.name.as_str()).is_err());
    assert!(new.accepts.saved().iter().all(|one| registry::ArtifactType::parse(one.as_str()).is_err()));
    for refused in ["", " a ", "e\u{301}", &"x".repeat(20_000), "a/b:c\u{202e}", "wandb-registry-x"] {
        let quoted = serde_json::to_string(refused).unwrap();
        let team = format!(r#"{{"add_team":{{"name":{quoted}}}}}"#);
        assert_eq!(stored(&Meaning::from(read(&team))), Stored::AddTeam { name: refused.to_owned() });
    }
}

#[test]
fn an_unknown_kind_is_not_read() {
    check_unreadable(r#"{"delete_registry":{"registry":"r1.0"}}"#);
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

//! Tests of the order of faults.

use super::*;
use crate::scripting::types::action::{Action, Texts, Types};
use crate::scripting::types::argument::StandingOf;
use crate::scripting::types::problem::Problem;
use crate::scripting::types::words::Visibility;

fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, (Malformation, String)> {
    let json = RawValue::from_string(json.to_owned()).unwrap();
    read(&json, "action").map_err(|failure| match failure.details.problem {
        Problem::MalformedCall { problem, at, .. } => (problem, at),
        other => panic!("{other:?}"),
    })
}

#[track_caller]
fn check_fault(json: &str, problem: Malformation, at: &str) {
    assert_eq!(read_json::<Action>(json), Err((problem, at.to_owned())), "{json}");
}

#[test]
fn an_action_is_read_by_its_type() {
    let json = r#"{"visibility":"restricted","name":"x","types":"all","type":"createRegistry"}"#;
    let expected = Action::CreateRegistry {
        name: "x".to_owned(),
        description: None,
        visibility: Some(Visibility::Restricted),
        types: Some(Types::All),
    };
    assert_eq!(read_json(json), Ok(expected));
    let types = |json: &str| match read_json(&format!(r#"{{"type":"specifyTypes","registry":"","types":{json}}}"#)) {
        Ok(Action::SpecifyTypes { types, .. }) => types,
        other => panic!("{other:?}"),
    };
    assert_eq!(types(r#""all""#), Some(Texts::One("all".to_owned())));
    assert_eq!(types(r#"["all"]"#), Some(Texts::Several(vec!["all".to_owned()])));
    assert_eq!(types("[]"), Some(Texts::Several(Vec::new())));
}

#[test]
fn a_value_that_is_no_object_is_reported_before_a_wrong_type() {
    for json in ["null", "5", "[]", r#""x""#, "true"] {
        check_fault(json, Malformation::WrongType, "action");
    }
    for json in ["{}", r#"{"type":5}"#, r#"{"type":null}"#, r#"{"type":["addTeam"]}"#] {
        check_fault(json, Malformation::WrongType, "action.type");
    }
    check_fault(r#"{"type":"\ud800"}"#, Malformation::NotPlain, "action.type");
    for name in ["constructor", "__proto__", "AddTeam", ""] {
        check_fault(&format!(r#"{{"type":"{name}","x":1}}"#), Malformation::UnknownAction, "action.type");
    }
}

#[test]
fn unknown_fields_come_before_missing_ones_and_these_before_values() {
    check_fault(r#"{"type":"addPerson","name":5,"b":1,"a":1}"#, Malformation::UnknownField, "action.b");
    check_fault(r#"{"type":"addPerson","__proto__":1}"#, Malformation::UnknownField, "action.__proto__");
    check_fault(r#"{"type":"addPerson","email":5,"name":5}"#, Malformation::MissingField, "action.username");
    check_fault(r#"{"type":"addPerson","role":"king"}"#, Malformation::MissingField, "action.name");
}

#[test]
fn values_are_told_in_the_order_of_their_declaration() {
    check_fault(
        r#"{"role":1,"email":1,"username":1,"name":1,"type":"addPerson"}"#,
        Malformation::WrongType,
        "action.name",
    );
    check_fault(
        r#"{"role":"king","email":"e","username":{},"name":"n","type":"addPerson"}"#,
        Malformation::WrongType,
        "action.username",
    );
    check_fault(
        r#"{"type":"addPerson","name":"n","username":"u","email":"e","role":"restricted_viewer"}"#,
        Malformation::UnknownValue,
        "action.role",
    );
}

#[test]
fn yes_or_no_is_nothing_else() {
    let stays = |json: &str| format!(r#"{{"type":"setRestrictedStays","stays":{json}}}"#);
    assert_eq!(read_json(&stays("true")), Ok(Action::SetRestrictedStays { stays: true }));
    for json in ["1", "null", "[]", r#""yes""#, r#""\ud800""#] {
        check_fault(&stays(json), Malformation::WrongType, "action.stays");
    }
    check_fault(r#"{"type":"setRestrictedStays"}"#, Malformation::MissingField, "action.stays");
}

#[test]
fn an_option_takes_no_null() {
    check_fault(
        r#"{"type":"addMembers","registry":"r","members":"m","role":null}"#,
        Malformation::WrongType,
        "action.role",
    );
    check_fault(r#"{"type":"createRegistry","name":"n","types":null}"#, Malformation::WrongType, "action.types");
}

#[test]
fn items_of_lists_are_told_by_their_place() {
    let types = |json: &str| format!(r#"{{"type":"addTypes","registry":"r","types":{json}}}"#);
    check_fault(&types(r#"["a",1]"#), Malformation::WrongType, "action.types[1]");
    check_fault(&types(r#"["a","b","\udc00"]"#), Malformation::NotPlain, "action.types[2]");
    check_fault(&types(r#"[["a"]]"#), Malformation::WrongType, "action.types[0]");
    for json in ["{}", r#"{"a":"b"}"#, "1", "true", "-1e400"] {
        check_fault(&types(json), Malformation::WrongType, "action.types");
    }
    check_fault(&types(r#""\ud800""#), Malformation::NotPlain, "action.types");
}

#[test]
fn no_depth_is_too_deep() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    check_fault(&format!(r#"{{"type":"addTeam","name":{deep}}}"#), Malformation::WrongType, "action.name");
    check_fault(
        &format!(r#"{{"type":"addTypes","registry":"r","types":{deep}}}"#),
        Malformation::WrongType,
        "action.types[0]",
    );
}

#[test]
fn structs_are_read_in_the_same_order() {
    let fault = |json: &str| read_json::<StandingOf>(json).unwrap_err();
    assert_eq!(fault(r#"{"account":5}"#), (Malformation::MissingField, "action.registry".to_owned()));
    assert_eq!(fault(r#"{"account":5,"registry":5}"#), (Malformation::WrongType, "action.registry".to_owned()));
    assert_eq!(fault(r#"{"x":5}"#), (Malformation::UnknownField, "action.x".to_owned()));
    assert_eq!(read_json::<StandingOf>(r#"{"registry":"r"}"#).unwrap().account, None);
}

#[test]
fn an_unknown_field_is_answered_by_those_of_its_own_object() {
    let expected = |json: &str| {
        let json = RawValue::from_string(json.to_owned()).unwrap();
        match read::<Action>(&json, "action").map_err(|failure| failure.details.problem) {
            Err(Problem::MalformedCall { problem: Malformation::UnknownField, at, expected }) => (at, expected),
            other => panic!("{other:?}"),
        }
    };
    let log = |more: &str| {
        expected(&format!(r#"{{"type":"logArtifact","project":"p","name":"n","artifactType":"t",{more}}}"#))
    };
    let told = |at: &str, expected: &str| (at.to_owned(), expected.to_owned());
    assert_eq!(expected(r#"{"type":"addTeam","x":1}"#), told("action.x", "type, name"));
    assert_eq!(log(r#""run":{"name":"r","x":1}"#), told("action.run.x", "name, inputs"));
    assert_eq!(log(r#""run":{"name":"r","type":"r"}"#), told("action.run.type", "name, inputs"));
    assert_eq!(log(r#""files":[{"path":"a","x":1}]"#), told("action.files[0].x", "path, digest, size, text, base64"));
}

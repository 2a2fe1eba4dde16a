//! Entries with unknown, missing or ill-typed fields are not read.

use serde_json::{Value, json};

use super::{GOLDEN, check_unreadable, kind, read};

/// The fields that an entry of this kind may leave out.
fn optional(kind: &str) -> &'static [&'static str] {
    match kind {
        "edit_person" => &["name", "username", "email"],
        "log_artifact" => &["description", "metadata", "tags", "aliases", "files", "run"],
        "edit_version" => &["description", "metadata", "tags"],
        "create_collection" => &["description", "tags"],
        "edit_collection" => &["name", "description", "tags"],
        "link_version" => &["aliases"],
        _ => &[],
    }
}

/// Values of other JSON types, and invalid values of the same type.
fn ill_typed(value: &Value) -> Vec<Value> {
    let others = [json!(null), json!(true), json!(1), json!("?"), json!(["?"]), json!({"?": "?"})];
    let mut wrong: Vec<Value> =
        others.into_iter().filter(|other| std::mem::discriminant(other) != std::mem::discriminant(value)).collect();
    match value {
        Value::Array(_) => wrong.extend([json!([1]), json!(["model", null]), json!([["model"]])]),
        Value::Object(_) => wrong.extend([json!({}), json!({"?": "?"})]),
        _ => {}
    }
    wrong
}

/// All objects with one missing, wrong or additional field, at any depth.
fn invalid_variants(object: &serde_json::Map<String, Value>) -> Vec<Value> {
    let with = |field: &str, value: Option<Value>| {
        let mut object = object.clone();
        match value {
            Some(value) => object.insert(field.to_owned(), value),
            None => object.remove(field),
        };
        Value::Object(object)
    };
    let mut all = vec![with("unheard_of", Some(json!(1)))];
    for (field, value) in object {
        all.push(with(field, None));
        all.extend(ill_typed(value).into_iter().map(|wrong| with(field, Some(wrong))));
        if let Value::Object(inner) = value {
            all.extend(invalid_variants(inner).into_iter().map(|wrong| with(field, Some(wrong))));
        }
        if ["role", "visibility", "accepts"].contains(&field.as_str()) {
            all.extend(["", "unheard of", "Admin", "ALL"].map(|word| with(field, Some(json!(word)))));
        }
    }
    all
}

#[test]
fn entries_with_unknown_missing_or_ill_typed_fields_are_not_read() {
    let mut count = 0;
    for (name, text) in GOLDEN {
        let value: Value = serde_json::from_str(text).unwrap();
        let kind = kind(&read(text));
        let fields = value.get(kind).and_then(Value::as_object).unwrap();
        for wrong in invalid_variants(fields) {
            // Some fields are optional.
            let is_part =
                |part: &serde_json::Map<_, _>| part.iter().all(|(name, value)| fields.get(name) == Some(value));
            let is_optional = |part: &serde_json::Map<_, _>| {
                fields
                    .keys()
                    .filter(|name| !part.contains_key(*name))
                    .all(|name| optional(kind).contains(&name.as_str()))
            };
            if wrong.as_object().is_some_and(|part| is_part(part) && is_optional(part)) {
                continue;
            }
            // Every object is metadata.
            if wrong.get("metadata") != fields.get("metadata") && wrong.get("metadata").is_some_and(Value::is_object) {
                continue;
            }
            // An entry without its keys is one of an earlier program.
            if wrong.get("keys").is_none()
                && wrong.as_object().is_some_and(is_part)
                && wrong.as_object().is_some_and(|part| part.len() + 1 == fields.len())
                && fields.contains_key("keys")
            {
                continue;
            }
            // Both forms of accepted types are valid, but have different JSON types.
            if wrong.get("accepts") == Some(&json!("all")) {
                continue;
            }
            check_unreadable(&json!({ kind: wrong }).to_string());
            count += 1;
        }
        assert!(count > 0, "{name}");
    }
}

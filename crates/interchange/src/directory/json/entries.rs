//! Finds the people and groups in JSON: a list of them, whatever is around it, or a single one.

use std::collections::BTreeMap;

use super::super::Field;
use super::super::words::field_of;
use super::rows::joined;
use super::value::{Content, Value};

/// The keys of lists around which an answer has other members: of SCIM, Graph, Google, GraphQL and others.
const CONTAINERS: [&str; 14] = [
    "Resources",
    "value",
    "users",
    "members",
    "people",
    "accounts",
    "data",
    "items",
    "results",
    "records",
    "entries",
    "nodes",
    "edges",
    "content",
];

/// The elements of a list that are looked at to tell what it is a list of.
const SAMPLE: usize = 50;

/// The depth of objects at which a name or an address is looked for.
const DEPTH: usize = 3;

/// The entries in the order of the file, or `None` if there is no list and no object that names anybody.
pub(super) fn entries<'v, 'a>(values: &'v [Value<'a>]) -> Option<Vec<&'v Value<'a>>> {
    let mut search = Search { found: Vec::new(), longest: None, names: BTreeMap::new() };
    // Several values are a list without brackets.
    if values.len() > 1 && values.iter().all(|value| value.object().is_some()) {
        search.remember(values);
    }
    for value in values {
        search.visit(value, true);
    }
    let longest = search.longest.map(|list| list.iter().collect());
    if search.found.is_empty() { longest } else { Some(search.found) }
}

/// Whether an entry is a group: it has members, or says so.
pub(super) fn is_group(entry: &Value) -> bool {
    let says = |schema: &Value| schema.text().is_some_and(|schema| schema.ends_with(":Group"));
    entry.member("members").is_some_and(|members| members.list().is_some())
        || entry.member("schemas").and_then(Value::list).is_some_and(|schemas| schemas.iter().any(says))
}

struct Search<'v, 'a> {
    found: Vec<&'v Value<'a>>,
    /// The longest list of objects, for one with keys that are not known.
    longest: Option<&'v [Value<'a>]>,
    /// Whether each path names somebody.
    names: BTreeMap<String, bool>,
}

impl<'v, 'a> Search<'v, 'a> {
    fn visit(&mut self, value: &'v Value<'a>, is_list_of_people: bool) {
        match &value.content {
            Content::List(elements) => self.visit_list(elements, is_list_of_people),
            Content::Object(members) => self.visit_object(value, members),
            Content::Null | Content::Text(_) => {}
        }
    }

    fn visit_list(&mut self, elements: &'v [Value<'a>], is_list_of_people: bool) {
        let names_somebody = |element: &Value| match element.text() {
            Some(text) => is_list_of_people && text.contains('@'),
            None => self.names_somebody("", element, DEPTH),
        };
        if elements.iter().take(SAMPLE).any(names_somebody) {
            self.found.extend(elements);
            return;
        }
        if elements.is_empty() || elements.iter().any(|element| element.object().is_some()) {
            self.remember(elements);
        }
        for element in elements {
            self.visit(element, false);
        }
    }

    fn visit_object(&mut self, value: &'v Value<'a>, members: &'v [(String, Value<'a>)]) {
        let is_container = |key: &str, value: &Value| {
            let elements = value.list().unwrap_or_default();
            elements.iter().any(|element| element.member("members").is_some())
                || (CONTAINERS.iter().any(|container| container.eq_ignore_ascii_case(key))
                    && elements.iter().any(|element| element.object().is_some()))
        };
        let names_somebody = self.names_somebody("", value, DEPTH);
        let is_entry =
            names_somebody && (is_group(value) || !members.iter().any(|(key, value)| is_container(key, value)));
        if is_entry {
            self.found.push(value);
            return;
        }
        for (key, member) in members {
            if !names_somebody || is_container(key, member) {
                self.visit(member, CONTAINERS.iter().any(|container| container.eq_ignore_ascii_case(key)));
            }
        }
    }

    fn remember(&mut self, list: &'v [Value<'a>]) {
        if self.longest.is_none_or(|longest| list.len() > longest.len()) {
            self.longest = Some(list);
        }
    }

    /// Whether an object has a name, a username or an address.
    fn names_somebody(&mut self, path: &str, value: &Value, depth: usize) -> bool {
        let Some(members) = value.object().filter(|_| depth > 0) else { return false };
        members.iter().any(|(key, member)| {
            let path = joined(path, key);
            if member.object().is_some() {
                return self.names_somebody(&path, member, depth - 1);
            }
            let is_name = *self.names.entry(path).or_insert_with_key(|path| is_name(path));
            is_name && !matches!(member.content, Content::Null)
        })
    }
}

fn is_name(path: &str) -> bool {
    use Field::{Email, FirstName, LastName, Name, Username};
    field_of(path).is_some_and(|(field, _)| matches!(field, Name | FirstName | LastName | Username | Email))
}

//! Finds the people and groups in JSON: a list of them at any depth, or a single one. Only what is around them is
//! parsed here, because that of thousands of people takes longer than a page may stop.

use std::collections::BTreeMap;

use super::super::Field;
use super::super::words::field_of;
use super::JsonFault;
use super::rows::push_key;
use super::value::{Member, elements, members, values};

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
const NAME_DEPTH: usize = 3;

/// The depth at which a list is looked for.
const LIST_DEPTH: usize = 10;

/// The texts of the entries in the order of the file, or `None` if there is no list and no object that names anybody.
pub(super) fn entries(text: &str) -> Result<Option<Vec<&str>>, JsonFault> {
    let values = values(text)?;
    let mut search = Search { text, found: Vec::new(), longest: None, fields: BTreeMap::new() };
    // Several values are a list without brackets.
    if values.len() > 1 && values.iter().all(|value| value.starts_with('{')) {
        search.remember(&values);
    }
    for value in values {
        search.visit(value, true, LIST_DEPTH)?;
    }
    Ok(if search.found.is_empty() { search.longest } else { Some(search.found) })
}

/// Whether the keys and texts of an object's members are those of a group: it has members, or its schema, its type or a key
/// that only groups have says so.
pub(super) fn is_group<'m>(mut members: impl Iterator<Item = (&'m str, &'m str)>) -> bool {
    members.any(|(key, raw)| match key.to_ascii_lowercase().as_str() {
        "members" => raw.starts_with('[') || (raw.starts_with('{') && raw.contains("\"nodes\"")),
        "schemas" => raw.contains(":Group\""),
        // Google, Graph and Okta.
        "kind" => raw.ends_with("#group\""),
        "@odata.type" => raw.ends_with(".group\""),
        "type" => raw.ends_with("_GROUP\""),
        // Graph and GitHub.
        "grouptypes" | "members_url" => true,
        _ => false,
    })
}

/// Whether a key is one of a list of people or groups.
fn is_container_key(key: &str) -> bool {
    CONTAINERS.iter().any(|container| container.eq_ignore_ascii_case(key))
}

struct Search<'a> {
    text: &'a str,
    found: Vec<&'a str>,
    /// The longest list of objects, for one with keys that are not known.
    longest: Option<Vec<&'a str>>,
    /// The fields of paths.
    fields: BTreeMap<String, Option<Field>>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, value: &'a str, is_list_of_people: bool, depth: usize) -> Result<(), JsonFault> {
        match value.as_bytes() {
            [b'[', ..] if depth > 0 => self.visit_list(&elements(value, self.text)?, is_list_of_people, depth),
            [b'{', ..] if depth > 0 => self.visit_object(value, depth),
            _ => Ok(()),
        }
    }

    fn visit_list(&mut self, list: &[&'a str], is_list_of_people: bool, depth: usize) -> Result<(), JsonFault> {
        for element in list.iter().take(SAMPLE) {
            let is_address = is_list_of_people && element.starts_with('"') && element.contains('@');
            if is_address || self.has_field(element, is_name)? {
                self.found.extend(list);
                return Ok(());
            }
        }
        if list.is_empty() || list.iter().any(|element| element.starts_with('{')) {
            self.remember(list);
        }
        list.iter().try_for_each(|element| self.visit(element, false, depth - 1))
    }

    fn visit_object(&mut self, value: &'a str, depth: usize) -> Result<(), JsonFault> {
        let members = members(value, self.text)?;
        let names_somebody = self.is_any("", &members, is_name, NAME_DEPTH)?;
        let is_account = self.is_any("", &members, is_account, NAME_DEPTH)?;
        let is_group = is_group(members.iter().map(|(key, raw)| (&**key, *raw)));
        let mut is_entry = names_somebody;
        for (key, member) in &members {
            // An answer can have a name beside its list of people, and so can a group.
            let is_container =
                !is_group && (self.is_container(key, member)? || (!is_account && self.connects_people(member)?));
            if !names_somebody || is_container {
                is_entry = false;
                self.visit(member, is_container_key(key), depth - 1)?;
            }
        }
        if is_entry {
            self.found.push(value);
        }
        Ok(())
    }

    /// Whether a member of an object is a list of people or groups, and not one of a person's addresses or groups.
    fn is_container(&self, key: &str, member: &str) -> Result<bool, JsonFault> {
        for element in elements(member, self.text)? {
            let has_members =
                || Ok(members(element, self.text)?.iter().any(|(key, _)| key.eq_ignore_ascii_case("members")));
            if (is_container_key(key) && element.starts_with('{')) || has_members()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn remember(&mut self, list: &[&'a str]) {
        if self.longest.as_ref().is_none_or(|longest| list.len() > longest.len()) {
            self.longest = Some(list.to_vec());
        }
    }

    /// Whether a member of a group is a list of accounts in GraphQL. Those of a person may be its organizations.
    fn connects_people(&mut self, member: &str) -> Result<bool, JsonFault> {
        for (_, list) in members(member, self.text)?.into_iter().filter(|(key, _)| is_container_key(key)) {
            for element in elements(list, self.text)?.into_iter().take(SAMPLE) {
                if self.has_field(element, is_account)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Whether an object has a field.
    fn has_field(&mut self, value: &str, is: fn(Field) -> bool) -> Result<bool, JsonFault> {
        let members = members(value, self.text)?;
        self.is_any("", &members, is, NAME_DEPTH)
    }

    fn is_any(&mut self, path: &str, of: &[Member], is: fn(Field) -> bool, depth: usize) -> Result<bool, JsonFault> {
        for (key, value) in of {
            let mut path = path.to_owned();
            push_key(&mut path, key);
            let is_found = if value.starts_with('{') {
                depth > 1 && self.is_any(&path, &members(value, self.text)?, is, depth - 1)?
            } else {
                *value != "null" && self.field(path).is_some_and(is)
            };
            if is_found {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn field(&mut self, path: String) -> Option<Field> {
        *self.fields.entry(path).or_insert_with_key(|path| field_of(path).map(|(field, _)| field))
    }
}

/// Whether a field is a name, a username or an address.
fn is_name(field: Field) -> bool {
    matches!(field, Field::Name | Field::FirstName | Field::LastName) || is_account(field)
}

fn is_account(field: Field) -> bool {
    matches!(field, Field::Username | Field::Email)
}

//! Finds the people and groups in JSON: a list of them, whatever is around it, or a single one. Only what is around them is
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
    let mut search = Search { text, found: Vec::new(), longest: None, names: BTreeMap::new() };
    // Several values are a list without brackets.
    if values.len() > 1 && values.iter().all(|value| value.starts_with('{')) {
        search.remember(&values);
    }
    for value in values {
        search.visit(value, true, LIST_DEPTH)?;
    }
    Ok(if search.found.is_empty() { search.longest } else { Some(search.found) })
}

/// Whether the keys and texts of an object's members are those of a group: it has members, or its schema says so.
pub(super) fn is_group<'m>(mut members: impl Iterator<Item = (&'m str, &'m str)>) -> bool {
    members.any(|(key, raw)| {
        (key.eq_ignore_ascii_case("members") && raw.starts_with('['))
            || (key.eq_ignore_ascii_case("schemas") && raw.contains(":Group\""))
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
    /// Whether each path names somebody.
    names: BTreeMap<String, bool>,
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
            if is_address || self.names_somebody("", element, NAME_DEPTH)? {
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
        let names_somebody = self.is_any_name("", &members, NAME_DEPTH)?;
        let is_group = is_group(members.iter().map(|(key, raw)| (&**key, *raw)));
        let mut is_entry = names_somebody;
        for (key, member) in &members {
            // An answer can have a name beside its list of people, and so can a group.
            if !names_somebody || (!is_group && self.is_container(key, member)?) {
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

    /// Whether an object has a name, a username or an address.
    fn names_somebody(&mut self, path: &str, value: &str, depth: usize) -> Result<bool, JsonFault> {
        if depth == 0 {
            return Ok(false);
        }
        let members = members(value, self.text)?;
        self.is_any_name(path, &members, depth)
    }

    fn is_any_name(&mut self, path: &str, members: &[Member], depth: usize) -> Result<bool, JsonFault> {
        for (key, member) in members {
            let mut path = path.to_owned();
            push_key(&mut path, key);
            let names_somebody = if member.starts_with('{') {
                self.names_somebody(&path, member, depth - 1)?
            } else {
                *member != "null" && *self.names.entry(path).or_insert_with_key(|path| is_name(path))
            };
            if names_somebody {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn is_name(path: &str) -> bool {
    use Field::{Email, FirstName, LastName, Name, Username};
    field_of(path).is_some_and(|(field, _)| matches!(field, Name | FirstName | LastName | Username | Email))
}

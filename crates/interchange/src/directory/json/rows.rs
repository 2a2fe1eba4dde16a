//! The rows of a table that is made of objects. Nested keys become columns, such as `name.givenName`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::words::field_of;
use super::super::{Field, list};
use super::JsonFault;
use super::value::{Content, Value};

/// The maximum number of cells. A directory of 40,000 people with 50 keys has half as many.
const CELLS: usize = 4_000_000;

/// The maximum number of columns.
const COLUMNS: usize = 1_000;

/// The depth of objects whose keys become columns.
const DEPTH: usize = 6;

/// The names of GitLab's access levels.
const ACCESS_LEVELS: [(&str, &str); 8] = [
    ("0", "No access"),
    ("5", "Minimal Access"),
    ("10", "Guest"),
    ("15", "Planner"),
    ("20", "Reporter"),
    ("30", "Developer"),
    ("40", "Maintainer"),
    ("50", "Owner"),
];

/// The texts of an object in a list, by their keys.
const TEXTS: [&str; 9] =
    ["display", "displayName", "value", "address", "email", "name", "fullName", "userName", "username"];

/// The texts of an object in a list of addresses.
const ADDRESSES: [&str; 3] = ["value", "address", "email"];

/// Rows of cells under named columns.
#[derive(Default)]
pub(super) struct Rows {
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// Whether there are people of whom only the shown name is known.
    pub calls_by_name: bool,
    columns: BTreeMap<String, (usize, Option<Field>)>,
}

impl Rows {
    /// Adds the row of an entry, and returns its position.
    pub fn add(&mut self, entry: &Value) -> Result<usize, JsonFault> {
        let row = self.add_empty();
        self.flatten(row, &mut String::new(), entry, DEPTH)?;
        Ok(row)
    }

    pub fn add_empty(&mut self) -> usize {
        self.rows.push(Vec::with_capacity(self.names.len()));
        self.rows.len() - 1
    }

    /// The position of a column, which is added if it does not exist.
    pub fn column(&mut self, name: &str) -> usize {
        self.column_and_field(name).0
    }

    fn column_and_field(&mut self, name: &str) -> (usize, Option<Field>) {
        if let Some(known) = self.columns.get(name) {
            return *known;
        }
        let column = (self.names.len(), field_of(name).map(|(field, _)| field));
        self.names.push(name.to_owned());
        self.columns.insert(name.to_owned(), column);
        column
    }

    pub fn set(&mut self, row: usize, column: usize, text: &str) -> Result<(), JsonFault> {
        if self.names.len() > COLUMNS || self.rows.len() * self.names.len() > CELLS {
            return Err(JsonFault::TooLarge);
        }
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            text.clone_into(cell);
        }
        Ok(())
    }

    /// Adds a team to the list in a cell.
    pub fn add_team(&mut self, row: usize, column: usize, team: &str) -> Result<(), JsonFault> {
        let cell = self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str);
        let mut teams = list::items(cell);
        if !teams.iter().any(|known| known == team) {
            teams.push(Cow::Borrowed(team));
        }
        let cell = list::cell(&teams);
        self.set(row, column, &cell)
    }

    /// Sets the cells of a value. `path` has the keys that lead to it, and is the same afterwards.
    fn flatten(&mut self, row: usize, path: &mut String, value: &Value, depth: usize) -> Result<(), JsonFault> {
        match &value.content {
            Content::Null => Ok(()),
            Content::Text(text) => self.put(row, path, text),
            Content::List(elements) => self.put_list(row, path, elements),
            Content::Object(_) if depth == 0 => self.put(row, path, value.raw),
            Content::Object(members) => {
                let length = path.len();
                for (key, member) in members {
                    push_key(path, key);
                    self.flatten(row, path, member, depth - 1)?;
                    path.truncate(length);
                }
                Ok(())
            }
        }
    }

    fn put(&mut self, row: usize, path: &str, text: &str) -> Result<(), JsonFault> {
        let level = ACCESS_LEVELS.iter().find(|(number, _)| *number == text).map(|(_, word)| *word);
        let text = level.filter(|_| path.ends_with("access_level")).unwrap_or(text);
        let column = self.column(path);
        self.set(row, column, text)
    }

    /// Names and addresses have one value, so the others of a list get columns of their own. All else is a list in one cell.
    fn put_list(&mut self, row: usize, path: &str, elements: &[Value]) -> Result<(), JsonFault> {
        if elements.is_empty() {
            return Ok(());
        }
        let (column, field) = self.column_and_field(path);
        let keys: &[&str] = if field == Some(Field::Email) { &ADDRESSES } else { &TEXTS };
        let is_single = field.is_some_and(|field| !matches!(field, Field::Teams | Field::Role | Field::TeamRole));
        if !is_single {
            let texts = elements.iter().filter_map(|element| text_of(element, keys));
            let items: Vec<Cow<str>> = texts.map(Cow::Borrowed).collect();
            return self.set(row, column, &list::cell(&items));
        }
        let mut sorted: Vec<&Value> = elements.iter().collect();
        sorted.sort_by_key(|element| rank(element));
        for (index, text) in sorted.into_iter().filter_map(|element| text_of(element, keys)).enumerate() {
            let column = if index == 0 { column } else { self.column(&format!("{path}.{}", index + 1)) };
            self.set(row, column, text)?;
        }
        Ok(())
    }
}

/// Adds a key to a path. SCIM prefixes the keys of extensions with a URN (RFC 7643, 3.3), of which the last part is enough.
pub(super) fn push_key(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(if key.starts_with("urn:") { key.rsplit(':').next().unwrap_or(key) } else { key });
}

/// The order of addresses: the primary one first, then those for work.
fn rank(element: &Value) -> u8 {
    let is = |key: &str, expected: &str| {
        element.member(key).and_then(Value::text).is_some_and(|text| text.eq_ignore_ascii_case(expected))
    };
    match () {
        () if is("primary", "true") => 0,
        () if is("type", "work") => 1,
        () => 2,
    }
}

/// The text of an element of a list, or its JSON if it has no text that is known.
fn text_of<'v>(element: &'v Value, keys: &[&str]) -> Option<&'v str> {
    match &element.content {
        Content::Null => None,
        Content::Text(_) => element.text(),
        Content::List(_) => Some(element.raw),
        Content::Object(_) => keys.iter().find_map(|key| element.member(key)?.text()).or(Some(element.raw)),
    }
}

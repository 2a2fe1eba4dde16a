//! JSON of other directories as a table: answers of SCIM (RFC 7643 and 7644), Microsoft Graph, Google Workspace, Okta and
//! GitLab, or any list of objects. Each object is a line, and each key a column.

mod entries;
mod groups;
mod rows;
mod value;

use std::collections::BTreeMap;
use std::vec::IntoIter;

use self::rows::Rows;
use self::value::Value;
use super::table::Table;

/// The reason why JSON is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// The text ends within a value.
    Cut {
        /// The last line.
        line: usize,
    },
    /// The text is not JSON from here on.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// An object has a key twice, so it is not certain which value counts.
    RepeatedKey {
        /// The key.
        key: String,
        /// The line at which the object begins.
        line: usize,
    },
    /// There are more columns, or more cells, than a table can have.
    TooLarge,
}

impl Table {
    /// Reads JSON at once, as [`JsonReader`] does in steps.
    ///
    /// # Errors
    /// If the text is not JSON, or more than a table can have.
    pub fn read_json(text: &str) -> Result<Option<Self>, JsonFault> {
        JsonReader::new(text)?.map(JsonReader::finish).transpose()
    }
}

/// Reads JSON in steps, so that a page stays usable meanwhile. The lines of the table are numbered from 1.
pub struct JsonReader<'a> {
    text: &'a str,
    /// The texts of the people and groups that are not read yet.
    entries: IntoIter<&'a str>,
    rows: Rows,
    /// The rows of the people by their ids.
    by_id: BTreeMap<String, usize>,
    groups: Vec<Value<'a>>,
}

impl<'a> JsonReader<'a> {
    /// Finds the people and groups, or returns `None` if the text has no list and names nobody.
    ///
    /// # Errors
    /// If the text is not JSON.
    pub fn new(text: &'a str) -> Result<Option<Self>, JsonFault> {
        let Some(entries) = entries::entries(text)? else { return Ok(None) };
        let entries = entries.into_iter();
        Ok(Some(Self { text, entries, rows: Rows::default(), by_id: BTreeMap::new(), groups: Vec::new() }))
    }

    /// Reads up to `count` people or groups. Returns whether all are read.
    ///
    /// # Errors
    /// If a key is repeated, or if there are more cells than a table can have.
    pub fn step(&mut self, count: usize) -> Result<bool, JsonFault> {
        for raw in self.entries.by_ref().take(count) {
            let entry = Value::parse(raw, self.text)?;
            let members = entry.object().unwrap_or_default();
            if entries::is_group(members.iter().map(|(key, member)| (&**key, member.raw))) {
                // The people of a group may follow it.
                self.groups.push(entry);
                continue;
            }
            let row = match entry.text() {
                Some(text) => add_text(&mut self.rows, text)?,
                None => self.rows.add(&entry)?,
            };
            if let Some(id) = entry.member("id").and_then(Value::text) {
                self.by_id.insert(id.to_owned(), row);
            }
        }
        Ok(self.entries.len() == 0)
    }

    /// Completes the table.
    ///
    /// # Errors
    /// As in [`step`](Self::step).
    pub fn finish(mut self) -> Result<Table, JsonFault> {
        self.step(usize::MAX)?;
        if !self.groups.is_empty() {
            groups::add_groups(&mut self.rows, &self.groups, self.by_id)?;
        }
        let mut table = Table::of_rows(self.rows.names, self.rows.rows);
        table.calls_by_name = self.rows.calls_by_name;
        Ok(table)
    }
}

/// Adds a row for an address or a username in a list of texts.
fn add_text(rows: &mut Rows, text: &str) -> Result<usize, JsonFault> {
    let row = rows.add_empty();
    let column = rows.column("userName");
    rows.set(row, column, text)?;
    Ok(row)
}

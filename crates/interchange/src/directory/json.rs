//! JSON of other directories as a table: answers of SCIM (RFC 7643 and 7644), Microsoft Graph, Google Workspace, Okta and
//! GitLab, or any list of objects. Each object is a line, and each key a column.

mod entries;
mod groups;
mod rows;
mod value;

use std::collections::BTreeMap;

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
    /// Reads JSON, or returns `None` if it has no list and names nobody. The lines of the table are numbered from 1.
    ///
    /// # Errors
    /// If the text is not JSON, or more than a table can have.
    pub fn read_json(text: &str) -> Result<Option<Self>, JsonFault> {
        let values = value::parse(text)?;
        let Some(entries) = entries::entries(&values) else { return Ok(None) };
        let (groups, people): (Vec<&Value>, Vec<&Value>) =
            entries.into_iter().partition(|entry| entries::is_group(entry));
        let mut rows = Rows::default();
        let mut by_id = BTreeMap::new();
        for person in people {
            let row = match person.text() {
                Some(text) => add_text(&mut rows, text)?,
                None => rows.add(person)?,
            };
            if let Some(id) = person.member("id").and_then(Value::text) {
                by_id.insert(id.to_owned(), row);
            }
        }
        if !groups.is_empty() {
            groups::add_groups(&mut rows, &groups, by_id)?;
        }
        let mut table = Self::of_rows(rows.names, rows.rows);
        table.calls_by_name = rows.calls_by_name;
        Ok(Some(table))
    }
}

/// Adds a row for an address or a username in a list of texts.
fn add_text(rows: &mut Rows, text: &str) -> Result<usize, JsonFault> {
    let row = rows.add_empty();
    let column = rows.column("userName");
    rows.set(row, column, text)?;
    Ok(row)
}

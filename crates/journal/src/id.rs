//! The ids and the storage keys of records.
//!
//! Ids and keys map to each other one to one: a record has exactly one key, and any other spelling is not a record's key.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::token::{ParseIdError, WorkspaceKey, Writer};

/// The id of a record, unique within its workspace: the writer and the number of the record.
///
/// The text form is `<writer>.<n>`, such as `k3v9x2m4qa.0`. Ids sort by writer, then by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct RecordId {
    /// The writer of the record.
    pub writer: Writer,
    /// The number of the writer's record, from 0 without gaps, at most [`RecordId::MAX_N`].
    pub n: u32,
}

impl RecordId {
    /// The largest number of a record. It keeps keys within 45 characters.
    pub const MAX_N: u32 = 99_999_999;
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.writer, self.n)
    }
}

impl FromStr for RecordId {
    type Err = ParseIdError;

    fn from_str(text: &str) -> Result<Self, ParseIdError> {
        parse(text, '.')
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for RecordId {
    type Error = ParseIdError;

    fn try_from(text: String) -> Result<Self, ParseIdError> {
        text.parse()
    }
}

/// The prefix of all keys in a workspace's log: `registrar:<workspace>:log:`.
#[must_use]
pub fn log_prefix(workspace: WorkspaceKey) -> String {
    format!("registrar:{workspace}:log:")
}

/// The key of a record: `registrar:<workspace>:log:<writer>:<n>`, at most 45 characters.
#[must_use]
pub fn record_key(workspace: WorkspaceKey, id: RecordId) -> String {
    format!("{}{}:{}", log_prefix(workspace), id.writer, id.n)
}

/// The id in a key, if the key is spelled exactly as by [`record_key`].
pub(crate) fn parse_record_key(prefix: &str, key: &str) -> Option<RecordId> {
    parse(key.strip_prefix(prefix)?, ':').ok()
}

fn parse(text: &str, separator: char) -> Result<RecordId, ParseIdError> {
    let (writer, number) = text.split_once(separator).ok_or(ParseIdError)?;
    let writer = writer.parse()?;
    let n: u32 = number.parse().map_err(|_| ParseIdError)?;
    // `parse` accepts a plus sign and leading zeros.
    let is_exact = number == "0" || number.starts_with(|digit| ('1'..='9').contains(&digit));
    if n > RecordId::MAX_N || !is_exact {
        return Err(ParseIdError);
    }
    Ok(RecordId { writer, n })
}

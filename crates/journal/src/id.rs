//! What a record is called, and the key that it is stored under.
//!
//! Names and keys lead to each other without loss: every record has one key, and a key that is not written in exactly
//! that form is the key of no record.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::token::{ParseIdError, WorkspaceKey, Writer};

/// The name of a record, unique within its workspace: who wrote it, and which of that writer's records it is.
///
/// Written as `<writer>.<n>`, as in `k3v9x2m4qa.0`. Sorts by writer, then by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct RecordId {
    /// Who wrote the record.
    pub writer: Writer,
    /// Counts the writer's records from 0, without holes; at most [`RecordId::MAX_N`].
    pub n: u32,
}

impl RecordId {
    /// The largest number that a record can have. It keeps keys within 45 characters.
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

/// What every key of this workspace's log begins with: `registrar:<workspace>:log:`.
#[must_use]
pub fn log_prefix(workspace: WorkspaceKey) -> String {
    format!("registrar:{workspace}:log:")
}

/// The key of this record: `registrar:<workspace>:log:<writer>:<n>`, at most 45 characters.
#[must_use]
pub fn record_key(workspace: WorkspaceKey, id: RecordId) -> String {
    format!("{}{}:{}", log_prefix(workspace), id.writer, id.n)
}

/// The record whose key this is, if it is written exactly as [`record_key`] would write it.
pub(crate) fn id_of_key(prefix: &str, key: &str) -> Option<RecordId> {
    parse(key.strip_prefix(prefix)?, ':').ok()
}

fn parse(text: &str, separator: char) -> Result<RecordId, ParseIdError> {
    let (writer, number) = text.split_once(separator).ok_or(ParseIdError)?;
    let writer = writer.parse()?;
    let n: u32 = number.parse().map_err(|_| ParseIdError)?;
    // Writing the number again finds what `parse` lets pass: a plus sign and leading zeros.
    if n > RecordId::MAX_N || n.to_string() != number {
        return Err(ParseIdError);
    }
    Ok(RecordId { writer, n })
}

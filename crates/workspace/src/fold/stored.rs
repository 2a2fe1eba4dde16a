//! The stored form of what is said about the log itself: an undo, and a checkpoint. Each is the only entry of its record, so
//! the envelope of a record has no new field, and a program that does not know the entry becomes read-only.
//!
//! The form is frozen, and written in one way: any other spelling is of another program.

use domain::CheckpointName;
use journal::{Payload, RecordId};
use serde::{Deserialize, Serialize};

/// An entry about the log.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum LogEntry {
    /// `{"undo":{"records":["k3v9x2m4qa.1"]}}`: the records, sorted.
    Undo { records: Vec<RecordId> },
    /// `{"checkpoint":{"name":"Before the class"}}`
    Checkpoint { name: String },
}

/// The content of an entry about the log.
pub enum AboutLog {
    Undo(Vec<RecordId>),
    Checkpoint(CheckpointName),
}

/// Encodes an undo of these records.
pub fn write_undo(mut records: Vec<RecordId>) -> Payload {
    records.sort_unstable();
    records.dedup();
    to_payload(&LogEntry::Undo { records })
}

/// Encodes a checkpoint.
pub fn write_checkpoint(name: &CheckpointName) -> Payload {
    to_payload(&LogEntry::Checkpoint { name: name.to_string() })
}

/// Decodes an entry about the log. It returns `None` for any other entry.
pub fn read(text: &str) -> Option<AboutLog> {
    let entry: LogEntry = serde_json::from_str(text).ok()?;
    if to_payload(&entry).get() != text {
        return None;
    }
    match entry {
        LogEntry::Undo { records } => {
            let is_written_so = !records.is_empty() && records.is_sorted_by(|one, other| one < other);
            is_written_so.then_some(AboutLog::Undo(records))
        }
        LogEntry::Checkpoint { name } => Some(AboutLog::Checkpoint(CheckpointName::from_stored(&name))),
    }
}

#[expect(clippy::expect_used, reason = "an entry consists of texts, which always serialize")]
fn to_payload(entry: &LogEntry) -> Payload {
    serde_json::value::to_raw_value(entry).expect("an entry is JSON").into()
}

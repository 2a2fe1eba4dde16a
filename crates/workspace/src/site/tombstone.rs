//! The stored form of a deletion. A tombstone speaks only for the values that it lists: a value that is written later,
//! or that the deleting tab did not see, is not deleted by it.

use std::collections::BTreeMap;

use journal::{RecordId, WorkspaceKey};
use serde::{Deserialize, Serialize};

const PREFIX: &str = "registrar:deleted:";
const VERSION: u64 = 1;

/// The deletion of a workspace, limited to the listed values. Like a record, the form is frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tombstone {
    v: u64,
    state: State,
    /// When the workspace was deleted: UTC milliseconds.
    pub at: i64,
    /// The number of the last record of each writer. A writer's records have no holes, so one number lists them all.
    log: BTreeMap<String, u32>,
    /// The keys of all other values, without the prefix of the workspace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    other: Vec<String>,
}

/// The two words have the same length: a tombstone can be revoked on a full storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Deleted,
    Revoked,
}

impl Tombstone {
    /// Lists these values, by their keys without the prefix of the workspace.
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a str>, at: i64) -> Self {
        let mut tombstone = Self { v: VERSION, state: State::Deleted, at, log: BTreeMap::new(), other: Vec::new() };
        for key in keys {
            match record_of(key) {
                Some(id) => {
                    let last = tombstone.log.entry(id.writer.to_string()).or_insert(id.n);
                    *last = id.n.max(*last);
                }
                None => tombstone.other.push(key.to_owned()),
            }
        }
        tombstone
    }

    /// The tombstone that a value is. A form of a newer program, or a damaged value, is none: it deletes nothing.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|tombstone: &Self| tombstone.v == VERSION)
    }

    pub fn to_text(&self) -> String {
        #[expect(clippy::expect_used, reason = "numbers and texts are always written")]
        serde_json::to_string(self).expect("a tombstone can be written")
    }

    /// True if the value of this key is listed. The key comes without the prefix of the workspace.
    pub fn covers(&self, key: &str) -> bool {
        match record_of(key) {
            Some(id) => self.log.get(&id.writer.to_string()).is_some_and(|last| id.n <= *last),
            None => self.other.iter().any(|other| other == key),
        }
    }

    pub fn is_revoked(&self) -> bool {
        self.state == State::Revoked
    }

    /// The same, without effect. It still tells other tabs which values may have been removed.
    pub fn revoked(self) -> Self {
        Self { state: State::Revoked, ..self }
    }
}

fn record_of(key: &str) -> Option<RecordId> {
    key.strip_prefix("log:")?.replacen(':', ".", 1).parse().ok()
}

/// The key of a workspace's tombstone. No program, however old, takes it for a key of a workspace.
pub(crate) fn tombstone_key(workspace: WorkspaceKey) -> String {
    format!("{PREFIX}{workspace}")
}

/// The workspace that a tombstone's key names.
pub(crate) fn workspace_of_tombstone(key: &str) -> Option<WorkspaceKey> {
    key.strip_prefix(PREFIX)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: &str = include_str!("../../tests/golden/tombstone_v1.json");
    const REVOKED: &str = include_str!("../../tests/golden/tombstone_v1_revoked.json");

    fn example() -> Tombstone {
        let keys = ["log:k3v9x2m4qa:1", "log:k3v9x2m4qa:0", "log:0000000000:7", "log:damaged", "later"];
        Tombstone::of(keys, 1_790_000_000_000)
    }

    #[test]
    fn a_tombstone_is_written_and_read_as_ever() {
        for (golden, tombstone) in [(GOLDEN, example()), (REVOKED, example().revoked())] {
            let golden = golden.trim_end_matches('\n');
            assert_eq!(tombstone.to_text(), golden);
            assert_eq!(Tombstone::parse(golden), Some(tombstone));
        }
    }

    #[test]
    fn a_tombstone_covers_the_listed_values_and_no_later_record() {
        let tombstone = example();
        for covered in ["log:k3v9x2m4qa:0", "log:k3v9x2m4qa:1", "log:0000000000:3", "log:damaged", "later"] {
            assert!(tombstone.covers(covered), "{covered}");
        }
        for other in ["log:k3v9x2m4qa:2", "log:zzzzzzzzzz:0", "log:0000000000:07", "log:", "later still"] {
            assert!(!tombstone.covers(other), "{other}");
        }
    }

    #[test]
    fn a_tombstone_of_a_newer_program_deletes_nothing() {
        for text in ["", "null", "[]", r#"{"v":2,"state":"deleted","at":0,"log":{}}"#, r#"{"v":1,"at":0,"log":{}}"#] {
            assert_eq!(Tombstone::parse(text), None, "{text}");
        }
        assert_eq!(Tombstone::parse(&GOLDEN.replace("\"at\"", "\"until\":1,\"at\"")), None);
    }

    #[test]
    fn a_revoked_tombstone_takes_no_more_room() {
        assert_eq!(example().to_text().len(), example().revoked().to_text().len());
    }
}

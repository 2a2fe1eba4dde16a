//! The records that a tab has written itself, also before a reload. Undo and redo take back these.
//!
//! A journal has its writer in memory only, so the tab remembers the last record of each in session storage. **Duplicate tab**
//! copies that: so the copy knows of the first tab what was done before the copying, and nothing that the first tab does later.

use journal::{RecordId, Writer};
use workspace::Workspace;

use crate::platform::storage::BrowserStore;
use crate::platform::tab;

/// The records of a tab in one workspace.
pub struct OwnRecords {
    /// The writer of this tab since it opened the workspace.
    writer: Writer,
    /// The last known record of each earlier writer.
    earlier: Vec<RecordId>,
}

impl OwnRecords {
    pub fn of(workspace: &Workspace<BrowserStore>) -> Self {
        Self { writer: workspace.writer(), earlier: recall(workspace) }
    }

    pub fn includes(&self, record: RecordId) -> bool {
        let is_earlier = |last: &RecordId| last.writer == record.writer && record.n <= last.n;
        record.writer == self.writer || self.earlier.iter().any(is_earlier)
    }
}

/// Remembers a record that this tab has just written, for the time after a reload.
pub fn remember(workspace: &Workspace<BrowserStore>, record: RecordId) {
    let mut last_records = recall(workspace);
    last_records.retain(|last| last.writer != record.writer);
    last_records.push(record);
    tab::remember(&key_in_tab(workspace), &last_records.iter().map(ToString::to_string).collect::<Vec<_>>());
}

fn recall(workspace: &Workspace<BrowserStore>) -> Vec<RecordId> {
    let remembered: Vec<String> = tab::recall(&key_in_tab(workspace)).unwrap_or_default();
    remembered.iter().filter_map(|record| record.parse().ok()).collect()
}

fn key_in_tab(workspace: &Workspace<BrowserStore>) -> String {
    format!("registrar:own:{}", workspace.key())
}

#[cfg(test)]
mod tests {
    use super::OwnRecords;

    #[test]
    fn a_copied_tab_owns_the_records_before_the_copy() {
        let record = |name: &str| name.parse().unwrap();
        let own = OwnRecords { writer: "k3v9x2m4qb".parse().unwrap(), earlier: vec![record("k3v9x2m4qa.4")] };
        for (name, is_own) in [
            ("k3v9x2m4qa.0", true),
            ("k3v9x2m4qa.4", true),
            ("k3v9x2m4qa.5", false),
            ("k3v9x2m4qb.0", true),
            ("k3v9x2m4qb.99", true),
            ("k3v9x2m4qc.0", false),
        ] {
            assert_eq!(own.includes(record(name)), is_own, "{name}");
        }
    }
}

//! The expected end state: each workspace is whole, or it was deleted by a tab that had seen everything in it.

use std::collections::{BTreeMap, BTreeSet};

use journal::{MemoryStore, WorkspaceKey};
use workspace::Site;

use crate::tab::Report;
use crate::world::Image;

/// Compares the reports of the tabs with the storage.
pub fn check(before: &Image, after: &Image, reports: &[Report]) -> Result<(), String> {
    let mut acknowledged: BTreeMap<WorkspaceKey, BTreeSet<String>> = BTreeMap::new();
    let mut deletions: BTreeMap<WorkspaceKey, Vec<&BTreeSet<String>>> = BTreeMap::new();
    for (workspace, key) in before.keys().filter_map(|key| Some((workspace_of(key)?, key))) {
        acknowledged.entry(workspace).or_default().insert(key.clone());
    }
    for reports in reports {
        match reports {
            Report::Kept(workspace, keys) => {
                acknowledged.entry(*workspace).or_default().extend(keys.iter().cloned());
            }
            Report::Deleted(workspace, seen) => deletions.entry(*workspace).or_default().push(seen),
        }
    }
    let storage = MemoryStore::from_snapshot(after.clone());
    let site = Site::new(storage, "/");
    let listed = site.keys().unwrap();
    for (workspace, keys) in &acknowledged {
        let missing: Vec<&String> = keys.iter().filter(|key| !after.contains_key(*key)).collect();
        let is_deleted = !listed.contains(workspace);
        if missing.is_empty() && !is_deleted {
            continue;
        }
        let prefix = format!("registrar:{workspace}:");
        let left: Vec<&String> = after.keys().filter(|key| key.starts_with(&prefix)).collect();
        if !is_deleted {
            return Err(format!("of {workspace} only {left:?} is left, and not {missing:?}"));
        }
        if is_pointed_to(after, *workspace) {
            return Err(format!("{workspace} is current, and gone"));
        }
        let by = deletions.get(workspace).into_iter().flatten().find(|seen| seen.is_superset(keys));
        if by.is_none() {
            return Err(format!("{workspace} is gone, and nobody deleted it who saw all of it"));
        }
    }
    Ok(())
}

fn is_pointed_to(image: &Image, workspace: WorkspaceKey) -> bool {
    image.iter().any(|(key, value)| key.starts_with("registrar:current:") && *value == workspace.to_string())
}

fn workspace_of(key: &str) -> Option<WorkspaceKey> {
    key.strip_prefix("registrar:")?.split_once(':')?.0.parse().ok()
}

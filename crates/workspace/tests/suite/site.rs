//! The workspaces in storage, the current one, and that nothing in use is deleted.

use domain::Visibility;
use journal::{KeyValue, MemoryStore};
use workspace::{Current, Deletions, Site, WorkspaceSummary};

use crate::support::*;

fn listed(storage: &MemoryStore) -> Vec<WorkspaceSummary> {
    site(storage).workspaces(writer('y')).unwrap()
}

/// Everything in storage that belongs to a workspace, in UTF-16 units.
fn units(storage: &MemoryStore, of: char) -> usize {
    let prefix = format!("registrar:{}:", key(of));
    let image = storage.snapshot();
    let own = image.iter().filter(|(key, _)| key.starts_with(&prefix));
    own.map(|(key, value)| key.encode_utf16().count() + value.encode_utf16().count()).sum()
}

/// A workspace that holds one organization without anything in it.
fn begin(storage: &MemoryStore, workspace: char, organization: &str, when: i64) {
    open(storage, workspace, '0').found(&founding(organization), at(when)).unwrap();
}

#[test]
fn an_empty_storage_lists_nothing() {
    let storage = MemoryStore::new();
    assert_eq!(listed(&storage), []);
    assert_eq!(site(&storage).current(), Ok(Current::None));
    assert_eq!(site(&storage).pointer(), "registrar:current:/");
}

#[test]
fn a_workspace_is_listed_with_its_summary() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    small.workspace.dispatch(&small.mina, &[create("음성 🚀", Visibility::Restricted)], at(7)).unwrap();
    let expected = WorkspaceSummary {
        key: key('a'),
        organization: Some("Lighthouse".to_owned()),
        registries: 3,
        last_change: Some(7),
        size: units(&storage, 'a'),
        in_use: true,
        origin: None,
    };
    assert_eq!(listed(&storage), [expected]);
}

#[test]
fn workspaces_are_listed_the_one_that_was_changed_last_first() {
    let storage = MemoryStore::new();
    for (workspace, when) in [('b', 20), ('c', 40), ('d', 30)] {
        begin(&storage, workspace, &workspace.to_string(), when);
    }
    storage.set("registrar:eeeeeeeeee:log:0000000000:0", "damaged").unwrap();
    let names: Vec<_> = listed(&storage).into_iter().map(|one| (one.organization, one.last_change)).collect();
    let expected = [(Some("c"), Some(40)), (Some("d"), Some(30)), (Some("b"), Some(20)), (None, None)];
    assert_eq!(names, expected.map(|(name, when)| (name.map(str::to_owned), when)));
}

#[test]
fn other_keys_are_no_workspaces() {
    let storage = MemoryStore::new();
    for key in [
        "registrar:prefs",
        "registrar:current:/",
        "registrar:current:/aaaaaaaaaa:b/",
        "registrar:short:log:0",
        "registrar:AAAAAAAAAA:log:0000000000:0",
        "registrar:aaaaaaaaaa",
        "aaaaaaaaaa:log:0000000000:0",
        "other:aaaaaaaaaa:log:0000000000:0",
    ] {
        storage.set(key, "{}").unwrap();
    }
    assert_eq!(listed(&storage), []);
}

#[test]
fn listing_and_opening_touch_nothing() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    begin(&storage, 'b', "Second", 5);
    let image = storage.snapshot();
    listed(&storage);
    open(&storage, 'a', '7');
    open(&storage, 'c', '8');
    assert_eq!(storage.snapshot(), image);
}

#[test]
fn the_current_workspace_is_the_one_that_was_made_current() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('a'))));
    begin(&storage, 'b', "Second", 5);
    open(&storage, 'b', '1').make_current().unwrap();
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('b'))));
    storage.set("registrar:current:/", "none").unwrap();
    assert_eq!(site(&storage).current(), Ok(Current::None));
    storage.set("registrar:current:/", "?").unwrap();
    assert_eq!(site(&storage).current(), Ok(Current::Unreadable("?".to_owned())));
}

#[test]
fn sites_of_one_origin_share_the_workspaces_and_not_the_pointer() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let elsewhere = Site::new(storage.clone(), "/elsewhere/");
    assert_eq!(elsewhere.current(), Ok(Current::None));
    begin(&storage, 'b', "Second", 5);
    workspace::Workspace::open(&elsewhere, key('b'), writer('1')).unwrap().make_current().unwrap();
    assert_eq!(elsewhere.current(), Ok(Current::Workspace(key('b'))));
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('a'))));
    assert_eq!(elsewhere.workspaces(writer('y')), site(&storage).workspaces(writer('y')));
    assert!(listed(&storage).iter().all(|one| one.in_use));
}

#[test]
fn a_workspace_that_any_site_uses_is_not_deleted() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    begin(&storage, 'b', "Second", 5);
    let elsewhere = Site::new(storage.clone(), "/elsewhere/");
    workspace::Workspace::open(&elsewhere, key('b'), writer('1')).unwrap().make_current().unwrap();
    let image = storage.snapshot();
    for site in [site(&storage), elsewhere] {
        let mut deletions = Deletions::new(site);
        for workspace in ['a', 'b'] {
            assert_eq!(deletions.delete(key(workspace), 9), Ok(false));
        }
    }
    assert_eq!(storage.snapshot(), image);
}

#[test]
fn a_workspace_that_never_became_current_can_be_taken_back() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let image = storage.snapshot();
    let mut next = open(&storage, 'b', '1');
    next.found(&founding("Next"), at(5)).unwrap();
    next.discard(&mut deletions(&storage), 9).unwrap();
    assert_eq!(without_tombstones(&storage), image);
}

#[test]
fn a_current_workspace_is_not_taken_back() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let image = storage.snapshot();
    small.workspace.discard(&mut deletions(&storage), 9).unwrap();
    assert_eq!(storage.snapshot(), image);
    // Opened before another tab made it the current one.
    let storage = MemoryStore::new();
    let mut early = open(&storage, 'a', '1');
    early.found(&founding("Early"), at(1)).unwrap();
    open(&storage, 'a', '2').make_current().unwrap();
    let image = storage.snapshot();
    early.discard(&mut deletions(&storage), 9).unwrap();
    assert_eq!(storage.snapshot(), image);
}

//! Deleting a workspace: at once for whoever looks, later in storage, and not at all if somebody wrote in it meanwhile.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use domain::OrganizationRole;
use journal::{KeyValue, MemoryStore, StorageError, WorkspaceKey};
use test_support::faults::{Fault, FaultyStore, Span};
use workspace::{Current, DispatchError, Locks, ReadOnly, SwitchError, Workspace, sweep};

use crate::support::*;

const HOUR: i64 = 60 * 60 * 1000;

/// Locks that are granted at once. `shared` are those that other tabs hold.
#[derive(Default)]
struct TestLocks {
    shared: RefCell<BTreeSet<WorkspaceKey>>,
}

impl Locks for TestLocks {
    type Held = ();

    fn share(&self, workspace: WorkspaceKey) {
        self.shared.borrow_mut().insert(workspace);
    }

    async fn alone(&self, workspace: WorkspaceKey) -> Option<()> {
        (!self.shared.borrow().contains(&workspace)).then_some(())
    }

    async fn settle(&self) {}
}

fn sweep_all<S: KeyValue + Clone>(deletions: &RefCell<workspace::Deletions<S>>, locks: &TestLocks, now: i64) -> bool {
    let future = pin!(sweep(deletions, locks, || now));
    let Poll::Ready(answer) = future.poll(&mut Context::from_waker(Waker::noop())) else { panic!("it waits") };
    answer.unwrap()
}

/// The small organization in `a`, no longer current, and another in `b`.
fn two_workspaces() -> (MemoryStore, Small<MemoryStore>) {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let mut other = open(&storage, 'b', '1');
    other.found(&founding("Second"), at(5)).unwrap();
    other.make_current().unwrap();
    (storage, small)
}

/// The stored values of workspace `a`.
fn values(storage: &MemoryStore) -> Vec<(String, String)> {
    site(storage).values(key('a')).unwrap()
}

#[test]
fn a_deleted_workspace_is_gone_at_once_and_its_records_later() {
    let (storage, _) = two_workspaces();
    storage.set("registrar:aaaaaaaaaa:log:damaged", "?").unwrap();
    storage.set("registrar:aaaaaaaaaa:later", "?").unwrap();
    let before = values(&storage);
    let deletions = RefCell::new(deletions(&storage));
    assert_eq!(deletions.borrow_mut().delete(key('a'), 9), Ok(true));

    assert_eq!(site(&storage).keys(), Ok(vec![key('b')]));
    assert_eq!(site(&storage).workspaces(writer('y')).unwrap().len(), 1);
    let answer = Workspace::open_earlier(&site(&storage), key('a'), writer('5'));
    assert_eq!(answer.err(), Some(SwitchError::Deleted));
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('b'))));
    assert_eq!(values(&storage), before);

    assert!(!sweep_all(&deletions, &TestLocks::default(), 10));
    assert_eq!(values(&storage), []);
    assert_eq!(storage.snapshot().len(), 3, "the other workspace, the pointer and the tombstone");
    assert!(!sweep_all(&deletions, &TestLocks::default(), 10 + HOUR));
    assert_eq!(storage.snapshot().len(), 2, "a tombstone stays for an hour");
    assert_eq!(deletions.borrow_mut().delete(key('a'), 9 + HOUR), Ok(true), "there is nothing in use");
    assert_eq!(storage.snapshot().len(), 2);
}

#[test]
fn records_stay_for_as_long_as_a_tab_has_the_workspace_open() {
    let (storage, _) = two_workspaces();
    let before = values(&storage);
    let deletions = RefCell::new(deletions(&storage));
    let locks = TestLocks::default();
    locks.share(key('a'));
    deletions.borrow_mut().delete(key('a'), 9).unwrap();
    assert!(sweep_all(&deletions, &locks, 10));
    assert_eq!(values(&storage), before);
    locks.shared.borrow_mut().clear();
    assert!(!sweep_all(&deletions, &locks, 11));
    assert_eq!(values(&storage), []);
}

#[test]
fn another_tab_goes_on_where_the_one_that_deleted_was_closed() {
    let (storage, _) = two_workspaces();
    deletions(&storage).delete(key('a'), 9).unwrap();
    assert!(!sweep_all(&RefCell::new(deletions(&storage)), &TestLocks::default(), 10));
    assert_eq!(values(&storage), []);
}

#[test]
fn a_workspace_that_was_opened_meanwhile_stays() {
    let (storage, _) = two_workspaces();
    let elsewhere = fork(&storage);
    let deletions = RefCell::new(deletions(&storage));
    deletions.borrow_mut().delete(key('a'), 9).unwrap();
    // The other tab does not see the tombstone yet.
    let mut opened = Workspace::open_earlier(&site(&elsewhere), key('a'), writer('5')).unwrap();
    storage.set("registrar:current:/", "aaaaaaaaaa").unwrap();
    elsewhere
        .set("registrar:deleted:aaaaaaaaaa", &storage.get("registrar:deleted:aaaaaaaaaa").unwrap().unwrap())
        .unwrap();
    assert_eq!(site(&storage).keys(), Ok(vec![key('a'), key('b')]));
    assert!(!sweep_all(&deletions, &TestLocks::default(), 10));
    assert_eq!(values(&storage).len(), 2);

    // It stays also when the site points elsewhere again: the tab has seen the tombstone by then.
    opened.refresh(&[]).unwrap();
    elsewhere.set("registrar:current:/", "bbbbbbbbbb").unwrap();
    assert_eq!(site(&elsewhere).keys(), Ok(vec![key('a'), key('b')]));
    // And it can be deleted another time.
    let mut again = workspace::Deletions::new(site(&elsewhere));
    assert_eq!(again.delete(key('a'), 20), Ok(true));
    assert_eq!(site(&elsewhere).keys(), Ok(vec![key('b')]));
}

#[test]
fn a_record_acknowledged_meanwhile_restores_the_workspace() {
    let (storage, mut small) = two_workspaces();
    deletions(&storage).delete(key('a'), 9).unwrap();
    // This tab does not see yet that the site points elsewhere, and so it dispatches.
    let elsewhere = fork(&storage);
    elsewhere.remove("registrar:deleted:aaaaaaaaaa").unwrap();
    elsewhere.set("registrar:current:/", "aaaaaaaaaa").unwrap();
    let mut late = open(&elsewhere, 'a', '5');
    let receipt = late.dispatch(&small.mina, &[create_open("Late")], at(10)).unwrap();
    let record = journal::record_key(key('a'), receipt.record);
    storage.set(&record, &elsewhere.get(&record).unwrap().unwrap()).unwrap();

    assert_eq!(site(&storage).keys(), Ok(vec![key('a'), key('b')]));
    assert!(!sweep_all(&RefCell::new(deletions(&storage)), &TestLocks::default(), 11));
    small.workspace.refresh(&[]).unwrap();
    assert_eq!(custom_names(&small.workspace), ["Late"]);
}

#[test]
fn a_tab_with_the_workspace_open_puts_back_its_values() {
    let (storage, small) = two_workspaces();
    let elsewhere = fork(&storage);
    elsewhere.set("registrar:current:/", "aaaaaaaaaa").unwrap();
    let mut late = open(&elsewhere, 'a', '5');
    late.dispatch(&small.mina, &[create_open("Late")], at(10)).unwrap();
    let whole = site(&elsewhere).values(key('a')).unwrap();

    let deletions = RefCell::new(deletions(&storage));
    deletions.borrow_mut().delete(key('a'), 9).unwrap();
    sweep_all(&deletions, &TestLocks::default(), 10);
    // Now it sees what the other tab did, all at once.
    elsewhere
        .set("registrar:deleted:aaaaaaaaaa", &storage.get("registrar:deleted:aaaaaaaaaa").unwrap().unwrap())
        .unwrap();
    for (key, _) in &whole[..2] {
        elsewhere.remove(key).unwrap();
    }
    late.refresh(&[]).unwrap();
    assert_eq!(site(&elsewhere).values(key('a')).unwrap(), whole);
    assert!(late.health().is_sound());
    assert_eq!(custom_names(&late), ["Late"]);
}

#[test]
fn the_deleting_tab_puts_back_the_values_of_another() {
    let (storage, _) = two_workspaces();
    let before = values(&storage);
    let deletions = RefCell::new(deletions(&storage));
    deletions.borrow_mut().delete(key('a'), 9).unwrap();
    sweep_all(&deletions, &TestLocks::default(), 10);
    // A tab of an earlier program wrote on an older image of the storage.
    storage.set("registrar:aaaaaaaaaa:log:5555555555:0", "late").unwrap();
    deletions.borrow_mut().put_back().unwrap();
    assert_eq!(values(&storage).len(), 3);
    assert!(before.iter().all(|value| values(&storage).contains(value)));
    assert_eq!(site(&storage).keys(), Ok(vec![key('a'), key('b')]));
}

#[test]
fn a_workspace_that_is_gone_is_not_opened() {
    let (storage, _) = two_workspaces();
    for (key, _) in values(&storage) {
        storage.remove(&key).unwrap();
    }
    let answer = Workspace::open_earlier(&site(&storage), key('a'), writer('5'));
    assert_eq!(answer.err(), Some(SwitchError::Deleted));
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('b'))));
}

#[test]
fn a_workspace_whose_founding_is_missing_takes_nothing() {
    // Values go in the order of the log, and come back in the opposite one.
    let (storage, mut small) = two_workspaces();
    storage.set("registrar:current:/", "aaaaaaaaaa").unwrap();
    storage.remove(&values(&storage)[0].0).unwrap();
    let late = [add_person("late", OrganizationRole::Member)];
    // The tab that had it open keeps it, and could write it back.
    let answer = small.workspace.dispatch(&small.ada, &late, at(9));
    assert_eq!(answer, Err(DispatchError::ReadOnly(ReadOnly::Lost)));
    let answer = open(&storage, 'a', '9').dispatch(&small.ada, &late, at(9));
    assert!(matches!(answer, Err(DispatchError::Refused(..))), "{answer:?}");
}

#[test]
fn on_a_full_storage_records_make_way_for_the_tombstone() {
    let (storage, _) = two_workspaces();
    let faulty = Rc::new(FaultyStore::new(fork(&storage)).with(Fault::Quota, 0, Span::Onwards));
    assert_eq!(deletions(&faulty).delete(key('a'), 9), Ok(true));
    assert_eq!(site(&faulty).keys(), Ok(vec![key('b')]));
    assert_eq!(values(faulty.inner()), []);
    // Once there is room, the rest stays until the sweep.
    let counting = Rc::new(FaultyStore::new(fork(&storage)));
    deletions(&counting).delete(key('a'), 9).unwrap();
    let first_set = counting.calls() - 2;
    let faulty = Rc::new(FaultyStore::new(fork(&storage)).with(Fault::Quota, first_set, Span::Once));
    let mut deleting = deletions(&faulty);
    assert_eq!(deleting.delete(key('a'), 9), Ok(true));
    assert_eq!(values(faulty.inner()).len(), 1);
    assert_eq!(site(&faulty).keys(), Ok(vec![key('b')]));
    // The values that made way come back as well.
    faulty.inner().set("registrar:aaaaaaaaaa:log:5555555555:0", "late").unwrap();
    deleting.put_back().unwrap();
    assert_eq!(values(faulty.inner()).len(), 3);
}

#[test]
fn a_full_storage_gets_room_from_the_deletions_of_this_tab() {
    let (storage, _) = two_workspaces();
    let mut deleting = deletions(&storage);
    assert_eq!(deleting.make_room(9), Ok(false));
    deleting.delete(key('a'), 9).unwrap();
    assert_eq!(deletions(&storage).make_room(9), Ok(false), "another tab's deletions wait for a sweep");
    assert_eq!(deleting.make_room(9), Ok(true));
    assert_eq!(values(&storage), []);
    assert_eq!(deleting.make_room(9), Ok(false));
}

#[test]
fn a_deletion_that_fails_changes_nothing() {
    let (storage, _) = two_workspaces();
    let image = storage.snapshot();
    let counting = Rc::new(FaultyStore::new(fork(&storage)));
    deletions(&counting).delete(key('a'), 9).unwrap();
    for fault in [Fault::Blocked, Fault::SilentLoss, Fault::FalseAlarm, Fault::StaleRead, Fault::Garbage] {
        for call in 0..counting.calls() {
            let faulty = Rc::new(FaultyStore::new(fork(&storage)).with(fault, call, Span::Once));
            let deleted = deletions(&faulty).delete(key('a'), 9);
            let is_listed = site(faulty.inner()).keys().unwrap().contains(&key('a'));
            match deleted {
                Ok(deleted) => assert_ne!(deleted, is_listed, "{fault:?} at call {call}"),
                Err(_) => assert_eq!(faulty.inner().snapshot(), image, "{fault:?} at call {call}"),
            }
        }
    }
    let blocked = Rc::new(FaultyStore::new(fork(&storage)).with(Fault::Blocked, 0, Span::Onwards));
    assert_eq!(deletions(&blocked).delete(key('a'), 9), Err(StorageError::Unavailable));
}

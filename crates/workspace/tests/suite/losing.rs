//! Values that something outside of Registrar removes from storage while tabs have it open: nothing that a tab holds is thrown
//! away, and it is written back when a person asks for it.

use std::rc::Rc;

use domain::OrganizationRole;
use journal::{KeyValue, MemoryStore, StorageError};
use test_support::faults::{Fault, FaultyStore, Span};
use workspace::{Archive, Current, DispatchError, ReadOnly, SwitchError, Workspace};

use crate::support::*;

const POINTER: &str = "registrar:current:/";

fn clear(storage: &MemoryStore) {
    for key in storage.snapshot().keys() {
        storage.remove(key).unwrap();
    }
}

/// The tab is read-only for this reason, and shows what it showed before.
#[track_caller]
fn check_lost<S: KeyValue + Clone>(tab: &mut Workspace<S>, ada: &domain::AccountId, names: &[&str]) {
    tab.refresh(&[]).unwrap();
    assert_eq!(tab.health().read_only, Some(ReadOnly::Lost));
    assert_eq!(custom_names(tab), names);
    let refused = tab.dispatch(ada, &[create_open("Refused")], at(9));
    assert_eq!(refused, Err(DispatchError::ReadOnly(ReadOnly::Lost)));
    assert_eq!(custom_names(tab), names);
}

fn with_team(storage: &MemoryStore) -> Small<MemoryStore> {
    let mut small = Small::new(storage);
    small.workspace.dispatch(&small.mina, &[create_open("Speech")], at(3)).unwrap();
    small
}

#[test]
fn a_tab_keeps_cleared_values_and_writes_them_back_on_request() {
    let storage = MemoryStore::new();
    let mut small = with_team(&storage);
    storage.set("registrar:aaaaaaaaaa:log:damaged", "gone bad").unwrap();
    small.workspace.refresh(&[]).unwrap();
    let image = storage.snapshot();
    let file = small.workspace.archive().unwrap();
    clear(&storage);
    check_lost(&mut small.workspace, &small.ada, &["Speech"]);
    assert!(storage.snapshot().is_empty(), "nothing is written by itself");
    assert_eq!(small.workspace.archive().unwrap(), file, "the file comes from memory");

    small.workspace.write_back().unwrap();
    assert_eq!(storage.snapshot(), image);
    assert_eq!(small.workspace.health().read_only, None);
    small.workspace.dispatch(&small.ada, &[create_open("Vision")], at(10)).unwrap();
    assert_eq!(custom_names(&open(&storage, 'a', '9')), ["Speech", "Vision"]);
}

#[test]
fn an_intent_notices_that_the_storage_is_cleared() {
    for only in ["registrar:", "registrar:aaaaaaaaaa:", POINTER] {
        let storage = MemoryStore::new();
        let mut small = with_team(&storage);
        for key in storage.keys(only).unwrap() {
            storage.remove(&key).unwrap();
        }
        let answer = small.workspace.dispatch(&small.ada, &[create_open("Vision")], at(4));
        assert_eq!(answer, Err(DispatchError::ReadOnly(ReadOnly::Lost)), "{only}");
        assert_eq!(small.workspace.health().read_only, Some(ReadOnly::Lost), "{only}");
        small.workspace.write_back().unwrap();
        small.workspace.dispatch(&small.ada, &[create_open("Vision")], at(4)).unwrap();
        assert_eq!(custom_names(&open(&storage, 'a', '9')), ["Speech", "Vision"]);
    }
}

#[test]
fn a_pointer_that_vanishes_or_is_overwritten_is_lost_and_written_back() {
    for text in [None, Some(""), Some("garbage"), Some("{\"v\":1}")] {
        let storage = MemoryStore::new();
        let mut small = with_team(&storage);
        match text {
            None => storage.remove(POINTER).unwrap(),
            Some(text) => storage.set(POINTER, text).unwrap(),
        }
        check_lost(&mut small.workspace, &small.ada, &["Speech"]);
        assert_eq!(storage.get(POINTER), Ok(text.map(str::to_owned)));
        small.workspace.write_back().unwrap();
        assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('a'))));
        assert!(small.workspace.health().is_sound());
    }
}

#[test]
fn once_one_tab_writes_back_the_others_go_on_by_themselves() {
    let storage = MemoryStore::new();
    let mut small = with_team(&storage);
    let mut other = open(&storage, 'a', '1');
    clear(&storage);
    check_lost(&mut small.workspace, &small.ada, &["Speech"]);
    check_lost(&mut other, &small.ada, &["Speech"]);
    other.write_back().unwrap();
    assert!(small.workspace.refresh(&[]).unwrap());
    assert!(small.workspace.health().is_sound());
    small.workspace.dispatch(&small.ada, &[create_open("Vision")], at(4)).unwrap();
    other.refresh(&[]).unwrap();
    assert_eq!(other.organization(), small.workspace.organization());
}

#[test]
fn records_of_one_tab_are_offered_after_another_has_written_back() {
    let storage = MemoryStore::new();
    let small = with_team(&storage);
    let mut other = open(&storage, 'a', '1');
    let mut first = small.workspace;
    first.dispatch(&small.ada, &[add_person("tom", OrganizationRole::Member)], at(4)).unwrap();
    clear(&storage);
    first.refresh(&[]).unwrap();
    // The other tab has not heard of the last record.
    other.refresh(&[]).unwrap();
    other.write_back().unwrap();
    check_lost(&mut first, &small.ada, &["Speech"]);
    first.write_back().unwrap();
    other.refresh(&[]).unwrap();
    assert_eq!(other.organization(), first.organization());
    assert!(other.health().is_sound());
}

#[test]
fn values_lost_while_another_organization_is_current_are_written_back_as_an_earlier_workspace() {
    let storage = MemoryStore::new();
    let mut small = with_team(&storage);
    clear(&storage);
    let mut next = open(&storage, 'b', '2');
    next.found(&founding("Next"), at(5)).unwrap();
    next.make_current().unwrap();
    check_lost(&mut small.workspace, &small.ada, &["Speech"]);
    small.workspace.write_back().unwrap();
    assert_eq!(small.workspace.health().read_only, Some(ReadOnly::Moved));
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('b'))));
    assert_eq!(site(&storage).keys(), Ok(vec![key('a'), key('b')]));
    assert!(next.health().is_sound());
}

#[test]
fn a_workspace_that_a_person_has_deleted_is_not_lost() {
    let storage = MemoryStore::new();
    let mut small = with_team(&storage);
    let mut next = open(&storage, 'b', '2');
    next.found(&founding("Next"), at(5)).unwrap();
    next.make_current().unwrap();
    let mut deletions = deletions(&storage);
    assert_eq!(deletions.delete(key('a'), 6), Ok(true));
    deletions.remove_values(key('a'), 7).unwrap();
    small.workspace.refresh(&[]).unwrap();
    assert_eq!(small.workspace.health().read_only, Some(ReadOnly::Moved));
}

/// Clears the storage under a tab, and writes it back with this fault at a call of writing back. Answers whether there is
/// such a call.
fn check_fault(fault: Fault, call: usize) -> bool {
    let inner = MemoryStore::new();
    with_team(&inner);
    let image = inner.snapshot();
    let run = |storage: &Rc<FaultyStore<MemoryStore>>| {
        for (key, value) in &image {
            inner.set(key, value).unwrap();
        }
        let mut tab = open(storage, 'a', '1');
        clear(&inner);
        tab.refresh(&[]).unwrap();
        let before = storage.calls();
        (before, tab.write_back(), tab)
    };
    let healthy = Rc::new(FaultyStore::new(inner.clone()));
    let (before, answer, _) = run(&healthy);
    assert_eq!(answer, Ok(()));
    if before + call >= healthy.calls() {
        return false;
    }
    let faulty = Rc::new(FaultyStore::new(inner.clone()).with(fault, before + call, Span::Once));
    let (_, answer, mut tab) = run(&faulty);
    assert_eq!(custom_names(&tab), ["Speech"], "{fault:?} at {call}");
    if answer.is_err() {
        assert_eq!(tab.write_back(), Ok(()), "{fault:?} at {call}: it goes on");
    }
    assert_eq!(inner.snapshot(), image, "{fault:?} at {call}");
    assert!(tab.health().is_sound());
    true
}

#[test]
fn writing_back_over_a_fault_of_the_storage_loses_nothing_and_goes_on() {
    for fault in Fault::ALL {
        let calls = (0..).take_while(|call| check_fault(fault, *call)).count();
        assert!(calls > 8, "every value is set and read back");
    }
}

#[test]
fn a_full_storage_takes_nothing_back_and_the_tab_keeps_everything() {
    let inner = MemoryStore::new();
    with_team(&inner);
    let storage = Rc::new(FaultyStore::new(inner.clone()).with(Fault::Quota, 0, Span::Onwards));
    let mut tab = open(&storage, 'a', '1');
    clear(&inner);
    tab.refresh(&[]).unwrap();
    assert_eq!(tab.write_back(), Err(SwitchError::Storage(StorageError::Quota)));
    assert_eq!(tab.health().read_only, Some(ReadOnly::Lost));
    assert_eq!(custom_names(&tab), ["Speech"]);
}

#[test]
fn a_file_from_memory_opens_to_the_same_organization() {
    let storage = MemoryStore::new();
    let mut small = with_team(&storage);
    clear(&storage);
    small.workspace.refresh(&[]).unwrap();
    let text = small.workspace.archive().unwrap().to_text(key('a'), 5);
    Archive::parse(&text).unwrap().restore(&site(&storage), key('b')).unwrap();
    assert_eq!(open(&storage, 'b', '1').organization(), small.workspace.organization());
}

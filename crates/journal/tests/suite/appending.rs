//! The protocol of an append, one answer of the storage at a time.

use journal::{Change, Entry, Journal, KeyValue, MAX_CLOCK, MemoryStore, ReadOnly, RecordId, SaveError, StorageError};
use test_support::faults::{Fault, FaultyStore, Span};

use crate::support::{entry, id, ids, key, open, record, stored};

type Store = FaultyStore<MemoryStore>;

/// Opening takes one call, `keys`, when nothing is stored.
const LOOK: usize = 1;
const SET: usize = 2;
const READ_BACK: usize = 3;
const REMOVE: usize = 4;
const CONFIRM: usize = 5;

fn failing(script: &[(Fault, usize)]) -> Journal<Store> {
    let healthy = FaultyStore::new(MemoryStore::new());
    let store = script.iter().fold(healthy, |store, (fault, at)| store.with(*fault, *at, Span::Once));
    open(store, 'a')
}

/// Checks an append that fails, of which nothing stays, and that the next one gets the same number.
#[track_caller]
fn check_refused(script: &[(Fault, usize)], expected: SaveError) {
    let mut journal = failing(script);
    assert_eq!(journal.append(entry(0)), Err(expected));
    assert_eq!(journal.storage().inner().snapshot().len(), 0);
    assert_eq!(journal.records(), []);
    assert_eq!(journal.read_only(), None);
    assert_eq!(journal.append(entry(1)).unwrap().id, id("aaaaaaaaaa.0"));
}

/// Checks an append of which it cannot be told whether it stays.
#[track_caller]
fn check_unconfirmed(script: &[(Fault, usize)]) {
    let mut journal = failing(script);
    assert_eq!(journal.append(entry(0)), Err(SaveError::Unconfirmed(id("aaaaaaaaaa.0"))));
    assert_eq!(journal.records(), []);
    assert_eq!(journal.append(entry(1)), Err(SaveError::ReadOnly(ReadOnly::Unconfirmed)));
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.read_only(), Some(ReadOnly::Unconfirmed));
}

#[test]
fn an_append_looks_writes_once_and_reads_back() {
    let mut journal = failing(&[]);
    journal.append(entry(0)).unwrap();
    assert_eq!(journal.storage().calls(), READ_BACK + 1);
    assert_eq!(journal.storage().inner().snapshot().len(), 1);
}

#[test]
fn an_append_that_cannot_look_or_write_keeps_nothing() {
    check_refused(&[(Fault::Blocked, LOOK)], StorageError::Unavailable.into());
    check_refused(&[(Fault::Blocked, SET)], StorageError::Unavailable.into());
    check_refused(&[(Fault::Quota, SET)], StorageError::Quota.into());
}

#[test]
fn an_append_that_cannot_be_read_back_is_taken_back() {
    check_refused(&[(Fault::Blocked, READ_BACK)], StorageError::Unavailable.into());
    check_refused(&[(Fault::SilentLoss, SET)], SaveError::NotKept);
    check_refused(&[(Fault::StaleRead, READ_BACK)], SaveError::NotKept);
    check_refused(&[(Fault::Garbage, READ_BACK)], SaveError::NotKept);
}

#[test]
fn an_append_that_was_stored_although_the_storage_denies_it_is_taken_back() {
    check_refused(&[(Fault::FalseAlarm, SET)], StorageError::Unavailable.into());
    // There is one call less: after a failed `set` nothing is read back.
    check_refused(&[(Fault::FalseAlarm, SET), (Fault::FalseAlarm, REMOVE - 1)], StorageError::Unavailable.into());
}

#[test]
fn an_append_that_cannot_be_taken_back_for_certain_makes_the_journal_read_only() {
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::Blocked, REMOVE)]);
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::SilentLoss, REMOVE)]);
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::Blocked, CONFIRM)]);
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::StaleRead, CONFIRM)]);
    check_unconfirmed(&[(Fault::Quota, SET), (Fault::Blocked, CONFIRM - 1)]);
}

#[test]
fn a_record_of_unknown_fate_is_what_the_journal_says_it_is_once_opened_anew() {
    let mut journal = failing(&[(Fault::Garbage, READ_BACK), (Fault::SilentLoss, REMOVE)]);
    journal.append(entry(0)).unwrap_err();
    let mut reopened = open(journal.storage().inner().clone(), 'b');
    assert_eq!(ids(reopened.records()), ["aaaaaaaaaa.0"]);
    assert_eq!(reopened.append(entry(1)).unwrap().after, [id("aaaaaaaaaa.0")]);
}

#[test]
fn a_value_that_is_there_already_is_never_overwritten() {
    let store = MemoryStore::new();
    let mut journal = open(&store, 'a');
    store.set(&key("aaaaaaaaaa:0"), "someone else's").unwrap();
    assert_eq!(journal.append(entry(0)), Err(SaveError::Occupied));
    assert_eq!(store.get(&key("aaaaaaaaaa:0")), Ok(Some("someone else's".to_owned())));
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.append(entry(0)).unwrap().id, id("aaaaaaaaaa.1"));
}

#[test]
fn an_entry_without_actions_is_refused_before_anything_is_touched() {
    let mut journal = failing(&[]);
    let empty = Entry { actions: Vec::new(), ..entry(0) };
    assert_eq!(journal.append(empty), Err(SaveError::Empty));
    assert_eq!(journal.storage().calls(), LOOK);
}

#[test]
fn numbers_and_clocks_come_to_an_end() {
    let mut journal = open(stored(&[record("bbbbbbbbbb.0", MAX_CLOCK, &[])]), 'a');
    assert_eq!(journal.append(entry(0)), Err(SaveError::Exhausted));

    let last = RecordId { n: RecordId::MAX_N, ..id("aaaaaaaaaa.0") };
    let store = MemoryStore::new();
    let mut journal = open(&store, 'a');
    store.set(&key("aaaaaaaaaa:99999998"), "").unwrap();
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.append(entry(0)).unwrap().id, last);
    assert_eq!(journal.append(entry(1)), Err(SaveError::Exhausted));
}

#[test]
fn a_refresh_that_fails_changes_nothing() {
    let mut journal = failing(&[(Fault::Blocked, 2), (Fault::Blocked, 4)]);
    let other = record("bbbbbbbbbb.0", 1, &[]);
    journal.storage().inner().set(&key("aaaaaaaaaa:7"), "gone bad").unwrap();
    journal.storage().inner().set(&key("bbbbbbbbbb:0"), &other.encode()).unwrap();
    for _ in 0..2 {
        // The first answers `keys` and the first `get`; the second not even `keys`.
        assert_eq!(journal.refresh(&[]), Err(StorageError::Unavailable));
        assert_eq!(journal.records(), []);
        assert!(journal.findings().is_empty());
    }
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.records(), [other]);
}

#[test]
fn a_record_that_is_not_listed_but_found_is_not_dropped() {
    let mut journal = failing(&[(Fault::StaleRead, READ_BACK + 1)]);
    journal.append(entry(0)).unwrap();
    assert_eq!(journal.refresh(&[]), Ok(Change::Nothing));
    assert_eq!(ids(journal.records()), ["aaaaaaaaaa.0"]);
    assert_eq!(journal.storage().calls(), READ_BACK + 3, "the doubt took a `get`");
}

//! The protocol of an append, with a fault at each call.

use journal::{Change, Entry, Journal, KeyValue, MAX_CLOCK, MemoryStore, ReadOnly, RecordId, SaveError, StorageError};
use test_support::faults::{Fault, FaultyStore, Span};

use crate::support::{entry, id, ids, key, open, record, stored};

type Store = FaultyStore<MemoryStore>;

/// Call 0 is the `keys` of opening an empty store. The append starts with a `get`.
const CHECK_FREE: usize = 1;
const SET: usize = 2;
const READ_BACK: usize = 3;
const REMOVE: usize = 4;
const CONFIRM: usize = 5;

fn failing(script: &[(Fault, usize)]) -> Journal<Store> {
    let healthy = FaultyStore::new(MemoryStore::new());
    let store = script.iter().fold(healthy, |store, (fault, at)| store.with(*fault, *at, Span::Once));
    open(store, 'a')
}

/// Checks that an append fails without leaving a value, and that the next append gets the same number.
#[track_caller]
fn check_refused(script: &[(Fault, usize)], expected: SaveError) {
    let mut journal = failing(script);
    assert_eq!(journal.append(entry(0)), Err(expected));
    assert_eq!(journal.storage().inner().snapshot().len(), 0);
    assert_eq!(journal.records(), []);
    assert_eq!(journal.read_only(), None);
    assert_eq!(journal.append(entry(1)).unwrap().id, id("aaaaaaaaaa.0"));
}

/// Checks an append with an unknown outcome.
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
fn an_append_checks_the_key_writes_once_and_reads_back() {
    let mut journal = failing(&[]);
    journal.append(entry(0)).unwrap();
    assert_eq!(journal.storage().calls(), READ_BACK + 1);
    assert_eq!(journal.storage().inner().snapshot().len(), 1);
}

#[test]
fn an_append_that_cannot_check_the_key_or_write_stores_nothing() {
    check_refused(&[(Fault::Blocked, CHECK_FREE)], StorageError::Unavailable.into());
    check_refused(&[(Fault::Blocked, SET)], StorageError::Unavailable.into());
    check_refused(&[(Fault::Quota, SET)], StorageError::Quota.into());
}

#[test]
fn an_append_that_cannot_be_read_back_is_rolled_back() {
    check_refused(&[(Fault::Blocked, READ_BACK)], StorageError::Unavailable.into());
    check_refused(&[(Fault::SilentLoss, SET)], SaveError::NotPersisted);
    check_refused(&[(Fault::StaleRead, READ_BACK)], SaveError::NotPersisted);
    check_refused(&[(Fault::Garbage, READ_BACK)], SaveError::NotPersisted);
}

#[test]
fn an_append_that_was_stored_despite_an_error_is_rolled_back() {
    check_refused(&[(Fault::FalseAlarm, SET)], StorageError::Unavailable.into());
    // A failed `set` skips the call for reading back.
    check_refused(&[(Fault::FalseAlarm, SET), (Fault::FalseAlarm, REMOVE - 1)], StorageError::Unavailable.into());
}

#[test]
fn an_append_without_a_verified_rollback_makes_the_journal_read_only() {
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::Blocked, REMOVE)]);
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::SilentLoss, REMOVE)]);
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::Blocked, CONFIRM)]);
    check_unconfirmed(&[(Fault::Garbage, READ_BACK), (Fault::StaleRead, CONFIRM)]);
    check_unconfirmed(&[(Fault::Quota, SET), (Fault::Blocked, CONFIRM - 1)]);
}

#[test]
fn opening_again_settles_an_unknown_outcome() {
    let mut journal = failing(&[(Fault::Garbage, READ_BACK), (Fault::SilentLoss, REMOVE)]);
    journal.append(entry(0)).unwrap_err();
    let mut reopened = open(journal.storage().inner().clone(), 'b');
    assert_eq!(ids(reopened.records()), ["aaaaaaaaaa.0"]);
    assert_eq!(reopened.append(entry(1)).unwrap().after, [id("aaaaaaaaaa.0")]);
}

#[test]
fn an_existing_value_is_never_overwritten() {
    let store = MemoryStore::new();
    let mut journal = open(&store, 'a');
    store.set(&key("aaaaaaaaaa:0"), "someone else's").unwrap();
    assert_eq!(journal.append(entry(0)), Err(SaveError::Occupied));
    assert_eq!(store.get(&key("aaaaaaaaaa:0")), Ok(Some("someone else's".to_owned())));
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.append(entry(0)).unwrap().id, id("aaaaaaaaaa.1"));
}

#[test]
fn an_entry_without_actions_is_refused_without_a_call() {
    let mut journal = failing(&[]);
    let empty = Entry { actions: Vec::new(), ..entry(0) };
    assert_eq!(journal.append(empty), Err(SaveError::Empty));
    assert_eq!(journal.storage().calls(), CHECK_FREE);
}

#[test]
fn an_append_fails_when_numbers_or_clocks_are_exhausted() {
    let mut journal = open(stored(&[record("bbbbbbbbbb.0", MAX_CLOCK, &[])]), 'a');
    assert!(journal.is_exhausted());
    assert_eq!(journal.append(entry(0)), Err(SaveError::Exhausted));
    let journal = open(stored(&[record("bbbbbbbbbb.0", MAX_CLOCK - 1, &[])]), 'a');
    assert!(!journal.is_exhausted());

    let last = RecordId { n: RecordId::MAX_N, ..id("aaaaaaaaaa.0") };
    let store = MemoryStore::new();
    let mut journal = open(&store, 'a');
    store.set(&key("aaaaaaaaaa:99999998"), "").unwrap();
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.append(entry(0)).unwrap().id, last);
    assert_eq!(journal.append(entry(1)), Err(SaveError::Exhausted));
}

#[test]
fn a_clock_that_nothing_could_follow_is_unreadable_and_does_not_end_the_log() {
    for clock in [MAX_CLOCK + 1, i64::MAX as u64, 1 << 63, u64::MAX] {
        let invented = record("bbbbbbbbbb.0", clock, &["cccccccccc.0"]);
        let store = stored(&[record("cccccccccc.0", 1, &[]), invented.clone()]);
        let mut journal = open(store.clone(), 'a');
        let unreadable: Vec<_> =
            journal.findings().unreadable.iter().map(|one| (one.fault, one.text.clone())).collect();
        assert_eq!(unreadable, [(journal::Fault::Structure, invented.encode())], "{clock}");
        assert_eq!(journal.append(entry(0)).unwrap().clock, 2, "{clock}");
        assert_eq!(store.get(&key("bbbbbbbbbb:0")), Ok(Some(invented.encode())), "it stays as it is");
        assert_eq!(ids(open(store, 'd').records()), ["cccccccccc.0", "aaaaaaaaaa.0"]);
    }
}

#[test]
fn a_record_that_names_the_largest_numbers_does_not_end_the_log() {
    let store = stored(&[record("bbbbbbbbbb.99999999", 1, &["cccccccccc.99999999"])]);
    let mut journal = open(&store, 'a');
    assert_eq!(journal.append(entry(0)).unwrap().id, id("aaaaaaaaaa.0"));
    assert_eq!(open(&store, 'd').records().len(), 2);
}

#[test]
fn a_refresh_that_fails_changes_nothing() {
    let mut journal = failing(&[(Fault::Blocked, 2), (Fault::Blocked, 4)]);
    let other = record("bbbbbbbbbb.0", 1, &[]);
    journal.storage().inner().set(&key("aaaaaaaaaa:7"), "gone bad").unwrap();
    journal.storage().inner().set(&key("bbbbbbbbbb:0"), &other.encode()).unwrap();
    for _ in 0..2 {
        // The first refresh fails at the second `get`, the second refresh at `keys`.
        assert_eq!(journal.refresh(&[]), Err(StorageError::Unavailable));
        assert_eq!(journal.records(), []);
        assert!(journal.findings().is_empty());
    }
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.records(), [other]);
}

#[test]
fn a_record_missing_from_the_list_is_kept_if_its_key_has_a_value() {
    let mut journal = failing(&[(Fault::StaleRead, READ_BACK + 1)]);
    journal.append(entry(0)).unwrap();
    assert_eq!(journal.refresh(&[]), Ok(Change::Nothing));
    assert_eq!(ids(journal.records()), ["aaaaaaaaaa.0"]);
    assert_eq!(journal.storage().calls(), READ_BACK + 3, "the doubt took a `get`");
}

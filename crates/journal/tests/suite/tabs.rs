//! Several tabs over one store: they converge to the same log for any order of appends and refreshes.

use std::collections::BTreeSet;

use journal::{Change, Heads, Journal, KeyValue, MemoryStore, OpenError, Record, log_prefix, record_key};
use proptest::prelude::*;

use crate::support::{entry, heads_of, id, ids, key, open, property_config, record, stored, workspace, writer};

/// Refreshes, and checks the reported change.
#[track_caller]
fn refresh<S: KeyValue>(journal: &mut Journal<S>, touched: &[String]) -> Change {
    let before = journal.records().to_vec();
    let change = journal.refresh(touched).unwrap();
    let kept = match change {
        Change::Nothing => journal.records().len(),
        Change::Appended(count) => journal.records().len() - count,
        Change::Rewritten => return change,
    };
    assert_eq!(journal.records().get(..kept), Some(before.as_slice()));
    change
}

/// Checks the invariants of an undamaged log.
#[track_caller]
fn check_invariants<S: KeyValue>(journal: &Journal<S>) {
    assert!(journal.records().is_sorted_by(|earlier, later| earlier.order_key() < later.order_key()));
    assert_eq!(journal.heads(), &heads_of(journal.records()));
    assert!(journal.findings().is_empty(), "{:?}", journal.findings());
    for record in journal.records() {
        for parent in &record.after {
            let parent = journal.records().iter().find(|known| known.id == *parent).unwrap();
            assert!(parent.order_key() < record.order_key() && parent.clock < record.clock);
        }
    }
}

#[test]
fn the_first_record_has_no_parent_and_each_next_record_names_its_predecessor() {
    let mut journal = open(MemoryStore::new(), 'a');
    for mark in 0..3 {
        let next = journal.next_id();
        assert_eq!(journal.append(entry(mark)).unwrap().id, next);
    }
    let after: Vec<_> = journal.records().iter().map(|record| (record.clock, record.after.clone())).collect();
    assert_eq!(after, [(1, vec![]), (2, vec![id("aaaaaaaaaa.0")]), (3, vec![id("aaaaaaaaaa.1")])]);
    assert_eq!(journal.heads(), &BTreeSet::from([id("aaaaaaaaaa.2")]));
}

#[test]
fn a_refreshed_tab_finds_the_records_of_another_tab() {
    let store = MemoryStore::new();
    let (mut first, mut second) = (open(store.clone(), 'a'), open(store, 'b'));
    assert_eq!(refresh(&mut second, &[]), Change::Nothing);
    first.append(entry(0)).unwrap();
    first.append(entry(1)).unwrap();
    assert_eq!(refresh(&mut second, &[]), Change::Appended(2));
    assert_eq!(second.records(), first.records());
    assert_eq!(refresh(&mut second, &[key("aaaaaaaaaa:0")]), Change::Nothing);
}

#[test]
fn concurrent_records_make_two_heads_and_the_next_record_joins_them() {
    let store = MemoryStore::new();
    let (mut first, mut second) = (open(store.clone(), 'b'), open(store, 'a'));
    first.append(entry(0)).unwrap();
    second.append(entry(1)).unwrap();
    assert_eq!(refresh(&mut second, &[]), Change::Appended(1), "clocks are equal, so the writer decides");
    assert_eq!(refresh(&mut first, &[]), Change::Rewritten, "the new record comes first");
    assert_eq!(first.heads().len(), 2);
    let joined = first.append(entry(2)).unwrap();
    assert_eq!(joined.after, [id("aaaaaaaaaa.0"), id("bbbbbbbbbb.0")]);
    assert_eq!(joined.clock, 2);
    assert_eq!(first.heads().len(), 1);
}

#[test]
fn heads_tell_whether_an_author_knew_all_earlier_records() {
    let log = [
        record("aaaaaaaaaa.0", 1, &[]),
        record("aaaaaaaaaa.1", 2, &["aaaaaaaaaa.0"]),
        record("bbbbbbbbbb.0", 2, &["aaaaaaaaaa.0"]),
        record("aaaaaaaaaa.2", 3, &["aaaaaaaaaa.1"]),
        record("bbbbbbbbbb.1", 4, &["aaaaaaaaaa.2", "bbbbbbbbbb.0"]),
    ];
    let mut heads = Heads::new();
    let knew_all = log.each_ref().map(|record| {
        let knew_all = heads.are_parents_of(record);
        heads.advance(record);
        knew_all
    });
    assert_eq!(knew_all, [true, true, false, false, true]);
    assert_eq!(heads, log.iter().collect());
    assert_eq!(heads.set(), &heads_of(&log));
}

#[test]
fn a_record_that_was_named_before_it_was_added_is_not_a_head() {
    let log = [record("bbbbbbbbbb.0", 1, &["aaaaaaaaaa.0"]), record("aaaaaaaaaa.0", 2, &[])];
    let journal = open(stored(&log), 'z');
    assert_eq!(ids(journal.records()), ["bbbbbbbbbb.0", "aaaaaaaaaa.0"]);
    assert_eq!(journal.heads(), &heads_of(&log));
}

#[test]
fn a_writer_is_used_once() {
    let check = |store: &MemoryStore, letter, expected: Option<OpenError>| {
        let opened = Journal::open(store.clone(), workspace(), writer(letter));
        assert_eq!(opened.err(), expected);
    };
    let store = stored(&[record("aaaaaaaaaa.0", 2, &["bbbbbbbbbb.0"])]);
    store.set(&key("cccccccccc:zzz"), "").unwrap();
    check(&store, 'a', Some(OpenError::WriterTaken));
    check(&store, 'b', Some(OpenError::WriterTaken));
    check(&store, 'c', Some(OpenError::WriterTaken));
    check(&store, 'd', None);
}

#[test]
fn a_removed_record_is_dropped_and_its_number_is_not_reused() {
    let store = MemoryStore::new();
    let mut journal = open(store.clone(), 'a');
    journal.append(entry(0)).unwrap();
    journal.append(entry(1)).unwrap();
    store.remove(&key("aaaaaaaaaa:1")).unwrap();
    assert_eq!(refresh(&mut journal, &[]), Change::Rewritten);
    assert_eq!(ids(journal.records()), ["aaaaaaaaaa.0"]);
    assert_eq!(journal.next_id(), id("aaaaaaaaaa.2"));
    let missing = journal.findings().missing.clone();
    assert!(missing.iter().any(|gap| gap.contains(id("aaaaaaaaaa.1")) && gap.count() == 1));
    let next = journal.append(entry(2)).unwrap();
    assert_eq!((next.clock, next.after.as_slice()), (3, [id("aaaaaaaaaa.0")].as_slice()));
    assert_eq!(journal.findings().missing, missing);
}

#[test]
fn a_number_that_another_record_names_is_not_used() {
    let store = MemoryStore::new();
    let mut journal = open(&store, 'a');
    let other = record("bbbbbbbbbb.0", 1, &["aaaaaaaaaa.4"]);
    store.set(&record_key(workspace(), other.id), &other.encode()).unwrap();
    refresh(&mut journal, &[]);
    assert_eq!(journal.append(entry(0)).unwrap().id, id("aaaaaaaaaa.5"));
}

#[test]
fn a_changed_record_is_reread_if_its_key_is_touched() {
    let store = stored(&[record("aaaaaaaaaa.0", 1, &[])]);
    let mut journal = open(&store, 'z');
    let other = Record { at: 1, ..record("aaaaaaaaaa.0", 1, &[]) };
    store.set(&key("aaaaaaaaaa:0"), &other.encode()).unwrap();
    assert_eq!(refresh(&mut journal, &[]), Change::Nothing);
    assert_eq!(refresh(&mut journal, &[key("aaaaaaaaaa:0")]), Change::Rewritten);
    assert_eq!(journal.records(), [other]);
}

#[test]
fn keys_of_other_workspaces_and_apps_are_ignored() {
    let store = stored(&[record("aaaaaaaaaa.0", 1, &[])]);
    let foreign_key = log_prefix("0therspace".parse().unwrap()) + "aaaaaaaaaa:0";
    for key in [foreign_key.as_str(), "registrar:prefs", "registrar:w0rkspace0:log", "theme", ""] {
        store.set(key, "{\"v\":9}").unwrap();
    }
    let mut journal = open(&store, 'z');
    assert_eq!(refresh(&mut journal, &[foreign_key, "theme".to_owned()]), Change::Nothing);
    assert_eq!(ids(journal.records()), ["aaaaaaaaaa.0"]);
    check_invariants(&journal);
}

#[test]
fn a_copy_of_the_log_in_another_workspace_has_the_same_records() {
    let store = stored(&[record("aaaaaaaaaa.0", 1, &[]), record("aaaaaaaaaa.1", 2, &["aaaaaaaaaa.0"])]);
    let copy = "0therspace".parse().unwrap();
    for (key, value) in store.snapshot() {
        store.set(&key.replace(&log_prefix(workspace()), &log_prefix(copy)), &value).unwrap();
    }
    let copied = Journal::open(&store, copy, writer('z')).unwrap();
    assert_eq!(copied.records(), open(&store, 'z').records());
    assert!(copied.findings().is_empty());
}

proptest! {
    #![proptest_config(property_config(256))]

    #[test]
    fn tabs_converge_to_the_same_log_in_any_interleaving(steps in prop::collection::vec((0..3_usize, any::<bool>()), 0..40)) {
        let store = MemoryStore::new();
        let mut tabs = ['b', 'c', 'a'].map(|letter| open(store.clone(), letter));
        for (mark, (tab, appends)) in steps.into_iter().enumerate() {
            let tab = tabs.get_mut(tab).unwrap();
            if appends {
                tab.append(entry(mark)).unwrap();
            } else {
                refresh(tab, &[]);
            }
            check_invariants(tab);
        }
        let reopened = open(store, 'z');
        for tab in &mut tabs {
            refresh(tab, &[]);
            prop_assert_eq!(tab.records(), reopened.records());
            prop_assert_eq!(tab.heads(), reopened.heads());
        }
    }
}

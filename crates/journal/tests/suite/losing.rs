//! Values that storage loses while a journal is open are kept in memory, and put back.

use journal::{Change, Journal, KeyValue, MemoryStore, ReadOnly, Record, SaveError};

use crate::support::{entry, id, ids, key, open, record, stored};

/// Three records of two writers, in a line.
fn chain() -> Vec<Record> {
    vec![
        record("bbbbbbbbbb.0", 1, &[]),
        record("bbbbbbbbbb.1", 2, &["bbbbbbbbbb.0"]),
        record("cccccccccc.0", 3, &["bbbbbbbbbb.1"]),
    ]
}

fn remove_all(store: &MemoryStore) {
    for key in store.snapshot().keys() {
        store.remove(key).unwrap();
    }
}

fn lost(journal: &Journal<&MemoryStore>) -> Vec<String> {
    journal.lost().iter().cloned().collect()
}

#[test]
fn records_that_vanish_are_kept_and_nothing_follows_them() {
    let store = stored(&chain());
    store.set(&key("damaged"), "gone bad").unwrap();
    let image = store.snapshot();
    let mut journal = open(&store, 'a');
    remove_all(&store);
    assert_eq!(journal.refresh_keeping(&[]), Ok(Change::Nothing));
    assert_eq!(journal.records(), chain());
    assert_eq!(lost(&journal), image.keys().cloned().collect::<Vec<_>>());
    assert_eq!(journal.read_only(), Some(ReadOnly::Lost));
    assert_eq!(journal.append(entry(0)), Err(SaveError::ReadOnly(ReadOnly::Lost)));
    assert_eq!(journal.values().collect::<std::collections::BTreeMap<_, _>>(), image);
    assert!(store.snapshot().is_empty(), "nothing is written without being asked for");

    journal.put_back(|_| true).unwrap();
    assert_eq!(journal.refresh_keeping(&[]), Ok(Change::Nothing));
    assert_eq!((store.snapshot(), journal.read_only()), (image, None));
    assert_eq!(journal.append(entry(0)).unwrap().after, [id("cccccccccc.0")]);
}

#[test]
fn records_that_vanish_one_by_one_are_all_kept_in_any_order() {
    let names = ["bbbbbbbbbb:0", "bbbbbbbbbb:1", "cccccccccc:0"];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let store = stored(&chain());
        let image = store.snapshot();
        let mut journal = open(&store, 'a');
        for index in order {
            store.remove(&key(names[index])).unwrap();
            journal.refresh_keeping(&[key(names[index])]).unwrap();
        }
        assert_eq!(journal.records(), chain(), "{order:?}");
        assert_eq!(journal.lost().len(), 3);
        journal.put_back(|_| true).unwrap();
        journal.refresh_keeping(&[]).unwrap();
        assert_eq!((store.snapshot(), journal.read_only()), (image, None), "{order:?}");
    }
}

#[test]
fn a_removal_that_arrives_after_the_rest_was_put_back_is_a_loss_too() {
    let store = stored(&chain());
    let mut journal = open(&store, 'a');
    store.remove(&key("bbbbbbbbbb:0")).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    journal.put_back(|_| true).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    assert_eq!(journal.read_only(), None);
    store.remove(&key("bbbbbbbbbb:1")).unwrap();
    assert_eq!(journal.refresh_keeping(&[]), Ok(Change::Nothing));
    assert_eq!(lost(&journal), [key("bbbbbbbbbb:1")]);
}

#[test]
fn a_dropped_record_that_another_tab_puts_back_is_no_loss_any_more() {
    let store = stored(&chain());
    let image = store.snapshot();
    let mut journal = open(&store, 'a');
    let name = key("bbbbbbbbbb:1");
    store.remove(&name).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    store.set(&name, &image[&name]).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    assert_eq!(journal.records(), chain());
    store.remove(&key("cccccccccc:0")).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    assert_eq!((lost(&journal), journal.read_only()), (vec![], None));
}

#[test]
fn a_single_later_record_is_no_loss() {
    let store = stored(&chain());
    let mut journal = open(&store, 'a');
    store.remove(&key("cccccccccc:0")).unwrap();
    assert_eq!(journal.refresh_keeping(&[]), Ok(Change::Rewritten));
    assert_eq!(ids(journal.records()), ["bbbbbbbbbb.0", "bbbbbbbbbb.1"]);
    assert_eq!(journal.read_only(), None);
}

#[test]
fn records_of_other_tabs_are_read_while_records_are_lost() {
    let store = stored(&chain());
    let mut journal = open(&store, 'a');
    store.remove(&key("bbbbbbbbbb:0")).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    let next = record("dddddddddd.0", 4, &["cccccccccc.0"]);
    store.set(&key("dddddddddd:0"), &next.encode()).unwrap();
    assert_eq!(journal.refresh_keeping(&[]), Ok(Change::Appended(1)));
    assert_eq!(lost(&journal), [key("bbbbbbbbbb:0")]);
}

#[test]
fn records_that_another_tab_does_not_put_back_stay_lost() {
    let store = stored(&chain());
    let image = store.snapshot();
    let mut journal = open(&store, 'a');
    remove_all(&store);
    journal.refresh_keeping(&[]).unwrap();
    // The last one alone would be no loss otherwise.
    for name in ["bbbbbbbbbb:0", "bbbbbbbbbb:1"] {
        store.set(&key(name), &image[&key(name)]).unwrap();
    }
    assert_eq!(journal.refresh_keeping(&[]), Ok(Change::Nothing));
    assert_eq!(lost(&journal), [key("cccccccccc:0")]);
    store.set(&key("cccccccccc:0"), &image[&key("cccccccccc:0")]).unwrap();
    journal.refresh_keeping(&[]).unwrap();
    assert_eq!(journal.read_only(), None);
}

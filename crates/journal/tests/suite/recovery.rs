//! Unreadable values and missing records: they are reported and left unchanged, and the rest of the log opens.

use std::collections::BTreeMap;

use journal::{Change, Fault, Findings, Gap, KeyValue, MemoryStore, ReadOnly, RecordId, SaveError, Unreadable};

use crate::support::{entry, ids, key, open, open_image, record, stored, writer};

/// Opens a log of two valid records and one unreadable value, and checks the report about that value.
#[track_caller]
fn check_value(rest: &str, text: &str, fault: Fault) {
    let healthy = [record("aaaaaaaaaa.0", 1, &[]), record("aaaaaaaaaa.1", 2, &["aaaaaaaaaa.0"])];
    let mut image = stored(&healthy).snapshot();
    image.insert(key(rest), text.to_owned());
    let journal = open_image(&image);
    assert_eq!(journal.records(), healthy);
    let Findings { unreadable, newer, missing } = journal.findings();
    let found: Vec<_> = unreadable.iter().chain(newer).collect();
    assert_eq!(found, [&Unreadable { key: key(rest), text: text.to_owned(), fault }]);
    assert_eq!(missing, &[]);
    assert_eq!(journal.storage().snapshot(), image);
}

/// Opens a log of these records, and checks its gaps as (writer, first, last).
#[track_caller]
fn check_missing(records: &[(&str, &[&str])], expected: &[(char, u32, u32)]) {
    let records: Vec<_> = (1..).zip(records).map(|(clock, (id, after))| record(id, clock, after)).collect();
    let gap = |(letter, first, last): &(char, u32, u32)| Gap { writer: writer(*letter), first: *first, last: *last };
    let expected: Vec<_> = expected.iter().map(gap).collect();
    assert_eq!(open(stored(&records), 'z').findings().missing, expected);
}

#[test]
fn a_foreign_key_is_kept_and_reported() {
    let value = record("bbbbbbbbbb.0", 1, &[]).encode();
    for rest in [
        "",
        ":",
        "zzz",
        "bbbbbbbbbb",
        "bbbbbbbbbb:",
        "bbbbbbbbbb:00",
        "bbbbbbbbbb:+1",
        "bbbbbbbbbb:-1",
        "bbbbbbbbbb: 1",
        "bbbbbbbbbb:100000000",
        "bbbbbbbbbb:99999999999999999999",
        "bbbbbbbbbb.0",
        "BBBBBBBBBB:0",
        "bbbbbbbbbb:0:0",
        "é:0",
    ] {
        check_value(rest, &value, Fault::Key);
        check_value(rest, "gone bad", Fault::Key);
        check_value(rest, "{\"v\":2}", Fault::Newer { version: 2 });
    }
}

#[test]
fn an_unreadable_value_is_kept_and_reported() {
    check_value("bbbbbbbbbb:0", "", Fault::Syntax);
    check_value("bbbbbbbbbb:0", "{}", Fault::Version);
    check_value("bbbbbbbbbb:0", &record("aaaaaaaaaa.0", 1, &[]).encode(), Fault::Checksum);
    check_value("bbbbbbbbbb:0", &record("bbbbbbbbbb.0", 0, &[]).encode(), Fault::Structure);
    check_value("bbbbbbbbbb:0", "{\"v\":2}", Fault::Newer { version: 2 });
}

#[test]
fn an_unreadable_value_does_not_prevent_an_append() {
    let store = stored(&[record("aaaaaaaaaa.0", 1, &[])]);
    store.set(&key("aaaaaaaaaa:1"), "gone bad").unwrap();
    let mut journal = open(&store, 'b');
    assert_eq!(journal.read_only(), None);
    journal.append(entry(0)).unwrap();
    assert_eq!(store.get(&key("aaaaaaaaaa:1")), Ok(Some("gone bad".to_owned())));
    assert_eq!(ids(open(&store, 'c').records()), ["aaaaaaaaaa.0", "bbbbbbbbbb.0"]);
}

#[test]
fn a_touched_key_is_read_again() {
    let store = MemoryStore::new();
    store.set(&key("aaaaaaaaaa:0"), "gone bad").unwrap();
    let mut journal = open(&store, 'z');
    store.set(&key("aaaaaaaaaa:0"), &record("aaaaaaaaaa.0", 1, &[]).encode()).unwrap();
    assert_eq!(journal.refresh(&[key("aaaaaaaaaa:0")]), Ok(Change::Appended(1)));
    assert!(journal.findings().is_empty());
    store.set(&key("aaaaaaaaaa:0"), "gone bad").unwrap();
    assert_eq!(journal.refresh(&[key("aaaaaaaaaa:0")]), Ok(Change::Rewritten));
    assert_eq!(journal.findings().unreadable.len(), 1);
}

#[test]
fn a_newer_record_makes_the_journal_read_only_until_it_is_removed() {
    let store = stored(&[record("aaaaaaaaaa.0", 1, &[])]);
    let mut journal = open(&store, 'b');
    store.set(&key("cccccccccc:0"), "{\"v\":2}").unwrap();
    assert_eq!(open(&store, 'd').read_only(), Some(ReadOnly::Newer));
    assert_eq!(journal.refresh(&[]), Ok(Change::Nothing));
    assert_eq!(journal.read_only(), Some(ReadOnly::Newer));
    let before = store.snapshot();
    assert_eq!(journal.append(entry(0)), Err(SaveError::ReadOnly(ReadOnly::Newer)));
    assert_eq!(store.snapshot(), before);
    store.remove(&key("cccccccccc:0")).unwrap();
    journal.refresh(&[]).unwrap();
    assert_eq!(journal.read_only(), None);
}

#[test]
fn gaps_in_the_numbers_of_a_writer_are_missing_records() {
    check_missing(&[("aaaaaaaaaa.0", &[]), ("aaaaaaaaaa.1", &[])], &[]);
    check_missing(&[("aaaaaaaaaa.2", &[])], &[('a', 0, 1)]);
    check_missing(
        &[("aaaaaaaaaa.0", &[]), ("aaaaaaaaaa.2", &[]), ("aaaaaaaaaa.10", &[]), ("bbbbbbbbbb.1", &[])],
        &[('a', 1, 1), ('a', 3, 9), ('b', 0, 0)],
    );
}

#[test]
fn a_named_record_and_its_predecessors_are_missing() {
    check_missing(&[("aaaaaaaaaa.0", &["bbbbbbbbbb.0"])], &[('b', 0, 0)]);
    check_missing(
        &[("aaaaaaaaaa.0", &[]), ("bbbbbbbbbb.0", &["aaaaaaaaaa.3", "cccccccccc.1"])],
        &[('a', 1, 3), ('c', 0, 1)],
    );
}

#[test]
fn a_huge_number_is_one_gap() {
    check_missing(&[("aaaaaaaaaa.99999999", &["bbbbbbbbbb.99999999"])], &[('a', 0, 99_999_998), ('b', 0, 99_999_999)]);
    let image = BTreeMap::from([(key("aaaaaaaaaa:99999999"), "gone bad".to_owned())]);
    let missing = open_image(&image).findings().missing.clone();
    assert_eq!(missing.iter().map(Gap::count).collect::<Vec<_>>(), [u64::from(RecordId::MAX_N)]);
}

#[test]
fn an_unreadable_record_is_not_missing() {
    let store = stored(&[record("aaaaaaaaaa.1", 2, &["aaaaaaaaaa.0", "bbbbbbbbbb.0"])]);
    store.set(&key("aaaaaaaaaa:0"), "gone bad").unwrap();
    store.set(&key("bbbbbbbbbb:0"), "{\"v\":2}").unwrap();
    assert_eq!(open(store, 'z').findings().missing, []);
}

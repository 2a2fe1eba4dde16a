//! Randomly damaged logs: they open, every value is accounted for, and the storage stays unchanged.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use journal::{Change, Journal, KeyValue, MemoryStore, ReadOnly, Record, SaveError, log_prefix};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{Image, entry, heads_of, key, open, property_config, workspace};

/// The log of three tabs that were refreshed now and then.
static HEALTHY: LazyLock<Image> = LazyLock::new(|| {
    let store = MemoryStore::new();
    let mut tabs = ['a', 'b', 'c'].map(|letter| open(store.clone(), letter));
    for mark in 0..15 {
        let tab = tabs.get_mut(mark * 2 % 5 % 3).unwrap();
        if mark % 2 == 0 {
            tab.refresh(&[]).unwrap();
        }
        tab.append(entry(mark)).unwrap();
    }
    store.snapshot()
});

#[derive(Debug, Clone)]
enum Damage {
    Cut(Index, Index),
    Replace(Index, Index, char),
    Swap(Index, Index),
    Delete(Index),
    Duplicate(Index, String),
    Overwrite(Index, String),
}

fn any_damage() -> impl Strategy<Value = Damage> {
    let letter = prop_oneof![any::<char>(), prop::char::range(' ', '~')];
    let rest = prop_oneof!["[abcd]", "(a{10}|d{10}):[0-9]{1,9}", any::<String>(),];
    let text = prop_oneof![any::<String>(), Just(r#"{"v":2}"#.to_owned())];
    let index = any::<Index>;
    prop_oneof![
        (index(), index()).prop_map(|(place, end)| Damage::Cut(place, end)),
        (index(), index(), letter).prop_map(|(place, at, letter)| Damage::Replace(place, at, letter)),
        (index(), index()).prop_map(|(first, second)| Damage::Swap(first, second)),
        index().prop_map(Damage::Delete),
        (index(), rest).prop_map(|(place, rest)| Damage::Duplicate(place, rest)),
        (index(), text).prop_map(|(place, text)| Damage::Overwrite(place, text)),
    ]
}

/// Damages the image, and returns the affected keys.
fn apply_damage(damage: Damage, image: &mut Image) -> Vec<String> {
    let keys: Vec<String> = image.keys().cloned().collect();
    if keys.is_empty() {
        return Vec::new();
    }
    let pick = |index: &Index| index.get(&keys).clone();
    let value = |image: &Image, key: &String| image.get(key).cloned().unwrap();
    match damage {
        Damage::Cut(place, end) => {
            let key = pick(&place);
            let text = value(image, &key);
            let end = end.index(text.chars().count() + 1);
            image.insert(key.clone(), text.chars().take(end).collect());
            vec![key]
        }
        Damage::Replace(place, at, letter) => {
            let key = pick(&place);
            let mut letters: Vec<char> = value(image, &key).chars().collect();
            if !letters.is_empty() {
                *at.get_mut(&mut letters) = letter;
            }
            image.insert(key.clone(), letters.into_iter().collect());
            vec![key]
        }
        Damage::Swap(first, second) => {
            let (first, second) = (pick(&first), pick(&second));
            let (first_value, second_value) = (value(image, &first), value(image, &second));
            image.insert(first.clone(), second_value);
            image.insert(second.clone(), first_value);
            vec![first, second]
        }
        Damage::Delete(place) => {
            image.remove(&pick(&place));
            vec![pick(&place)]
        }
        Damage::Duplicate(place, rest) => {
            image.insert(key(&rest), value(image, &pick(&place)));
            vec![key(&rest)]
        }
        Damage::Overwrite(place, text) => {
            image.insert(pick(&place), text);
            vec![pick(&place)]
        }
    }
}

#[track_caller]
fn check_accounted_for(journal: &Journal<MemoryStore>, image: &Image) {
    let findings = journal.findings();
    let read = journal.records().iter().map(|record| journal::record_key(workspace(), record.id));
    let unread = findings.unreadable.iter().chain(&findings.newer);
    let mut accounted: Vec<_> = read.chain(unread.clone().map(|value| value.key.clone())).collect();
    accounted.sort_unstable();
    let stored = image.keys().filter(|key| key.starts_with(&log_prefix(workspace())));
    assert_eq!(accounted, stored.cloned().collect::<Vec<_>>());
    for value in unread {
        assert_eq!(image.get(&value.key), Some(&value.text));
    }
    for record in journal.records() {
        // In these logs, only the original values under their original keys pass the checksum.
        assert_eq!(HEALTHY.get(&journal::record_key(workspace(), record.id)), Some(&record.encode()));
        assert!(!findings.missing.iter().any(|gap| gap.contains(record.id)));
    }
    let present: BTreeSet<_> = journal.records().iter().map(|record| record.id).collect();
    for parent in journal.records().iter().flat_map(|record| &record.after) {
        let unread = image.contains_key(&journal::record_key(workspace(), *parent));
        let missing = findings.missing.iter().any(|gap| gap.contains(*parent));
        assert!(present.contains(parent) || unread || missing);
    }
    assert_eq!(journal.heads(), &heads_of(journal.records()));
}

proptest! {
    #![proptest_config(property_config(2000))]

    #[test]
    fn a_damaged_log_opens_untouched_and_every_value_is_accounted_for(
        damages in prop::collection::vec(any_damage(), 1..6),
    ) {
        let mut image = HEALTHY.clone();
        for damage in damages {
            apply_damage(damage, &mut image);
        }
        let store = MemoryStore::from_snapshot(image.clone());
        let mut journal = open(store.clone(), 'z');
        prop_assert_eq!(store.snapshot(), image.clone());
        check_accounted_for(&journal, &image);

        match journal.append(entry(99)) {
            Ok(record) => {
                let key = journal::record_key(workspace(), record.id);
                prop_assert!(image.insert(key, record.encode()).is_none());
            }
            Err(error) => prop_assert_eq!(error, SaveError::ReadOnly(ReadOnly::Newer)),
        }
        prop_assert_eq!(store.snapshot(), image);
    }
}

proptest! {
    #![proptest_config(property_config(256))]

    #[test]
    fn a_refreshed_journal_of_a_damaged_log_equals_a_reopened_one(
        damages in prop::collection::vec(any_damage(), 1..12),
    ) {
        let store = MemoryStore::from_snapshot(HEALTHY.clone());
        let mut image = HEALTHY.clone();
        let mut journal = open(store.clone(), 'y');
        for damage in damages {
            let touched = apply_damage(damage, &mut image);
            for key in &touched {
                match image.get(key) {
                    Some(value) => store.set(key, value).unwrap(),
                    None => store.remove(key).unwrap(),
                }
            }
            let before = journal.records().to_vec();
            let change = journal.refresh(&touched).unwrap();
            let reopened = open(store.clone(), 'z');
            prop_assert_eq!(journal.records(), reopened.records());
            prop_assert_eq!(journal.heads(), reopened.heads());
            prop_assert_eq!(journal.findings(), reopened.findings());
            prop_assert_eq!(change == Change::Nothing, journal.records() == before);
            prop_assert!(journal.records().is_sorted_by_key(Record::order_key));
        }
    }
}

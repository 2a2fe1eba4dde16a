//! The guarantee, under every fault at every call: after opening again, every acknowledged record exists, no refused entry
//! exists, and the earlier values are unchanged.

use std::rc::Rc;

use journal::{Journal, MemoryStore, Record, SaveError};
use test_support::faults::{Fault, FaultyStore, Span};

use crate::support::{Image, entry, key, open, record, stored, workspace, writer};

type Store = Rc<FaultyStore<MemoryStore>>;
type Script<'a> = &'a [(Fault, usize, Span)];

/// The results of a scenario's appends.
struct Session {
    store: Store,
    acknowledged: Vec<Record>,
    refused: Vec<usize>,
    marks: usize,
}

/// One tab, or `None` if its journal could not be opened.
struct Tab(Option<Journal<Store>>);

impl Session {
    fn open(&self, letter: char) -> Tab {
        Tab(Journal::open(self.store.clone(), workspace(), writer(letter)).ok())
    }

    fn append(&mut self, Tab(journal): &mut Tab) {
        let Some(journal) = journal else { return };
        let mark = self.marks;
        self.marks += 1;
        let before = journal.records().to_vec();
        match journal.append(entry(mark)).cloned() {
            Ok(record) => {
                let after: Vec<_> = before.into_iter().chain([record.clone()]).collect();
                assert_eq!(journal.records(), after);
                self.acknowledged.push(record);
            }
            Err(error) => {
                assert_eq!(journal.records(), before);
                if !matches!(error, SaveError::Unconfirmed(_)) {
                    self.refused.push(mark);
                }
            }
        }
    }

    fn refresh(&self, Tab(journal): &mut Tab) {
        if let Some(journal) = journal {
            let _ = journal.refresh(&[key("aaaaaaaaaa:0"), key("bbbbbbbbbb:0")]);
        }
    }
}

fn one_tab(session: &mut Session) {
    let mut tab = session.open('a');
    session.append(&mut tab);
    session.append(&mut tab);
    session.refresh(&mut tab);
    session.append(&mut tab);
}

fn two_tabs(session: &mut Session) {
    let (mut first, mut second) = (session.open('a'), session.open('b'));
    session.append(&mut first);
    session.append(&mut second);
    session.refresh(&mut first);
    session.append(&mut first);
    session.refresh(&mut second);
    session.append(&mut second);
    session.refresh(&mut first);
    session.append(&mut first);
}

fn reopened_tabs(session: &mut Session) {
    for letter in ['a', 'b', 'c'] {
        let mut tab = session.open(letter);
        session.append(&mut tab);
        session.append(&mut tab);
    }
}

/// The storage before each scenario: records, unreadable values and foreign keys.
fn initial_image() -> Image {
    let mut image = stored(&[record("pppppppppp.0", 1, &[]), record("qqqqqqqqqq.0", 2, &["pppppppppp.0"])]).snapshot();
    image.insert(key("pppppppppp:1"), "gone bad".to_owned());
    image.insert(key("odd"), String::new());
    image.insert("theme".to_owned(), "dark".to_owned());
    image
}

/// Runs the scenario on a store with these faults, checks the guarantee, and returns the number of calls.
#[track_caller]
fn check(scenario: fn(&mut Session), script: Script) -> usize {
    let store = MemoryStore::from_snapshot(initial_image());
    let faulty =
        script.iter().fold(FaultyStore::new(store.clone()), |store, (fault, at, span)| store.with(*fault, *at, *span));
    let mut session = Session { store: Rc::new(faulty), acknowledged: vec![], refused: vec![], marks: 0 };
    scenario(&mut session);

    let image = store.snapshot();
    for (key, value) in initial_image() {
        assert_eq!(image.get(&key), Some(&value), "{script:?} changed {key}");
    }
    let reopened = open(store.clone(), 'z');
    for record in &session.acknowledged {
        assert!(reopened.records().contains(record), "{script:?} lost {record:?}");
    }
    for mark in &session.refused {
        let text = format!("\"mark\":{mark}}}");
        assert!(!image.values().any(|value| value.contains(&text)), "{script:?} brought back {mark}");
    }
    assert_eq!(store.snapshot(), image);
    session.store.calls()
}

#[track_caller]
fn check_every_fault(scenario: fn(&mut Session)) {
    for call in 0..check(scenario, &[]) {
        for fault in Fault::ALL {
            for span in Span::ALL {
                check(scenario, &[(fault, call, span)]);
            }
        }
    }
}

#[test]
fn a_store_without_faults_refuses_nothing() {
    for scenario in [one_tab, two_tabs, reopened_tabs] {
        let store = Rc::new(FaultyStore::new(MemoryStore::from_snapshot(initial_image())));
        let mut session = Session { store, acknowledged: vec![], refused: vec![], marks: 0 };
        scenario(&mut session);
        assert_eq!(session.acknowledged.len(), session.marks);
    }
}

#[test]
fn one_tab_keeps_the_guarantee_under_every_fault() {
    check_every_fault(one_tab);
}

#[test]
fn two_tabs_keep_the_guarantee_under_every_fault() {
    check_every_fault(two_tabs);
}

#[test]
fn reopened_tabs_keep_the_guarantee_under_every_fault() {
    check_every_fault(reopened_tabs);
}

/// Two faults are the limit. No program can detect three certain faults: the storage denies a successful write, silently
/// skips the removal, and then hides the record.
#[test]
fn one_tab_keeps_the_guarantee_under_any_two_faults() {
    // Failed appends need more calls than successful ones.
    let calls = check(one_tab, &[]) + 4;
    for first in 0..calls {
        for second in first + 1..calls {
            for first_fault in Fault::ALL {
                for second_fault in Fault::ALL {
                    check(one_tab, &[(first_fault, first, Span::Once), (second_fault, second, Span::Once)]);
                }
            }
        }
    }
}

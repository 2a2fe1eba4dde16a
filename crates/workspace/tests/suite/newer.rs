//! When nothing may be written: records of a newer program, a pointer that moved, an intent whose fate is open.

use std::rc::Rc;

use journal::{Entry, Journal, KeyValue, MemoryStore, SaveError};
use test_support::faults::{Fault, FaultyStore, Span};
use workspace::{Archive, Current, DispatchError, Outcome, ReadOnly, Workspace};

use crate::support::*;

/// Appends the record of a newer program: valid, with an action that this program does not know.
fn append_unknown(storage: &MemoryStore, action: &str) {
    let mut journal = Journal::open(storage.clone(), key('a'), writer('z')).unwrap();
    let actions = vec![action.parse().unwrap()];
    let founder = "0000000000.0.0".to_owned();
    journal.append(Entry { at: 8, by: founder, via: "interface".to_owned(), actions }).unwrap();
}

/// A record in a newer version of the form.
fn put_newer(storage: &MemoryStore) {
    storage.set("registrar:aaaaaaaaaa:log:zzzzzzzzzz:0", r#"{"v":2,"whatever":"comes"}"#).unwrap();
}

#[track_caller]
fn check_read_only<S: KeyValue + Clone>(workspace: &mut Workspace<S>, small: &domain::AccountId, why: ReadOnly) {
    let organization = workspace.organization().cloned();
    assert_eq!(workspace.health().read_only, Some(why));
    assert!(!workspace.health().is_sound());
    let answer = workspace.dispatch(small, &[create_open("Refused")], at(9));
    assert_eq!(answer, Err(DispatchError::ReadOnly(why)));
    assert_eq!(workspace.found(&founding("Refused"), at(9)), Err(DispatchError::ReadOnly(why)));
    assert_eq!(workspace.organization(), organization.as_ref());
}

/// Every record of a newer program is left alone, counted, kept from being built upon, and part of the archive.
#[track_caller]
fn check_newer(write: impl Fn(&MemoryStore)) {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut told = open(&storage, 'a', '1');
    write(&storage);
    let image = storage.snapshot();

    let mut anew = open(&storage, 'a', '2');
    assert_eq!(anew.organization(), small.workspace.organization());
    assert_eq!(anew.health().newer, 1);
    check_read_only(&mut anew, &small.ada, ReadOnly::Newer);
    assert!(told.refresh(&[]).unwrap(), "there is something to be told of");
    assert!(!told.refresh(&[]).unwrap());
    check_read_only(&mut told, &small.ada, ReadOnly::Newer);
    // This one only hears of it when it looks, right before it would write.
    let untold = small.workspace.dispatch(&small.ada, &[create_open("Refused")], at(9));
    assert_eq!(untold, Err(DispatchError::ReadOnly(ReadOnly::Newer)));
    check_read_only(&mut small.workspace, &small.ada, ReadOnly::Newer);

    assert_eq!(storage.snapshot(), image);
    let archive = Archive::of(&site(&storage), key('a')).unwrap();
    let elsewhere = MemoryStore::new();
    archive.restore(&site(&elsewhere), key('a')).unwrap();
    assert!(elsewhere.snapshot().into_iter().all(|(key, value)| image.get(&key) == Some(&value)));
    assert_eq!(elsewhere.snapshot().len(), image.len() - 1, "all but the pointer");
}

#[test]
fn over_a_record_of_a_newer_form_nothing_is_written() {
    check_newer(put_newer);
}

#[test]
fn over_an_action_that_is_not_understood_nothing_is_written() {
    for action in [
        r#"{"paint_registry":{"registry":"models","color":"blue"}}"#,
        r#"{"add_team":{"name":"platform","color":"blue"}}"#,
        r#"{"create_registry":{"name":"a","description":"","visibility":"secret","accepts":"all"}}"#,
        r#""nothing""#,
    ] {
        check_newer(|storage| append_unknown(storage, action));
    }
}

#[test]
fn a_founding_among_other_actions_is_not_understood() {
    let found = r#"{"found":{"organization":"a","name":"b","username":"c","email":"d@e"}}"#;
    let storage = MemoryStore::new();
    let mut journal = Journal::open(storage.clone(), key('a'), writer('z')).unwrap();
    let actions = [found, found].map(|text| text.parse().unwrap()).into();
    journal.append(Entry { at: 1, by: "b".to_owned(), via: "interface".to_owned(), actions }).unwrap();
    let workspace = open(&storage, 'a', '0');
    assert_eq!(workspace.organization(), None);
    assert_eq!(workspace.outcomes().iter().map(|(_, outcome)| outcome).collect::<Vec<_>>(), [&Outcome::NotUnderstood]);
}

#[test]
fn a_second_founding_changes_nothing() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    append_unknown(&storage, r#"{"found":{"organization":"a","name":"b","username":"c","email":"d@e"}}"#);
    let anew = open(&storage, 'a', '1');
    assert_eq!(anew.organization(), small.workspace.organization());
    assert!(matches!(anew.outcomes().last(), Some((_, Outcome::Overtaken(_)))));
}

#[test]
fn a_tab_whose_workspace_is_no_longer_current_stops_writing() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut opened = open(&storage, 'a', '1');
    let mut next = open(&storage, 'b', '2');
    next.found(&founding("Next"), at(5)).unwrap();
    next.make_current().unwrap();
    let image = storage.snapshot();
    check_read_only(&mut small.workspace, &small.ada, ReadOnly::Moved);
    check_read_only(&mut opened, &small.ada, ReadOnly::Moved);
    assert_eq!(storage.snapshot(), image);
    assert!(next.health().is_sound());
    small.workspace.make_current().unwrap();
    assert!(small.workspace.health().is_sound());
    small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(6)).unwrap();
    assert_eq!(next.health().read_only, Some(ReadOnly::Moved));
}

#[test]
fn a_pointer_to_no_workspace_has_moved() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    storage.set("registrar:current:/", "none").unwrap();
    check_read_only(&mut small.workspace, &small.ada, ReadOnly::Moved);
}

#[test]
fn a_workspace_that_was_never_current_may_be_written() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let mut next = open(&storage, 'b', '1');
    let ada = next.found(&founding("Next"), at(5)).unwrap();
    next.dispatch(&ada, &[create_open("Speech")], at(6)).unwrap();
    assert!(next.health().is_sound());
    assert_eq!(site(&storage).current(), Ok(Current::Workspace(key('a'))));
}

#[test]
fn storage_that_cannot_be_read_is_not_taken_for_a_pointer_that_moved() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let healthy = Rc::new(FaultyStore::new(storage.clone()));
    open(&healthy, 'a', '1');
    let faulty = Rc::new(FaultyStore::new(storage).with(Fault::Blocked, healthy.calls(), Span::Onwards));
    let mut workspace = open(&faulty, 'a', '1');
    assert_eq!(workspace.health().read_only, None);
    let answer = workspace.dispatch(&small.ada, &[create_open("Refused")], at(9));
    assert_eq!(answer, Err(DispatchError::NotSaved(SaveError::Storage(journal::StorageError::Unavailable))));
}

#[test]
fn after_an_intent_whose_fate_is_open_nothing_is_written_until_the_workspace_is_opened_anew() {
    let mut met = 0;
    for call in 0..40 {
        let storage = MemoryStore::new();
        let small = Small::new(&storage);
        let faulty = Rc::new(FaultyStore::new(storage.clone()).with(Fault::Blocked, call, Span::Onwards));
        let Ok(mut workspace) = Workspace::open(&site(&faulty), key('a'), writer('1')) else { continue };
        let answer = workspace.dispatch(&small.ada, &[create_open("Speech")], at(9));
        if !matches!(answer, Err(DispatchError::NotSaved(SaveError::Unconfirmed(_)))) {
            continue;
        }
        met += 1;
        check_read_only(&mut workspace, &small.ada, ReadOnly::Unconfirmed);
        let mut anew = open(&storage, 'a', '2');
        assert!(anew.health().is_sound());
        assert_eq!(anew.dispatch(&small.ada, &[create_open("Vision")], at(10)).map(drop), Ok(()));
    }
    assert!(met > 0, "no call left an intent open");
}

//! Several tabs over one storage, and what they do at once.

use std::rc::Rc;

use domain::stored;
use domain::{
    AccountId, Action, Email, OrganizationRole, PersonAction, PersonId, PersonName, Refusal, RegistryAction,
    RegistryId, RegistryName, UniqueField, Visibility,
};
use journal::{Entry, Journal, KeyValue, MemoryStore, RecordId};
use workspace::{Dependents, DispatchError, Outcome, Overtaken, OvertakenReason};

use crate::collision::Collision;
use crate::support::*;

/// Keeps what no review let pass here: a program with other rules wrote it.
fn append_unreviewed(storage: &MemoryStore, tab: char, actor: &AccountId, action: &Action) -> RecordId {
    let mut journal = Journal::open(storage.clone(), key('a'), writer(tab)).unwrap();
    let actions = vec![stored::write(action).into()];
    let entry = Entry { at: 5, by: actor.id().to_string(), via: "interface".to_owned(), actions };
    journal.append(entry).unwrap().id
}

fn taken(holder: Option<&str>) -> Refusal {
    let holder = holder.map(|name| RegistryName::parse(name).unwrap());
    Refusal::Taken { field: UniqueField::RegistryName, holder }
}

#[test]
fn a_tab_sees_the_records_of_another_after_a_refresh() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut other = open(&storage, 'a', '1');
    assert!(!other.refresh(&[]).unwrap());
    let receipt = small.workspace.dispatch(&small.mina, &[create_open("Speech")], at(3)).unwrap();
    assert_eq!(custom_names(&other), [""; 0]);
    assert!(other.refresh(&[journal::record_key(key('a'), receipt.record)]).unwrap());
    assert_eq!(custom_names(&other), ["Speech"]);
    assert_eq!(other.organization(), small.workspace.organization());
}

#[test]
fn a_tab_reviews_against_the_records_of_another_without_an_event() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut other = open(&storage, 'a', '1');
    small.workspace.dispatch(&small.mina, &[create_open("Speech")], at(3)).unwrap();
    let answer = other.dispatch(&small.ada, &[create_open("speech")], at(4));
    assert_eq!(answer, Err(DispatchError::Refused(taken(Some("Speech")), 0)));
    assert_eq!(other.organization(), small.workspace.organization());
}

#[test]
fn tabs_that_take_turns_never_overtake_each_other() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut other = open(&storage, 'a', '1');
    for turn in 0..10 {
        let tab = if turn % 2 == 0 { &mut small.workspace } else { &mut other };
        tab.dispatch(&small.mina, &[create_open(&format!("turn {turn}"))], at(turn)).unwrap();
    }
    small.workspace.refresh(&[]).unwrap();
    assert_eq!(custom_names(&small.workspace).len(), 10);
    assert!(small.workspace.outcomes().iter().all(|(_, outcome)| *outcome == Outcome::Applied));
    assert_eq!(small.workspace.outcomes(), other.outcomes());
}

#[test]
fn of_two_that_create_the_same_name_at_once_the_same_one_wins_in_both_tabs() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let (first, second) = (create_open("Speech"), create_open("SPEECH"));
    let mut collision = Collision::of(&storage, [(&small.mina, &first), (&small.ada, &second)]);
    collision.check_converged();
    let [winner, loser] = &collision.receipts;
    assert_eq!(collision.tabs[0].outcomes().last(), Some(&(loser.record, Outcome::Overtaken(taken(Some("Speech"))))));
    assert!(collision.tabs[0].outcomes().contains(&(winner.record, Outcome::Applied)));
    assert_eq!(custom_names(&collision.tabs[0]), ["Speech"]);
    assert!(collision.tabs.iter_mut().all(|tab| tab.health().is_sound()));
}

#[test]
fn concurrent_edits_of_different_fields_of_a_person_are_all_kept() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let mina = PersonId(small.mina.id().clone());
    let edit = |name: Option<&str>, email: Option<&str>| {
        let name = name.map(|name| PersonName::parse(name).unwrap());
        let email = email.map(|email| Email::parse(email).unwrap());
        Action::Person(PersonAction::Edit { person: mina.clone(), name, username: None, email })
    };
    let (first, second) = (edit(Some("Park Mina"), None), edit(None, Some("mina@park.example")));
    let collision = Collision::of(&storage, [(&small.ada, &first), (&small.ada, &second)]);
    collision.check_converged();
    for tab in &collision.tabs {
        let person = tab.organization().unwrap().person(&mina).unwrap();
        assert_eq!((person.name.as_str(), person.email.as_str()), ("Park Mina", "mina@park.example"));
        assert!(tab.overtaken().is_empty());
    }
}

#[test]
fn every_tab_knows_overtaken_records_with_their_reasons() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let (first, second) = (create_open("Speech"), create_open("SPEECH"));
    let collision = Collision::of(&storage, [(&small.mina, &first), (&small.ada, &second)]);
    let overtaken = Overtaken {
        record: collision.receipts[1].record,
        by: small.ada.id().clone(),
        at: 5,
        clock: 3,
        actions: vec![second],
        reason: OvertakenReason::Refused(taken(Some("Speech"))),
    };
    let [mut winner, mut loser] = collision.tabs;
    for tab in [&winner, &loser] {
        assert_eq!(tab.overtaken(), [Rc::new(overtaken.clone())]);
    }
    assert!(loser.announces(&overtaken) && !winner.announces(&overtaken));
    // Folding all of it again finds the same.
    let keys: Vec<String> = storage.snapshot().into_keys().collect();
    winner.dispatch(&small.mina, &[create_open("Vision")], at(6)).unwrap();
    merge(&storage, loser.site().storage());
    loser.refresh(&keys).unwrap();
    assert_eq!(loser.overtaken(), [Rc::new(overtaken.clone())]);
    // After a reload any tab tells: the one that did it may be gone.
    let anew = open(&storage, 'a', '3');
    assert_eq!(anew.overtaken(), [Rc::new(overtaken.clone())]);
    assert!(anew.announces(&overtaken));
}

#[test]
fn a_record_is_applied_after_all_if_the_one_that_overtook_it_is_removed() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let (first, second) = (create_open("Speech"), create_open("SPEECH"));
    let mut collision = Collision::of(&storage, [(&small.mina, &first), (&small.ada, &second)]);
    let [done, _] = &collision.receipts;
    let [_, tab] = &mut collision.tabs;
    tab.site().storage().remove(&journal::record_key(key('a'), done.record)).unwrap();
    tab.refresh(&[]).unwrap();
    assert_eq!(tab.overtaken(), []);
    assert_eq!(custom_names(tab), ["SPEECH"]);
}

#[test]
fn an_overtaken_account_does_not_learn_the_hidden_holder_of_a_name() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let receipt = small.workspace.dispatch(&small.ada, &[add_person("tom", OrganizationRole::Member)], at(3)).unwrap();
    let tom = person(receipt.made(0));
    let (hidden, open) = (create("Secret", Visibility::Restricted), create_open("SECRET"));
    let collision = Collision::of(&storage, [(&small.mina, &hidden), (&tom, &open)]);
    collision.check_converged();
    let told = collision.tabs[1].overtaken();
    assert_eq!(
        told.iter().map(|told| told.reason.clone()).collect::<Vec<_>>(),
        [OvertakenReason::Refused(taken(None))]
    );
    assert!(
        collision.tabs[1].view_for(&tom).unwrap().registries.iter().all(|seen| seen.registry.core_kind().is_some())
    );
}

#[test]
fn an_overtaken_record_stays_in_storage_and_frees_no_name() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let (first, second) = (create_open("Speech"), create_open("SPEECH"));
    let mut collision = Collision::of(&storage, [(&small.mina, &first), (&small.ada, &second)]);
    let overtaken = journal::record_key(key('a'), collision.receipts[1].record);
    assert!(storage.get(&overtaken).unwrap().unwrap().contains("SPEECH"));
    for tab in &mut collision.tabs {
        for name in ["Speech", "SPEECH", "speech"] {
            let answer = tab.dispatch(&small.ada, &[create_open(name)], at(6));
            assert_eq!(answer, Err(DispatchError::Refused(taken(Some("Speech")), 0)));
        }
    }
}

#[test]
fn an_intent_is_overtaken_whole() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let elsewhere = fork(&storage);
    let (mut one, mut other) = (open(&storage, 'a', '1'), open(&elsewhere, 'a', '2'));
    one.dispatch(&small.mina, &[create_open("Speech")], at(5)).unwrap();
    other.dispatch(&small.mina, &[create_open("Vision"), create_open("speech"), create_open("Text")], at(5)).unwrap();
    merge(&storage, &elsewhere);
    other.refresh(&[]).unwrap();
    assert_eq!(custom_names(&other), ["Speech"]);
    assert_eq!(other.overtaken().iter().map(|told| told.actions.len()).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_record_that_depends_on_an_overtaken_record_is_overtaken() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let elsewhere = fork(&storage);
    let (mut one, mut other) = (open(&storage, 'a', '1'), open(&elsewhere, 'a', '2'));
    one.dispatch(&small.ada, &[add_service_account("tom")], at(5)).unwrap();
    let receipt = other.dispatch(&small.ada, &[add_person("tom", OrganizationRole::Member)], at(5)).unwrap();
    other.dispatch(&person(receipt.made(0)), &[create_open("Speech")], at(6)).unwrap();
    merge(&storage, &elsewhere);
    other.refresh(&[]).unwrap();
    let refusals: Vec<_> = other.overtaken().iter().map(|overtaken| overtaken.reason.clone()).collect();
    let name_taken = Refusal::Taken { field: UniqueField::AccountName, holder: None };
    let reasons = [name_taken, Refusal::Missing(domain::Missing::Actor)].map(OvertakenReason::Refused);
    assert_eq!(refusals, reasons);
    assert_eq!(custom_names(&other), [""; 0]);
}

#[test]
fn concurrent_actions_without_conflict_are_all_applied() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let (first, second) = (create_open("Speech"), create("Vision", Visibility::Restricted));
    let collision = Collision::of(&storage, [(&small.mina, &first), (&small.ada, &second)]);
    collision.check_converged();
    assert_eq!(custom_names(&collision.tabs[0]), ["Speech", "Vision"]);
    assert!(collision.tabs.iter().all(|tab| tab.overtaken().is_empty()));
}

#[test]
fn an_applied_record_stays_applied_when_the_rules_change() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    // Today a Viewer creates nothing, and the program that wrote this let it pass.
    let record = append_unreviewed(&storage, '9', &small.noa, &create_open("Speech"));
    let mut anew = open(&storage, 'a', '1');
    assert_eq!(anew.outcomes().last(), Some(&(record, Outcome::Applied)));
    assert_eq!(custom_names(&anew), ["Speech"]);
    anew.dispatch(&small.mina, &[create_open("Vision")], at(6)).unwrap();
    assert_eq!(custom_names(&open(&storage, 'a', '2')).len(), 2);
}

#[test]
fn an_undo_leaves_what_the_rules_refuse_today() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let undone = small.workspace.dispatch(&small.mina, &[create_open("Drafts")], at(3)).unwrap().record;
    append_unreviewed(&storage, '9', &small.noa, &create_open("Speech"));
    small.workspace.refresh(&[]).unwrap();
    let vision = small.workspace.dispatch(&small.mina, &[create_open("Vision")], at(4)).unwrap().made(0);
    append_unreviewed(&storage, '8', &small.noa, &RegistryAction::Delete(RegistryId(vision)).into());
    small.workspace.refresh(&[]).unwrap();
    assert_eq!(custom_names(&small.workspace), ["Drafts", "Speech"]);
    small.workspace.undo(&small.ada, &[undone], Dependents::Refuse, at(5)).unwrap();
    assert_eq!(custom_names(&small.workspace), ["Speech"]);
}

#[test]
fn a_record_reviewed_against_another_state_is_reviewed_again_with_its_permission() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let elsewhere = fork(&storage);
    let record = append_unreviewed(&elsewhere, '9', &small.noa, &create_open("Speech"));
    small.workspace.dispatch(&small.mina, &[create_open("Vision")], at(5)).unwrap();
    merge(&storage, &elsewhere);
    small.workspace.refresh(&[]).unwrap();
    let outcome = small.workspace.outcomes().iter().find(|(id, _)| *id == record).map(|(_, outcome)| outcome);
    assert!(matches!(outcome, Some(Outcome::Overtaken(Refusal::Denied(_)))), "{outcome:?}");
    assert_eq!(custom_names(&small.workspace), ["Vision"]);
}

//! Undo, redo, checkpoints, and the organization as of any record.

use domain::{
    AccountId, Action, CheckpointName, Grantee, OrganizationRole, PersonAction, PersonId, Refusal, RegistryAction,
    RegistryId, Role,
};
use journal::{Entry, Journal, KeyValue, MemoryStore, Record, RecordId, record_key};
use workspace::{
    Archive, Dependents, DispatchError, Outcome, ReadOnly, RecordInfo, UndoError, UndoRefusal, Via, Workspace,
};

use crate::support::*;

const UNDO: &str = include_str!("../golden/undo_v1.json");
const CHECKPOINT: &str = include_str!("../golden/checkpoint_v1.json");

pub fn rewound() -> RecordInfo {
    RecordInfo { at: 50, via: Via::Undo }
}

pub fn undo<S: KeyValue + Clone>(
    workspace: &mut Workspace<S>,
    actor: &AccountId,
    record: RecordId,
) -> Result<RecordId, UndoError> {
    workspace.undo(actor, &[record], Dependents::Refuse, rewound()).map(|receipt| receipt.record)
}

fn outcome<S: KeyValue + Clone>(workspace: &Workspace<S>, record: RecordId) -> Outcome {
    workspace.outcomes().iter().find(|(id, _)| *id == record).unwrap().1.clone()
}

#[track_caller]
pub fn check_refused(answer: Result<RecordId, UndoError>, refusal: UndoRefusal) {
    assert_eq!(answer, Err(UndoError::Refused(refusal)));
}

pub fn registry(record: RecordId) -> RegistryId {
    RegistryId(domain::Id::new(&record.to_string(), 0))
}

fn describe(id: &RegistryId, text: &str) -> Action {
    let description = domain::Description::parse(text).unwrap();
    Action::Registry(RegistryAction::Describe { registry: id.clone(), description })
}

#[test]
fn an_undo_is_stored_as_ever() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let record = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let undone = undo(&mut small.workspace, &small.ada, record).unwrap();
    let name = CheckpointName::parse("Before the class").unwrap();
    let named = small.workspace.checkpoint(&small.ada, &name, at(51)).unwrap().record;
    for (record, golden) in [(undone, UNDO), (named, CHECKPOINT)] {
        let text = storage.get(&record_key(key('a'), record)).unwrap().unwrap();
        assert_eq!(text, golden.trim_end_matches('\n'));
        assert!(Record::decode(record, &text).is_ok());
    }
}

#[test]
fn an_undone_record_has_no_effect_until_the_undo_is_undone() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let before = small.workspace.organization().cloned();
    let record = small.workspace.dispatch(&small.mina, &[create_open("Speech")], at(3)).unwrap().record;
    let after = small.workspace.organization().cloned();
    let undone = undo(&mut small.workspace, &small.noa, record).unwrap();
    assert_eq!(small.workspace.organization(), before.as_ref());
    assert_eq!(outcome(&small.workspace, record), Outcome::Undone(undone));
    let redone = undo(&mut small.workspace, &small.mina, undone);
    // Noa sees nothing of a registry that does not exist. Mina administered it at the end.
    let redone = redone.unwrap();
    assert_eq!(small.workspace.organization(), after.as_ref());
    assert_eq!(outcome(&small.workspace, record), Outcome::Applied);
    assert_eq!(outcome(&small.workspace, undone), Outcome::Undone(redone));
    let again = undo(&mut small.workspace, &small.ada, redone).unwrap();
    assert_eq!(small.workspace.organization(), before.as_ref());
    assert_eq!(outcome(&small.workspace, record), Outcome::Undone(undone));
    assert_eq!(outcome(&small.workspace, redone), Outcome::Undone(again));
    let anew = open(&storage, 'a', '9');
    assert_eq!(anew.organization(), before.as_ref());
    assert_eq!(anew.outcomes(), small.workspace.outcomes());
}

#[test]
fn a_record_is_undone_only_with_its_dependents() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let before = small.workspace.organization().cloned();
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let id = registry(created);
    let described = small.workspace.dispatch(&small.ada, &[describe(&id, "Voices")], at(4)).unwrap().record;
    let other = small.workspace.dispatch(&small.ada, &[create_open("Vision")], at(5)).unwrap().record;
    let renamed = {
        let name = domain::RegistryName::parse("Talk").unwrap();
        Action::Registry(RegistryAction::Rename { registry: id.clone(), name })
    };
    let renamed = small.workspace.dispatch(&small.ada, &[renamed], at(6)).unwrap().record;
    let all = small.workspace.organization().cloned();
    let refusal = UndoRefusal::Dependents(vec![renamed, described]);
    check_refused(undo(&mut small.workspace, &small.ada, created), refusal);
    assert_eq!(small.workspace.organization(), all.as_ref());

    let receipt = small.workspace.undo(&small.ada, &[created], Dependents::UndoToo, rewound()).unwrap();
    assert_eq!(custom_names(&small.workspace), ["Vision"]);
    for record in [created, described, renamed] {
        assert_eq!(outcome(&small.workspace, record), Outcome::Undone(receipt.record));
    }
    undo(&mut small.workspace, &small.ada, receipt.record).unwrap();
    assert_eq!(small.workspace.organization(), all.as_ref());
    for record in [renamed, other, described, created] {
        undo(&mut small.workspace, &small.ada, record).unwrap();
    }
    assert_eq!(small.workspace.organization(), before.as_ref());
}

#[test]
fn a_name_that_was_taken_again_stands_against_its_redo() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let first = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let undone = undo(&mut small.workspace, &small.ada, first).unwrap();
    let second = small.workspace.dispatch(&small.ada, &[create_open("speech")], at(4)).unwrap().record;
    check_refused(undo(&mut small.workspace, &small.ada, undone), UndoRefusal::Dependents(vec![second]));
}

#[test]
fn a_record_that_the_rules_refuse_is_not_redone() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let newcomer = add_person("tom", OrganizationRole::Member);
    let added = small.workspace.dispatch(&small.ada, &[newcomer], at(3)).unwrap();
    let tom = person(added.made(0));
    let created = small.workspace.dispatch(&tom, &[create_open("Speech")], at(4)).unwrap().record;
    let undone = undo(&mut small.workspace, &tom, created).unwrap();
    undo(&mut small.workspace, &small.ada, added.record).unwrap();
    let missing = Some(Box::new(Refusal::Missing(domain::Missing::Actor)));
    check_refused(undo(&mut small.workspace, &small.ada, undone), UndoRefusal::NotRestorable(created, missing));
    // Tom is not there any more, so nothing is undone in his name.
    check_refused(undo(&mut small.workspace, &tom, undone), UndoRefusal::NotVisible);
}

#[test]
fn the_founding_unknown_records_and_undone_records_cannot_be_undone() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let founding = small.workspace.outcomes()[0].0;
    let image = storage.snapshot();
    check_refused(undo(&mut small.workspace, &small.ada, founding), UndoRefusal::Founding);
    let unknown = RecordId { writer: writer('z'), n: 3 };
    check_refused(undo(&mut small.workspace, &small.ada, unknown), UndoRefusal::Missing);
    let nothing = small.workspace.undo(&small.ada, &[], Dependents::Refuse, rewound());
    assert_eq!(nothing, Err(UndoError::Refused(UndoRefusal::Nothing)));
    assert_eq!(storage.snapshot(), image);
    let record = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    undo(&mut small.workspace, &small.ada, record).unwrap();
    check_refused(undo(&mut small.workspace, &small.ada, record), UndoRefusal::AlreadyUndone);
}

#[test]
fn undo_takes_back_the_last_intents_of_a_tab_and_redo_brings_them_back_in_order() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut other = open(&storage, 'a', '1');
    let (mine, theirs) = (writer('0'), writer('1'));
    let mut states = vec![small.workspace.organization().cloned()];
    for name in ["One", "Two", "Three"] {
        small.workspace.dispatch(&small.ada, &[create_open(name)], at(3)).unwrap();
        states.push(small.workspace.organization().cloned());
    }
    other.refresh(&[]).unwrap();
    assert_eq!(other.last_undoable(by(theirs)), None);
    for state in states.iter().rev().skip(1) {
        let last = small.workspace.last_undoable(by(mine)).unwrap();
        undo(&mut small.workspace, &small.ada, last).unwrap();
        assert_eq!(small.workspace.organization(), state.as_ref());
    }
    for state in states.iter().skip(1) {
        let last = small.workspace.last_redoable(by(mine)).unwrap();
        undo(&mut small.workspace, &small.ada, last).unwrap();
        assert_eq!(small.workspace.organization(), state.as_ref());
    }
    assert_eq!(small.workspace.last_redoable(by(mine)), None);
    let last = small.workspace.last_undoable(by(mine)).unwrap();
    undo(&mut small.workspace, &small.ada, last).unwrap();
    small.workspace.dispatch(&small.ada, &[create_open("Four")], at(4)).unwrap();
    assert_eq!(small.workspace.last_redoable(by(mine)), None, "there is another intent since");
}

#[test]
fn records_that_were_listed_are_undone_only_if_no_other_one_depends_on_them_by_now() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let describe = |text: &str| [describe(&registry(created), text)];
    let first = small.workspace.dispatch(&small.ada, &describe("Voices"), at(4)).unwrap().record;
    check_refused(undo(&mut small.workspace, &small.ada, created), UndoRefusal::Dependents(vec![first]));
    let second = open(&storage, 'a', '1').dispatch(&small.ada, &describe("Loud voices"), at(5)).unwrap().record;
    let listed = small.workspace.undo(&small.ada, &[created, first], Dependents::Refuse, rewound());
    check_refused(listed.map(|receipt| receipt.record), UndoRefusal::Dependents(vec![second]));
    assert_eq!(custom_names(&small.workspace), ["Speech"]);
    check_refused(undo(&mut small.workspace, &small.ada, created), UndoRefusal::Dependents(vec![second, first]));
    small.workspace.undo(&small.ada, &[created, second, first], Dependents::Refuse, rewound()).unwrap();
    assert!(custom_names(&small.workspace).is_empty());
}

#[test]
fn an_undo_that_did_not_know_a_dependent_record_is_overtaken() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let elsewhere = fork(&storage);
    // Its writer is the smaller one, so that its record comes before the undo.
    let mut other = open(&elsewhere, 'a', '1');
    let first = other.dispatch(&small.ada, &[describe(&registry(created), "Voices")], at(4)).unwrap().record;
    let mut late = open(&storage, 'a', '2');
    let undone = undo(&mut late, &small.ada, created).unwrap();
    merge(&storage, &elsewhere);
    for workspace in [&mut late, &mut other, &mut small.workspace] {
        workspace.refresh(&[]).unwrap();
        assert_eq!(outcome(workspace, first), Outcome::Applied);
        let overtaken = Outcome::NotUndone(UndoRefusal::Dependents(vec![first]));
        assert_eq!(outcome(workspace, undone), overtaken);
        let told: Vec<_> = workspace.overtaken().iter().map(|told| (told.record, told.actions.len())).collect();
        assert_eq!(told, [(undone, 0)]);
        assert_eq!(custom_names(workspace), ["Speech"]);
    }
    check_refused(undo(&mut late, &small.ada, undone), UndoRefusal::NoEffect);
}

#[test]
fn a_record_that_did_not_know_an_undo_is_reviewed_without_the_undone_records() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let elsewhere = fork(&storage);
    let mut other = open(&elsewhere, 'a', '2');
    let late = other.dispatch(&small.ada, &[describe(&registry(created), "Voices")], at(4)).unwrap().record;
    let mut first = open(&storage, 'a', '1');
    let undone = undo(&mut first, &small.ada, created).unwrap();
    merge(&storage, &elsewhere);
    for workspace in [&mut first, &mut other, &mut small.workspace] {
        workspace.refresh(&[]).unwrap();
        assert_eq!(outcome(workspace, created), Outcome::Undone(undone));
        assert_eq!(outcome(workspace, late), Outcome::Overtaken(Refusal::Missing(domain::Missing::Registry)));
        assert_eq!(custom_names(workspace), Vec::<String>::new());
    }
    // Redone, the registry would be there for the record that was refused without it.
    check_refused(undo(&mut first, &small.ada, undone), UndoRefusal::Dependents(vec![late]));
    let redone = first.undo(&small.ada, &[undone], Dependents::UndoToo, rewound()).unwrap().record;
    assert_eq!(custom_names(&first), ["Speech"]);
    assert_eq!(outcome(&first, late), Outcome::Undone(redone));
    assert_eq!(first.overtaken(), []);
}

#[test]
fn two_tabs_that_undo_the_same_at_once_undo_it_once() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let elsewhere = fork(&storage);
    let (mut one, mut other) = (open(&storage, 'a', '1'), open(&elsewhere, 'a', '2'));
    let first = undo(&mut one, &small.ada, created).unwrap();
    let second = undo(&mut other, &small.ada, created).unwrap();
    merge(&storage, &elsewhere);
    for workspace in [&mut one, &mut other] {
        workspace.refresh(&[]).unwrap();
        assert_eq!(outcome(workspace, first), Outcome::Applied);
        assert_eq!(outcome(workspace, second), Outcome::NotUndone(UndoRefusal::AlreadyUndone));
        assert_eq!(outcome(workspace, created), Outcome::Undone(first));
    }
    assert_eq!(one.outcomes(), other.outcomes());
    assert_eq!(other.overtaken(), [], "what was to be undone is undone");
    undo(&mut other, &small.ada, first).unwrap();
    assert_eq!(custom_names(&other), ["Speech"]);
}

#[test]
fn one_returns_to_a_checkpoint_as_one_intent_and_comes_back() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let early = small.workspace.dispatch(&small.ada, &[create_open("Early")], at(3)).unwrap().record;
    let name = CheckpointName::parse("Before the class").unwrap();
    let checkpoint = small.workspace.checkpoint(&small.ada, &name, at(4)).unwrap().record;
    let before = small.workspace.organization().cloned();
    let id = registry(small.workspace.dispatch(&small.ada, &[create_open("Late")], at(5)).unwrap().record);
    let described = small.workspace.dispatch(&small.ada, &[describe(&id, "x")], at(6)).unwrap().record;
    undo(&mut small.workspace, &small.ada, described).unwrap();
    // What was undone after the checkpoint comes back.
    undo(&mut small.workspace, &small.ada, early).unwrap();
    let after = small.workspace.organization().cloned();
    let returned = small.workspace.return_to(&small.ada, checkpoint, rewound()).unwrap().record;
    assert_eq!(small.workspace.organization(), before.as_ref());
    assert_eq!(outcome(&small.workspace, checkpoint), Outcome::Applied);
    let again = small.workspace.return_to(&small.ada, checkpoint, rewound());
    assert_eq!(again.map(drop), Err(UndoError::Refused(UndoRefusal::AlreadyUndone)));
    undo(&mut small.workspace, &small.ada, returned).unwrap();
    assert_eq!(small.workspace.organization(), after.as_ref());
    small.workspace.dispatch(&small.ada, &[create_open("Later")], at(7)).unwrap();
    small.workspace.return_to(&small.ada, checkpoint, rewound()).unwrap();
    assert_eq!(small.workspace.organization(), before.as_ref());
    assert_eq!(open(&storage, 'a', '9').organization(), small.workspace.organization());
}

#[test]
fn an_older_program_would_read_no_undo_and_this_one_reads_no_other_spelling() {
    for entry in [
        r#"{"undo":{"records":[]}}"#,
        r#"{"undo":{"records":["0000000000.1"],"force":true}}"#,
        r#"{"undo": {"records":["0000000000.1"]}}"#,
        r#"{"undo":{"records":["0000000000.1","0000000000.1"]}}"#,
        r#"{"undo":[["0000000000.1"]]}"#,
        r#"{"checkpoint":{}}"#,
    ] {
        let storage = MemoryStore::new();
        let small = Small::new(&storage);
        let mut journal = Journal::open(storage.clone(), key('a'), writer('z')).unwrap();
        let actions = vec![entry.parse().unwrap()];
        let by = small.ada.id().to_string();
        journal.append(Entry { at: 8, by, via: "undo".to_owned(), actions }).unwrap();
        let mut anew = open(&storage, 'a', '2');
        assert_eq!(anew.organization(), small.workspace.organization(), "{entry}");
        assert_eq!(anew.health().read_only, Some(ReadOnly::Newer), "{entry}");
        let record = anew.outcomes()[1].0;
        assert_eq!(undo(&mut anew, &small.ada, record), Err(UndoError::ReadOnly(ReadOnly::Newer)), "{entry}");
        let refused = anew.dispatch(&small.ada, &[create_open("Refused")], at(9));
        assert_eq!(refused, Err(DispatchError::ReadOnly(ReadOnly::Newer)), "{entry}");
    }
}

#[test]
fn an_undo_survives_the_restoration_of_a_file() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let record = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let undone = undo(&mut small.workspace, &small.ada, record).unwrap();
    Archive::of(&site(&storage), key('a')).unwrap().restore(&site(&storage), key('b')).unwrap();
    let mut restored = open(&storage, 'b', '5');
    assert_eq!(restored.organization(), small.workspace.organization());
    undo(&mut restored, &small.ada, undone).unwrap();
    assert_eq!(custom_names(&restored), ["Speech"]);
}

#[test]
fn an_account_may_undo_the_record_that_made_it() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let added = small.workspace.dispatch(&small.ada, &[add_person("tom", OrganizationRole::Member)], at(3)).unwrap();
    let tom = person(added.made(0));
    let undone = undo(&mut small.workspace, &tom, added.record).unwrap();
    assert!(!small.workspace.organization().unwrap().has(&tom));
    assert_eq!(outcome(&small.workspace, undone), Outcome::Applied);
    assert_eq!(open(&storage, 'a', '9').organization(), small.workspace.organization());
}

#[test]
fn an_import_of_thousands_is_one_intent() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let before = small.workspace.organization().cloned();
    let people: Vec<Action> =
        (0..2_000).map(|n| add_person(&format!("person-{n}"), OrganizationRole::Member)).collect();
    let imported = small.workspace.dispatch(&small.ada, &people, at(3)).unwrap().record;
    let after = small.workspace.organization().cloned();
    let undone = undo(&mut small.workspace, &small.ada, imported).unwrap();
    assert_eq!(small.workspace.organization(), before.as_ref());
    undo(&mut small.workspace, &small.ada, undone).unwrap();
    assert_eq!(small.workspace.organization(), after.as_ref());
}

#[test]
fn a_target_that_was_damaged_since_leaves_the_rest_undone() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let one = small.workspace.dispatch(&small.ada, &[create_open("One")], at(3)).unwrap().record;
    let two = small.workspace.dispatch(&small.ada, &[create_open("Two")], at(4)).unwrap().record;
    small.workspace.undo(&small.ada, &[one, two], Dependents::Refuse, rewound()).unwrap();
    storage.set(&record_key(key('a'), two), "damaged").unwrap();
    let anew = open(&storage, 'a', '9');
    assert_eq!(custom_names(&anew), Vec::<String>::new());
    assert_eq!(anew.organization(), small.workspace.organization());
}

#[test]
fn a_person_who_was_removed_comes_back_with_every_row() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let mina = Grantee::from(small.mina.clone());
    let add = RegistryAction::AddMember { registry: registry(created), member: mina, role: Role::Admin };
    small.workspace.dispatch(&small.ada, &[Action::Registry(add)], at(4)).unwrap();
    let before = small.workspace.organization().cloned();
    let AccountId::Person(PersonId(id)) = &small.mina else { panic!("Mina is a person") };
    let remove = Action::Person(PersonAction::Remove(PersonId(id.clone())));
    let removed = small.workspace.dispatch(&small.ada, &[remove], at(5)).unwrap().record;
    undo(&mut small.workspace, &small.ada, removed).unwrap();
    assert_eq!(small.workspace.organization(), before.as_ref());
}

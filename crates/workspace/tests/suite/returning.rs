//! Undos of undos, many times over, as when a trainer returns to the beginning before every class. Each return takes back the ones
//! before, so the ways from a record through them double with each: whatever follows every way never ends.

use domain::{AccountId, CheckpointName, Organization};
use journal::{MemoryStore, RecordId};
use workspace::{About, Dependents, Outcome, UndoError, UndoRefusal, Workspace};

use crate::support::*;
use crate::undoing::rewound;

/// More than any program can follow: 2^80 ways.
const CLASSES: usize = 80;

fn undo(
    workspace: &mut Workspace<MemoryStore>,
    actor: &AccountId,
    records: &[RecordId],
) -> Result<RecordId, UndoError> {
    workspace.undo(actor, records, Dependents::Refuse, rewound()).map(|receipt| receipt.record)
}

/// A record, its undo, the undo of that, and another undo of the record.
fn undone_twice(small: &mut Small<MemoryStore>) -> [RecordId; 4] {
    let workspace = &mut small.workspace;
    let made = workspace.dispatch(&small.ada, &[create_open("Exercise")], at(3)).unwrap().record;
    let first = undo(workspace, &small.ada, &[made]).unwrap();
    let redone = undo(workspace, &small.ada, &[first]).unwrap();
    let second = undo(workspace, &small.ada, &[made]).unwrap();
    [made, first, redone, second]
}

fn outcome(workspace: &Workspace<MemoryStore>, record: RecordId) -> Outcome {
    workspace.outcomes().iter().find(|(id, _)| *id == record).unwrap().1.clone()
}

#[test]
fn returning_before_every_class_and_undoing_that_ends() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let workspace = &mut small.workspace;
    let name = CheckpointName::parse("Before the class").unwrap();
    let checkpoint = workspace.checkpoint(&small.ada, &name, at(3)).unwrap().record;
    let before = workspace.organization().cloned();
    let mut returns: Vec<RecordId> = Vec::new();
    for class in 0..CLASSES {
        workspace.dispatch(&small.ada, &[create_open(&format!("Exercise {class}"))], at(4)).unwrap();
        returns.push(workspace.return_to(&small.ada, checkpoint, rewound()).unwrap().record);
        assert_eq!(workspace.organization(), before.as_ref());
    }
    assert_eq!(open(&storage, 'a', '9').organization(), before.as_ref());

    // Each is undone in turn, the newest first: the exercise of its class is there again, and those of the later ones stay.
    let history = workspace.history(&small.ada).unwrap();
    assert!(history.entries_about(&About::Account(small.ada.id().clone())).count() > 2 * CLASSES);
    let last = history.entries().next().unwrap();
    assert_eq!(history.rewound(last.position).len(), CLASSES);
    let registries = |organization: Option<&Organization>| organization.unwrap().registries().count();
    for (undone, record) in returns.iter().rev().enumerate() {
        workspace.undo(&small.ada, &[*record], Dependents::Refuse, rewound()).unwrap();
        assert_eq!(registries(workspace.organization()), registries(before.as_ref()) + undone + 1);
        let next = workspace.check_undo(&small.ada, &[*record], Dependents::Refuse);
        assert_eq!(next, Err(UndoRefusal::AlreadyUndone));
    }
    assert_eq!(open(&storage, 'a', '8').organization(), workspace.organization());
}

#[test]
fn undos_that_the_first_programs_refuse_together_are_not_written() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let [made, first, redone, second] = undone_twice(&mut small);
    let workspace = &mut small.workspace;
    let undo = |workspace: &mut Workspace<MemoryStore>, records: &[RecordId]| undo(workspace, &small.ada, records);
    let second_redone = undo(workspace, &[second]).unwrap();
    undo(workspace, &[redone]).unwrap();
    let newest = undo(workspace, &[first]).unwrap();
    undo(workspace, &[second_redone]).unwrap();
    // Without the newest one, the first one counts beside the second.
    assert_eq!(undo(workspace, &[newest, second]), Err(UndoError::Refused(UndoRefusal::AlreadyUndone)));
    undo(workspace, &[second]).unwrap();
    undo(workspace, &[newest]).unwrap();
    assert_eq!(outcome(workspace, made), Outcome::Undone(first));
}

#[test]
fn two_undos_of_the_same_record_never_count_at_once() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let [made, first, redone, second] = undone_twice(&mut small);
    let workspace = &mut small.workspace;
    let undo = |workspace: &mut Workspace<MemoryStore>, records: &[RecordId]| undo(workspace, &small.ada, records);
    let refused = Err(UndoError::Refused(UndoRefusal::AlreadyUndone));
    assert_eq!(undo(workspace, &[redone]), refused);
    assert_eq!(undo(workspace, &[redone, made]), refused);
    // Together with the second one, the first one counts instead.
    undo(workspace, &[redone, second]).unwrap();
    assert_eq!(outcome(workspace, made), Outcome::Undone(first));
    assert_eq!(outcome(workspace, second), Outcome::Undone(workspace.outcomes().last().unwrap().0));
    assert_eq!(open(&storage, 'a', '9').outcomes(), workspace.outcomes());
}

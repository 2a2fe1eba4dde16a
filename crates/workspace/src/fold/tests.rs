//! The snapshots that the fold keeps in memory: from outside, only time would show them.

use domain::CheckpointName;
use journal::{Record, RecordId};

use super::outcome::{Outcome, UndoRefusal};
use super::stored::{write_checkpoint, write_undo};
use super::{Fold, INTERVAL};

#[test]
fn there_is_a_snapshot_for_each_interval_also_where_an_undo_is_refused() {
    let id = |n: usize| RecordId { writer: "k3v9x2m4qa".parse().unwrap(), n: n.try_into().unwrap() };
    let name = CheckpointName::parse("Before the class").unwrap();
    let record = |n: usize| Record {
        id: id(n),
        clock: (n + 1).try_into().unwrap(),
        after: n.checked_sub(1).map(id).into_iter().collect(),
        at: 3,
        by: "ada".into(),
        via: "undo".into(),
        actions: vec![if n == 1 || n == INTERVAL { write_undo(vec![id(0)]) } else { write_checkpoint(&name) }],
    };
    let records: Vec<Record> = (0..2 * INTERVAL + 1).map(record).collect();
    let fold = Fold::of(&records);
    assert_eq!(fold.outcomes.get(INTERVAL).unwrap().1, Outcome::NotUndone(UndoRefusal::AlreadyUndone));
    assert_eq!(fold.snapshots.len(), 3);
}

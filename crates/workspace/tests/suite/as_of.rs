//! The organization as of any record or moment.

use journal::MemoryStore;

use crate::support::*;
use crate::undoing::undo;

#[test]
fn the_organization_is_shown_as_of_any_record() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let mut states = Vec::new();
    let mut records = Vec::new();
    for step in 0..1_400_u32 {
        let last = small.workspace.last_undoable(by(writer('0'))).unwrap();
        let record = match step % 7 {
            5 => undo(&mut small.workspace, &small.ada, last).unwrap(),
            6 => {
                let last = small.workspace.last_redoable(by(writer('0'))).unwrap();
                undo(&mut small.workspace, &small.ada, last).unwrap()
            }
            _ => {
                let name = create_open(&format!("Registry {step}"));
                small.workspace.dispatch(&small.ada, &[name], at(i64::from(step) + 10)).unwrap().record
            }
        };
        records.push(record);
        states.push(small.workspace.organization().cloned());
    }
    let anew = open(&storage, 'a', '9');
    for index in (0..records.len()).step_by(83) {
        assert_eq!(small.workspace.organization_at(records[index]), states[index]);
        assert_eq!(anew.organization_at(records[index]), states[index]);
    }
    assert_eq!(anew.organization_after(0), None);
    assert_eq!(anew.organization_after(usize::MAX).as_ref(), anew.organization());
}

#[test]
fn a_moment_is_the_log_up_to_the_first_later_record() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    for (name, time) in [("One", 100), ("Two", 300), ("Set back", 200), ("Three", 400)] {
        small.workspace.dispatch(&small.ada, &[create_open(name)], at(time)).unwrap();
    }
    let counts = [0, 1, 2, 150, 250, 300, 399, 400, i64::MAX].map(|moment| small.workspace.count_at(moment));
    assert_eq!(counts, [0, 1, 2, 3, 3, 5, 5, 6, 6]);
    assert_eq!(small.workspace.count_at(i64::MIN), 0);
}

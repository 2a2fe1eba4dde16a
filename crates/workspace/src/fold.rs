//! The fold: how a log becomes an organization. The same records give the same state in every tab.
//!
//! A record whose author had seen exactly the log before it was reviewed against that very state, and is applied as it
//! is. Any other is reviewed again, permission included, and what is refused then is *overtaken*: it stays in the log
//! and changes nothing. So every state satisfies every rule, also after two tabs acted at once.
//!
//! The state is that of the log without the records that an undo takes back. A verdict about a record is final, so an undo
//! is accepted only if it leaves every verdict as it is: see [`candidate`]. Undoing an undo is a redo.
//!
//! Snapshots of the state are kept in memory, at intervals. So replaying from an undone record, and the state at any moment,
//! cost no more than the records in between.

mod as_of;
mod candidate;
pub(crate) mod intent;
pub(crate) mod outcome;
pub(crate) mod past;
pub(crate) mod stored;
mod taken;

use std::cell::{Ref, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use domain::Organization;
use journal::{Heads, Record, RecordId};

use self::candidate::Changes;
use self::intent::{Intent, Origin};
use self::outcome::{Outcome, Overtaken, UndoRefusal};
use self::past::Past;
pub(crate) use self::taken::{Taken, with_taken_back};

/// The number of records between two snapshots. A snapshot shares everything with the next that did not change between them.
const INTERVAL: usize = 512;

/// The state after some records.
#[derive(Default)]
pub(crate) struct Fold {
    pub organization: Option<Organization>,
    pub outcomes: Vec<(RecordId, Outcome)>,
    /// The overtaken records that are not undone, in the order of the fold.
    pub overtaken: Vec<Rc<Overtaken>>,
    /// Every record, in the order of the fold.
    pub taken: Vec<Taken>,
    positions: HashMap<RecordId, usize>,
    /// The states before every [`INTERVAL`]th record, as far as they are known.
    snapshots: Vec<Option<Organization>>,
    /// True if the state is to be replayed from the last snapshot.
    is_stale: bool,
    heads: Heads,
    /// Follows the records when the history is read.
    past: RefCell<Past>,
}

impl Fold {
    /// The fold of these records.
    pub fn of(records: &[Record]) -> Self {
        let mut fold = Self::default();
        fold.take_all(records);
        fold
    }

    /// The past of all records.
    pub fn past(&self) -> Ref<'_, Past> {
        self.read_ahead(usize::MAX);
        self.past.borrow()
    }

    /// Takes the next actions into the past, and answers whether it has all of them.
    pub fn read_ahead(&self, actions: usize) -> bool {
        if self.past.borrow().is_behind(&self.taken) {
            self.past.borrow_mut().follow(&self.taken, actions);
        }
        !self.past.borrow().is_behind(&self.taken)
    }

    /// Takes the next records of the log.
    pub fn take_all<'a>(&mut self, records: impl IntoIterator<Item = &'a Record>) {
        for record in records {
            self.take(record);
        }
        self.settle();
    }

    /// The position of a record in the order of the fold.
    pub fn position(&self, record: RecordId) -> Option<usize> {
        self.positions.get(&record).copied()
    }

    fn take(&mut self, record: &Record) {
        let origin = Origin::of(record);
        let knows_all = self.heads.are_parents_of(record);
        let (intent, mut targets) = (Intent::read(record), Vec::new());
        // Where the state is stale, the replay keeps the snapshots.
        if !self.is_stale {
            self.keep_snapshot(self.taken.len());
        }
        let verdict = match &intent {
            None => Outcome::NotUnderstood,
            Some(Intent::Undo(records)) => {
                targets = self.known_positions(records);
                match self.take_undo(record.id, &targets, knows_all) {
                    Ok(()) => Outcome::Applied,
                    Err(refusal) => Outcome::NotUndone(refusal),
                }
            }
            Some(intent) => {
                self.settle();
                match origin.attempt(&mut self.organization, intent, knows_all) {
                    Ok(()) => Outcome::Applied,
                    Err(refusal) => Outcome::Overtaken(refusal),
                }
            }
        };
        self.heads.advance(record);
        self.positions.insert(record.id, self.taken.len());
        self.outcomes.push((record.id, verdict.clone()));
        let is_redo = !targets.is_empty() && targets.iter().all(|target| self.is_plain_undo(*target));
        let (clock, via) = (record.clock, (&*record.via).into());
        let numbers = match (&intent, &verdict) {
            (Some(intent), Outcome::Applied) => origin.numbers_made(intent, self.organization.as_ref()),
            _ => Vec::new(),
        };
        let (undone_by, turns, undos) = (None, Vec::new(), Vec::new());
        let taken = Taken { origin, clock, via, intent, verdict, undone_by, turns, undos, targets, is_redo, numbers };
        self.overtaken.extend(taken.overtaken());
        self.taken.push(taken);
    }

    /// The positions of these records. A record that is damaged or absent has no effect, so nothing is to be taken back.
    fn known_positions(&self, records: &[RecordId]) -> Vec<usize> {
        let mut positions: Vec<usize> = records.iter().filter_map(|record| self.position(*record)).collect();
        positions.sort_unstable();
        positions
    }

    fn is_plain_undo(&self, position: usize) -> bool {
        let taken = self.taken.get(position);
        taken.is_some_and(|taken| matches!(taken.intent, Some(Intent::Undo(_))) && !taken.is_redo)
    }

    /// An undo whose author knew the whole log was found to leave all verdicts as they are. Any other is examined here.
    fn take_undo(&mut self, record: RecordId, targets: &[usize], knows_all: bool) -> Result<(), UndoRefusal> {
        let changes = self.toggle(targets)?;
        if !knows_all {
            self.settle();
            self.candidate(&changes).refusal(self)?;
        }
        let undo = self.taken.len();
        for target in targets {
            if let Some(taken) = self.taken.get_mut(*target) {
                taken.undos.push(undo);
            }
        }
        self.change(record, &changes);
        Ok(())
    }

    /// Marks records as undone or as counting again, by an undo that is not taken yet.
    fn change(&mut self, undo: RecordId, changes: &Changes) {
        let now = self.taken.len();
        let mut is_overtaken_changed = false;
        let mut first = None;
        for (position, undone_by) in changes {
            let undoer = undone_by.map(|undoer| self.taken.get(undoer).map_or(undo, |taken| taken.origin.record));
            let Some(taken) = self.taken.get_mut(*position) else { continue };
            let is_same = taken.undone_by.is_some() == undone_by.is_some();
            taken.undone_by = *undone_by;
            if !is_same {
                taken.turns.push(now);
            }
            is_overtaken_changed |= matches!(taken.verdict, Outcome::Overtaken(_));
            if first.is_none() && !is_same && taken.changes_state() {
                first = Some(*position);
            }
            let outcome = undoer.map_or_else(|| taken.verdict.clone(), Outcome::Undone);
            if let Some(entry) = self.outcomes.get_mut(*position) {
                entry.1 = outcome;
            }
        }
        if is_overtaken_changed {
            let counting = self.taken.iter().filter(|taken| taken.undone_by.is_none());
            self.overtaken = counting.filter_map(Taken::overtaken).collect();
        }
        if let Some(first) = first {
            self.snapshots.truncate(first / INTERVAL + 1);
            self.is_stale = true;
        }
    }

    /// Replays what an undo has made stale.
    fn settle(&mut self) {
        if !std::mem::take(&mut self.is_stale) {
            return;
        }
        let start = self.snapshots.len().saturating_sub(1) * INTERVAL;
        self.organization = self.snapshots.last().cloned().flatten();
        for position in start..self.taken.len() {
            self.keep_snapshot(position);
            if let Some(taken) = self.taken.get(position) {
                taken.replay(&mut self.organization);
            }
        }
        self.keep_snapshot(self.taken.len());
    }

    /// Keeps a snapshot of the state before the record at this position, if its turn has come.
    fn keep_snapshot(&mut self, position: usize) {
        if position == self.snapshots.len() * INTERVAL {
            self.snapshots.push(self.organization.clone());
        }
    }

    /// The state before the record at a position, without the records that are undone now.
    fn state_before(&self, position: usize) -> Option<Organization> {
        let index = (position / INTERVAL).min(self.snapshots.len().saturating_sub(1));
        let mut state = self.snapshots.get(index).cloned().flatten();
        for taken in self.taken.iter().take(position).skip(index * INTERVAL) {
            taken.replay(&mut state);
        }
        state
    }
}

#[cfg(test)]
mod tests;

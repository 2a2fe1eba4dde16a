//! A record with its verdict, and whether it counts.

use std::collections::BTreeSet;
use std::iter;
use std::rc::Rc;

use domain::{Action, Organization};

use super::intent::{Intent, Origin};
use super::outcome::{Outcome, Overtaken, OvertakenReason, UndoRefusal};

/// A record that the fold has taken.
pub(crate) struct Taken {
    pub origin: Origin,
    pub clock: u64,
    pub via: Rc<str>,
    /// Nothing if this program does not understand it.
    pub intent: Option<Intent>,
    /// The decision when it was taken. It never changes.
    pub verdict: Outcome,
    /// The position of the record that has taken it back.
    pub undone_by: Option<usize>,
    /// The positions of the records since which it does not count, counts again, and so on in turn.
    pub(super) turns: Vec<usize>,
    /// The positions of the accepted undos of it, whether they count or not. At most one of them counts.
    pub(super) undos: Vec<usize>,
    /// The positions of the records that it takes back.
    pub targets: Vec<usize>,
    /// True if it takes back nothing but undos.
    pub is_redo: bool,
    /// The numbers of the versions and links that it made, by the positions of their actions.
    pub numbers: Vec<(usize, u32)>,
}

impl Taken {
    /// Whether it counted in the log up to the record at a position, and including that: what was undone later counted, and what was
    /// redone later did not.
    pub fn counted_at(&self, position: usize) -> bool {
        self.turns.partition_point(|turn| *turn <= position).is_multiple_of(2)
    }

    /// Its actions. Only an act on the organization has some.
    pub fn actions(&self) -> &[Action] {
        match &self.intent {
            Some(Intent::Act(actions)) => actions,
            Some(Intent::Found(_) | Intent::Undo(_) | Intent::Checkpoint(_)) | None => &[],
        }
    }

    /// Whether it changed the state when it was taken.
    pub(super) fn changes_state(&self) -> bool {
        self.verdict == Outcome::Applied && self.intent.as_ref().is_some_and(Intent::is_change)
    }

    /// Applies it again, unless it is undone.
    pub(super) fn replay(&self, state: &mut Option<Organization>) {
        if self.undone_by.is_none() {
            self.apply_to(state);
        }
    }

    /// Applies it as it was applied before.
    pub(super) fn apply_to(&self, state: &mut Option<Organization>) {
        if let Some(intent) = self.intent.as_ref().filter(|_| self.changes_state()) {
            // Its verdict was that the rules allow it, so there is nothing to refuse.
            let _ = self.origin.attempt(state, intent, true);
        }
    }

    pub(super) fn overtaken(&self) -> Option<Rc<Overtaken>> {
        let (actions, reason) = match &self.verdict {
            Outcome::Overtaken(refusal) => {
                let Some(Intent::Act(actions)) = &self.intent else { return None };
                (actions.clone(), OvertakenReason::Refused(refusal.clone()))
            }
            Outcome::NotUndone(refusal) => match refusal {
                UndoRefusal::Dependents(_) | UndoRefusal::NotRestorable(..) => {
                    (Vec::new(), OvertakenReason::NotUndone(refusal.clone()))
                }
                // An undo of what is undone already, or never had an effect, loses nothing.
                UndoRefusal::Missing
                | UndoRefusal::Nothing
                | UndoRefusal::NotVisible
                | UndoRefusal::Founding
                | UndoRefusal::AlreadyUndone
                | UndoRefusal::NoEffect => return None,
            },
            Outcome::Applied | Outcome::Undone(_) | Outcome::NotUnderstood => return None,
        };
        let Origin { record, by, at } = self.origin.clone();
        Some(Rc::new(Overtaken { record, by, at, clock: self.clock, actions, reason }))
    }
}

/// The position of a record, and those of all that it takes back, directly or by undoing an undo: each once, the newest first,
/// however many ways lead to it.
pub(crate) fn with_taken_back(log: &[Taken], position: usize) -> impl Iterator<Item = usize> {
    let mut first = Some(position);
    let mut older = BTreeSet::new();
    iter::from_fn(move || {
        let position = first.take().or_else(|| older.pop_last())?;
        older.extend(log.get(position).into_iter().flat_map(|taken| &taken.targets));
        Some(position)
    })
}

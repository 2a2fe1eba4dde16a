//! The candidate of an undo: the log without the records that it would take back. An undo is accepted only if every other
//! record keeps its outcome in it, and the versions that it made keep their numbers.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Organization, Refusal};

use super::intent::Intent;
use super::outcome::{Outcome, UndoRefusal};
use super::{Fold, Taken};

/// Positions of records, each with the position of the record by which it would be undone, or nothing if it would count
/// again.
pub(crate) type Changes = BTreeMap<usize, Option<usize>>;

/// The effects of an undo on the other records.
#[derive(Debug, Default)]
pub(crate) struct Candidate {
    /// The positions of the later records whose outcome would change. Without them too, no other one would change.
    pub dependents: Vec<usize>,
    /// A record that would count again and that the rules now refuse, with their reason.
    pub refused: Option<(usize, Option<Refusal>)>,
}

impl Candidate {
    /// Refuses the undo if any outcome would change.
    pub fn refusal(&self, fold: &Fold) -> Result<(), UndoRefusal> {
        let record = |position: &usize| fold.taken.get(*position).map(|taken| taken.origin.record);
        if let Some((position, refusal)) = &self.refused
            && let Some(record) = record(position)
        {
            return Err(UndoRefusal::NotRestorable(record, refusal.clone().map(Box::new)));
        }
        if self.dependents.is_empty() {
            return Ok(());
        }
        Err(UndoRefusal::Dependents(self.dependents.iter().rev().filter_map(record).collect()))
    }
}

impl Fold {
    /// The changes if the next record takes back the records at `targets`, which are sorted. A record is undone by the undo of it
    /// that counts, and two never count at once. An undo is newer than what it takes back, so each record is looked at once, the
    /// newest first, after every undo of it. Following each undo to its targets would never end: after some returns to the
    /// same state, there are more ways from undo to undo than can be counted.
    pub(crate) fn toggle(&self, targets: &[usize]) -> Result<Changes, UndoRefusal> {
        let next = self.taken.len();
        let mut changes = Changes::new();
        let mut affected: BTreeSet<usize> = targets.iter().copied().collect();
        while let Some(position) = affected.pop_last() {
            let taken = self.taken.get(position).ok_or(UndoRefusal::Missing)?;
            let is_target = targets.binary_search(&position).is_ok();
            match (&taken.intent, &taken.verdict) {
                (Some(Intent::Found(_)), _) => return Err(UndoRefusal::Founding),
                (None, _) | (Some(Intent::Undo(_)), Outcome::NotUndone(_)) => return Err(UndoRefusal::NoEffect),
                (Some(Intent::Act(_) | Intent::Undo(_) | Intent::Checkpoint(_)), _) => {}
            }
            let counts = |undo: &usize| {
                let known = || self.taken.get(*undo).and_then(|undo| undo.undone_by);
                changes.get(undo).copied().unwrap_or_else(known).is_none()
            };
            let mut undos = taken.undos.iter().copied().filter(counts).chain(is_target.then_some(next));
            let undone_by = undos.next();
            if undos.next().is_some() {
                return Err(UndoRefusal::AlreadyUndone);
            }
            if undone_by.is_some() != taken.undone_by.is_some() {
                affected.extend(&taken.targets);
            }
            if undone_by != taken.undone_by {
                changes.insert(position, undone_by);
            }
        }
        Ok(changes)
    }

    /// Whether the records at `targets`, which are sorted, can be taken back one after another, the newest first. The first programs
    /// took them back so, and must read each new record alike.
    pub(crate) fn check_one_by_one(&self, targets: &[usize]) -> Result<(), UndoRefusal> {
        let is_undo =
            |target: &usize| self.taken.get(*target).is_some_and(|taken| matches!(taken.intent, Some(Intent::Undo(_))));
        let undos = targets.iter().enumerate().filter(|(_, target)| is_undo(target));
        undos.rev().filter_map(|(nth, _)| targets.get(nth..)).try_for_each(|newest| self.toggle(newest).map(drop))
    }

    /// Replays the log with these changes, and reviews every record anew from the first one on that changes.
    pub(crate) fn candidate(&self, changes: &Changes) -> Candidate {
        let mut candidate = Candidate::default();
        let changes_state = |(position, undone_by): (&usize, &Option<usize>)| {
            let taken = self.taken.get(*position)?;
            (is_intent(taken) && taken.undone_by.is_some() != undone_by.is_some()).then_some(*position)
        };
        let Some(first) = changes.iter().find_map(changes_state) else { return candidate };
        let mut state = self.state_before(first);
        let mut standing = Standing::default();
        for (position, taken) in self.taken.iter().enumerate().skip(first) {
            let undone_by = changes.get(&position).copied().unwrap_or(taken.undone_by);
            if undone_by.is_some() || !is_intent(taken) {
                continue;
            }
            let Err(refusal) = self.check_outcome(position, taken, &mut state, &mut standing) else { continue };
            if changes.contains_key(&position) {
                candidate.refused.get_or_insert((position, refusal));
            } else {
                candidate.dependents.push(position);
            }
        }
        candidate
    }

    /// Applies the record to the state if its outcome there is the one that it has. Otherwise the state stays as it is, and
    /// the answer is the refusal of the rules, or nothing if they would allow what they refused.
    fn check_outcome(
        &self,
        position: usize,
        taken: &Taken,
        state: &mut Option<Organization>,
        standing: &mut Standing,
    ) -> Result<(), Option<Refusal>> {
        let Some(intent) = &taken.intent else { return Ok(()) };
        if taken.verdict != Outcome::Applied {
            let answer = taken.origin.attempt(&mut state.clone(), intent, false);
            return answer.map_or(Ok(()), |()| Err(None));
        }
        let before = state.clone();
        match taken.origin.attempt(state, intent, false) {
            Ok(()) if taken.keeps_numbers(state.as_ref()) => Ok(()),
            Ok(()) => {
                *state = before;
                Err(None)
            }
            // An earlier program may have accepted what today's rules refuse where it counts, too.
            Err(refusal) => {
                let mut standing = standing.state_before(self, position, taken.undone_by).clone();
                let today = taken.origin.attempt(&mut standing, intent, false);
                if today.is_err_and(|today| today == refusal) {
                    taken.apply_to(state);
                    Ok(())
                } else {
                    Err(Some(refusal))
                }
            }
        }
    }
}

/// The states in which records count, or counted before they were undone. Records that are asked for in order share the
/// replay.
#[derive(Default)]
struct Standing {
    /// The undo that has taken the records back, if any, and for each record whether it did not count before that.
    log: Option<(Option<usize>, Vec<bool>)>,
    position: usize,
    state: Option<Organization>,
}

impl Standing {
    /// The state before the record at a position, which the undo has taken back.
    fn state_before(&mut self, fold: &Fold, position: usize, undo: Option<usize>) -> &Option<Organization> {
        match &self.log {
            Some((known, is_undone)) if *known == undo => {
                let between = fold.taken.iter().zip(is_undone).take(position).skip(self.position);
                for (taken, _) in between.filter(|(_, is_undone)| !**is_undone) {
                    taken.apply_to(&mut self.state);
                }
            }
            _ => {
                let now = || fold.taken.iter().map(|taken| taken.undone_by.is_some()).collect();
                let is_undone = undo.map_or_else(now, |undo| fold.undone_after(undo));
                self.state = fold.state_with(&is_undone, position);
                self.log = Some((undo, is_undone));
            }
        }
        self.position = position;
        &self.state
    }
}

/// Whether it asks for a change of the organization, whatever came of it.
fn is_intent(taken: &Taken) -> bool {
    taken.intent.as_ref().is_some_and(Intent::is_change)
}

impl Taken {
    /// Whether the versions and links that it made have the numbers in a state that they got: people and programs refer to them by
    /// these.
    fn keeps_numbers(&self, state: Option<&Organization>) -> bool {
        let Some(intent) = self.intent.as_ref().filter(|_| !self.numbers.is_empty()) else { return true };
        let now = self.origin.numbers_made(intent, state);
        self.numbers.iter().all(|(at, number)| now.iter().all(|(other, then)| other != at || then == number))
    }
}

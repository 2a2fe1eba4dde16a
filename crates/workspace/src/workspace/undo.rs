//! Undo, redo and checkpoints. Undo rewinds the rehearsal: it belongs to the person at the browser, and asks for no role (R).
//! But an account takes back only what it may see.

use std::collections::BTreeSet;
use std::iter;

use domain::{AccountId, CheckpointName};
use journal::{KeyValue, Payload, RecordId, SaveError};
use thiserror::Error;

use super::{DispatchError, Receipt, RecordInfo, Workspace};
use crate::fold::Taken;
use crate::fold::intent::Intent;
use crate::fold::stored::{write_checkpoint, write_undo};
use crate::{Outcome, ReadOnly, UndoRefusal};

/// The reason why an undo, a redo or a checkpoint was not made. The organization is unchanged in every case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UndoError {
    /// The records cannot be undone.
    #[error(transparent)]
    Refused(#[from] UndoRefusal),
    /// The workspace is read-only.
    #[error("nothing may be written")]
    ReadOnly(ReadOnly),
    /// The storage did not keep it.
    #[error("it could not be kept")]
    NotSaved(SaveError),
}

impl From<DispatchError> for UndoError {
    fn from(error: DispatchError) -> Self {
        match error {
            DispatchError::Refused(..) => Self::Refused(UndoRefusal::NotVisible),
            DispatchError::ReadOnly(read_only) => Self::ReadOnly(read_only),
            DispatchError::NotSaved(error) => Self::NotSaved(error),
        }
    }
}

/// Whether the later records that depend on an undone record are undone along with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dependents {
    /// They refuse the undo.
    Refuse,
    /// They are undone too, as one intent.
    UndoToo,
}

impl<S: KeyValue + Clone> Workspace<S> {
    /// Undoes records as one intent. Undoing an undo is a redo.
    ///
    /// # Errors
    /// [`UndoError`]; the organization is as it was, and so is storage, unless the error says that this is not certain.
    pub fn undo(
        &mut self,
        actor: &AccountId,
        records: &[RecordId],
        dependents: Dependents,
        info: RecordInfo,
    ) -> Result<Receipt, UndoError> {
        self.prepare(actor)?;
        let undone = self.check_undo(actor, records, dependents)?;
        self.write(actor, write_undo(undone), info)
    }

    /// Undoes everything that follows a record, as one intent, except for checkpoints. Nothing that follows can stand
    /// against it.
    ///
    /// # Errors
    /// As [`undo`](Self::undo).
    pub fn return_to(&mut self, actor: &AccountId, record: RecordId, info: RecordInfo) -> Result<Receipt, UndoError> {
        self.prepare(actor)?;
        let undone = self.check_return(actor, record)?;
        self.write(actor, write_undo(undone), info)
    }

    /// Names the present state.
    ///
    /// # Errors
    /// As [`undo`](Self::undo).
    pub fn checkpoint(
        &mut self,
        actor: &AccountId,
        name: &CheckpointName,
        info: RecordInfo,
    ) -> Result<Receipt, UndoError> {
        self.prepare(actor)?;
        self.write(actor, write_checkpoint(name), info)
    }

    /// Whether the account can undo these records now, and which records it then undoes, sorted.
    ///
    /// # Errors
    /// [`UndoRefusal`]
    pub fn check_undo(
        &self,
        actor: &AccountId,
        records: &[RecordId],
        dependents: Dependents,
    ) -> Result<Vec<RecordId>, UndoRefusal> {
        let positions = records.iter().map(|record| self.fold.position(*record).ok_or(UndoRefusal::Missing));
        let mut positions: BTreeSet<usize> = positions.collect::<Result<_, _>>()?;
        if positions.is_empty() {
            return Err(UndoRefusal::Nothing);
        }
        positions.iter().try_for_each(|position| self.require_seen(actor, *position))?;
        self.require_visible(actor, &positions)?;
        for (_, outcome) in positions.iter().filter_map(|position| self.fold.outcomes.get(*position)) {
            match outcome {
                Outcome::Applied => {}
                Outcome::Undone(_) => return Err(UndoRefusal::AlreadyUndone),
                Outcome::Overtaken(_) | Outcome::NotUndone(_) | Outcome::NotUnderstood => {
                    return Err(UndoRefusal::NoEffect);
                }
            }
        }
        let changes = self.fold.toggle(&Vec::from_iter(positions.iter().copied()))?;
        let candidate = self.fold.candidate(&changes);
        let others =
            candidate.dependents.iter().copied().chain(candidate.refused.iter().map(|(position, _)| *position));
        self.require_visible(actor, &others.collect())?;
        match (candidate.refusal(&self.fold), dependents) {
            (Err(UndoRefusal::Dependents(_)), Dependents::UndoToo) => positions.extend(candidate.dependents),
            (Err(refusal), _) => {
                let history = self.history(actor).ok_or(UndoRefusal::Missing)?;
                return Err(history.without_hidden_names(refusal));
            }
            (Ok(()), _) => {}
        }
        self.fold.check_one_by_one(&Vec::from_iter(positions.iter().copied()))?;
        Ok(positions.iter().filter_map(|position| Some(self.fold.taken.get(*position)?.origin.record)).collect())
    }

    /// Whether the account can return to the state after a record, and which records it then undoes.
    ///
    /// # Errors
    /// [`UndoRefusal`]
    pub fn check_return(&self, actor: &AccountId, record: RecordId) -> Result<Vec<RecordId>, UndoRefusal> {
        let position = self.fold.position(record).ok_or(UndoRefusal::Missing)?;
        self.require_seen(actor, position)?;
        // Every later record is undone: with all later undos taken back, whatever they had undone counts again.
        let has_effect = |taken: &Taken| match (&taken.intent, &taken.verdict) {
            (Some(Intent::Checkpoint(_)) | None, _) | (_, Outcome::NotUndone(_)) => false,
            (Some(_), _) => true,
        };
        let later = self.fold.taken.iter().enumerate().skip(position + 1).rev();
        let undone: Vec<usize> = later.filter(|(_, taken)| has_effect(taken)).map(|(later, _)| later).collect();
        let is_undone = self.fold.undone_after(position + 1).into_iter().chain(iter::repeat(true));
        // Undos that make up for each other change nothing.
        let changes = |(taken, is_undone): (&Taken, bool)| {
            taken.intent.as_ref().is_some_and(Intent::is_change) && taken.undone_by.is_some() != is_undone
        };
        if !self.fold.taken.iter().zip(is_undone).any(changes) {
            return Err(UndoRefusal::AlreadyUndone);
        }
        self.require_visible(actor, &undone.iter().copied().collect())?;
        Ok(undone.iter().filter_map(|position| Some(self.fold.taken.get(*position)?.origin.record)).collect())
    }

    /// The newest of one's own intents that still counts. Undo takes it back.
    pub fn last_undoable(&self, is_own: impl Fn(RecordId) -> bool) -> Option<RecordId> {
        let mut own = self.fold.taken.iter().rev().filter(|taken| is_own(taken.origin.record));
        let counts = |taken: &&Taken| {
            taken.verdict == Outcome::Applied
                && taken.undone_by.is_none()
                && matches!(taken.intent, Some(Intent::Act(_) | Intent::Checkpoint(_)))
        };
        own.find(counts).map(|taken| taken.origin.record)
    }

    /// The newest of one's own undos that still counts, unless there is another own intent since. Redo takes it back.
    pub fn last_redoable(&self, is_own: impl Fn(RecordId) -> bool) -> Option<RecordId> {
        let own = self.fold.taken.iter().rev().filter(|taken| is_own(taken.origin.record));
        let mut counting = own.filter(|taken| taken.verdict == Outcome::Applied && taken.undone_by.is_none());
        // A record that was undone and redone counts again, and is older than the undo.
        let newest = counting.find(|taken| !taken.is_redo)?;
        matches!(newest.intent, Some(Intent::Undo(_))).then_some(newest.origin.record)
    }

    fn prepare(&mut self, actor: &AccountId) -> Result<(), UndoError> {
        self.check_writable()?;
        self.refresh(&[]).map_err(|error| UndoError::NotSaved(SaveError::Storage(error)))?;
        self.check_writable()?;
        let is_there = self.organization().is_some_and(|organization| organization.has(actor));
        if is_there { Ok(()) } else { Err(UndoRefusal::NotVisible.into()) }
    }

    fn write(&mut self, actor: &AccountId, entry: Payload, info: RecordInfo) -> Result<Receipt, UndoError> {
        let record = self.journal.next_id();
        self.append(actor.id(), vec![entry], info)?;
        self.take_last();
        debug_assert_eq!(self.fold.outcomes.last(), Some(&(record, Outcome::Applied)), "it was examined before");
        Ok(Receipt { record })
    }

    /// A record of which the account sees nothing is not there.
    fn require_seen(&self, actor: &AccountId, position: usize) -> Result<(), UndoRefusal> {
        let history = self.history(actor).ok_or(UndoRefusal::NotVisible)?;
        if history.is_visible(position) { Ok(()) } else { Err(UndoRefusal::Missing) }
    }

    fn require_visible(&self, actor: &AccountId, positions: &BTreeSet<usize>) -> Result<(), UndoRefusal> {
        let history = self.history(actor).ok_or(UndoRefusal::NotVisible)?;
        let is_visible = positions.iter().all(|position| history.is_whole(*position));
        if is_visible { Ok(()) } else { Err(UndoRefusal::NotVisible) }
    }
}

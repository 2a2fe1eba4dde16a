//! The outcome of a record.

use domain::{Action, Id, Refusal};
use journal::RecordId;
use thiserror::Error;

/// The outcome of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was applied.
    Applied,
    /// A concurrent record of another tab comes first, and the rules then refuse this one.
    Overtaken(Refusal),
    /// An undo that did not know a record of another tab, and that cannot take effect because of it.
    NotUndone(UndoRefusal),
    /// The named record has taken it back. What its outcome was before counts again when that record is undone.
    Undone(RecordId),
    /// Its checksum is right and its content is unknown: a newer program wrote it.
    NotUnderstood,
}

/// A record that was acknowledged and then overtaken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overtaken {
    /// The record.
    pub record: RecordId,
    /// The account that acted.
    pub by: Id,
    /// When it was acknowledged: UTC milliseconds since 1970.
    pub at: i64,
    /// Its clock, which tells how much of the log its writer knew.
    pub clock: u64,
    /// Its actions. An undo has none.
    pub actions: Vec<Action>,
    /// Why it has no effect.
    pub reason: OvertakenReason,
}

/// Why an acknowledged record has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OvertakenReason {
    /// The rules refuse its actions.
    Refused(Refusal),
    /// It is an undo, and the record of another tab depends on what it would take back or stands against what would count again.
    NotUndone(UndoRefusal),
}

/// The reason why records cannot be undone.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UndoRefusal {
    /// There is no such record, or the account sees nothing of it.
    #[error("there is no such record")]
    Missing,
    /// There is nothing to undo or redo.
    #[error("there is nothing to undo")]
    Nothing,
    /// The account does not see all that would be undone, or is not in the organization. What it is remains unsaid.
    #[error("it cannot be undone as this account")]
    NotVisible,
    /// The founding of the organization is the beginning of its log.
    #[error("the founding cannot be undone")]
    Founding,
    /// It is undone already.
    #[error("it is undone already")]
    AlreadyUndone,
    /// It was overtaken, so there is nothing to undo.
    #[error("it has no effect")]
    NoEffect,
    /// The outcome of these later records would change. The newest is the first. They can be undone too.
    #[error("later records depend on it")]
    Dependents(Vec<RecordId>),
    /// This record would count again, and the rules would refuse it as the organization is now, or would allow what they
    /// refused.
    #[error("the rules refuse a record that would count again")]
    NotRestorable(RecordId, Option<Box<Refusal>>),
}

//! Undo, redo, checkpoints, and the organization as of a moment. A tab undoes what it did itself; by name, any record can be
//! undone.

use std::rc::Rc;

use domain::{AccountId, CheckpointName, Differences, Missing};
use journal::RecordId;
use workspace::{Dependents, History, Receipt, UndoError, UndoRefusal, Via, What, Workspace};

use super::own_records::OwnRecords;
use super::sharing::is_full;
use super::{ChangeError, CompletedAction, Notice, Store, ViewRef, WorkspaceError, record_info};
use crate::platform::clock;
use crate::platform::storage::BrowserStore;

/// A point in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A time: UTC milliseconds.
    At(i64),
    /// Right after a record.
    After(RecordId),
}

/// The target of an undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// The last intent of this tab that still counts.
    Last,
    /// The last undo of this tab that still counts, unless it did something else since.
    LastUndo,
    /// A record.
    Record(RecordId),
}

impl Moment {
    /// Reads the name of a record, a day, or a time in ISO 8601 form with its time zone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(record) = text.parse() {
            return Some(Self::After(record));
        }
        clock::parse(text).map(Self::At)
    }

    /// The number of records of a log up to it, if the log has the record that it names.
    pub(super) fn count_in(self, workspace: &Workspace<BrowserStore>) -> Option<usize> {
        match self {
            Self::At(at) => Some(workspace.count_at(at)),
            Self::After(record) => workspace.position(record).map(|position| position + 1),
        }
    }
}

impl Store {
    /// Undoes as the acting account.
    ///
    /// # Errors
    /// [`ChangeError`]. The state is unchanged.
    pub fn undo(&self, what: Undoable, dependents: Dependents) -> Result<Receipt, ChangeError> {
        self.rewind(|workspace, actor| {
            // Records of other tabs may have come since.
            let record = self.record_of(workspace, what)?;
            workspace.undo(actor, &[record], dependents, record_info(Via::Undo))
        })
    }

    /// Undoes as the acting account, and notifies about the result.
    pub fn undo_and_notify(&self, what: Undoable) {
        self.notify_rewound(self.undo(what, Dependents::Refuse));
    }

    /// Undoes a record with the later ones that were listed as dependent on it, and nothing else, and notifies about the result.
    ///
    /// # Errors
    /// The records that depend on it now, the newest first, if they are others than the listed ones. Nothing has changed then.
    pub fn undo_listed_and_notify(&self, record: RecordId, listed: &[RecordId]) -> Result<(), Vec<RecordId>> {
        let all: Vec<RecordId> = std::iter::once(record).chain(listed.iter().copied()).collect();
        let undo = |records: &[RecordId]| {
            self.rewind(|workspace, actor| workspace.undo(actor, records, Dependents::Refuse, record_info(Via::Undo)))
        };
        let mut result = undo(&all);
        // Another tab has added a dependent record, or has undone a listed one.
        let is_outdated = |error: &ChangeError| {
            matches!(error, ChangeError::NotUndone(UndoRefusal::Dependents(_) | UndoRefusal::AlreadyUndone))
        };
        if !listed.is_empty() && result.as_ref().is_err_and(is_outdated) {
            result = undo(&[record]);
        }
        match result {
            Err(ChangeError::NotUndone(UndoRefusal::Dependents(records))) => Err(records),
            result => {
                self.notify_rewound(result);
                Ok(())
            }
        }
    }

    /// Returns to the state after a record as the acting account, and notifies about the result.
    pub fn return_and_notify(&self, record: RecordId) {
        self.notify_rewound(self.return_to(record));
    }

    fn notify_rewound(&self, result: Result<Receipt, ChangeError>) {
        self.notify(match result {
            Ok(receipt) => self.rewound(receipt.record),
            Err(error) => Notice::NotRewound(error),
        });
    }

    /// The notice about an undo.
    fn rewound(&self, undo: RecordId) -> Notice {
        let read = |history: &History<'_>| {
            let position = history.position(undo)?;
            let actions: Rc<[CompletedAction]> = history.rewound(position).iter().map(CompletedAction::past).collect();
            Some(Notice::Rewound { is_redo: history.is_redo(position), actions })
        };
        let nothing = || Notice::Rewound { is_redo: false, actions: Rc::new([]) };
        self.read_history(read).flatten().unwrap_or_else(nothing)
    }

    /// Opens the state after a record as an organization of its own.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn open_state_after(&self, record: RecordId) -> Result<(), WorkspaceError> {
        let archive = self.0.workspace.borrow().as_ref().and_then(|workspace| workspace.archive_up_to(record));
        self.open_archive(&archive.ok_or(WorkspaceError::Deleted)?)
    }

    /// Returns to the state after a record, as the acting account.
    ///
    /// # Errors
    /// [`ChangeError`]. The state is unchanged.
    pub fn return_to(&self, record: RecordId) -> Result<Receipt, ChangeError> {
        self.rewind(|workspace, actor| workspace.return_to(actor, record, record_info(Via::Undo)))
    }

    /// Names the present state, as the acting account.
    ///
    /// # Errors
    /// [`ChangeError`]. The state is unchanged.
    pub fn checkpoint(&self, via: Via, name: &CheckpointName) -> Result<Receipt, ChangeError> {
        self.rewind(|workspace, actor| workspace.checkpoint(actor, name, record_info(via)))
    }

    /// Whether [`undo`](Self::undo) would succeed now, and the records that it would undo.
    ///
    /// # Errors
    /// [`ChangeError`]
    pub fn check_undo(&self, what: Undoable, dependents: Dependents) -> Result<Vec<RecordId>, ChangeError> {
        if let Some(read_only) = self.model().health.read_only {
            return Err(ChangeError::ReadOnly(read_only));
        }
        if self.is_looking_back() {
            return Err(ChangeError::LookingBack);
        }
        let (workspace, acting) = (self.0.workspace.borrow(), self.0.acting.borrow());
        let (workspace, actor) = workspace.as_ref().zip(acting.as_ref()).ok_or_else(nobody_acts)?;
        let record = self.record_of(workspace, what)?;
        workspace.check_undo(actor, &[record], dependents).map_err(ChangeError::NotUndone)
    }

    /// Reads the history as the acting account sees it.
    pub fn read_history<T>(&self, read: impl FnOnce(&History<'_>) -> T) -> Option<T> {
        let (workspace, acting) = (self.0.workspace.borrow(), self.0.acting.borrow());
        let history = workspace.as_ref()?.history(acting.as_ref()?)?;
        Some(read(&history))
    }

    /// Takes the next actions into what the history remembers, and answers whether it has all of them.
    #[must_use]
    pub fn read_history_ahead(&self, actions: usize) -> bool {
        self.0.workspace.borrow().as_ref().is_none_or(|workspace| workspace.read_ahead(actions))
    }

    /// The records that an undo has taken back and that the acting account sees, the newest first.
    #[must_use]
    pub fn undone_by(&self, undo: RecordId) -> Vec<RecordId> {
        let read = |history: &History<'_>| {
            let entry = history.position(undo).and_then(|position| history.entry(position));
            match entry.map(|entry| entry.what) {
                Some(What::Undo { records, .. }) => records,
                _ => Vec::new(),
            }
        };
        self.read_history(read).unwrap_or_default()
    }

    /// The number of records up to a moment, if the log has the record that it names.
    #[must_use]
    pub fn count_at(&self, moment: Moment) -> Option<usize> {
        moment.count_in(self.0.workspace.borrow().as_ref()?)
    }

    /// The view of an account after so many records: nothing if there was no organization, and of it nothing if the account was not
    /// in it.
    #[must_use]
    pub fn view_after(&self, count: usize, account: &AccountId) -> Option<Option<ViewRef>> {
        let organization = self.0.workspace.borrow().as_ref()?.organization_after(count)?;
        Some(organization.view_for(account).map(ViewRef::new))
    }

    /// The differences between the states after so many records, as far as the acting account could see each of them.
    #[must_use]
    pub fn differences(&self, before: usize, after: usize) -> Option<Differences> {
        let (workspace, acting) = (self.0.workspace.borrow(), self.0.acting.borrow());
        let (workspace, acting) = (workspace.as_ref()?, acting.as_ref()?);
        let [before, after] = [before, after].map(|count| workspace.organization_after(count));
        Some(Differences::between(before.as_ref(), after.as_ref(), acting))
    }

    fn rewind(
        &self,
        change: impl Fn(&mut Workspace<BrowserStore>, &AccountId) -> Result<Receipt, UndoError>,
    ) -> Result<Receipt, ChangeError> {
        if self.is_looking_back() {
            return Err(ChangeError::LookingBack);
        }
        let attempt = || {
            let acting = self.0.acting.borrow().clone().ok_or_else(nobody_acts)?;
            let mut workspace = self.0.workspace.borrow_mut();
            change(workspace.as_mut().ok_or_else(nobody_acts)?, &acting).map_err(ChangeError::from)
        };
        let result = self.with_room(attempt, is_full);
        self.after_writing(&result);
        result.map_err(|error| match &self.model().removed {
            Some(removed) if matches!(error, ChangeError::NotUndone(_)) => ChangeError::Removed(removed.name.clone()),
            _ => error,
        })
    }

    fn record_of(&self, workspace: &Workspace<BrowserStore>, what: Undoable) -> Result<RecordId, UndoRefusal> {
        let own = OwnRecords::of(workspace);
        let record = match what {
            Undoable::Record(record) => Some(record),
            Undoable::Last => workspace.last_undoable(|record| own.includes(record)),
            Undoable::LastUndo => workspace.last_redoable(|record| own.includes(record)),
        };
        record.ok_or(UndoRefusal::Nothing)
    }
}

fn nobody_acts() -> ChangeError {
    ChangeError::Refused(domain::Refusal::Missing(Missing::Actor), 0)
}

impl From<UndoRefusal> for ChangeError {
    fn from(refusal: UndoRefusal) -> Self {
        Self::NotUndone(refusal)
    }
}

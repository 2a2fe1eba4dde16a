//! The messages about changes.

use std::rc::Rc;

use domain::{Action, View};
use workspace::Overtaken;

use super::{ChangeError, CompletedAction, WorkspaceError};

/// A message about a completed or failed change.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A registry of this name was created.
    Created(Rc<str>),
    /// These actions were applied.
    Completed(Rc<[CompletedAction]>),
    /// The numbers of imported people, service accounts and teams.
    Imported([usize; 3]),
    /// These actions were undone, or redone. There are none if only checkpoints were.
    Rewound {
        /// Whether they were redone.
        is_redo: bool,
        /// The actions with the names of then.
        actions: Rc<[CompletedAction]>,
    },
    /// Nothing was undone or redone.
    NotRewound(ChangeError),
    /// A checkpoint of this name was saved.
    CheckpointSaved(Rc<str>),
    /// A form was saved without changes.
    NothingChanged,
    /// Other tabs overtook these intents of the acting account.
    Overtaken(Rc<[Rc<Overtaken>]>),
    /// The log does not have the moment, or the organization was founded later.
    NoSuchMoment,
    /// The acting account was not in the organization at the moment that the page shows.
    NotThereThen,
    /// `?as=` names an account that does not exist.
    UnknownAccount(Rc<str>),
    /// An archive was restored.
    Restored,
    /// The scenario of this name was started over.
    StartedOver(Rc<str>),
    /// An earlier workspace was opened.
    Opened,
    /// An earlier workspace was deleted.
    Deleted,
    /// The storage could not be read after a change in another tab.
    CannotRead,
    /// A workspace could not be downloaded.
    NotDownloaded,
    /// The values that storage had lost are stored again.
    WrittenBack,
    /// The site opens without a network from now on.
    ReadyOffline,
    /// The values that storage has lost could not be stored.
    NotWrittenBack(ChangeError),
    /// The organization of a saved page was copied, and the copy was opened.
    StartedFromOriginal,
    /// The organization of a saved page could not be opened.
    OriginalNotOpened(WorkspaceError),
}

impl Notice {
    /// The actions with the names of their targets in the view before them.
    #[must_use]
    pub fn completed(before: &View, actions: &[Action]) -> Self {
        Self::Completed(actions.iter().map(|action| CompletedAction::of(before, action)).collect())
    }

    /// Whether it reports a problem. Such a notice stays until it is dismissed.
    #[must_use]
    pub fn is_error(&self) -> bool {
        matches!(
            self,
            Self::Overtaken(_)
                | Self::UnknownAccount(_)
                | Self::NoSuchMoment
                | Self::NotThereThen
                | Self::CannotRead
                | Self::NotDownloaded
                | Self::NotWrittenBack(_)
                | Self::OriginalNotOpened(_)
                | Self::NotRewound(_)
        )
    }

    /// Whether it is about a record that can be undone or redone.
    #[must_use]
    pub fn is_undoable(&self) -> bool {
        matches!(self, Self::Created(_) | Self::Completed(_) | Self::Imported(_) | Self::Rewound { .. })
    }
}

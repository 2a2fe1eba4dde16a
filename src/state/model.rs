//! What components read: one snapshot of everything, compared by pointer.

use std::rc::Rc;

use domain::{AccountId, Action, Id, View};
use journal::WorkspaceKey;
use workspace::{Health, Listed, Overtaken};

use super::walkthrough::steps::Walkthrough;
use super::{Deed, Store};

/// One snapshot of the page's state.
#[derive(Debug, Default)]
pub struct Model {
    /// What there is to show.
    pub stage: Stage,
    /// How the log of the current workspace is.
    pub health: Health,
    /// Whether what is done outlives the tab.
    pub is_kept: bool,
    /// Whether the last attempt to keep something failed.
    pub failed: bool,
    /// How many other tabs of this site are open.
    pub other_tabs: usize,
    /// What there is to tell.
    pub told: Vec<Told>,
    /// How far somebody has come in the walkthrough, if it was begun in this workspace.
    pub walkthrough: Option<Walkthrough>,
    /// Whether this browser has never begun it, nor turned it down.
    pub may_offer: bool,
}

/// What there is to show.
#[derive(Debug, Default)]
pub enum Stage {
    /// No workspace is current. Earlier ones may be there.
    #[default]
    FirstVisit,
    /// The current workspace holds no organization that could be read.
    NoOrganization(WorkspaceKey),
    /// The organization, as the acting account sees it.
    Open(WorkspaceKey, ViewRef),
}

/// A view: every change makes a new one.
pub type ViewRef = ByPointer<View>;

/// The number of something that was told.
pub type NoticeId = u32;

/// Something that is told until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Its number.
    pub id: NoticeId,
    /// Whom it is told: it can name what others may not see. Nobody in particular if nobody was acting.
    pub to: Option<Id>,
    /// What is told.
    pub notice: Notice,
}

/// Something to tell.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A registry of this name was created.
    Created(Rc<str>),
    /// This was done.
    Did(Rc<[Deed]>),
    /// So many people, service accounts and teams came out of a list.
    Imported([usize; 3]),
    /// Something was to be saved, and it was as before.
    NothingChanged,
    /// What this tab did was overtaken by another tab.
    Overtaken(Rc<Overtaken>),
    /// `?as=` asks for somebody who is not in the organization.
    NobodyOfThatName(Rc<str>),
    /// Whoever acted was removed, and somebody else acts now.
    SomebodyElseActs,
    /// A file was read back.
    Restored,
    /// An earlier workspace was opened.
    Opened,
    /// An earlier workspace was deleted.
    Deleted,
    /// Another tab has changed what the storage holds in a way that could not be read.
    CannotRead,
    /// A workspace could not be downloaded.
    NotDownloaded,
}

impl Notice {
    /// That these actions were done, by the names that they are done to in a view from before.
    #[must_use]
    pub fn did(before: &View, actions: &[Action]) -> Self {
        Self::Did(actions.iter().map(|action| Deed::of(before, action)).collect())
    }

    /// Whether it tells that something went wrong: then it stays until it is dismissed.
    #[must_use]
    pub fn is_error(&self) -> bool {
        matches!(
            self,
            Self::Overtaken(_)
                | Self::NobodyOfThatName(_)
                | Self::SomebodyElseActs
                | Self::CannotRead
                | Self::NotDownloaded
        )
    }
}

/// A model: every change makes a new one.
pub type ModelRef = ByPointer<Model>;

/// Something that is shared, and compared by where it is rather than by what it holds.
#[derive(Debug, Default)]
pub struct ByPointer<T>(Rc<T>);

impl<T> ByPointer<T> {
    pub(super) fn new(thing: T) -> Self {
        Self(Rc::new(thing))
    }
}

impl<T> Clone for ByPointer<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for ByPointer<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for ByPointer<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Model {
    /// The organization as the acting account sees it.
    #[must_use]
    pub fn view(&self) -> Option<ViewRef> {
        match &self.stage {
            Stage::Open(_, view) => Some(view.clone()),
            Stage::FirstVisit | Stage::NoOrganization(_) => None,
        }
    }

    /// The key of the current workspace.
    #[must_use]
    pub fn workspace(&self) -> Option<WorkspaceKey> {
        match &self.stage {
            Stage::FirstVisit => None,
            Stage::NoOrganization(key) | Stage::Open(key, _) => Some(*key),
        }
    }
}

fn is_for(told: &Told, acting: Option<&AccountId>) -> bool {
    told.to.is_none() || told.to.as_ref() == acting.map(AccountId::id)
}

impl Store {
    pub(super) fn make_model(&self) -> Model {
        let workspace = self.0.workspace.borrow();
        let acting = self.0.acting.borrow();
        let stage = match &*workspace {
            None => Stage::FirstVisit,
            Some(workspace) => {
                // A view that is the same stays the same: so nothing that is made of it is made again.
                let shown = self.0.model.borrow().view();
                let see = |account: &AccountId| {
                    let is_of = |view: &ViewRef| workspace.organization().is_some_and(|now| view.is_of(now, account));
                    shown.filter(is_of).or_else(|| workspace.seen_by(account).map(ViewRef::new))
                };
                match acting.as_ref().and_then(see) {
                    Some(view) => Stage::Open(workspace.key(), view),
                    None => Stage::NoOrganization(workspace.key()),
                }
            }
        };
        let key = workspace.as_ref().map(workspace::Workspace::key);
        let (walkthrough, may_offer) = key.map(|key| self.walkthrough(key)).unwrap_or_default();
        Model {
            stage,
            walkthrough,
            may_offer,
            health: workspace.as_ref().map(workspace::Workspace::health).unwrap_or_default(),
            is_kept: self.0.site.storage().is_kept(),
            failed: self.0.failed.get(),
            other_tabs: self.0.other_tabs.get(),
            told: self.0.told.borrow().iter().filter(|told| is_for(told, acting.as_ref())).cloned().collect(),
        }
    }

    /// The workspaces in storage that are not the current one.
    #[must_use]
    pub fn earlier(&self) -> Vec<Listed> {
        let current = self.model().workspace();
        let mut listed = self.0.site.workspaces(super::new_writer()).unwrap_or_default();
        listed.retain(|workspace| Some(workspace.key) != current);
        listed
    }

    /// What there is to say of the workspace with this key.
    #[must_use]
    pub fn listed(&self, key: Option<WorkspaceKey>) -> Option<Listed> {
        self.0.site.workspaces(super::new_writer()).ok()?.into_iter().find(|workspace| Some(workspace.key) == key)
    }
}

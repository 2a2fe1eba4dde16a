//! The snapshot of the state that components read, compared by pointer.

use std::rc::Rc;

use domain::{AccountId, Id, View};
use journal::{RecordId, WorkspaceKey};
use workspace::{Current, Health, Origin, Overtaken, ReadOnly, Workspace, WorkspaceSummary};

use super::looking_back::LookingBack;
use super::overtaken::visible;
use super::walkthrough::progress::Walkthroughs;
use super::{Notice, Past, Store};
use crate::platform::page_file;
use crate::platform::storage::BrowserStore;

/// A snapshot of the page's state.
#[derive(Debug, Default)]
pub struct Model {
    /// The content of the page.
    pub stage: Stage,
    /// Set after the acting account was removed from the organization. The stage keeps its last view, and nothing can be
    /// changed until an account is chosen.
    pub removed: Option<Removed>,
    /// The moment of the log that the page shows, if it does not show the present.
    pub past: Option<Past>,
    /// The health of the current workspace's log.
    pub health: Health,
    /// Counts the changes of the storage.
    pub stored: StorageChanges,
    /// Whether no workspace is open because the site's pointer cannot be read.
    pub has_unreadable_pointer: bool,
    /// Whether changes outlive the tab.
    pub is_kept: bool,
    /// Whether an organization was saved in this page.
    pub has_original: bool,
    /// Whether the last attempt to save failed.
    pub has_save_failed: bool,
    /// The part of this browser's storage that is in use, in percent, if it was measured.
    pub fullness: Option<usize>,
    /// The number of other open tabs of this site.
    pub other_tabs: usize,
    /// The notifications for the acting account.
    pub notifications: Vec<Notification>,
    /// The overtaken intents that the acting account may know, announced or not.
    pub overtaken: Vec<Rc<Overtaken>>,
    /// Whether the scenario has instructions that were not dismissed in this tab.
    pub has_instructions: bool,
    /// The scenario that the workspace is a run of, if any.
    pub origin: Option<Rc<Origin>>,
    /// The walkthroughs of this workspace.
    pub walkthroughs: Walkthroughs,
    /// Whether no walkthrough was started or declined in this browser.
    pub may_offer_walkthrough: bool,
}

/// The numbers of known changes of the storage, by this tab or another one. What is computed from the storage is computed
/// again when they change, and not with every notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageChanges {
    /// In the current workspace.
    pub current: u32,
    /// In other workspaces, and of the workspace that is current.
    pub others: u32,
}

/// The content of the page.
#[derive(Debug, Default)]
pub enum Stage {
    /// No workspace is current. Storage may hold earlier ones.
    #[default]
    FirstVisit,
    /// The current workspace has no readable organization.
    NoOrganization(WorkspaceKey),
    /// The organization as the acting account sees it.
    Open(WorkspaceKey, ViewRef),
}

/// The removal of the acting account from the organization.
#[derive(Clone, Debug)]
pub struct Removed {
    /// The account's name.
    pub name: Rc<str>,
    /// The founder's view, for the choice of another account. Every account sees the directory, but only some see these
    /// registries: show accounts only.
    pub directory: ViewRef,
}

/// A shared view; every change makes a new one.
pub type ViewRef = PtrEq<View>;

/// The id of a notification.
pub type NotificationId = u32;

/// A notice that is shown until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    /// Identifies the notification.
    pub id: NotificationId,
    /// The account that may read it, since a notice can contain names that others must not see. `None` if no account
    /// was acting.
    pub recipient: Option<Id>,
    /// The message.
    pub notice: Notice,
    /// The record that the notice is about, if it can be undone, or redone if it is an undo.
    pub undoable: Option<RecordId>,
}

/// A shared model; every change makes a new one.
pub type ModelRef = PtrEq<Model>;

/// A shared value that is compared by pointer.
#[derive(Debug, Default)]
pub struct PtrEq<T>(Rc<T>);

impl<T> PtrEq<T> {
    pub(super) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for PtrEq<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for PtrEq<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for PtrEq<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Model {
    /// The organization as the page shows it: as the acting account sees it, or saw it before its removal.
    #[must_use]
    pub fn view(&self) -> Option<ViewRef> {
        match &self.stage {
            Stage::Open(_, view) => Some(view.clone()),
            Stage::FirstVisit | Stage::NoOrganization(_) => None,
        }
    }

    /// The organization as the acting account sees it now. An account that was removed sees nothing.
    #[must_use]
    pub fn acting_view(&self) -> Option<ViewRef> {
        self.view().filter(|_| self.removed.is_none())
    }

    /// The view with the accounts to choose from.
    #[must_use]
    pub fn directory(&self) -> Option<ViewRef> {
        self.removed.as_ref().map(|removed| removed.directory.clone()).or_else(|| self.view())
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

fn is_for(notification: &Notification, acting: Option<&AccountId>) -> bool {
    notification.recipient.is_none() || notification.recipient.as_ref() == acting.map(AccountId::id)
}

/// The account's view, or its last view and the fact that it was removed.
fn stage_for(shown: &Model, workspace: &Workspace<BrowserStore>, account: &AccountId) -> (Stage, Option<Removed>) {
    // An unchanged view keeps its pointer, so that memos based on it stay valid.
    let view_of = |account: &AccountId, shown: Option<ViewRef>| {
        let is_of = |view: &ViewRef| workspace.organization().is_some_and(|now| view.is_view_of(now, account));
        match shown {
            Some(view) if is_of(&view) => Some(view),
            Some(view) => workspace.updated_view_for(account, &view).map(ViewRef::new),
            None => workspace.view_for(account).map(ViewRef::new),
        }
    };
    let key = workspace.key();
    if let Some(view) = view_of(account, shown.view()) {
        return (Stage::Open(key, view), None);
    }
    let last = match &shown.stage {
        Stage::Open(open, view) => (*open == key && view.account == *account).then(|| view.clone()),
        Stage::FirstVisit | Stage::NoOrganization(_) => None,
    };
    let directory = workspace.founder().and_then(|founder| view_of(&founder, shown.directory()));
    match (last, directory) {
        (Some(view), Some(directory)) => {
            let name = view.name_of(&account.clone().into()).unwrap_or_default().into();
            (Stage::Open(key, view), Some(Removed { name, directory }))
        }
        _ => (Stage::NoOrganization(key), None),
    }
}

impl Store {
    pub(super) fn make_model(&self) -> Model {
        let workspace = self.0.workspace.borrow();
        let acting = self.0.acting.borrow();
        let looking_back = self.0.looking_back.borrow();
        let (stage, removed) = match (&*workspace, &*acting) {
            (None, _) => (Stage::FirstVisit, None),
            (Some(workspace), None) => (Stage::NoOrganization(workspace.key()), None),
            (Some(workspace), Some(account)) => match &*looking_back {
                Some(past) => (past.stage(&self.0.model.borrow(), workspace.key(), account), None),
                None => stage_for(&self.0.model.borrow(), workspace, account),
            },
        };
        let key = workspace.as_ref().map(workspace::Workspace::key);
        let (walkthroughs, may_offer_walkthrough) = key.map(|key| self.walkthroughs(key)).unwrap_or_default();
        let health = workspace.as_ref().map(Workspace::health).unwrap_or_default();
        Model {
            stage,
            removed,
            past: looking_back.as_ref().map(LookingBack::past),
            walkthroughs,
            // The steps change the organization.
            may_offer_walkthrough: may_offer_walkthrough && health.read_only != Some(ReadOnly::Original),
            has_instructions: self.has_instructions(),
            origin: self.0.origin.borrow().clone(),
            health,
            stored: self.0.stored.get(),
            has_unreadable_pointer: key.is_none() && matches!(self.0.site.current(), Ok(Current::Unreadable(_))),
            is_kept: self.0.site.storage().is_kept(),
            has_original: page_file::original_id().is_some(),
            has_save_failed: self.0.has_save_failed.get(),
            fullness: self.0.fullness.get(),
            other_tabs: self.0.other_tabs.get(),
            overtaken: workspace
                .as_ref()
                .zip(acting.as_ref())
                .map(|(workspace, account)| visible(workspace, account))
                .unwrap_or_default(),
            notifications: self
                .0
                .notifications
                .borrow()
                .iter()
                .filter(|notification| is_for(notification, acting.as_ref()))
                .cloned()
                .collect(),
        }
    }

    /// The stored workspaces except for the current one. It takes as long as opening all of them.
    #[must_use]
    pub fn earlier(&self) -> Vec<WorkspaceSummary> {
        let current = self.model().workspace();
        let mut listed = self.0.site.workspaces(super::new_writer()).unwrap_or_default();
        listed.retain(|workspace| Some(workspace.key) != current);
        listed
    }

    /// The keys of the stored workspaces except for the current one.
    #[must_use]
    pub fn earlier_keys(&self) -> Vec<WorkspaceKey> {
        let current = self.model().workspace();
        let mut keys = self.0.site.keys().unwrap_or_default();
        keys.retain(|key| Some(*key) != current);
        keys
    }

    /// The stored workspace with this key. It takes as long as opening it.
    #[must_use]
    pub fn summary(&self, key: WorkspaceKey) -> Option<WorkspaceSummary> {
        self.0.site.summary(key, super::new_writer()).ok()
    }

    /// The name of the current organization, and when it was last changed, in UTC milliseconds.
    #[must_use]
    pub fn current_facts(&self) -> (Option<String>, Option<i64>) {
        let workspace = self.0.workspace.borrow();
        let organization = workspace.as_ref().and_then(Workspace::organization);
        let last_change = workspace.as_ref().and_then(Workspace::last_change);
        (organization.map(|organization| organization.name().to_string()), last_change)
    }

    /// The keys of everything that the current workspace has in storage.
    #[must_use]
    pub fn current_keys(&self) -> Vec<String> {
        let workspace = self.0.workspace.borrow();
        let keys = workspace.as_ref().and_then(|workspace| workspace.site().keys_of(workspace.key()).ok());
        keys.unwrap_or_default()
    }

    /// The size of these keys of the current workspace with their values, in UTF-16 units.
    #[must_use]
    pub fn size_of(&self, keys: &[String]) -> usize {
        let workspace = self.0.workspace.borrow();
        workspace.as_ref().and_then(|workspace| workspace.site().size_of(keys).ok()).unwrap_or_default()
    }

    /// The current workspace.
    #[must_use]
    pub fn current(&self) -> Option<WorkspaceSummary> {
        self.0.workspace.borrow().as_ref()?.summary().ok()
    }

    /// Whether this is the key of a value of another workspace than the current one.
    pub(super) fn is_of_another_workspace(&self, key: &str) -> bool {
        let named = key.strip_prefix("registrar:").and_then(|key| key.split_once(':')?.0.parse::<WorkspaceKey>().ok());
        let current = self.0.workspace.borrow().as_ref().map(|workspace| workspace.key());
        named.is_some_and(|named| Some(named) != current)
    }

    /// Notes that the storage has changed: under this key, or under any.
    pub(super) fn note_stored(&self, key: Option<&str>) {
        self.measure_storage_again();
        let current = self.0.workspace.borrow().as_ref().map(|workspace| format!("registrar:{}:", workspace.key()));
        let is_current = |key: &str| current.is_some_and(|current| key.starts_with(&current));
        let is_of_current = key.is_some_and(is_current);
        let StorageChanges { current, others } = self.0.stored.get();
        self.0.stored.set(StorageChanges {
            current: current.wrapping_add(u32::from(key.is_none() || is_of_current)),
            others: others.wrapping_add(u32::from(!is_of_current)),
        });
    }
}

//! The state of the page: the open workspace, the acting account and the notifications. Components read a [`Model`]
//! and change things through the [`Store`]. Every change makes a new model, and models are compared by pointer.

mod acting;
mod change;
mod completed_action;
pub mod fullness;
mod looking_back;
mod model;
mod notice;
mod overtaken;
mod own_records;
mod rewind;
mod saved_page;
mod scenarios;
mod sharing;
pub(crate) mod walkthrough;
mod workspaces;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use domain::{AccountId, Id};
use journal::RecordId;
use workspace::{Deletions, Origin, RecordInfo, Site, Via, Workspace};
use yew::Callback;

use self::looking_back::LookingBack;
use self::sharing::Held;
use crate::platform::locks::Lock;
use crate::platform::storage::BrowserStore;
use crate::platform::{address, clock, random};
pub use change::ChangeError;
pub use completed_action::CompletedAction;
pub use looking_back::Past;
pub use model::{Model, ModelRef, Notification, NotificationId, PtrEq, Removed, Stage, StorageChanges, ViewRef};
pub use notice::Notice;
pub use rewind::{Moment, Undoable};
pub use saved_page::{NotSavedAsPage, SavedPage};
pub use workspaces::{WorkspaceError, demo_scenario};

/// A handle to the page's state. Clones share the state.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    site: Site<BrowserStore>,
    workspace: RefCell<Option<Workspace<BrowserStore>>>,
    /// The origin of the current workspace, read when it is opened.
    origin: RefCell<Option<Rc<Origin>>>,
    /// Whether the scenario's instructions were dismissed in this tab.
    has_dismissed_instructions: Cell<bool>,
    /// The share of the current workspace's lock.
    lock: RefCell<Option<Lock>>,
    /// Whether the organization of a saved page is shown since no tab has opened another one in it.
    is_new_saved_page: Cell<bool>,
    /// Workspaces that this tab has left a moment ago.
    left: RefCell<Vec<Rc<RefCell<Held>>>>,
    deletions: RefCell<Deletions<BrowserStore>>,
    is_sweeping: Cell<bool>,
    acting: RefCell<Option<AccountId>>,
    /// The past that the page shows, if it does.
    looking_back: RefCell<Option<LookingBack>>,
    notifications: RefCell<Vec<Notification>>,
    next_notice: Cell<u32>,
    /// The last record that this tab has written, for the notice about it.
    last_record: Cell<Option<RecordId>>,
    other_tabs: Cell<usize>,
    /// The part of this browser's storage that is in use, in percent, when it was last measured.
    fullness: Cell<Option<usize>>,
    /// When it was last measured: UTC milliseconds since 1970, if it is measured.
    measured_at: Cell<Option<i64>>,
    is_measuring: Cell<bool>,
    /// Overtaken records whose notice was dismissed in this tab.
    seen: RefCell<BTreeSet<RecordId>>,
    stored: Cell<StorageChanges>,
    /// Whether `publish_soon` has scheduled a new model.
    is_publishing_soon: Cell<bool>,
    /// The stored text of the walkthrough, if it could not be saved.
    walkthrough: RefCell<Option<String>>,
    /// The last stored text of the walkthrough that this tab has read.
    known_walkthrough: RefCell<Option<String>>,
    /// Whether the last attempt to save failed.
    has_save_failed: Cell<bool>,
    model: RefCell<ModelRef>,
    listeners: RefCell<Vec<(u32, Callback<ModelRef>)>>,
    next_listener: Cell<u32>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Opens the current workspace of this site, if it has one.
    #[must_use]
    pub fn open() -> Self {
        let site = Site::new(BrowserStore::probe(), &address::site_path());
        let store = Self(Rc::new(Inner {
            deletions: RefCell::new(Deletions::new(site.clone())),
            site,
            workspace: RefCell::new(None),
            origin: RefCell::new(None),
            has_dismissed_instructions: Cell::new(false),
            lock: RefCell::new(None),
            is_new_saved_page: Cell::new(false),
            left: RefCell::new(Vec::new()),
            is_sweeping: Cell::new(false),
            acting: RefCell::new(None),
            looking_back: RefCell::new(None),
            notifications: RefCell::new(Vec::new()),
            next_notice: Cell::new(0),
            last_record: Cell::new(None),
            other_tabs: Cell::new(0),
            fullness: Cell::new(None),
            measured_at: Cell::new(None),
            is_measuring: Cell::new(false),
            seen: RefCell::new(BTreeSet::new()),
            stored: Cell::default(),
            is_publishing_soon: Cell::new(false),
            walkthrough: RefCell::new(None),
            known_walkthrough: RefCell::new(None),
            has_save_failed: Cell::new(false),
            model: RefCell::new(ModelRef::default()),
            listeners: RefCell::new(Vec::new()),
            next_listener: Cell::new(0),
        }));
        store.open_current();
        store.sweep_deleted();
        store.publish();
        store
    }

    /// The current model.
    #[must_use]
    pub fn model(&self) -> ModelRef {
        self.0.model.borrow().clone()
    }

    /// The part of the storage that belongs to this page.
    #[must_use]
    pub fn site(&self) -> &Site<BrowserStore> {
        &self.0.site
    }

    /// Sets the number of other tabs.
    pub fn set_other_tabs(&self, count: usize) {
        self.0.other_tabs.set(count);
        self.publish();
    }

    /// Shows a notice to the acting account.
    pub fn notify(&self, notice: Notice) {
        // A new notice replaces earlier successes. Errors stay until they are dismissed.
        self.0.notifications.borrow_mut().retain(|notification| notification.notice.is_error() || notice.is_error());
        let acting = self.0.acting.borrow().as_ref().map(|account| account.id().clone());
        self.push_notification(acting, notice);
        self.publish();
    }

    fn push_notification(&self, recipient: Option<Id>, notice: Notice) {
        let id = self.0.next_notice.replace(self.0.next_notice.get().wrapping_add(1));
        let undoable = self.0.last_record.get().filter(|_| notice.is_undoable());
        self.0.notifications.borrow_mut().push(Notification { id, recipient, notice, undoable });
    }

    /// Removes a notification.
    pub fn dismiss(&self, id: NotificationId) {
        let dismissed: Vec<_> =
            self.0.notifications.borrow_mut().extract_if(.., |notification| notification.id == id).collect();
        for notification in dismissed {
            if let Notice::Overtaken(overtaken) = notification.notice {
                self.keep_seen(&overtaken);
            }
        }
        self.publish();
    }

    /// Makes a new model and passes it to the listeners.
    fn publish(&self) {
        self.follow_log();
        self.notify_overtaken();
        let model = ModelRef::new(self.make_model());
        *self.0.model.borrow_mut() = model;
        let listeners = self.0.listeners.borrow().clone();
        for (listener_id, listener) in listeners {
            // A listener may remove other listeners or change the store. Each one gets the latest model.
            if self.0.listeners.borrow().iter().any(|(id, _)| *id == listener_id) {
                listener.emit(self.model());
            }
        }
    }

    /// Makes a new model in a moment, one for all changes until then.
    fn publish_soon(&self) {
        if !self.0.is_publishing_soon.replace(true) {
            let store = self.clone();
            let publish = move || {
                store.0.is_publishing_soon.set(false);
                store.publish();
            };
            clock::soon(publish).forget();
        }
    }

    /// Passes every new model to `listener`, until the subscription is dropped.
    pub fn subscribe(&self, listener: Callback<ModelRef>) -> Subscription {
        let listener_id = self.0.next_listener.replace(self.0.next_listener.get().wrapping_add(1));
        self.0.listeners.borrow_mut().push((listener_id, listener));
        Subscription { store: self.clone(), listener_id }
    }
}

/// Removes its listener when it is dropped.
#[must_use = "dropping it removes the listener"]
pub struct Subscription {
    store: Store,
    listener_id: u32,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.store.0.listeners.borrow_mut().retain(|(listener_id, _)| *listener_id != self.listener_id);
    }
}

fn record_info(via: Via) -> RecordInfo {
    RecordInfo { at: clock::now(), via }
}

fn new_writer() -> journal::Writer {
    random::token().into()
}

//! The state of the page: one workspace, who is acting in it, and what there is to tell. Components read a [`Model`] and
//! change things through the [`Store`]; every change makes a new model, and models are compared by pointer.

mod acting;
mod change;
mod deed;
mod model;
mod sharing;
pub(crate) mod walkthrough;
mod workspaces;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::{AccountId, Id};
use workspace::{Deletions, Occasion, Site, Via, Workspace};
use yew::Callback;

use self::sharing::Held;
use crate::platform::locks::Lock;
use crate::platform::storage::BrowserStore;
use crate::platform::{address, clock, random};
pub use change::NotDone;
pub use deed::Deed;
pub use model::{ByPointer, Model, ModelRef, Notice, NoticeId, Stage, Told, ViewRef};
pub use workspaces::NotOpened;

/// A handle of the page's state. Clones are the same state.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    site: Site<BrowserStore>,
    workspace: RefCell<Option<Workspace<BrowserStore>>>,
    /// The share of the current workspace's lock.
    lock: RefCell<Option<Lock>>,
    /// Workspaces that this tab has left a moment ago.
    left: RefCell<Vec<Rc<RefCell<Held>>>>,
    deletions: RefCell<Deletions<BrowserStore>>,
    is_sweeping: Cell<bool>,
    acting: RefCell<Option<AccountId>>,
    told: RefCell<Vec<Told>>,
    next_notice: Cell<u32>,
    other_tabs: Cell<usize>,
    /// The walkthrough as it would be kept, where it could not be.
    walkthrough: RefCell<Option<String>>,
    /// Whether the last attempt to keep something failed.
    failed: Cell<bool>,
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
    /// Opens the current workspace of this site, if there is one.
    #[must_use]
    pub fn open() -> Self {
        let site = Site::new(BrowserStore::probe(), &address::site_path());
        let store = Self(Rc::new(Inner {
            deletions: RefCell::new(Deletions::new(site.clone())),
            site,
            workspace: RefCell::new(None),
            lock: RefCell::new(None),
            left: RefCell::new(Vec::new()),
            is_sweeping: Cell::new(false),
            acting: RefCell::new(None),
            told: RefCell::new(Vec::new()),
            next_notice: Cell::new(0),
            other_tabs: Cell::new(0),
            walkthrough: RefCell::new(None),
            failed: Cell::new(false),
            model: RefCell::new(ModelRef::default()),
            listeners: RefCell::new(Vec::new()),
            next_listener: Cell::new(0),
        }));
        store.open_current();
        store.sweep_deleted();
        store.publish();
        store
    }

    /// The state as it is now.
    #[must_use]
    pub fn model(&self) -> ModelRef {
        self.0.model.borrow().clone()
    }

    /// The place in storage that belongs to this page.
    #[must_use]
    pub fn site(&self) -> &Site<BrowserStore> {
        &self.0.site
    }

    /// Tells how many other tabs there are.
    pub fn set_other_tabs(&self, count: usize) {
        self.0.other_tabs.set(count);
        self.publish();
    }

    /// Tells the person who acts something.
    pub fn tell(&self, notice: Notice) {
        // What was done before is no news any more; what went wrong stays until it is dismissed.
        self.0.told.borrow_mut().retain(|told| told.notice.is_error() || notice.is_error());
        let acting = self.0.acting.borrow().as_ref().map(|account| account.id().clone());
        self.add_told(acting, notice);
        self.publish();
    }

    fn add_told(&self, to: Option<Id>, notice: Notice) {
        let id = self.0.next_notice.replace(self.0.next_notice.get().wrapping_add(1));
        self.0.told.borrow_mut().push(Told { id, to, notice });
    }

    /// Takes back what was told.
    pub fn dismiss(&self, id: NoticeId) {
        self.0.told.borrow_mut().retain(|told| told.id != id);
        self.publish();
    }

    /// Makes a model of the state as it is now, and hands it to whoever shows it.
    fn publish(&self) {
        self.tell_overtaken();
        let model = ModelRef::new(self.make_model());
        *self.0.model.borrow_mut() = model;
        let listeners = self.0.listeners.borrow().clone();
        for (number, listener) in listeners {
            // A listener may end another's listening, and may change things itself: each is handed what is true by now.
            if self.0.listeners.borrow().iter().any(|(listening, _)| *listening == number) {
                listener.emit(self.model());
            }
        }
    }

    /// Hands every model to `listener` from now on, for as long as the answer is held.
    pub fn subscribe(&self, listener: Callback<ModelRef>) -> Subscription {
        let number = self.0.next_listener.replace(self.0.next_listener.get().wrapping_add(1));
        self.0.listeners.borrow_mut().push((number, listener));
        Subscription { store: self.clone(), number }
    }

    fn tell_overtaken(&self) {
        let overtaken = self.0.workspace.borrow_mut().as_mut().map(Workspace::take_overtaken).unwrap_or_default();
        for overtaken in overtaken {
            self.add_told(Some(overtaken.by.clone()), Notice::Overtaken(Rc::new(overtaken)));
        }
    }
}

/// Somebody who is handed every model.
#[must_use = "dropping it ends the listening"]
pub struct Subscription {
    store: Store,
    number: u32,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.store.0.listeners.borrow_mut().retain(|(number, _)| *number != self.number);
    }
}

fn now(via: Via) -> Occasion {
    Occasion { at: clock::now(), via }
}

fn new_writer() -> journal::Writer {
    random::token().into()
}

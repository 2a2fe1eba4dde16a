//! The history of a document without an address of its own, such as one that a viewer shows by `srcdoc` or as a blob. Paths
//! cannot be resolved against its URL, which the browser's router needs, and its base URL can be that of another document.
//! The addresses are in memory, and end with the document.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, SubmitEvent, SubmitEventInit, Url};
use yew_router::history::{AnyHistory, History as _, MemoryHistory};
use yew_router::query::Raw;

/// The first address.
const START: &str = "#/";

/// The entries, and the router's history, which has only the current address.
pub struct DetachedHistory {
    entries: RefCell<Vec<Entry>>,
    router: MemoryHistory,
}

struct Entry {
    href: String,
    /// Whether it was opened on top of the entry before it.
    is_on_top: bool,
}

impl DetachedHistory {
    /// The history of this document, if it has no address of its own.
    pub fn if_needed() -> Option<Self> {
        let url = web_sys::window()?.location().href().ok()?;
        Url::new_with_base("/", &url).is_err().then(|| Self {
            entries: RefCell::new(vec![Entry { href: START.to_owned(), is_on_top: false }]),
            router: MemoryHistory::new(),
        })
    }

    /// The current address with its `#`.
    pub fn hash(&self) -> String {
        self.entries.borrow().last().map_or_else(|| START.to_owned(), |entry| entry.href.clone())
    }

    /// Whether the current entry was opened on top of another one.
    pub fn is_on_top(&self) -> bool {
        self.entries.borrow().last().is_some_and(|entry| entry.is_on_top)
    }

    /// Adds an entry.
    pub fn push(&self, href: &str, is_on_top: bool) {
        self.entries.borrow_mut().push(Entry { href: href.to_owned(), is_on_top });
    }

    /// Replaces the current entry.
    pub fn replace(&self, href: &str, is_on_top: bool) {
        self.entries.borrow_mut().pop();
        self.push(href, is_on_top);
    }

    /// Goes back one entry. Returns whether there was one.
    pub fn back(&self) -> bool {
        let mut entries = self.entries.borrow_mut();
        let has_earlier = entries.len() > 1;
        if has_earlier {
            entries.pop();
        }
        has_earlier
    }

    /// Tells the router the current address.
    pub fn announce(&self) {
        let hash = self.hash();
        let address = hash.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let Ok(()) = self.router.replace_with_query(path, Raw(query));
    }

    /// The history for the router.
    pub fn router(&self) -> AnyHistory {
        self.router.clone().into()
    }
}

/// Tells a form that it was submitted by a click, or by Enter, for which the browser clicks its button. Viewers often forbid
/// that a form is submitted, and then the browser does not even send the event.
pub fn submit_form(click: &Event) {
    let Some(target) = click.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let button = target.closest("button[type=submit]").ok().flatten().filter(|_| !click.default_prevented());
    let Some(form) = button.and_then(|button| button.closest("form").ok().flatten()) else { return };
    click.prevent_default();
    let init = SubmitEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    if let Ok(event) = SubmitEvent::new_with_event_init_dict("submit", &init) {
        let _ = form.dispatch_event(&event);
    }
}

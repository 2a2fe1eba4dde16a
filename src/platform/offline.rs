//! The site in this browser without a network: what offline/page.js tells in attributes of the root element, and what it is
//! asked by events. A site that was built without a worker does not have that script, and says nothing.

use std::cell::Cell;

use gloo_events::EventListener;
use strum::EnumString;
use web_sys::{Element, Event};
use yew::Callback;

use super::dom;

/// Whether the browser keeps the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Kept {
    /// It has just been kept for the first time.
    New,
    /// It is kept.
    Ready,
    /// It could not be kept.
    Failed,
    /// The address is not secure, and browsers keep nothing there.
    Insecure,
    /// The browser cannot keep sites, or not in this window.
    Unsupported,
}

/// Another version of the site that is kept already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Update {
    /// It waits until it is started.
    Waiting,
    /// It runs in the other tabs.
    Started,
}

/// Whether the site is an app of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Install {
    /// The browser offers to install it.
    Offered,
    /// It is installed, or this is its window.
    Installed,
}

/// The state of the offline copy in this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offline {
    /// Missing while the site is being kept, and where it has no worker.
    pub kept: Option<Kept>,
    /// Missing if no other version is ready.
    pub update: Option<Update>,
    /// The titles of the tabs with unsaved input, for which an update waits.
    pub unsaved_tabs: Vec<String>,
    /// Missing if the browser says nothing of installing.
    pub install: Option<Install>,
}

impl Offline {
    /// The current state.
    #[must_use]
    pub fn now() -> Self {
        let Some(root) = root() else { return Self::default() };
        let word = |name| root.get_attribute(name).unwrap_or_default();
        Self {
            kept: word("data-offline").parse().ok(),
            update: word("data-update").parse().ok(),
            unsaved_tabs: serde_json::from_str(&word("data-unsaved-tabs")).unwrap_or_default(),
            install: word("data-install").parse().ok(),
        }
    }
}

/// The number of this build, if it was built with a worker.
#[must_use]
pub fn build() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector("script[data-build]").ok()??.get_attribute("data-build")
}

/// Calls back with every new state, until it is dropped.
#[must_use]
pub fn listen(on_change: Callback<Offline>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "registrar:offline", move |_| on_change.emit(Offline::now())))
}

/// Starts the waiting version in all tabs.
pub fn start_update() {
    announce("registrar:update");
}

/// Asks the browser to install the site, which it does only during a click.
pub fn install() {
    announce("registrar:install");
}

const UNSAVED: &str = "data-unsaved";

thread_local! {
    static UNSAVED_FORMS: Cell<usize> = const { Cell::new(0) };
}

/// Unsaved input of this tab, until it is dropped: no update is started meanwhile.
#[must_use = "dropping it lets updates start"]
pub struct UnsavedInput(());

impl UnsavedInput {
    /// Holds updates back.
    pub fn hold() -> Self {
        count_unsaved(UNSAVED_FORMS.get() + 1);
        Self(())
    }
}

impl Drop for UnsavedInput {
    fn drop(&mut self) {
        count_unsaved(UNSAVED_FORMS.get().saturating_sub(1));
    }
}

fn count_unsaved(count: usize) {
    UNSAVED_FORMS.set(count);
    dom::set_root_attribute(UNSAVED, (count > 0).then_some(""));
    announce("registrar:unsaved");
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn announce(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(event)) {
        let _ = window.dispatch_event(&event);
    }
}

//! The browser's history: the address behind `#`, its changes, and the guard in front of the router.
//!
//! The router's navigator makes no changes, since it throws where the browser refuses one, and its state does not
//! outlive a reload. The meaning of an address belongs to `routes`.

mod allowance;
mod detached;
mod repair;

use std::cell::{Cell, OnceCell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent, PopStateEvent, PopStateEventInit, ScrollRestoration};
use yew_router::history::{AnyHistory, HashHistory};

use self::allowance::{Allowance, INTERVAL};
use self::detached::DetachedHistory;
use self::repair::repaired_hash;
use super::{clock, dom};

/// The event that announces every change of the address. The browser sends it for its own steps only.
const CHANGE_EVENT: &str = "popstate";

/// Installs the guard between the browser and the router, and repairs the current address. The router throws at a
/// hash that it cannot read as a path; from now on the guard repairs every address first.
///
/// Call this before the router reads the address for the first time. A window calls its listeners in the order of
/// their registration, and the router registers one for the life of the page. The guard therefore stays installed as
/// well; a second call starts over at the current address.
///
/// The guard stops the browser's event and announces the address in the next task. Within the event, the browser
/// would lay out the new page to find the target of the hash. Scroll restoration is manual, since the browser would
/// scroll the old page, which is about to disappear.
pub fn install_guard() {
    let Some(window) = web_sys::window() else { return };
    let _ = window.history().and_then(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
    // A repair marks the entry as well. Each replacement takes milliseconds while the page starts.
    repair();
    mark_as_visited();
    SCROLL_POSITIONS.set(ScrollPositions::new(hash()));
    ANNOUNCEMENT.take();
    WAITING.take();
    ALLOWANCE.set(Allowance::FULL);
    GUARD.with(|guard| {
        guard.get_or_init(|| {
            let options = EventListenerOptions::enable_prevent_default();
            [
                EventListener::new(&window, CHANGE_EVENT, intercept_step),
                EventListener::new_with_options(&window, "click", options, follow_link),
            ]
        });
    });
}

/// The history that the router reads. [`install_guard`] comes first.
#[must_use]
pub fn for_router() -> AnyHistory {
    detached(DetachedHistory::router).unwrap_or_else(|| HashHistory::new().into())
}

/// Follows a link to an address of the app within the click. The browser would search the old page for the target of the
/// hash, and announce the change in a later task.
fn follow_link(event: &Event) {
    detached(|_| detached::submit_form(event));
    let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
    let has_modifier = click.alt_key() || click.ctrl_key() || click.meta_key() || click.shift_key();
    if event.default_prevented() || click.button() != 0 || has_modifier {
        return;
    }
    let Some(href) = linked_address(event) else { return };
    event.prevent_default();
    // Like a browser, follow a link to the current address without a new entry.
    if href == hash() { replace(&href) } else { push(&href) }
}

/// The address of the app that the clicked link opens in this tab.
fn linked_address(event: &Event) -> Option<String> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let opens_here =
        !link.has_attribute("download") && link.get_attribute("target").is_none_or(|target| target == "_self");
    link.get_attribute("href").filter(|href| opens_here && href.starts_with("#/"))
}

fn intercept_step(event: &Event) {
    if event.is_trusted() {
        event.stop_immediate_propagation();
        IS_STEPPING_BACK.set(false);
        WAITING.take();
        ANNOUNCEMENT.set(Some(Timeout::new(0, || announce(mark_as_visited()))));
    }
}

/// The address with its `#`; empty without a hash.
#[must_use]
pub fn hash() -> String {
    if let Some(hash) = detached(DetachedHistory::hash) {
        return hash;
    }
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Shows an address and adds it to the history.
pub fn push(href: &str) {
    push_entry(href, false);
}

/// Shows an address on top of the current one, as a dialog does. [`close`] goes back to the current one, after a
/// reload as well.
pub fn open_on_top(href: &str) {
    push_entry(href, true);
}

/// Shows an address in place of the current one.
pub fn replace(href: &str) {
    WAITING.take();
    if replace_entry(href, false) {
        announce_own_change();
    } else if let Some(window) = web_sys::window() {
        let _ = window.location().replace(href);
    }
}

/// Replaces the path of the current address by an equivalent one, such as one with the name of a registry for its id. The query
/// and the entry stay, with its state and scroll position.
pub fn replace_path(path_href: &str) {
    let before = hash();
    let (path, query) = before.split_at_checked(before.find('?').unwrap_or(before.len())).unwrap_or((&before, ""));
    if path == path_href {
        return;
    }
    // A browser that refuses leaves the other path, which leads to the same page.
    if replace_entry(&format!("{path_href}{query}"), is_on_top()) {
        SCROLL_POSITIONS.with_borrow_mut(|positions| positions.rename(&before, hash()));
        announce(false);
    }
}

/// Whether the router reads an address as it is written, so that no repair replaces it.
#[must_use]
pub fn is_readable(href: &str) -> bool {
    repaired_hash(href).is_none()
}

/// Like [`replace`], for an address that follows typing. Browsers limit the number of changes: the first 20
/// are made at once, later ones at most one in 400 ms, and the last address wins.
pub fn replace_throttled(href: &str) {
    let is_waiting = WAITING.with_borrow_mut(|waiting| match waiting {
        Some(waiting) => {
            href.clone_into(&mut waiting.href);
            true
        }
        None => false,
    });
    if is_waiting {
        return;
    }
    let mut allowance = ALLOWANCE.get();
    let is_allowed = allowance.take(clock::now());
    ALLOWANCE.set(allowance);
    if is_allowed && replace_entry(href, false) {
        announce_own_change();
    } else {
        WAITING.set(Some(Waiting::begin(href.to_owned())));
    }
}

/// Closes an address on top of another one: goes back if [`open_on_top`] has opened it, and shows `below` otherwise.
pub fn close(below: &str) {
    if is_on_top() {
        back();
    } else {
        replace(below);
    }
}

/// Goes back one step. Further calls do nothing until the browser has taken the step or another address is shown.
pub fn back() {
    if let Some(is_back) = detached(DetachedHistory::back) {
        if is_back {
            ANNOUNCEMENT.set(Some(Timeout::new(0, || announce(true))));
        }
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok())
        && !IS_STEPPING_BACK.replace(true)
    {
        let _ = history.back();
    }
}

/// Whether [`open_on_top`] has opened the current address.
#[must_use]
pub fn is_on_top() -> bool {
    entry_state() == JsValue::TRUE
}

/// The scroll position to restore at the current address: the one at which it was left, if a step of the history has
/// led back to it.
#[must_use]
pub fn restored_scroll() -> Option<f64> {
    SCROLL_POSITIONS.with_borrow(|positions| positions.restored)
}

/// An address that waits for its change to be allowed.
struct Waiting {
    href: String,
    _timer: Timeout,
}

impl Waiting {
    fn begin(href: String) -> Self {
        let timer = Timeout::new(INTERVAL, || {
            if let Some(waiting) = WAITING.take() {
                replace_throttled(&waiting.href);
            }
        });
        Self { href, _timer: timer }
    }
}

/// The scroll positions of the addresses that were left.
#[derive(Default)]
struct ScrollPositions {
    /// The current address.
    shown: String,
    /// Earlier addresses without duplicates, and their scroll positions.
    left: Vec<(String, f64)>,
    /// The scroll position to restore at the current address.
    restored: Option<f64>,
}

impl ScrollPositions {
    fn new(shown: String) -> Self {
        Self { shown, ..Self::default() }
    }

    /// Renames the current address.
    fn rename(&mut self, before: &str, now: String) {
        if self.shown == before {
            self.shown = now;
        }
    }

    /// Moves on from the current address, which is scrolled down by so many pixels.
    fn go_to(&mut self, next: String, pixels: f64, is_return: bool) {
        let before = std::mem::replace(&mut self.shown, next);
        self.left.retain(|(address, _)| *address != before);
        self.left.push((before, pixels));
        let position = self.left.iter().find(|(address, _)| *address == self.shown).map(|(_, pixels)| *pixels);
        self.restored = position.filter(|_| is_return);
    }
}

thread_local! {
    static GUARD: OnceCell<[EventListener; 2]> = const { OnceCell::new() };
    /// The next task, which announces a step of the browser to the router.
    static ANNOUNCEMENT: Cell<Option<Timeout>> = const { Cell::new(None) };
    /// Whether a step back is pending. Browsers take it asynchronously.
    static IS_STEPPING_BACK: Cell<bool> = const { Cell::new(false) };
    static ALLOWANCE: Cell<Allowance> = const { Cell::new(Allowance::FULL) };
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
    static SCROLL_POSITIONS: RefCell<ScrollPositions> = RefCell::default();
    static DETACHED: Option<DetachedHistory> = DetachedHistory::if_needed();
}

/// Asks the history in memory, if the document has no address of its own.
fn detached<T>(ask: impl FnOnce(&DetachedHistory) -> T) -> Option<T> {
    DETACHED.with(|history| history.as_ref().map(ask))
}

fn push_entry(href: &str, is_on_top: bool) {
    // The entry that is left keeps the text that was typed last.
    if let Some(waiting) = WAITING.take() {
        replace_entry(&waiting.href, self::is_on_top());
    }
    if detached(|history| history.push(href, is_on_top)).is_some() {
        return announce_own_change();
    }
    let Some(window) = web_sys::window() else { return };
    let pushed = window
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::from_bool(is_on_top), "", Some(href)));
    // A browser that refuses to push an entry still follows links.
    if pushed.is_ok() {
        announce_own_change();
    } else {
        let _ = window.location().assign(href);
    }
}

/// Replaces the address of the current entry without an event. Returns whether the browser allowed it.
fn replace_entry(href: &str, is_on_top: bool) -> bool {
    if detached(|history| history.replace(href, is_on_top)).is_some() {
        return true;
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = JsValue::from_bool(is_on_top);
    history.is_some_and(|history| history.replace_state_with_url(&state, "", Some(href)).is_ok())
}

/// The state that the browser keeps with the entry: whether it was opened on top of another one. An entry made by a
/// link has none until it is marked as visited.
fn entry_state() -> JsValue {
    if let Some(is_on_top) = detached(DetachedHistory::is_on_top) {
        return is_on_top.into();
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).unwrap_or(JsValue::NULL)
}

/// Marks the current entry as visited. Returns whether it was already.
fn mark_as_visited() -> bool {
    let was_visited = !entry_state().is_null();
    if !was_visited {
        replace_entry(&hash(), false);
    }
    was_visited
}

/// Makes the current address readable for the router.
fn repair() {
    if let Some(hash) = repaired_hash(&hash())
        && !replace_entry(&hash, is_on_top())
        && let Some(window) = web_sys::window()
    {
        let _ = window.location().replace(&hash);
    }
}

/// Announces a change of the address that this module has made.
fn announce_own_change() {
    IS_STEPPING_BACK.set(false);
    announce(false);
}

/// Announces the current address, repaired for the router.
fn announce(is_return: bool) {
    repair();
    SCROLL_POSITIONS.with_borrow_mut(|positions| positions.go_to(hash(), dom::scroll_offset(), is_return));
    if detached(DetachedHistory::announce).is_some() {
        return;
    }
    let init = PopStateEventInit::new();
    init.set_state(&entry_state());
    if let (Some(window), Ok(event)) = (web_sys::window(), PopStateEvent::new_with_event_init_dict(CHANGE_EVENT, &init))
    {
        let _ = window.dispatch_event(&event);
    }
}

#[cfg(test)]
mod tests {
    use super::ScrollPositions;

    #[test]
    fn an_address_is_restored_as_far_down_as_it_was_left_last() {
        let mut positions = ScrollPositions::new("a".to_owned());
        let mut check = |next: &str, pixels: f64, is_return: bool, restored: Option<f64>| {
            positions.go_to(next.to_owned(), pixels, is_return);
            assert_eq!(positions.restored, restored, "{next}");
        };
        check("b", 10.0, true, None);
        check("a", 20.0, true, Some(10.0));
        check("b", 0.0, true, Some(20.0));
        check("a", 30.0, true, Some(0.0));
        check("a", 40.0, true, Some(40.0));
        check("b", 50.0, false, None);
    }
}

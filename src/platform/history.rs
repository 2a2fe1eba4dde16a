//! The history of the browser: the address behind `#`, the ways to change it, and the guard in front of the router.
//!
//! Changes are made here and not by the router's navigator, since that one throws where the browser refuses a change,
//! and its state does not outlive a reload. What the text behind `#` means is the routes' business.

use std::cell::{Cell, OnceCell, RefCell};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::{Event, PopStateEvent, PopStateEventInit, ScrollRestoration};

use super::{clock, dom};

/// What is told of every change of the address. The browser sends it for its own steps only.
const CHANGED: &str = "popstate";

/// Installs the guard between the browser and the router, which throws at a hash that it cannot read as a path, and repairs the
/// address that is shown. From then on every address is repaired before the router reads it.
///
/// Call this before the router reads the address for the first time: a window calls its listeners in the order in which they
/// were added, and the router adds one for the life of the page. The guard therefore stays as long; another call begins anew
/// at the address that is shown.
///
/// The guard holds back the browser's event, and announces the address in a task of its own: within the step, the browser
/// would have to lay out whatever is drawn, to look for what the address points to. The page stays scrolled as it is when the
/// browser takes a step: the browser would scroll back what it is about to lose.
pub fn install_guard() {
    let Some(window) = web_sys::window() else { return };
    let _ = window.history().and_then(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
    mark_as_visited();
    repair();
    SCROLL_POSITIONS.set(ScrollPositions::new(hash()));
    ANNOUNCEMENT.take();
    WAITING.take();
    ALLOWANCE.set(Allowance::FULL);
    GUARD.with(|guard| {
        guard.get_or_init(|| EventListener::new(&window, CHANGED, hold_back));
    });
}

fn hold_back(event: &Event) {
    if event.is_trusted() {
        event.stop_immediate_propagation();
        STEPS_BACK.set(false);
        WAITING.take();
        ANNOUNCEMENT.set(Some(Timeout::new(0, || announce(mark_as_visited()))));
    }
}

/// The address from its `#` on; empty if there is none.
#[must_use]
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Shows another address, with the one that is shown before it in the history.
pub fn push(href: &str) {
    push_entry(href, false);
}

/// Shows another address over the one that is shown: [`close`] leads back, after a reload as well.
pub fn open_over(href: &str) {
    push_entry(href, true);
}

/// Shows another address instead of the one that is shown.
pub fn replace(href: &str) {
    WAITING.take();
    if replace_entry(href, false) {
        announce_here();
    } else if let Some(window) = web_sys::window() {
        let _ = window.location().replace(href);
    }
}

/// Like [`replace`], for an address that follows typing. Browsers allow only so many changes in some seconds: the first ones
/// are made at once, later ones at most one in 400 ms, of which the last one counts.
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
        announce_here();
    } else {
        WAITING.set(Some(Waiting::begin(href.to_owned())));
    }
}

/// Closes what is open: goes back if it was opened over the address before it, and shows the address `below` otherwise.
pub fn close(below: &str) {
    if is_over() {
        back();
    } else {
        replace(below);
    }
}

/// Goes one step back: one, however often that is asked for before it is taken or something else is shown.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok())
        && !STEPS_BACK.replace(true)
    {
        let _ = history.back();
    }
}

/// Whether the address that is shown was opened over the one before it.
#[must_use]
pub fn is_over() -> bool {
    state() == JsValue::TRUE
}

/// How many pixels down the address that is shown was scrolled when it was left, if somebody came back to it through the
/// history.
#[must_use]
pub fn restored_scroll() -> Option<f64> {
    SCROLL_POSITIONS.with_borrow(|positions| positions.restored)
}

/// How many milliseconds earn another change. Safari refuses more than 100 in 30 seconds.
const INTERVAL: u32 = 400;

/// How many changes can be made at once after a pause. With those that 30 seconds earn they stay below Safari's limit.
const BURST: i64 = 20;

/// How many changes may still be made now (a token bucket).
#[derive(Clone, Copy)]
struct Allowance {
    left: i64,
    /// The moment up to which time has earned changes, in UTC milliseconds since 1970.
    counted_to: i64,
}

impl Allowance {
    const FULL: Self = Self { left: BURST, counted_to: 0 };

    /// Takes one change at a moment, if one is left.
    fn take(&mut self, now: i64) -> bool {
        let interval = i64::from(INTERVAL);
        // A clock that was set back earns nothing, and starts anew.
        let earned = now.saturating_sub(self.counted_to).max(0) / interval;
        self.left = self.left.saturating_add(earned).min(BURST);
        self.counted_to = if now < self.counted_to { now } else { self.counted_to + earned * interval };
        let is_allowed = self.left > 0;
        self.left -= i64::from(is_allowed);
        is_allowed
    }
}

/// An address that waits until it may be shown.
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

/// The addresses that were left, and how far down they were scrolled.
#[derive(Default)]
struct ScrollPositions {
    /// The address that is shown.
    shown: String,
    /// Those that were shown before, each once, and how many pixels down.
    left: Vec<(String, f64)>,
    /// How far down the one that is shown is to be scrolled.
    restored: Option<f64>,
}

impl ScrollPositions {
    fn new(shown: String) -> Self {
        Self { shown, ..Self::default() }
    }

    /// From the address that is shown, which is so many pixels down, to another one.
    fn go_to(&mut self, next: String, pixels: f64, came_back: bool) {
        let before = std::mem::replace(&mut self.shown, next);
        self.left.retain(|(address, _)| *address != before);
        self.left.push((before, pixels));
        let position = self.left.iter().find(|(address, _)| *address == self.shown).map(|(_, pixels)| *pixels);
        self.restored = position.filter(|_| came_back);
    }
}

thread_local! {
    static GUARD: OnceCell<EventListener> = const { OnceCell::new() };
    /// The task that will tell the router of the browser's step.
    static ANNOUNCEMENT: Cell<Option<Timeout>> = const { Cell::new(None) };
    /// Whether a step back is on its way: it takes the browser a while.
    static STEPS_BACK: Cell<bool> = const { Cell::new(false) };
    static ALLOWANCE: Cell<Allowance> = const { Cell::new(Allowance::FULL) };
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
    static SCROLL_POSITIONS: RefCell<ScrollPositions> = RefCell::default();
}

fn push_entry(href: &str, is_over: bool) {
    // The entry that is left says what was typed in it.
    if let Some(waiting) = WAITING.take() {
        replace_entry(&waiting.href, self::is_over());
    }
    let Some(window) = web_sys::window() else { return };
    let pushed =
        window.history().and_then(|history| history.push_state_with_url(&JsValue::from_bool(is_over), "", Some(href)));
    // Links are followed where the history may not be changed.
    if pushed.is_ok() {
        announce_here();
    } else {
        let _ = window.location().assign(href);
    }
}

/// Has the entry that is shown say another address. Nobody is told. Whether the browser allowed it.
fn replace_entry(href: &str, is_over: bool) -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = JsValue::from_bool(is_over);
    history.is_some_and(|history| history.replace_state_with_url(&state, "", Some(href)).is_ok())
}

/// What the browser keeps with the entry: whether it was opened over the one before it, and nothing for an entry that a link
/// has made until it is marked as visited.
fn state() -> JsValue {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).unwrap_or(JsValue::NULL)
}

/// Whether the entry that is shown was shown before. From now on it was.
fn mark_as_visited() -> bool {
    let was_visited = !state().is_null();
    if !was_visited {
        replace_entry(&hash(), false);
    }
    was_visited
}

/// Makes the address one that the router can read.
fn repair() {
    if let Some(hash) = repaired(&hash())
        && !replace_entry(&hash, is_over())
        && let Some(window) = web_sys::window()
    {
        let _ = window.location().replace(&hash);
    }
}

/// What is to stand in the address instead of a hash that the router cannot read, or would read as another one. It resolves
/// the text behind `#` as a URL: without `/` at its beginning that fails, what follows `//` would be a host, and the segments
/// `.` and `..` would disappear, encoded or not.
fn repaired(hash: &str) -> Option<String> {
    let text = hash.strip_prefix('#').and_then(|text| text.strip_prefix('/'));
    let Some(text) = text.filter(|text| !text.starts_with(['/', '\\'])) else {
        return Some("#/".to_owned());
    };
    let (path, rest) = text.split_at_checked(text.find(['?', '#']).unwrap_or(text.len()))?;
    let segments = path.split(['/', '\\']);
    if !segments.clone().any(is_dots) {
        return None;
    }
    // Encoded twice, they stay. Nothing is called so.
    let segments: Vec<_> =
        segments.map(|it| if is_dots(it) { dots(it).replace('.', "%252E") } else { it.to_owned() }).collect();
    Some(format!("#/{}{rest}", segments.join("/")))
}

fn is_dots(segment: &str) -> bool {
    matches!(dots(segment).as_str(), "." | "..")
}

/// The segment with its dots decoded.
fn dots(segment: &str) -> String {
    segment.replace("%2e", ".").replace("%2E", ".")
}

/// Tells of a change that was made here.
fn announce_here() {
    STEPS_BACK.set(false);
    announce(false);
}

/// Tells of the address that is shown, in a form that the router can read.
fn announce(came_back: bool) {
    repair();
    SCROLL_POSITIONS.with_borrow_mut(|positions| positions.go_to(hash(), dom::scrolled(), came_back));
    let init = PopStateEventInit::new();
    init.set_state(&state());
    if let (Some(window), Ok(event)) = (web_sys::window(), PopStateEvent::new_with_event_init_dict(CHANGED, &init)) {
        let _ = window.dispatch_event(&event);
    }
}

#[cfg(test)]
mod tests {
    use super::{Allowance, BURST, ScrollPositions, repaired};

    fn taken(allowance: &mut Allowance, now: i64) -> usize {
        std::iter::from_fn(|| allowance.take(now).then_some(())).count()
    }

    #[test]
    fn changes_that_follow_typing_stay_below_the_limits_of_browsers() {
        let mut allowance = Allowance::FULL;
        let begin = 1_700_000_000_000;
        let count: usize = (0..30_000).map(|passed| taken(&mut allowance, begin + passed)).sum();
        assert!((90..100).contains(&count), "{count} in 30 seconds");
        assert!(taken(&mut allowance, begin + 30_000 + 400) > 0, "one more is earned");
        assert_eq!(
            taken(&mut allowance, i64::MAX),
            usize::try_from(BURST).unwrap(),
            "a pause earns no more than a burst"
        );
    }

    #[test]
    fn a_clock_that_is_set_back_stops_no_change_for_long() {
        let mut allowance = Allowance::FULL;
        taken(&mut allowance, 1_700_000_000_000);
        assert!(!allowance.take(1_600_000_000_000));
        assert!(allowance.take(1_600_000_000_400));
    }

    #[test]
    fn an_address_that_is_a_path_stays_as_it_is() {
        for hash in [
            "#/",
            "#/?",
            "#/about",
            "#/about/",
            "#/registry/a%2Fb",
            "#/about?x=//y/../z",
            "#/a//b",
            "#/...",
            "#/a.b/%2e%2e%2e#/..",
        ] {
            assert_eq!(repaired(hash), None, "{hash}");
        }
    }

    #[test]
    fn a_hash_that_is_no_path_is_the_beginning() {
        for hash in ["", "#", "#main", "#registry/x", "#//", "#//evil.example/", "#/\\x", "#?x", "#!/x", "#한"] {
            assert_eq!(repaired(hash).as_deref(), Some("#/"), "{hash}");
        }
    }

    #[test]
    fn dots_do_not_disappear_from_an_address() {
        for (hash, expected) in [
            ("#/..", "#/%252E%252E"),
            ("#/registry/%2e%2E/settings", "#/registry/%252E%252E/settings"),
            ("#/people\\.?find=..", "#/people/%252E?find=.."),
            ("#/a/.%2e#/..", "#/a/%252E%252E#/.."),
        ] {
            assert_eq!(repaired(hash).as_deref(), Some(expected), "{hash}");
            assert_eq!(repaired(expected), None, "{hash}, repaired");
        }
    }

    #[test]
    fn an_address_is_restored_as_far_down_as_it_was_left_last() {
        let mut positions = ScrollPositions::new("a".to_owned());
        let mut check = |next: &str, pixels: f64, came_back: bool, restored: Option<f64>| {
            positions.go_to(next.to_owned(), pixels, came_back);
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

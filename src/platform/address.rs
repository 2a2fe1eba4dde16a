//! The page's address: the path of the site, the query before the hash, what stands behind `#`, and the history of it;
//! and the title. What the text behind `#` means is the routes' business.

use std::cell::Cell;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;
use yew::Callback;

/// Sent to the window when the address was changed from here: the browser tells of its own steps only.
const MOVED: &str = "registrar:moved";

/// The path of the site on its origin: where the page lies, without its file name.
#[must_use]
pub fn site_path() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.strip_suffix("index.html").unwrap_or(&path).to_owned()
}

/// What the query before the hash asks for by this name: `as`, `lang`, `type` or `storage`. Nothing if it is empty.
#[must_use]
pub fn asked(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name).filter(|value| !value.is_empty())
}

/// Has the query before the hash ask for this by this name, or for nothing: what is chosen on the page wins over what the
/// address asked for, and the address goes on saying what the page shows.
pub fn ask(name: &str, value: Option<&str>) {
    let ask = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let url = web_sys::Url::new(&window.location().href()?)?;
        match value {
            Some(value) => url.search_params().set(name, value),
            None => url.search_params().delete(name),
        }
        window.history()?.replace_state_with_url(&window.history()?.state()?, "", Some(&url.href()))
    };
    // A browser that does not let the address be changed shows the old one until the next navigation: nothing is lost.
    let _ = ask();
}

/// The address from its `#` on; empty if there is none.
#[must_use]
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Whether the address that is shown was opened over the one before it. The browser keeps this with its history.
#[must_use]
pub fn is_over() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).is_some_and(|state| state == JsValue::TRUE)
}

/// Shows another address, with the one that was shown before it in the history. Says whether it lies over that one.
pub fn push(address: &str, is_over: bool) {
    let Some(window) = web_sys::window() else { return };
    let pushed = window
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::from_bool(is_over), "", Some(address)));
    // Some browsers allow so many changes in half a minute, and refuse more. Links are followed all the same.
    if pushed.is_ok() {
        tell();
    } else {
        let _ = window.location().assign(address);
    }
}

/// Shows another address instead of the one that is shown.
pub fn replace(address: &str) {
    if correct(address) {
        tell();
    } else if let Some(window) = web_sys::window() {
        let _ = window.location().replace(address);
    }
}

/// Makes the address say the same in another way: nobody is told. Whether it could be done.
pub fn correct(address: &str) -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.is_some_and(|history| history.replace_state_with_url(&JsValue::FALSE, "", Some(address)).is_ok())
}

thread_local! {
    /// Whether a step back is on its way: it takes the browser a while.
    static STEPS_BACK: Cell<bool> = const { Cell::new(false) };
}

/// Goes one step back in the history: one, however often that is asked for before it is taken or something else is shown.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok())
        && !STEPS_BACK.replace(true)
    {
        let _ = history.back();
    }
}

/// Calls back whenever the address behind `#` has changed, by the page or by the browser, for as long as it is held; and says
/// whether somebody came back to it through the history. Of the browser's own steps it tells in a task of its own: within
/// the step, the browser would have to lay out whatever is drawn, to look for what the address points to. The page is left
/// scrolled as it was: the browser would scroll back what it is about to lose.
#[must_use = "dropping it ends the listening"]
pub fn listen(on_move: &Callback<bool>) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let _ = window.history().and_then(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
    was_here();
    let moved = on_move.clone();
    let moved = EventListener::new(&window, MOVED, move |_| moved.emit(false));
    let (stepped, next) = (on_move.clone(), Cell::new(None::<Timeout>));
    let stepped = EventListener::new(&window, "popstate", move |_| {
        let stepped = stepped.clone();
        STEPS_BACK.set(false);
        next.set(Some(Timeout::new(0, move || stepped.emit(was_here()))));
    });
    Some([moved, stepped])
}

/// Whether the address is one in the history that was shown before. From now on it is: what a link leads to has no state.
fn was_here() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let was_here = history.and_then(|history| history.state().ok()).is_some_and(|state| !state.is_null());
    if !was_here {
        correct(&hash());
    }
    was_here
}

fn tell() {
    STEPS_BACK.set(false);
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(MOVED)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Names the place in the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

//! Printing: the browser tells before and after it.

use gloo_events::EventListener;
use yew::Callback;

/// Removes its listeners when it is dropped.
#[must_use = "dropping it removes the listeners"]
pub struct PrintListener {
    _listeners: Vec<EventListener>,
}

/// Calls back with whether the page is being printed, whenever that changes. The browser prints what is rendered when the
/// microtasks of the first call are done.
pub fn listen(on_change: &Callback<bool>) -> PrintListener {
    let listen = |window: &web_sys::Window, event, is_printing| {
        let on_change = on_change.clone();
        EventListener::new(window, event, move |_| on_change.emit(is_printing))
    };
    let listeners = web_sys::window()
        .map(|window| vec![listen(&window, "beforeprint", true), listen(&window, "afterprint", false)]);
    PrintListener { _listeners: listeners.unwrap_or_default() }
}

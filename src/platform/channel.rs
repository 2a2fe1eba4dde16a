//! The other tabs of the site: their writes, and their number.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent, Window};
use yew::Callback;

/// Removes its listeners when it is dropped.
#[must_use = "dropping it removes the listeners"]
pub struct StorageListener {
    _listeners: Vec<EventListener>,
}

/// Calls back when another tab has changed the storage, with the changed key if the browser names one. A tab in the
/// back/forward cache receives no events, so leaving the cache counts as a change.
pub fn listen_to_storage(on_change: &Callback<Option<String>>) -> StorageListener {
    let Some(window) = web_sys::window() else { return StorageListener { _listeners: Vec::new() } };
    let on_storage = EventListener::new(&window, "storage", {
        let on_change = on_change.clone();
        move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            on_change.emit(key);
        }
    });
    let on_return = on_return(&window, on_change.reform(|()| None));
    StorageListener { _listeners: vec![on_storage, on_return] }
}

/// Calls back when the window gets the focus. Scripts of the page and developer tools change the storage without an event.
pub fn listen_to_focus(on_focus: Callback<()>) -> StorageListener {
    let Some(window) = web_sys::window() else { return StorageListener { _listeners: Vec::new() } };
    StorageListener { _listeners: vec![EventListener::new(&window, "focus", move |_| on_focus.emit(()))] }
}

fn on_return(window: &Window, on_return: Callback<()>) -> EventListener {
    EventListener::new(window, "pageshow", move |event| {
        if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
            on_return.emit(());
        }
    })
}

/// Counts the other tabs of this site until it is dropped. Each tab posts `hello` on opening, answers a `hello` with
/// `here`, and posts `bye` on closing.
#[must_use = "dropping it says goodbye"]
pub struct Presence {
    _listeners: Vec<EventListener>,
    channel: BroadcastChannel,
    tab_id: String,
}

impl Presence {
    /// Joins the channel of a site. Calls back whenever the number of other tabs changes.
    ///
    /// Returns `None` if the browser has no broadcast channels.
    #[must_use]
    pub fn join(site: &str, tab_id: String, on_count: Callback<usize>) -> Option<Self> {
        let channel = BroadcastChannel::new(&format!("registrar:{site}")).ok()?;
        let mut others: Vec<String> = Vec::new();
        let on_message = EventListener::new(&channel, "message", {
            let (channel, tab_id) = (channel.clone(), tab_id.clone());
            move |event| {
                let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string()) else {
                    return;
                };
                let Some((message, sender)) = text.split_once(' ') else { return };
                let changed = match (message, others.iter().position(|other| other == sender)) {
                    ("bye", Some(position)) => {
                        others.swap_remove(position);
                        true
                    }
                    ("bye", None) | (_, Some(_)) => false,
                    (_, None) => {
                        others.push(sender.to_owned());
                        true
                    }
                };
                if message == "hello" {
                    post(&channel, "here", &tab_id);
                }
                if changed {
                    on_count.emit(others.len());
                }
            }
        });
        let window = web_sys::window()?;
        let on_hide = EventListener::new(&window, "pagehide", {
            let (channel, tab_id) = (channel.clone(), tab_id.clone());
            move |_| post(&channel, "bye", &tab_id)
        });
        let on_return = on_return(&window, {
            let (channel, tab_id) = (channel.clone(), tab_id.clone());
            Callback::from(move |()| post(&channel, "hello", &tab_id))
        });
        post(&channel, "hello", &tab_id);
        Some(Self { _listeners: vec![on_message, on_hide, on_return], channel, tab_id })
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        post(&self.channel, "bye", &self.tab_id);
        self.channel.close();
    }
}

fn post(channel: &BroadcastChannel, message: &str, tab_id: &str) {
    let _ = channel.post_message(&format!("{message} {tab_id}").into());
}

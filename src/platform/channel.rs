//! The other tabs: hearing of what they write, and how many there are.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent, Window};
use yew::Callback;

/// Listens for as long as it is held.
#[must_use = "dropping it ends the listening"]
pub struct Listening {
    _listeners: Vec<EventListener>,
}

/// Calls back when another tab has changed the storage, with the key if one is named; and when this tab comes back out
/// of the browser's cache, where it heard nothing.
pub fn listen_to_storage(on_change: &Callback<Option<String>>) -> Listening {
    let Some(window) = web_sys::window() else { return Listening { _listeners: Vec::new() } };
    let on_storage = EventListener::new(&window, "storage", {
        let on_change = on_change.clone();
        move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            on_change.emit(key);
        }
    });
    let on_return = on_return(&window, on_change.reform(|()| None));
    Listening { _listeners: vec![on_storage, on_return] }
}

fn on_return(window: &Window, on_return: Callback<()>) -> EventListener {
    EventListener::new(window, "pageshow", move |event| {
        if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
            on_return.emit(());
        }
    })
}

/// Counts the other tabs of this site for as long as it is held: each says hello when it comes, answers the hellos of
/// others, and says goodbye when it goes.
#[must_use = "dropping it says goodbye"]
pub struct Presence {
    _listeners: Vec<EventListener>,
    channel: BroadcastChannel,
    me: String,
}

impl Presence {
    /// Begins, as `me`, on the channel of a site. Calls back with the number of other tabs whenever it changes.
    ///
    /// Nothing where the browser has no such channels.
    #[must_use]
    pub fn begin(site: &str, me: String, on_count: Callback<usize>) -> Option<Self> {
        let channel = BroadcastChannel::new(&format!("registrar:{site}")).ok()?;
        let mut others: Vec<String> = Vec::new();
        let on_message = EventListener::new(&channel, "message", {
            let (channel, me) = (channel.clone(), me.clone());
            move |event| {
                let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string()) else {
                    return;
                };
                let Some((word, who)) = text.split_once(' ') else { return };
                let changed = match (word, others.iter().position(|other| other == who)) {
                    ("bye", Some(place)) => {
                        others.swap_remove(place);
                        true
                    }
                    ("bye", None) | (_, Some(_)) => false,
                    (_, None) => {
                        others.push(who.to_owned());
                        true
                    }
                };
                if word == "hello" {
                    say(&channel, "here", &me);
                }
                if changed {
                    on_count.emit(others.len());
                }
            }
        });
        let window = web_sys::window()?;
        let on_hide = EventListener::new(&window, "pagehide", {
            let (channel, me) = (channel.clone(), me.clone());
            move |_| say(&channel, "bye", &me)
        });
        let on_return = on_return(&window, {
            let (channel, me) = (channel.clone(), me.clone());
            Callback::from(move |()| say(&channel, "hello", &me))
        });
        say(&channel, "hello", &me);
        Some(Self { _listeners: vec![on_message, on_hide, on_return], channel, me })
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        say(&self.channel, "bye", &self.me);
        self.channel.close();
    }
}

fn say(channel: &BroadcastChannel, word: &str, me: &str) {
    let _ = channel.post_message(&format!("{word} {me}").into());
}

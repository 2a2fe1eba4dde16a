//! The browser's warning before the page is left with unsaved changes.

use yew::prelude::*;

use crate::platform::crash;

/// Makes the browser ask before the page is left with unsaved changes.
#[hook]
pub fn use_ask_before_leaving(has_draft: bool) {
    use_effect_with(has_draft, |has_draft| {
        let listener = (*has_draft).then(web_sys::window).flatten().map(|window| {
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            gloo_events::EventListener::new_with_options(&window, "beforeunload", options, |event| {
                // The reload button of the crash screen must work without a question.
                if !crash::has_crashed() {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

//! Unfinished work: the browser's warning before the page is left, and no update of the site meanwhile.

use yew::prelude::*;

use crate::platform::crash;
use crate::platform::offline::UnsavedInput;

/// Makes the browser ask before the page is left while something is unfinished, and holds back updates.
#[hook]
pub fn use_ask_before_leaving(is_unfinished: bool) {
    use_effect_with(is_unfinished, |is_unfinished| {
        let listener = (*is_unfinished).then(web_sys::window).flatten().map(|window| {
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            gloo_events::EventListener::new_with_options(&window, "beforeunload", options, |event| {
                // The reload button of the crash screen must work without a question.
                if !crash::has_crashed() {
                    event.prevent_default();
                }
            })
        });
        let unsaved = (*is_unfinished).then(UnsavedInput::hold);
        move || drop((listener, unsaved))
    });
}

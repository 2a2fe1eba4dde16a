//! What happens after a panic: the module is marked as poisoned, and the crash screen of the page takes over. That
//! screen is boot.js's: it works without this module.

use std::panic::PanicHookInfo;

const CRASHED: &str = "data-crashed";

/// How many crashes there were in a row; boot.js counts.
const COUNTER: &str = "registrar:crashes";

/// Makes every panic end in the crash screen. Yew replaces hooks that are set in any other way.
pub fn watch() {
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| reveal(&info.to_string())));
}

fn reveal(message: &str) {
    let Some(window) = web_sys::window() else { return };
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        // The attribute alone stops every write; that the screen appears comes second.
        let _ = root.set_attribute(CRASHED, "");
    }
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&message.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("registrar:crash", &init) {
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the module has crashed, by a panic or by anything that boot.js saw.
#[must_use]
pub fn has_crashed() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute(CRASHED))
}

/// Tells that something was done and kept: crashes from here on are not in a row with those before.
pub fn all_is_well() {
    crate::platform::tab::forget(COUNTER);
}

/// Panics, on purpose.
#[expect(clippy::panic, reason = "the crash screen is tried by crashing")]
pub fn crash_now() {
    panic!("crashed on purpose, to try the crash screen");
}

//! The panic hook. It marks the module as crashed and hands over to the crash screen, which belongs to boot.js and
//! works without this module.

use std::panic::PanicHookInfo;

const CRASHED: &str = "data-crashed";

/// The number of crashes in a row; boot.js counts them.
const COUNTER: &str = "registrar:crashes";

/// Installs the panic hook. Yew replaces hooks that are set in any other way.
pub fn install_hook() {
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| report(&info.to_string())));
}

fn report(message: &str) {
    let Some(window) = web_sys::window() else { return };
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        // This attribute alone stops every write, so it is set before the crash screen is shown.
        let _ = root.set_attribute(CRASHED, "");
    }
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&message.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("registrar:crash", &init) {
        let _ = window.dispatch_event(&event);
    }
}

/// Tells the crash screen how its file is called: by a text that is valid in file names.
pub fn set_file_name_part(organization: Option<&str>) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(screen) = document.and_then(|document| document.get_element_by_id("crash")) else { return };
    let _ = match organization {
        Some(organization) => screen.set_attribute("data-organization", organization),
        None => screen.remove_attribute("data-organization"),
    };
}

/// Whether the module has crashed, by a panic or by an error that boot.js has caught.
#[must_use]
pub fn has_crashed() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute(CRASHED))
}

/// Resets the count of crashes in a row, after an action was done and saved.
pub fn reset_counter() {
    crate::platform::tab::forget(COUNTER);
}

/// Panics on purpose, to try the crash screen.
#[expect(clippy::panic, reason = "the crash screen is tried by crashing")]
pub fn crash_now() {
    panic!("crashed on purpose, to try the crash screen");
}

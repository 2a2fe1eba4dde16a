//! Starts the app: builds what talks to the browser, opens the workspace, and mounts the page.

use registrar::app::{App, Props};
use registrar::browser::{crash, text};
use registrar::store::Store;

fn main() {
    crash::watch();
    text::lend_to_rules();
    let mount =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(mount) = mount {
        yew::Renderer::<App>::with_root_and_props(mount, Props { store: Store::open() }).render();
    }
}

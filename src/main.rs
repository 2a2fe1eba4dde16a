//! Starts the app: builds what talks to the browser, opens the workspace, mounts the page, and lets scripts in.

use registrar::platform::crash;
use registrar::scripting;
use registrar::shell::app::{App, Props};
use registrar::state::Store;

fn main() {
    crash::watch();
    let mount =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(mount) = mount {
        let store = Store::open();
        yew::Renderer::<App>::with_root_and_props(mount, Props { store: store.clone() }).render();
        // A browser that refuses even this shows the page all the same.
        let _ = scripting::install(&store);
    }
}

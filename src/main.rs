//! Starts the app: installs the crash hook, opens the workspace, mounts the page and installs the page API.

use registrar::platform::crash;
use registrar::scripting;
use registrar::shell::app::{App, AppProps};
use registrar::state::Store;

fn main() {
    crash::install_hook();
    let mount =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(mount) = mount {
        let store = Store::open();
        yew::Renderer::<App>::with_root_and_props(mount, AppProps { store: store.clone() }).render();
        // The page works without its API, so a browser that refuses the API still shows the page.
        let _ = scripting::install(&store);
    }
}

//! The parts of the page's address that are not the router's: the path of the site, `?as=`, and the title.

use wasm_bindgen::JsValue;

/// The path of the site on its origin: where the page lies, without its file name.
#[must_use]
pub fn site_path() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.strip_suffix("index.html").unwrap_or(&path).to_owned()
}

/// The username that `?as=` asks to act as.
#[must_use]
pub fn asked_to_act_as() -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get("as").filter(|name| !name.is_empty())
}

/// Takes `?as=` out of the address: somebody else was chosen on the page.
pub fn forget_asked() {
    let forget = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let url = web_sys::Url::new(&window.location().href()?)?;
        url.search_params().delete("as");
        window.history()?.replace_state_with_url(&window.history()?.state()?, "", Some(&url.href()))
    };
    // A browser that does not let the address be changed shows the old one until the next navigation: nothing is lost.
    let _ = forget();
}

/// Goes to a place by its link, as following the link does; or shows it instead of the place that is shown.
pub fn go(href: &str, instead: bool) {
    if let Some(location) = web_sys::window().map(|window| window.location()) {
        let _ = if instead { location.replace(href) } else { location.set_hash(href) };
    }
}

/// Goes back to the place that was shown before.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Names the place in the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

//! The parts of the page's address that are not the router's: the path of the site and the query before the hash; and the
//! title.

use wasm_bindgen::JsValue;

/// The path of the site on its origin: where the page lies, without its file name.
#[must_use]
pub fn site_path() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.strip_suffix("index.html").unwrap_or(&path).to_owned()
}

/// What the query before the hash asks for by this name: `as`, `lang`, `type` or `storage`. Nothing if it is empty.
#[must_use]
pub fn asked(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name).filter(|value| !value.is_empty())
}

/// Has the query before the hash ask for this by this name, or for nothing: what is chosen on the page wins over what the
/// address asked for, and the address goes on saying what the page shows.
pub fn ask(name: &str, value: Option<&str>) {
    let ask = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let url = web_sys::Url::new(&window.location().href()?)?;
        match value {
            Some(value) => url.search_params().set(name, value),
            None => url.search_params().delete(name),
        }
        window.history()?.replace_state_with_url(&window.history()?.state()?, "", Some(&url.href()))
    };
    // A browser that does not let the address be changed shows the old one until the next navigation: nothing is lost.
    let _ = ask();
}

/// The drive of a page that lies on one, such as `/C:`: what is resolved against the address of a file on Windows begins
/// with it.
#[must_use]
pub fn drive() -> Option<String> {
    let location = web_sys::window()?.location();
    drive_of(&location.protocol().ok()?, &location.pathname().ok()?)
}

fn drive_of(protocol: &str, path: &str) -> Option<String> {
    let drive = path.get(..3).filter(|_| protocol == "file:")?;
    let letter = drive.strip_prefix('/')?.strip_suffix(':')?;
    letter.chars().all(|letter| letter.is_ascii_alphabetic()).then(|| drive.to_owned())
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

#[cfg(test)]
mod tests {
    use super::drive_of;

    #[test]
    fn only_a_file_on_windows_lies_on_a_drive() {
        for (protocol, path, drive) in [
            ("file:", "/C:/registrar/index.html", Some("/C:")),
            ("file:", "/d:/index.html", Some("/d:")),
            ("file:", "/home/ada/index.html", None),
            ("file:", "/한/index.html", None),
            ("file:", "/", None),
            ("https:", "/C:/index.html", None),
        ] {
            assert_eq!(drive_of(protocol, path).as_deref(), drive, "{protocol}//{path}");
        }
    }
}

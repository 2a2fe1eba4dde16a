//! The parts of the page's URL that do not belong to the router: the path of the site, the query before the hash, and
//! the document's title.

use wasm_bindgen::JsValue;

/// The path of the site on its origin, without a file name.
#[must_use]
pub fn site_path() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.strip_suffix("index.html").unwrap_or(&path).to_owned()
}

/// A parameter of the query before the hash: `as`, `lang`, `type` or `storage`. An empty parameter counts as missing.
#[must_use]
pub fn query_parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name).filter(|value| !value.is_empty())
}

/// Sets a parameter of the query before the hash, or removes it. A choice on the page wins over the parameter, so the
/// parameter is kept up to date.
pub fn set_query_parameter(name: &str, value: Option<&str>) {
    let replace = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let url = web_sys::Url::new(&window.location().href()?)?;
        match value {
            Some(value) => url.search_params().set(name, value),
            None => url.search_params().delete(name),
        }
        window.history()?.replace_state_with_url(&window.history()?.state()?, "", Some(&url.href()))
    };
    // If the browser refuses, the old URL stays until the next navigation. Nothing is lost.
    let _ = replace();
}

/// The drive in the URL of a `file:` page on Windows, such as `/C:`. Every path that is resolved against such a URL
/// begins with it.
#[must_use]
pub fn windows_drive() -> Option<String> {
    let location = web_sys::window()?.location();
    windows_drive_of(&location.protocol().ok()?, &location.pathname().ok()?)
}

fn windows_drive_of(protocol: &str, path: &str) -> Option<String> {
    let drive = path.get(..3).filter(|_| protocol == "file:")?;
    let letter = drive.strip_prefix('/')?.strip_suffix(':')?;
    letter.chars().all(|letter| letter.is_ascii_alphabetic()).then(|| drive.to_owned())
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

pub(crate) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

#[cfg(test)]
mod tests {
    use super::windows_drive_of;

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
            assert_eq!(windows_drive_of(protocol, path).as_deref(), drive, "{protocol}//{path}");
        }
    }
}

//! The parts of the page's URL that do not belong to the router: the path of the site, the query before the hash, and
//! the document's title.

use wasm_bindgen::JsValue;

use super::page_file;

/// The path without a file name, which is the site's name within its origin. A saved page is a site of its own wherever its
/// file lies, since browsers can have one storage for all files.
#[must_use]
pub fn site_path() -> String {
    if let Some(id) = page_file::original_id() {
        return format!("page:{id}");
    }
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.strip_suffix("index.html").unwrap_or(&path).to_owned()
}

/// A parameter of the query before the hash: `as`, `at`, `lang`, `type` or `storage`. An empty parameter counts as missing.
#[must_use]
pub fn query_parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name).filter(|value| !value.is_empty())
}

/// Whether the query before the hash has a parameter, with or without a value.
#[must_use]
pub fn has_query_parameter(name: &str) -> bool {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    // Most addresses have no query at all, and then nothing needs to be parsed.
    !search.is_empty() && web_sys::UrlSearchParams::new_with_str(&search).is_ok_and(|query| query.has(name))
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

/// The whole URL of an address behind `#`, to be shared: without the query before the hash, which prepares this tab only, except for
/// the moment that the page shows.
#[must_use]
pub fn shared_url(hash: &str) -> Option<String> {
    let url = web_sys::Url::new(&web_sys::window()?.location().href().ok()?).ok()?;
    let moment = url.search_params().get("at");
    url.set_search("");
    if let Some(moment) = moment {
        url.search_params().set("at", &moment);
    }
    url.set_hash(hash);
    Some(url.href())
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

/// Whether the page was opened from disk.
#[must_use]
pub fn is_file() -> bool {
    web_sys::window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| protocol == "file:")
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

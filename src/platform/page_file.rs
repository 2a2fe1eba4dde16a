//! The page as a single file: whether this page is one, what was saved in it, and its text for saving it again.
//!
//! `xtask/src/site/single_file.rs` writes the file. This module does not know what is saved in it.

use interchange::saved_page;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, RequestCache, RequestInit, Response};

/// The file beside the page of a site.
const FILE: &str = "registrar.html";

/// The elements whose texts are the parts of the file, in its order. The segments of the file are its text between them.
const SEGMENTS: &str = "registrar-segments";
const PARTS: [&str; 4] = ["registrar-script", "registrar-style", "registrar-module", SEGMENTS];

/// The element with what was saved in the page.
const ORIGINAL: &str = "registrar-original";

/// Whether this page is a single file.
#[must_use]
pub fn is_single_file() -> bool {
    element(SEGMENTS).is_some()
}

/// The id of this page among all saved pages, if something was saved in it. A copy of the file has the same id.
#[must_use]
pub fn original_id() -> Option<String> {
    let id = element(ORIGINAL)?.dyn_into::<HtmlElement>().ok()?.dataset().get("id")?;
    Some(id).filter(|id| !id.is_empty())
}

/// The archive that is saved in this page.
#[must_use]
pub fn original_text() -> Option<String> {
    original_id()?;
    element(ORIGINAL)?.text_content()
}

/// The text of the file in which nothing is saved: joined from the parts of this page if it is one, or else fetched from the
/// site. `None` if the site does not answer with a page; whether it is the right one is not checked.
pub async fn read_source() -> Option<String> {
    if is_single_file() { join_parts() } else { fetch_source().await }
}

fn join_parts() -> Option<String> {
    let segments: Vec<String> = serde_json::from_str(&text_of(SEGMENTS)?).ok()?;
    let parts = PARTS.iter().map(|id| text_of(id)).chain([Some(saved_page::EMPTY.to_owned()), Some(String::new())]);
    let mut source = String::new();
    for (segment, part) in segments.iter().zip(parts) {
        source.push_str(segment);
        source.push_str(&part?);
    }
    Some(source)
}

async fn fetch_source() -> Option<String> {
    let init = RequestInit::new();
    // An earlier version in the browser's cache may not understand what this one has stored.
    init.set_cache(RequestCache::NoCache);
    let response = JsFuture::from(web_sys::window()?.fetch_with_str_and_init(FILE, &init)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

fn text_of(id: &str) -> Option<String> {
    element(id)?.text_content()
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

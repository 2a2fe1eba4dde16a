//! Files of the page's own origin, such as a scenario that an address names.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, RequestInit, RequestRedirect, Response, Url};

/// The reason why a file was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// The address leads to another origin, or is none. Nothing was requested.
    OtherOrigin,
    /// The network or the server gave no file.
    Unreachable,
    /// The file is larger than the limit in bytes.
    TooLarge,
}

/// The text of a file at an address that is relative to the page, if it has at most `limit` bytes.
///
/// # Errors
/// [`NotFetched`].
pub async fn text_of(address: &str, limit: usize) -> Result<String, NotFetched> {
    let url = own_url(address).ok_or(NotFetched::OtherOrigin)?;
    read(&url, limit).await.unwrap_or(Err(NotFetched::Unreachable))
}

/// The whole address, if it has the page's origin. The origin of a page on disk equals no other.
fn own_url(address: &str) -> Option<String> {
    let location = web_sys::window()?.location();
    let url = Url::new_with_base(address, &location.href().ok()?).ok()?;
    let is_web = matches!(url.protocol().as_str(), "http:" | "https:");
    (is_web && url.origin() == location.origin().ok()?).then(|| url.href())
}

/// Fetches the file. `None` means that it could not be fetched.
async fn read(url: &str, limit: usize) -> Option<Result<String, NotFetched>> {
    let window = web_sys::window()?;
    let init = RequestInit::new();
    // A redirect may lead to another origin.
    init.set_redirect(RequestRedirect::Error);
    let response = JsFuture::from(window.fetch_with_str_and_init(url, &init)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let is_within = |size: f64| size <= f64::from(u32::try_from(limit).unwrap_or(u32::MAX));
    let announced = response.headers().get("content-length").ok().flatten().and_then(|length| length.parse().ok());
    if announced.is_some_and(|size| !is_within(size)) {
        // The rest of the file is not loaded.
        let _ = response.body().map(|body| body.cancel());
        return Some(Err(NotFetched::TooLarge));
    }
    let blob: Blob = JsFuture::from(response.blob().ok()?).await.ok()?.dyn_into().ok()?;
    if !is_within(blob.size()) {
        return Some(Err(NotFetched::TooLarge));
    }
    let text = JsFuture::from(blob.text()).await.ok()?;
    Some(text.as_string().ok_or(NotFetched::Unreachable))
}

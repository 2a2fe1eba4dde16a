//! Files: giving one to a person, and reading one that a person chose.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// Downloads a text as a file of the kind that its name ends in.
///
/// # Errors
/// Whatever the browser throws; a download that the person refuses is none.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let bag = BlobPropertyBag::new();
    bag.set_type(if name.ends_with(".csv") { "text/csv" } else { "application/json" });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the blob by now; without this it would stay until the tab is closed.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The text of the file that was chosen in an input. The choice is taken back, so that the same file can be chosen again.
///
/// Nothing if no file was chosen or if it cannot be read.
pub async fn chosen(input: &HtmlInputElement) -> Option<String> {
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    input.set_value("");
    text
}

/// The name and the bytes of the file that was chosen in an input, whatever they are. Otherwise as [`chosen`].
pub async fn chosen_bytes(input: &HtmlInputElement) -> Option<(String, Vec<u8>)> {
    let file = input.files()?.get(0)?;
    let buffer = JsFuture::from(file.array_buffer()).await;
    input.set_value("");
    Some((file.name(), Uint8Array::new(&buffer.ok()?).to_vec()))
}

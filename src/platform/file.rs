//! Downloads, and files that a person selects.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Downloads a text as a file. The extension decides the type.
///
/// # Errors
/// The exception that the browser throws. A download that the person cancels is no error.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let bag = BlobPropertyBag::new();
    bag.set_type(match name.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("html") => "text/html",
        Some("py") => "text/x-python",
        _ => "application/json",
    });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has begun by now. An object URL that is not revoked keeps its blob until the tab is closed.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The file input of a change event, if a file is selected in it.
#[must_use]
pub fn input_with_selection(event: &Event) -> Option<HtmlInputElement> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    input.files()?.get(0)?;
    Some(input)
}

/// The name and the bytes of the input's selected file, or `None` without a readable file. The selection is cleared, so that
/// the same file can be selected again.
pub async fn read_bytes(input: &HtmlInputElement) -> Option<(String, Vec<u8>)> {
    let file = input.files()?.get(0)?;
    let read = read(&file).await;
    input.set_value("");
    read
}

/// The file that was dropped, if one was.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// The name and the bytes of a file.
pub async fn read(file: &File) -> Option<(String, Vec<u8>)> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some((file.name(), Uint8Array::new(&buffer).to_vec()))
}

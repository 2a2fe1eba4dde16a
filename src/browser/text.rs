//! What the browser knows of Unicode.

/// The text in normalization form C.
#[must_use]
pub fn normalization_form_c(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Lets the rules compare names by what the browser knows, instead of by tables of their own. To be called before
/// anything else.
pub fn lend_to_rules() {
    #[cfg(target_arch = "wasm32")]
    registry::use_normalizer(normalization_form_c);
}

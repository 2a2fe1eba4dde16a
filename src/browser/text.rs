//! What the browser knows of Unicode.

use js_sys::JsString;

/// The text in normalization form C.
#[must_use]
pub fn normalization_form_c(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

/// The text without difference of case: the same for two texts exactly if full case folding makes them the same.
///
/// A browser has no case folding, and what it has comes to the same. Upper case takes ligatures and ß apart, and lower case
/// after it makes ẞ a ß, so both are done twice. Two things are left. The dotless ı has no other case to folding, and an I in
/// upper case: it stays as it is. And a sigma is written in another way at the end of a word.
#[must_use]
pub fn case_folded(text: &str) -> String {
    let lower = |text: JsString| text.to_upper_case().to_lower_case();
    let parts = text.split('ı').map(|part| String::from(lower(lower(part.into()))).replace('ς', "σ"));
    parts.collect::<Vec<_>>().join("ı")
}

/// Lets the rules compare names by what the browser knows, instead of by tables of their own. To be called before
/// anything else.
pub fn lend_to_rules() {
    #[cfg(target_arch = "wasm32")]
    registry::use_unicode(registry::Unicode { compose: normalization_form_c, fold: case_folded });
}

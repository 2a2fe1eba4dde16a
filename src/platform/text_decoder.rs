//! The browser's tables of old encodings.

use interchange::encoding::{Decoder, Encoding};
use web_sys::{TextDecoder, TextDecoderOptions};

const _: Decoder = decode;

/// Decodes bytes: the text without its byte order mark, and whether some bytes fit no character and became U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8], encoding: Encoding) -> (String, bool) {
    match decode_with(bytes, encoding, true) {
        Some(text) => (text, false),
        None => (decode_with(bytes, encoding, false).unwrap_or_default(), true),
    }
}

/// The text, or `None` if `is_strict` and some bytes fit no character.
fn decode_with(bytes: &[u8], encoding: Encoding, is_strict: bool) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(is_strict);
    let decoder = TextDecoder::new_with_label_and_options(encoding.label(), &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

//! The browser's tables of old encodings.

use interchange::encoding::Encoding;
use registrar::platform::text_decoder::decode;
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn check(bytes: &[u8], encoding: Encoding, text: &str, is_damaged: bool) {
    assert_eq!(decode(bytes, encoding), (text.to_owned(), is_damaged), "{bytes:?}");
}

#[wasm_bindgen_test]
fn the_browser_decodes_as_the_standard_says() {
    check(&[0xb1, 0xe8, 0xc7, 0xcf, 0xb4, 0xc3, b',', 0x81, 0x41], Encoding::Korean, "김하늘,갂", false);
    check(&[b'Z', b'o', 0xeb, 0x80, 0x81], Encoding::Western, "Zoë€\u{81}", false);
    check(&[0xff, 0xfe, b'a', 0, 0xac, 0x20], Encoding::Utf16Le, "a€", false);
    check(&[0xfe, 0xff, 0, b'a', 0x20, 0xac], Encoding::Utf16Be, "a€", false);
}

#[wasm_bindgen_test]
fn bytes_that_fit_no_character_are_told() {
    check(&[0xb1, 0xe8, 0xb1], Encoding::Korean, "김\u{fffd}", true);
    check(&[b'a', 0, 0x3d, 0xd8], Encoding::Utf16Le, "a\u{fffd}", true);
    check(&[b'a', 0, b'b'], Encoding::Utf16Le, "a\u{fffd}", true);
}

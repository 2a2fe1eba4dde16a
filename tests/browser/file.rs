//! Reading a selected file. Downloads are tested end to end, where something receives them.

use registrar::platform::file;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::support::call;

/// An input with a selected file of this text.
fn input_with_file(text: &str) -> HtmlInputElement {
    let input = call(
        "text => {
            const input = document.createElement('input');
            input.type = 'file';
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], 'registrar.json'));
            input.files = transfer.files;
            return input;
        }",
        &[text.into()],
    );
    input.unchecked_into()
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_read_and_the_choice_taken_back() {
    for text in ["{}", "", "한글 🦀 \r\n\u{0}"] {
        let input = input_with_file(text);
        assert_eq!(file::read_bytes(&input).await, Some(("registrar.json".to_owned(), text.as_bytes().to_vec())));
        assert_eq!(input.files().unwrap().length(), 0, "the same file can be chosen again");
    }
}

#[wasm_bindgen_test]
async fn without_a_chosen_file_nothing_is_read() {
    let input = input_with_file("x");
    input.set_value("");
    assert_eq!(file::read_bytes(&input).await, None);
}

//! Tests in a real browser: the adapters, the store over local storage, and the mounted app. All run in one page, one
//! after the other.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod acting;
mod address;
mod app;
mod channel;
mod copies;
mod dom;
mod file;
mod forms;
mod history;
mod intl;
mod js_api;
mod losing;
mod overtaken;
mod preferences;
mod random;
mod storage;
mod store;
mod support;
mod tab;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

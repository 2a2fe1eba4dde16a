//! The browser's side, tried in a real browser.
#![cfg(target_arch = "wasm32")]

//! Writes answers and failures as values of JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Converts an answer to plain objects and arrays.
pub fn to_js(answer: &impl Serialize) -> JsValue {
    // Serializing the fields of an answer cannot fail.
    answer.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

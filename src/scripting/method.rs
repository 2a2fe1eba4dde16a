//! The methods of the API's objects.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::error::Answer;
use super::types::problem::Failure;
use crate::platform::crash;

/// Adds a method of up to two arguments to an object of the API.
///
/// # Errors
/// The exception that the browser throws.
pub fn add_method(
    object: &Object,
    name: &str,
    method: impl Fn(&JsValue, &JsValue) -> Answer<JsValue> + 'static,
) -> Result<(), JsValue> {
    let call = move |first: JsValue, second: JsValue| {
        // After a panic, the module must not run any more.
        let answer = if crash::has_crashed() { Err(Failure::crashed()) } else { method(&first, &second) };
        answer.map_err(|failure| failure.to_error())
    };
    let function = Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(call);
    Reflect::set(object, &name.into(), &function.into_js_value()).map(drop)
}

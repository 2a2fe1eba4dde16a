//! Copies arguments into JSON. Scripts can pass anything: cyclic objects, getters that throw, proxies that answer
//! differently every time. The copy reads each value once and contains no code. A value that cannot be copied is a
//! fault; a panic would end the page.

use js_sys::{Array, Boolean, Function, JsString, Number, Object, Reflect};
use serde_json::value::RawValue;
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::Answer;
use super::types::problem::{Failure, Malformation};

/// The limit of a call's JSON in UTF-16 units. No browser stores more.
pub const MAX_CALL_LENGTH: u32 = 5_000_000;

/// The limit of each list: as many as there are actions in a call, or members in an action.
pub const MAX_ITEMS: u32 = 10_000;

/// The limit of nesting: deeper than any valid call, and safe for the stack. Cyclic objects reach it as well.
const MAX_DEPTH: u32 = 1_200;

const TO_JSON: &str = "toJSON";

/// The built-in functions that copying needs, taken at the start of the page, since another script may replace them.
pub struct Copier {
    stringify: Function,
    parse: Function,
    is_array: Function,
    keys: Function,
    /// `Object.prototype` and `Array.prototype`. A `toJSON` that another script adds to them is ignored.
    prototypes: [JsValue; 2],
}

impl Copier {
    /// # Errors
    /// A built-in function is missing.
    pub fn new() -> Result<Self, JsValue> {
        let global = js_sys::global();
        let built_in = |holder: &str, name: &str| Reflect::get(&Reflect::get(&global, &holder.into())?, &name.into());
        Ok(Self {
            stringify: built_in("JSON", "stringify")?.dyn_into()?,
            parse: built_in("JSON", "parse")?.dyn_into()?,
            is_array: built_in("Array", "isArray")?.dyn_into()?,
            keys: built_in("Object", "keys")?.dyn_into()?,
            prototypes: [built_in("Object", "prototype")?, built_in("Array", "prototype")?],
        })
    }

    /// The value of a JSON text, which is valid.
    pub fn value(&self, json: &str) -> JsValue {
        self.parse.call1(&JsValue::UNDEFINED, &json.into()).unwrap_or(JsValue::NULL)
    }

    /// Copies a value into JSON.
    pub fn json(&self, value: &JsValue, at: &str) -> Answer<Box<RawValue>> {
        let copy = JsonCopy { copier: self, remaining: MAX_CALL_LENGTH.into() }.copy(value.clone(), &|| "".into(), 0);
        let json = copy.and_then(|copy| self.stringify(&copy));
        json.map_err(|problem| Failure::malformed(problem, at, "a plain value"))
    }

    fn stringify(&self, copy: &JsValue) -> Result<Box<RawValue>, Malformation> {
        let json = self.stringify.call1(&JsValue::UNDEFINED, copy).map_err(not_plain)?;
        // `stringify` returns undefined for a value without JSON, such as a function.
        let json: JsString = json.dyn_into().map_err(not_plain)?;
        if json.length() > MAX_CALL_LENGTH {
            return Err(Malformation::TooLarge);
        }
        RawValue::from_string(json.into()).map_err(|_| Malformation::NotPlain)
    }

    /// Applies the value's own or its class's `toJSON`.
    fn apply_to_json(&self, value: JsValue, key: &dyn Fn() -> JsValue) -> Result<JsValue, JsValue> {
        if value.is_string() || (!value.is_object() && !value.is_function()) {
            return Ok(value);
        }
        let to_json = Reflect::get(&value, &TO_JSON.into())?;
        let is_inherited = |prototype| Reflect::get(prototype, &TO_JSON.into()).is_ok_and(|shared| shared == to_json);
        match to_json.dyn_ref::<Function>() {
            Some(to_json) if !self.prototypes.iter().any(is_inherited) => to_json.call1(&value, &key()),
            _ => Ok(value),
        }
    }
}

fn not_plain(_: JsValue) -> Malformation {
    Malformation::NotPlain
}

struct JsonCopy<'a> {
    copier: &'a Copier,
    /// The remaining UTF-16 units. Every value reserves at most its final size, so that a value that is too large
    /// fails before it is copied.
    remaining: f64,
}

impl JsonCopy<'_> {
    fn reserve(&mut self, units: f64) -> Result<(), Malformation> {
        self.remaining -= units;
        if self.remaining < 0.0 { Err(Malformation::TooLarge) } else { Ok(()) }
    }

    /// `key` gives the name of the value in its object or list, which only a `toJSON` needs.
    fn copy(&mut self, value: JsValue, key: &dyn Fn() -> JsValue, depth: u32) -> Result<JsValue, Malformation> {
        let value = self.copier.apply_to_json(value, key).map_err(not_plain)?;
        if let Some(text) = value.dyn_ref::<JsString>() {
            self.reserve(f64::from(text.length()))?;
            return Ok(value);
        }
        if value.is_function() {
            return Ok(JsValue::UNDEFINED);
        }
        let is_boxed =
            value.is_instance_of::<Boolean>() || value.is_instance_of::<Number>() || value.is_instance_of::<JsString>();
        if !value.is_object() || is_boxed {
            return Ok(value);
        }
        if depth == MAX_DEPTH {
            return Err(Malformation::NotPlain);
        }
        let is_array = self.copier.is_array.call1(&JsValue::UNDEFINED, &value).map_err(not_plain)?;
        if is_array.is_truthy() { self.copy_list(&value, depth) } else { self.copy_object(&value, depth) }
    }

    fn copy_list(&mut self, list: &JsValue, depth: u32) -> Result<JsValue, Malformation> {
        let length = Reflect::get(list, &"length".into()).map_err(not_plain)?.as_f64().unwrap_or_default();
        if length > f64::from(MAX_ITEMS) {
            return Err(Malformation::TooLarge);
        }
        // Each item takes at least one character and a comma.
        self.reserve(length * 2.0)?;
        let copy = Array::new();
        for nth in (0..MAX_ITEMS).take_while(|nth| f64::from(*nth) < length) {
            let item = Reflect::get_u32(list, nth).map_err(not_plain)?;
            copy.set(nth, self.copy(item, &|| nth.to_string().into(), depth + 1)?);
        }
        Ok(without_prototype(copy.into()))
    }

    fn copy_object(&mut self, object: &JsValue, depth: u32) -> Result<JsValue, Malformation> {
        let keys = self.copier.keys.call1(&JsValue::UNDEFINED, object).map_err(not_plain)?;
        let copy = without_prototype(Object::new());
        for key in keys.unchecked_into::<Array>().iter() {
            let value = Reflect::get(object, &key).map_err(not_plain)?;
            let value = self.copy(value, &|| key.clone(), depth + 1)?;
            if !value.is_undefined() {
                let length = key.dyn_ref::<JsString>().map_or(0, JsString::length);
                self.reserve(f64::from(length))?;
            }
            Reflect::set(&copy, &key, &value).map_err(not_plain)?;
        }
        Ok(copy)
    }
}

/// Removes the prototype, so that the object inherits nothing, in particular no `toJSON`.
fn without_prototype(object: Object) -> JsValue {
    Object::set_prototype_of(&object, JsValue::NULL.unchecked_ref()).into()
}

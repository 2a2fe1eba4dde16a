//! Copying what a script hands over into JSON. A script can hand over anything: objects that hold themselves, getters that
//! throw, proxies that say something else every time. Every value is read once, into a copy that can do nothing; and what
//! cannot be copied is an answer, never a panic, which would end the page.

use js_sys::{Array, Boolean, Function, JsString, Number, Object, Reflect};
use serde_json::value::RawValue;
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::Answer;
use super::types::problem::{Failure, Malformation};

/// The most UTF-16 units that a call may have as JSON: no browser keeps more.
pub const LARGEST: u32 = 5_000_000;

/// How deeply values may be nested: far more deeply than anything that a call can mean, and less than the stack allows.
/// What holds itself comes to this end as well.
const DEEPEST: u32 = 1_000;

const TO_JSON: &str = "toJSON";

/// The functions of the browser that copying needs, as they were when the page started: another script may replace them.
pub struct Copier {
    stringify: Function,
    is_array: Function,
    keys: Function,
    /// The prototypes of all objects and all lists, whose `toJSON`, if another script adds one, is of no call.
    prototypes: [JsValue; 2],
}

impl Copier {
    /// # Errors
    /// A browser without one of the functions.
    pub fn new() -> Result<Self, JsValue> {
        let global = js_sys::global();
        let of = |holder: &str, name: &str| Reflect::get(&Reflect::get(&global, &holder.into())?, &name.into());
        Ok(Self {
            stringify: of("JSON", "stringify")?.dyn_into()?,
            is_array: of("Array", "isArray")?.dyn_into()?,
            keys: of("Object", "keys")?.dyn_into()?,
            prototypes: [of("Object", "prototype")?, of("Array", "prototype")?],
        })
    }

    /// The JSON of a value.
    pub fn json(&self, value: &JsValue, at: &str) -> Answer<Box<RawValue>> {
        let copy = Copying { copier: self, room: LARGEST.into() }.copy(value.clone(), &"".into(), 0);
        let json = copy.and_then(|copy| self.written(&copy));
        json.map_err(|problem| Failure::malformed(problem, at, "a plain value"))
    }

    fn written(&self, copy: &JsValue) -> Result<Box<RawValue>, Malformation> {
        let json = self.stringify.call1(&JsValue::UNDEFINED, copy).map_err(not_plain)?;
        // Of what JSON cannot say, such as a function, nothing is left at all.
        let json: JsString = json.dyn_into().map_err(not_plain)?;
        if json.length() > LARGEST {
            return Err(Malformation::TooLarge);
        }
        RawValue::from_string(json.into()).map_err(|_| Malformation::NotPlain)
    }

    /// What a value says that it is as JSON, if it says so itself or by its class.
    fn converted(&self, value: JsValue, key: &JsValue) -> Result<JsValue, JsValue> {
        if !value.is_object() && !value.is_function() {
            return Ok(value);
        }
        let to_json = Reflect::get(&value, &TO_JSON.into())?;
        let is_of_all = |prototype| Reflect::get(prototype, &TO_JSON.into()).is_ok_and(|common| common == to_json);
        match to_json.dyn_ref::<Function>() {
            Some(to_json) if !self.prototypes.iter().any(is_of_all) => to_json.call1(&value, key),
            _ => Ok(value),
        }
    }
}

fn not_plain(_: JsValue) -> Malformation {
    Malformation::NotPlain
}

struct Copying<'a> {
    copier: &'a Copier,
    /// How many UTF-16 units the JSON may still have. Every value takes at most what it will come to, so that what is too
    /// large ends before it is copied.
    room: f64,
}

impl Copying<'_> {
    fn take(&mut self, units: f64) -> Result<(), Malformation> {
        self.room -= units;
        if self.room < 0.0 { Err(Malformation::TooLarge) } else { Ok(()) }
    }

    fn copy(&mut self, value: JsValue, key: &JsValue, depth: u32) -> Result<JsValue, Malformation> {
        let value = self.copier.converted(value, key).map_err(not_plain)?;
        if let Some(text) = value.dyn_ref::<JsString>() {
            self.take(f64::from(text.length()))?;
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
        if depth == DEEPEST {
            return Err(Malformation::NotPlain);
        }
        let is_array = self.copier.is_array.call1(&JsValue::UNDEFINED, &value).map_err(not_plain)?;
        if is_array.is_truthy() { self.copy_list(&value, depth) } else { self.copy_object(&value, depth) }
    }

    fn copy_list(&mut self, list: &JsValue, depth: u32) -> Result<JsValue, Malformation> {
        let length = Reflect::get(list, &"length".into()).map_err(not_plain)?.as_f64().unwrap_or_default();
        // Each item has at least a character and a comma.
        self.take(length * 2.0)?;
        let copy = Array::new();
        for nth in (0..LARGEST).take_while(|nth| f64::from(*nth) < length) {
            let item = Reflect::get_u32(list, nth).map_err(not_plain)?;
            copy.set(nth, self.copy(item, &nth.to_string().into(), depth + 1)?);
        }
        Ok(without_prototype(copy.into()))
    }

    fn copy_object(&mut self, object: &JsValue, depth: u32) -> Result<JsValue, Malformation> {
        let keys = self.copier.keys.call1(&JsValue::UNDEFINED, object).map_err(not_plain)?;
        let copy = without_prototype(Object::new());
        for key in keys.unchecked_into::<Array>().iter() {
            let value = Reflect::get(object, &key).map_err(not_plain)?;
            let value = self.copy(value, &key, depth + 1)?;
            if !value.is_undefined() {
                let length = key.dyn_ref::<JsString>().map_or(0, JsString::length);
                self.take(f64::from(length))?;
            }
            Reflect::set(&copy, &key, &value).map_err(not_plain)?;
        }
        Ok(copy)
    }
}

/// An object that inherits nothing, `toJSON` least of all.
fn without_prototype(object: Object) -> JsValue {
    Object::set_prototype_of(&object, JsValue::NULL.unchecked_ref()).into()
}

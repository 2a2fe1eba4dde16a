//! Plain values: what answers are made of before they become objects of JavaScript. It knows nothing of registries.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

/// A value without any behavior. Records keep the order of their fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Plain>),
    /// An object; never an ES `Map`.
    Record(Vec<(&'static str, Plain)>),
}

impl Plain {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A number of things.
    pub fn count(count: usize) -> Self {
        // What is counted here fits into far fewer bits than a number of JavaScript has.
        Self::Number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    /// What there may be: `null` if it is not there.
    pub fn maybe(value: Option<Self>) -> Self {
        value.unwrap_or(Self::Null)
    }

    /// All of them, as an array.
    pub fn list<T>(things: impl IntoIterator<Item = T>, plain: impl FnMut(T) -> Self) -> Self {
        Self::List(things.into_iter().map(plain).collect())
    }

    /// The value as JavaScript has it.
    #[must_use]
    pub fn to_js(&self) -> JsValue {
        // Nothing of a plain value can fail to be written.
        self.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
    }
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(values) => serializer.collect_seq(values),
            Self::Record(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

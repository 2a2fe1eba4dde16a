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
    Record(Record),
}

/// Named values, in the order in which they were put in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record(Vec<(&'static str, Plain)>);

// Answers are long lists of these calls: none of them is to be copied to where it is called.
impl Record {
    /// Puts a value in.
    #[inline(never)]
    pub fn put(&mut self, name: &'static str, value: Plain) {
        self.0.push((name, value));
    }

    /// Puts a text in.
    #[inline(never)]
    pub fn text(&mut self, name: &'static str, text: &str) {
        self.put(name, Plain::text(text));
    }

    /// Puts a text in, or `null`.
    #[inline(never)]
    pub fn maybe(&mut self, name: &'static str, text: Option<&str>) {
        self.put(name, Plain::maybe(text));
    }

    /// Puts yes or no in.
    #[inline(never)]
    pub fn bool(&mut self, name: &'static str, value: bool) {
        self.put(name, Plain::Bool(value));
    }

    /// Puts everything of another record in.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    /// What stands under this name.
    pub fn take(self, name: &str) -> Plain {
        self.0.into_iter().find(|(known, _)| *known == name).map_or(Plain::Null, |(_, value)| value)
    }

    /// Whether nothing stands under this name.
    pub fn is_null(&self, name: &str) -> bool {
        !self.0.iter().any(|(known, value)| *known == name && *value != Plain::Null)
    }
}

impl From<Record> for Plain {
    fn from(record: Record) -> Self {
        Self::Record(record)
    }
}

impl Plain {
    /// A text.
    #[inline(never)]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A number of things.
    pub fn count(count: usize) -> Self {
        // What is counted here fits into far fewer bits than a number of JavaScript has.
        Self::Number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    /// A text, or `null`.
    pub fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    /// All of them, as an array.
    pub fn list<T>(things: impl IntoIterator<Item = T>, plain: impl FnMut(T) -> Self) -> Self {
        Self::List(things.into_iter().map(plain).collect())
    }

    /// The value as JavaScript has it.
    #[must_use]
    #[inline(never)]
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
            Self::Record(fields) => serializer.collect_map(fields.0.iter().map(|(name, value)| (name, value))),
        }
    }
}

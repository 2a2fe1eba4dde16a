//! Deserializes the arguments of a call from JSON by serde.
//!
//! `docs/page-api.md` promises the order of faults: unknown fields, missing fields, then values in the order of their
//! declaration. serde visits fields in the order of the input, so [`Object`] sorts them first.

use std::fmt;

use indexmap::IndexMap;
use js_sys::JsString;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer as _, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;
use serde_path_to_error::Segment;
use wasm_bindgen::{JsCast as _, JsValue};

use super::copy::Copier;
use super::error::Answer;
use super::types::action::RAW_JSON;
use super::types::problem::{Failure, Malformation};

/// The field that names the variant of an enum.
const TAG: &str = "type";

const ANY_STRING: &str = "a string";

/// An unpaired surrogate would silently become a replacement character.
const WHOLE_STRING: &str = "a string of whole characters";

/// Deserializes an argument that is an object.
pub fn argument<T: DeserializeOwned>(copier: &Copier, value: &JsValue) -> Answer<T> {
    let at = "argument";
    read(&copier.json(value, at)?, at)
}

/// Deserializes an argument that is a list of objects.
pub fn list<T: DeserializeOwned>(copier: &Copier, value: &JsValue) -> Answer<Vec<T>> {
    let at = "argument";
    let json = copier.json(value, at)?;
    let wrong_type = |_| Failure::malformed(Malformation::WrongType, at, "a list");
    let items: Vec<&RawValue> = serde_json::from_str(json.get()).map_err(wrong_type)?;
    items.into_iter().enumerate().map(|(nth, item)| read(item, &format!("{at}[{nth}]"))).collect()
}

/// Converts an argument that is a string of at most `limit` UTF-16 units.
pub fn text(value: &JsValue, at: &str, limit: u32) -> Answer<String> {
    let malformed = |problem, expected| Err(Failure::malformed(problem, at, expected));
    match value.dyn_ref::<JsString>() {
        Some(text) if text.length() > limit => malformed(Malformation::TooLarge, "a shorter string"),
        Some(text) if text.is_valid_utf16() => Ok(text.into()),
        Some(_) => malformed(Malformation::NotPlain, WHOLE_STRING),
        None => malformed(Malformation::WrongType, ANY_STRING),
    }
}

/// Deserializes an object. `at` is its path in the call.
pub fn read<'a, T: Deserialize<'a>>(json: &'a RawValue, at: &str) -> Answer<T> {
    let object = Object::parse(json).map_err(|fault| fault.into_failure(at.to_owned()))?;
    serde_path_to_error::deserialize(object).map_err(|error| {
        let path = error.path().iter().fold(at.to_owned(), |path, segment| match segment {
            Segment::Map { key } => format!("{path}.{key}"),
            Segment::Seq { index } => format!("{path}[{index}]"),
            // A variant adds nothing to the path, since its fields are beside its tag.
            Segment::Enum { .. } | Segment::Unknown => path,
        });
        error.into_inner().into_failure(path)
    })
}

/// A fault of deserialization.
#[derive(Debug)]
struct Fault {
    problem: Malformation,
    expected: String,
    /// The field of an action that the fault is about, if serde does not include it in the path.
    field: Option<String>,
}

impl Fault {
    fn new(problem: Malformation, expected: impl Into<String>) -> Self {
        Self { problem, expected: expected.into(), field: None }
    }

    fn about(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }

    fn about_tag(self) -> Self {
        self.about(TAG)
    }

    fn into_failure(self, path: String) -> Box<Failure> {
        let path = self.field.map_or(path.clone(), |field| format!("{path}.{field}"));
        Failure::malformed(self.problem, &path, &self.expected)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; expected {}", self.problem, self.expected)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(expected: T) -> Self {
        Self::new(Malformation::WrongType, expected.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(expected)
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Malformation::UnknownValue, expected.join(" or "))
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Malformation::UnknownField, expected.join(", "))
    }
}

/// The fields of an object.
struct Object<'de>(IndexMap<String, &'de RawValue>);

impl<'de> Object<'de> {
    fn parse(json: &'de RawValue) -> Result<Self, Fault> {
        serde_json::from_str(json.get()).map(Self).map_err(|_| match json.get().starts_with('{') {
            // The JSON is valid, so a field's name must contain an unpaired surrogate.
            true => Fault::new(Malformation::NotPlain, WHOLE_STRING),
            false => Fault::new(Malformation::WrongType, "an object"),
        })
    }

    /// All fields in the order of their faults, including declared fields that are missing.
    fn in_fault_order(mut self, declared: &[&str]) -> impl Iterator<Item = (String, Slot<'de>)> {
        let slots = declared.iter().map(|name| ((*name).to_owned(), Slot(self.0.shift_remove(*name))));
        let (given, missing): (Vec<_>, Vec<_>) = slots.partition(|(_, slot)| slot.0.is_some());
        let unknown = self.0.into_iter().map(|(name, value)| (name, Slot(Some(value))));
        unknown.chain(missing).chain(given)
    }
}

impl<'de> Deserializer<'de> for Object<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_map(MapDeserializer::new(self.in_fault_order(&[])))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_map(MapDeserializer::new(self.in_fault_order(fields)))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The tag selects the variant.
impl<'de> EnumAccess<'de> for Object<'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(mut self, seed: V) -> Result<(V::Value, Self), Fault> {
        let tag =
            self.0.shift_remove(TAG).ok_or_else(|| Fault::new(Malformation::WrongType, ANY_STRING).about_tag())?;
        let tag = String::deserialize(Slot(Some(tag))).map_err(Fault::about_tag)?;
        let unknown = |_: Fault| Fault::new(Malformation::UnknownAction, "the type of an action").about_tag();
        let variant = seed.deserialize(tag.into_deserializer()).map_err(unknown)?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Object<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Deserialize::deserialize(self)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        // serde does not know that an action has its tag as a field.
        if let Some(unknown) = self.0.keys().find(|name| !fields.contains(&name.as_str())) {
            let expected = format!("{TAG}, {}", fields.join(", "));
            return Err(Fault::new(Malformation::UnknownField, expected).about(unknown));
        }
        self.deserialize_struct(TAG, fields, visitor)
    }
}

/// The value of a field, if it has one. A missing field is deserialized as well, so that its fault precedes the
/// faults of values.
#[derive(Clone, Copy)]
struct Slot<'de>(Option<&'de RawValue>);

impl<'de> de::IntoDeserializer<'de, Fault> for Slot<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Slot<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let value = self.0.ok_or_else(|| Fault::new(Malformation::MissingField, "a value"))?;
        let json = value.get();
        match json {
            "null" => visitor.visit_unit(),
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ if json.starts_with('"') => match serde_json::from_str(json) {
                Ok(text) => visitor.visit_string(text),
                Err(_) => Err(Fault::new(Malformation::NotPlain, WHOLE_STRING)),
            },
            _ if json.starts_with('[') => {
                let items: Vec<&RawValue> = serde_json::from_str(json).map_err(de::Error::custom)?;
                visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(|item| Slot(Some(item)))))
            }
            _ if json.starts_with('{') => Object::parse(value)?.deserialize_any(visitor),
            _ => visitor.visit_f64(serde_json::from_str(json).map_err(de::Error::custom)?),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.map(RawValue::get) {
            None | Some("true" | "false") => self.deserialize_any(visitor),
            Some(_) => Err(Fault::new(Malformation::WrongType, "true or false")),
        }
    }

    /// An option does not accept `null`. A script leaves the field out instead.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_some() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(String::deserialize(self)?.into_deserializer())
    }

    /// The faults of a nested object have the same order.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Some(value) => Object::parse(value)?.deserialize_struct(name, fields, visitor),
            None => self.deserialize_any(visitor),
        }
    }

    /// Metadata is an object whose JSON is handed over as it is, or a text.
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        match self.0.map(RawValue::get) {
            Some(json) if name == RAW_JSON && json.starts_with('{') => visitor.visit_str(json),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

#[cfg(test)]
mod tests;

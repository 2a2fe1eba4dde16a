//! The arguments about versions: files, metadata and runs.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Texts;

/// A file of a version: with its digest and size, or with its content as text or in base64.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct File {
    pub path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(as = "Option<f64>"))]
    pub size: Option<Size>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
}

/// The run that logs a version.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Run {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Texts>,
}

/// A number of bytes or items: whole, and exact in JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Size(pub u64);

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;

        impl Visitor<'_> for Whole {
            type Value = Size;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a whole number")
            }

            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Size, E> {
                const LARGEST: f64 = 9_007_199_254_740_991.0;
                let is_whole = (0.0..=LARGEST).contains(&number) && number.fract() == 0.0;
                if is_whole { Ok(Size(number as u64)) } else { Err(E::custom(&self as &dyn serde::de::Expected)) }
            }
        }

        deserializer.deserialize_any(Whole)
    }
}

/// The name under which the deserializer of a call hands over JSON as it is.
pub const RAW_JSON: &str = "$json";

/// Metadata: an object, or JSON as text. Nothing else keeps double keys and the digits of numbers.
#[derive(Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "Record<string, unknown> | string"))]
pub struct Metadata(pub String);

impl<'de> Deserialize<'de> for Metadata {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectOrText;

        impl Visitor<'_> for ObjectOrText {
            type Value = Metadata;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object, or JSON as text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Metadata, E> {
                Ok(Metadata(text.to_owned()))
            }
        }

        deserializer.deserialize_newtype_struct(RAW_JSON, ObjectOrText)
    }
}

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

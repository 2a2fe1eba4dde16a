//! The objects that methods take, besides actions.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use super::action::Size;

/// The argument of `startEmpty`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Founding {
    pub organization: String,
    pub name: String,
    pub username: String,
    pub email: String,
}

/// The argument of `standing`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct StandingOf {
    pub registry: String,
    pub account: Option<String>,
}

/// The second argument of `may` for a permission in a registry: the registry, or what of it the permission is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InRegistry {
    pub registry: Option<String>,
    pub collection: Option<String>,
    pub version: Option<String>,
}

/// The second argument of `may` for a permission in a project.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct InProject {
    pub project: String,
}

/// The second argument of `versions`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Listing {
    #[cfg_attr(test, ts(as = "Option<f64>"))]
    pub limit: Option<Size>,
    #[cfg_attr(test, ts(as = "Option<f64>"))]
    pub before: Option<Size>,
}

/// The second argument of `may` for a permission in a team.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct InTeam {
    pub team: String,
}

/// The second argument of `may` for other permissions, such as `create_registry`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoDetails {}

/// A point in time or in the log: UTC milliseconds, a time in ISO 8601 form, or the name of a record.
#[derive(Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "number | string"))]
pub enum Moment {
    Number(f64),
    Text(String),
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrText;

        impl Visitor<'_> for NumberOrText {
            type Value = Moment;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a time in milliseconds or in ISO 8601 form, or the name of a record")
            }

            fn visit_f64<E>(self, number: f64) -> Result<Moment, E> {
                Ok(Moment::Number(number))
            }

            #[expect(clippy::cast_precision_loss, reason = "a script's numbers are doubles")]
            fn visit_i64<E>(self, number: i64) -> Result<Moment, E> {
                Ok(Moment::Number(number as f64))
            }

            #[expect(clippy::cast_precision_loss, reason = "a script's numbers are doubles")]
            fn visit_u64<E>(self, number: u64) -> Result<Moment, E> {
                Ok(Moment::Number(number as f64))
            }

            fn visit_str<E>(self, text: &str) -> Result<Moment, E> {
                Ok(Moment::Text(text.to_owned()))
            }
        }

        deserializer.deserialize_any(NumberOrText)
    }
}

/// The argument of `history`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct HistoryOf {
    pub registry: Option<String>,
    pub account: Option<String>,
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    /// A script's numbers are doubles.
    pub limit: Option<f64>,
    pub before: Option<String>,
}

/// The argument of `changes`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Between {
    pub from: Moment,
    pub to: Option<Moment>,
}

/// The second argument of `undo` and `canUndo`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct UndoOptions {
    pub dependents: Option<bool>,
}

//! The stored form of actions. It is separate from the domain types, which may change with every release; the stored form
//! never changes. One golden file per kind of entry guards it.
//!
//! An entry is a JSON object with one member: its kind, with an object of its fields.
//!
//! Reading checks the structure only, so that a stricter limit never makes an accepted record unreadable.

mod catalog;
mod convert;
mod entry;
mod object;
mod text;
mod version;
mod words;
mod write;

use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};

use self::entry::Entry;
use self::object::Object;
use crate::{Action, Founding};

/// A decoded entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodedEntry {
    /// The founding of the organization.
    Founding(Founding),
    /// A change of the organization.
    Action(Action),
}

/// Encodes the founding of an organization.
#[must_use]
pub fn write_founding(founding: &Founding) -> Box<RawValue> {
    to_json(&Entry::from(founding))
}

/// Encodes an action.
#[must_use]
pub fn write(action: &Action) -> Box<RawValue> {
    to_json(&Entry::from(action))
}

/// Decodes an entry. It returns `None` for an unknown kind or field, which a newer program has written, and for any other
/// text. If a field is repeated, the last one wins.
#[must_use]
pub fn read(text: &str) -> Option<DecodedEntry> {
    let Object(entry): Object<Entry> = serde_json::from_str(text).or_else(|_| read_repeated(text)).ok()?;
    Some(entry.into())
}

/// Reads an entry with repeated fields. Derived types refuse them, but earlier programs took the last one, and a log must
/// open to the same organization forever. A `Value` keeps the last one.
fn read_repeated(text: &str) -> serde_json::Result<Object<Entry>> {
    serde_json::from_str::<serde_json::Value>(text).and_then(Object::deserialize)
}

#[expect(clippy::expect_used, reason = "an entry consists of structs, strings and flags, which always serialize")]
fn to_json(entry: &Entry) -> Box<RawValue> {
    to_raw_value(entry).expect("an entry is JSON")
}

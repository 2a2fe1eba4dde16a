//! The form in which actions outlive the program, apart from the types of the domain: these may change with every release,
//! the stored form never does. One golden fixture a kind of entry guards it.
//!
//! An entry is a JSON object of one member: the kind, and under it an object of its fields.
//!
//! Reading it checks structure only. A limit that is tightened later never makes an accepted record unreadable.

mod convert;
mod entry;
mod text;
mod words;

use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};

use self::entry::{Entry, EntryObject};
use crate::{Action, Founding};

/// The meaning of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The organization begins.
    Founding(Founding),
    /// Something is done to it.
    Action(Action),
}

/// The entry that says how the organization began.
#[must_use]
pub fn write_founding(founding: &Founding) -> Box<RawValue> {
    to_json(&Entry::from(founding))
}

/// The entry of an action.
#[must_use]
pub fn write(action: &Action) -> Box<RawValue> {
    to_json(&Entry::from(action))
}

/// The meaning of an entry, or nothing if this program does not know its kind or its fields: then a newer one wrote it. Any
/// text may be passed. Of fields that stand twice the last one counts.
#[must_use]
pub fn read(text: &str) -> Option<Meaning> {
    let EntryObject(entry) = serde_json::from_str(text).or_else(|_| read_repeated(text)).ok()?;
    Some(entry.into())
}

/// Derived types refuse a field that stands twice. Earlier programs took the last one, and a log opens to the same
/// organization for good: a tree of values keeps the last one.
fn read_repeated(text: &str) -> serde_json::Result<EntryObject> {
    serde_json::from_str::<serde_json::Value>(text).and_then(EntryObject::deserialize)
}

#[expect(
    clippy::expect_used,
    reason = "an entry consists of texts and flags under names of fields, which always are JSON"
)]
fn to_json(entry: &Entry) -> Box<RawValue> {
    to_raw_value(entry).expect("an entry is JSON")
}

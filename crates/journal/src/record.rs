//! One record and its stored form, version 1.
//!
//! The form is frozen: `tests/golden` holds records that every later program has to read. This module knows how a
//! record is written and how the writing is checked. What the actions mean, and whether they are allowed, it does not.

use std::collections::HashMap;

use crc::{CRC_32_ISO_HDLC, Crc};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::id::RecordId;
use crate::payload::Payload;
use crate::recovery::Fault;

/// The version of the form that this program writes, and the newest that it reads.
const VERSION: u64 = 1;

/// The largest clock of a record: 2^53, up to which other readers of JSON count exactly.
pub const MAX_CLOCK: u64 = 1 << 53;

/// What is to be appended: one intent, kept whole or not at all.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When, in milliseconds of UTC since 1970. For people to read: it plays no part in the order.
    pub at: i64,
    /// Who acts.
    pub by: String,
    /// How: through the interface, the API, an import, an undo.
    pub via: String,
    /// What is done, in this order; at least one action. Their texts are stored exactly as they are given.
    pub actions: Vec<Payload>,
}

/// One record of the log: an entry, and its place among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What the record is called. It is in the key, not in the value, and the checksum ties both together.
    pub id: RecordId,
    /// One more than the largest clock that the author knew; from 1 to [`MAX_CLOCK`].
    pub clock: u64,
    /// The heads of the log as the author knew it: sorted, without duplicates, empty for a first record.
    pub after: Vec<RecordId>,
    /// When, in milliseconds of UTC since 1970.
    pub at: i64,
    /// Who acted.
    pub by: Box<str>,
    /// How: through the interface, the API, an import, an undo.
    pub via: Box<str>,
    /// What was done, in this order; at least one action.
    pub actions: Vec<Payload>,
}

/// The fields of a record that are covered by its checksum, in the order in which they are written.
#[derive(Serialize)]
struct Body<'a> {
    v: u64,
    clock: u64,
    after: &'a [RecordId],
    at: i64,
    by: &'a str,
    via: &'a str,
    #[serde(rename = "do")]
    actions: &'a [Payload],
}

/// All fields of version 1, once each and no others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(rename = "v")]
    _version: IgnoredAny,
    clock: u64,
    after: Vec<RecordId>,
    at: i64,
    by: Box<str>,
    via: Box<str>,
    #[serde(rename = "do")]
    actions: Vec<Payload>,
    #[serde(rename = "crc")]
    _checksum: IgnoredAny,
}

/// The only field that every version has.
#[derive(Deserialize)]
struct Version<'a> {
    #[serde(borrow)]
    v: &'a RawValue,
}

impl Record {
    /// The value that is stored for the record:
    ///
    /// ```json
    /// {"v":1,"clock":2,"after":["k3v9x2m4qa.0"],"at":1790000000000,"by":"ada","via":"interface","do":[{}],"crc":"0a1b2c3d"}
    /// ```
    ///
    /// `crc` is the CRC-32 of the record's id, a line feed, and all of the value before `,"crc":`. A value under another
    /// record's key does not verify; a copy of the log in another workspace does.
    #[must_use]
    pub fn encode(&self) -> String {
        let fields = Body {
            v: VERSION,
            clock: self.clock,
            after: &self.after,
            at: self.at,
            by: &self.by,
            via: &self.via,
            actions: &self.actions,
        };
        #[expect(clippy::expect_used, reason = "numbers, texts and what is JSON already are always written")]
        let mut text = serde_json::to_string(&fields).expect("a record can be written");
        // The checksum goes inside of the closing brace, and covers all that stands before it.
        text.pop();
        let checksum = checksum(self.id, &text);
        text + ",\"crc\":\"" + &checksum + "\"}"
    }

    /// The record `id`, read from the value that is stored for it.
    ///
    /// Only structure is checked, so a record that was once accepted stays readable whatever is decided about its
    /// contents later. Any text may be passed.
    ///
    /// # Errors
    /// The first [`Fault`] found, in the order syntax, version, checksum, structure. A newer version is a
    /// [`Fault::Newer`] whatever else the value holds.
    pub fn decode(id: RecordId, text: &str) -> Result<Self, Fault> {
        check_version(text)?;
        check_sum(id, text)?;
        let stored: Stored = serde_json::from_str(text).map_err(|_| Fault::Structure)?;
        let Stored { clock, after, at, by, via, actions, .. } = stored;
        let record = Self { id, clock, after, at, by, via, actions };
        if record.is_well_formed() { Ok(record) } else { Err(Fault::Structure) }
    }

    fn is_well_formed(&self) -> bool {
        (1..=MAX_CLOCK).contains(&self.clock)
            && self.after.is_sorted_by(|earlier, later| earlier < later)
            && !self.after.contains(&self.id)
            && !self.actions.is_empty()
    }
}

/// Whether the value is in a version that this program reads. This looks at nothing but `v`.
pub(crate) fn check_version(text: &str) -> Result<(), Fault> {
    // A derived struct would also be read from an array; a map is read from an object alone.
    serde_json::from_str::<HashMap<String, IgnoredAny>>(text).map_err(|_| Fault::Syntax)?;
    let Version { v } = serde_json::from_str(text).map_err(|_| Fault::Version)?;
    match integer(v.get()) {
        Some(VERSION) => Ok(()),
        Some(version) if version > VERSION => Err(Fault::Newer { version }),
        _ => Err(Fault::Version),
    }
}

/// The number that is written with digits alone; the largest there is, if it is larger than that.
fn integer(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().unwrap_or(u64::MAX))
}

fn check_sum(id: RecordId, text: &str) -> Result<(), Fault> {
    text.strip_suffix("\"}")
        .and_then(|text| text.rsplit_once(",\"crc\":\""))
        .is_some_and(|(body, crc)| checksum(id, body) == crc)
        .then_some(())
        .ok_or(Fault::Checksum)
}

fn checksum(id: RecordId, body: &str) -> String {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let mut digest = CRC.digest();
    digest.update(id.to_string().as_bytes());
    digest.update(b"\n");
    digest.update(body.as_bytes());
    format!("{:08x}", digest.finalize())
}

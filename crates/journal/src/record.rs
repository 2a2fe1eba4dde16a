//! One record and its stored form, version 1.
//!
//! The form is frozen: every later program has to read the records in `tests/golden`. This module checks the structure and
//! the checksum. It does not check the content of actions or their permission.

mod fault;

use std::collections::HashMap;

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub use self::fault::Fault;
use crate::id::RecordId;
use crate::payload::Payload;

/// The version of the stored form. This program reads no newer version.
const VERSION: u64 = 1;

/// The beginning of every record that this program writes.
const BEGINNING: &str = r#"{"v":1,"#;

/// The largest clock of a record: 2^53, the limit for exact integers in JavaScript.
pub const MAX_CLOCK: u64 = 1 << 53;

/// The content of a new record: one intent, stored as a whole or not at all.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The time in UTC milliseconds since 1970. It is for display only and does not affect the order.
    pub at: i64,
    /// The acting account.
    pub by: String,
    /// The origin, such as the interface, the API or an import.
    pub via: String,
    /// The actions in their order, at least one. Their texts are stored byte for byte.
    pub actions: Vec<Payload>,
}

/// One record of the log: an entry with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The id. The key contains it, the value does not, and the checksum covers both.
    pub id: RecordId,
    /// One more than the largest clock known to the author, from 1 to [`MAX_CLOCK`].
    pub clock: u64,
    /// The heads of the log known to the author: sorted, without duplicates, empty for a first record.
    pub after: Vec<RecordId>,
    /// The time in UTC milliseconds since 1970.
    pub at: i64,
    /// The acting account.
    pub by: Box<str>,
    /// The origin, such as the interface, the API or an import.
    pub via: Box<str>,
    /// The actions in their order, at least one.
    pub actions: Vec<Payload>,
}

/// The fields of a record under its checksum, in their stored order.
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

/// The fields of version 1. Each is required, and no other field is allowed.
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

/// The only field of every version.
#[derive(Deserialize)]
struct Version<'a> {
    #[serde(borrow)]
    v: &'a RawValue,
}

impl Record {
    /// The stored value of the record:
    ///
    /// ```json
    /// {"v":1,"clock":2,"after":["k3v9x2m4qa.0"],"at":1790000000000,"by":"ada","via":"interface","do":[{}],"crc":"0a1b2c3d"}
    /// ```
    ///
    /// `crc` is the CRC-32 of the record's id, a line feed, and the value up to `,"crc":`. A value under another record's key
    /// fails the check. A copy of the log in another workspace passes it.
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
        // The checksum is the last field, and covers the text before it.
        text.pop();
        let checksum = checksum(self.id, &text);
        text + ",\"crc\":\"" + &checksum + "\"}"
    }

    /// Decodes the record `id` from its stored value.
    ///
    /// It checks only the structure, so an accepted record stays readable when rules for its content change. It accepts any
    /// text without a panic.
    ///
    /// # Errors
    /// The first [`Fault`], in the order syntax, version, checksum, structure. A newer version is always a
    /// [`Fault::Newer`].
    pub fn decode(id: RecordId, text: &str) -> Result<Self, Fault> {
        // A record as this program writes it is read once. Any other is read again, for the first of its faults.
        let is_plain = text.starts_with(BEGINNING) && check_sum(id, text).is_ok();
        if !is_plain {
            check_version(text)?;
            check_sum(id, text)?;
        }
        let Ok(stored) = serde_json::from_str(text) else {
            return check_version(text).and(Err(Fault::Structure));
        };
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

/// Checks that this program reads the version of the value. It reads only the field `v`.
pub(crate) fn check_version(text: &str) -> Result<(), Fault> {
    // A derived struct also accepts an array, a map accepts only an object.
    serde_json::from_str::<HashMap<String, IgnoredAny>>(text).map_err(|_| Fault::Syntax)?;
    let Version { v } = serde_json::from_str(text).map_err(|_| Fault::Version)?;
    match integer(v.get()) {
        Some(VERSION) => Ok(()),
        Some(version) if version > VERSION => Err(Fault::Newer { version }),
        _ => Err(Fault::Version),
    }
}

/// Parses a number of digits only. A number above the range becomes `u64::MAX`.
fn integer(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().unwrap_or(u64::MAX))
}

fn check_sum(id: RecordId, text: &str) -> Result<(), Fault> {
    // Digits of a fixed number, so the text is not searched for them.
    let end = r#"00000000"}"#.len();
    text.len()
        .checked_sub(end)
        .and_then(|middle| text.split_at_checked(middle))
        .and_then(|(body, crc)| body.strip_suffix(",\"crc\":\"").zip(crc.strip_suffix("\"}")))
        .is_some_and(|(body, crc)| checksum(id, body) == crc)
        .then_some(())
        .ok_or(Fault::Checksum)
}

fn checksum(id: RecordId, body: &str) -> String {
    // Opening a log checks every record. The larger tables are several times as fast.
    static CRC: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);
    let mut digest = CRC.digest();
    digest.update(id.to_string().as_bytes());
    digest.update(b"\n");
    digest.update(body.as_bytes());
    format!("{:08x}", digest.finalize())
}

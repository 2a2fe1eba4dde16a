//! An append-only log of records over a key-value store that several tabs share, where nothing acknowledged is ever
//! lost and nothing refused ever comes back.
//!
//! The journal owns the stored form of a record, the order in which records are folded, and the protocol by which a
//! record becomes part of the log. It deliberately does not know what an action means: actions pass through as JSON
//! text. It reads no clock and draws no random numbers; times and [`Token`]s are handed in.
//!
//! Five rules carry everything:
//!
//! 1. Every open journal has a [`Writer`] of its own and writes only keys of that writer, so two tabs can never
//!    overwrite each other.
//! 2. One intent is one `set` of one new key. It is acknowledged only after the value was read back equal.
//! 3. What was not acknowledged is removed again. If the removal cannot be confirmed, the journal turns read-only.
//! 4. What cannot be read stays where it is and is reported in [`Findings`]. It never stops the rest from opening.
//! 5. The order of the fold, (clock, writer, n), depends on the records alone: every tab arrives at the same one.
//!
//! ```
//! use journal::{Change, Entry, Journal, MemoryStore, Token, WorkspaceKey, Writer};
//!
//! let storage = MemoryStore::new();
//! let workspace = WorkspaceKey::from(Token::from_random([7; 8]));
//! let tab = |random| Journal::open(storage.clone(), workspace, Writer::from_random([random; 8]));
//! let (mut here, mut there) = (tab(1)?, tab(2)?);
//!
//! here.append(Entry {
//!     at: 1_790_000_000_000,
//!     by: "ada".to_owned(),
//!     via: "interface".to_owned(),
//!     actions: vec![r#"{"create":"models"}"#.parse()?],
//! })?;
//!
//! assert_eq!(there.refresh(&[])?, Change::Appended(1));
//! assert_eq!(there.records(), here.records());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod heads;
mod id;
mod journal;
mod key_value;
mod memory;
mod payload;
mod record;
mod recovery;
mod token;

pub use crate::heads::Heads;
pub use crate::id::{RecordId, log_prefix, record_key};
pub use crate::journal::{Change, Journal, OpenError, ReadOnly, SaveError};
pub use crate::key_value::{KeyValue, StorageError};
pub use crate::memory::MemoryStore;
pub use crate::payload::Payload;
pub use crate::record::{Entry, MAX_CLOCK, Record};
pub use crate::recovery::{Fault, Findings, Gap, Unreadable};
pub use crate::token::{ParseIdError, Token, WorkspaceKey, Writer};

//! An append-only log of records over a key-value store that several tabs share. An acknowledged record is never lost, and
//! a refused record never appears later.
//!
//! The journal owns the stored form of a record, the order of the fold, and the protocol of an append. It treats actions as
//! opaque JSON text. It reads no clock and no random numbers: the caller passes times and [`Token`]s.
//!
//! Five rules:
//!
//! 1. Every open journal has its own [`Writer`] and writes only that writer's keys, so two tabs never overwrite each other.
//! 2. One intent is one `set` of one new key. It is acknowledged only after the value was read back unchanged.
//! 3. An unacknowledged record is removed again. If the removal cannot be verified, the journal becomes read-only.
//! 4. Unreadable values stay unchanged and are reported in [`Findings`]. The rest of the log opens.
//! 5. The order of the fold, (clock, writer, n), depends on the records only, so it is the same in every tab.
//!
//! ```
//! use journal::{Change, Entry, Journal, MemoryStore, Token, WorkspaceKey, Writer};
//!
//! let storage = MemoryStore::new();
//! let workspace = WorkspaceKey::from(Token::from_random([7; 8]));
//! let tab = |random| Journal::open(storage.clone(), workspace, Writer::from_random([random; 8]));
//! let (mut first, mut second) = (tab(1)?, tab(2)?);
//!
//! first.append(Entry {
//!     at: 1_790_000_000_000,
//!     by: "ada".to_owned(),
//!     via: "interface".to_owned(),
//!     actions: vec![r#"{"create":"models"}"#.parse()?],
//! })?;
//!
//! assert_eq!(second.refresh(&[])?, Change::Appended(1));
//! assert_eq!(second.records(), first.records());
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
pub use crate::record::{Entry, Fault, MAX_CLOCK, Record};
pub use crate::recovery::{Findings, Gap, Unreadable};
pub use crate::token::{ParseIdError, Token, WorkspaceKey, Writer};

//! The errors of opening and appending.
//!
//! The messages are technical. The app has its own texts for them, in both languages.

use thiserror::Error;

use crate::id::RecordId;
use crate::key_value::StorageError;

/// Why a journal could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The storage could not be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The log contains a key or the id of a record of this writer. Open the journal with a different writer.
    #[error("the writer is taken")]
    WriterTaken,
}

/// Why a journal is read-only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadOnly {
    /// Storage has lost values that this journal keeps. A record that follows them would be incomplete.
    #[error("the storage has lost records")]
    Lost,
    /// The log contains records of a newer program. A record must not follow records that this program cannot read.
    #[error("the log holds records of a newer program")]
    Newer,
    /// An append had an unknown outcome. Open the journal again to find out whether the record is stored.
    #[error("the fate of a record is not known")]
    Unconfirmed,
}

/// Why an entry was not appended.
///
/// Except for [`SaveError::Unconfirmed`], the entry is certainly not stored and will not appear later.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The journal is read-only.
    #[error("the journal is read-only: {0}")]
    ReadOnly(ReadOnly),
    /// The entry has no action.
    #[error("there is nothing to append")]
    Empty,
    /// The writer's numbers or the clock of the log are exhausted. An undamaged log needs millions of records for this.
    #[error("the journal is exhausted")]
    Exhausted,
    /// The key of the record is in use, so another journal has the same writer. The stored value is unchanged. Open the
    /// journal again with a new writer.
    #[error("the key of the next record is occupied")]
    Occupied,
    /// The storage reported an error.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The storage reported success, but did not return the record. The record was removed again.
    #[error("the storage did not keep the record")]
    NotPersisted,
    /// The write failed, and the removal of the record could not be verified. The journal is read-only from now on.
    #[error("the fate of record {0} is not known")]
    Unconfirmed(RecordId),
}

//! What opening and appending can come to, other than success.
//!
//! Typed reasons with short technical messages. What a person is told, and in which language, is decided elsewhere.

use thiserror::Error;

use crate::id::RecordId;
use crate::key_value::StorageError;

/// Why a journal could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The storage could not be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The log holds something of this writer, or names a record of it. Open the journal with another writer.
    #[error("the writer is taken")]
    WriterTaken,
}

/// Why a journal takes no records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadOnly {
    /// The log holds records of a newer program, which this one must not build upon unread.
    #[error("the log holds records of a newer program")]
    Newer,
    /// Whether the last record is stored is not known. Open the journal anew: what it finds then is the truth.
    #[error("the fate of a record is not known")]
    Unconfirmed,
}

/// Why an entry was not appended.
///
/// Except for [`SaveError::Unconfirmed`], it is certain that nothing of it is stored, and that it will not come back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The journal takes no records.
    #[error("the journal is read-only: {0}")]
    ReadOnly(ReadOnly),
    /// The entry holds no action.
    #[error("there is nothing to append")]
    Empty,
    /// The writer has no numbers left, or the log no clock. Short of a damaged log, this takes millions of records.
    #[error("the journal is exhausted")]
    Exhausted,
    /// Something is stored already where the record belongs, so another journal writes with the same writer. It was
    /// left alone. Open the journal anew, with a new writer.
    #[error("the key of the next record is occupied")]
    Occupied,
    /// The storage refused.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The storage claimed to have stored the record, but did not give it back. It was removed again.
    #[error("the storage did not keep the record")]
    NotKept,
    /// The storage refused or did not give the record back, and it is not certain either that the record is gone. The
    /// journal is read-only from now on.
    #[error("the fate of record {0} is not known")]
    Unconfirmed(RecordId),
}

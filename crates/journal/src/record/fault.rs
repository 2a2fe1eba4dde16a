//! The reasons why a value is not a record.

use thiserror::Error;

/// Why a value cannot be read as a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Fault {
    /// The key has the prefix of the log, but is not a record's key.
    #[error("the key is not that of a record")]
    Key,
    /// The value is not a JSON object.
    #[error("the value is not a JSON object")]
    Syntax,
    /// The value has no version or an invalid version.
    #[error("the value is in no known version of the form")]
    Version,
    /// The value was changed, cut, or copied from another record's key.
    #[error("the checksum is missing or wrong")]
    Checksum,
    /// The value is intact, but fields are missing, unknown, or outside of their limits.
    #[error("the fields are not those of a record")]
    Structure,
    /// The value was written by a newer program, perhaps under a newer form of key. It is not damaged.
    #[error("the record is in version {version} of the form")]
    Newer {
        /// The version of the value, at most `u64::MAX`.
        version: u64,
    },
}

impl Fault {
    /// Whether a newer program could read the value.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Newer { .. })
    }
}

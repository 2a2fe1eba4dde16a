//! The faults of typed text. It does not word them.

/// The reason why a text cannot be parsed.
///
/// If a text has several faults, the first in the order of the variants is reported (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// The text is empty, blank, or consists of invisible characters.
    Empty,
    /// The first forbidden character in the text.
    Forbidden(char),
    /// The text has the wrong form: an email address without exactly one `@` between a name and
    /// a valid domain.
    Malformed,
    /// The text is too long.
    TooLong {
        /// The number of characters (Unicode scalar values after normalization) over the limit.
        by: usize,
        /// The maximum number of characters.
        limit: usize,
    },
    /// A registry name begins with [`NAME_PREFIX`](crate::NAME_PREFIX), which is added automatically (R).
    Prefixed,
}

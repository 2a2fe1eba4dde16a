//! What can be wrong with a text that somebody typed. Which words explain it is for others to find.

/// Why a text is not a value of the kind it was parsed as.
///
/// Of several faults the first in the order of the variants is reported (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing visible is left after trimming: the text is empty, blank, or made of characters that show nothing.
    Empty,
    /// The first character, in the order of the text, that such a value may not contain.
    Forbidden(char),
    /// The text is not of the form that its kind asks for: an email without exactly one `@` between two parts.
    Malformed,
    /// The text is longer than its kind allows.
    TooLong {
        /// By how many characters (Unicode scalar values after normalization) it is too long.
        by: usize,
        /// The most characters that are allowed.
        limit: usize,
    },
    /// A registry name that begins with [`NAME_PREFIX`](crate::NAME_PREFIX): it is added by itself, leave it out (R).
    Prefixed,
}

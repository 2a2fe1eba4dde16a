//! [`Token`]: ten characters that name something for good, and the two things that are named by one.
//!
//! Tokens are made of random bytes that the caller brings; this module has no source of its own.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Crockford's base 32 in lower case: the digits and the letters without `i`, `l`, `o` and `u`. It is in the order of
/// ASCII, so tokens sort as their texts do.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Ten characters of five bits each.
const LENGTH: usize = 10;

/// Fifty bits, written as exactly ten characters of `0123456789abcdefghjkmnpqrstvwxyz`.
///
/// There is one text for each token: upper case and Crockford's look-alikes are refused, so that a token read out of a
/// key leads back to that very key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token(u64);

impl Token {
    /// The token made of the first fifty of these 64 random bits.
    #[must_use]
    pub const fn from_random(bytes: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(bytes) >> 14)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..LENGTH)
            .rev()
            .map(|place| (self.0 >> (5 * place)) as usize % ALPHABET.len())
            .filter_map(|digit| ALPHABET.get(digit))
            .try_for_each(|letter| fmt::Write::write_char(f, char::from(*letter)))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Token {
    type Err = ParseIdError;

    fn from_str(text: &str) -> Result<Self, ParseIdError> {
        if text.len() != LENGTH {
            return Err(ParseIdError);
        }
        text.bytes()
            .try_fold(0, |bits, letter| {
                let digit = ALPHABET.binary_search(&letter).ok()?;
                Some(bits << 5 | digit as u64)
            })
            .map(Self)
            .ok_or(ParseIdError)
    }
}

/// The text is not in the one form that a token or a [`RecordId`](crate::RecordId) is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an id of the journal")]
pub struct ParseIdError;

/// Types that are a token and nothing else, yet must not be mistaken for one another.
macro_rules! named_by_token {
    ($(#[$meaning:meta])* $name:ident) => {
        $(#[$meaning])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Token);

        impl $name {
            /// The name made of the first fifty of these 64 random bits.
            #[must_use]
            pub const fn from_random(bytes: [u8; 8]) -> Self {
                Self(Token::from_random(bytes))
            }

            /// The token that this is.
            #[must_use]
            pub const fn token(self) -> Token {
                self.0
            }
        }

        impl From<Token> for $name {
            fn from(token: Token) -> Self {
                Self(token)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                text.parse().map(Self)
            }
        }
    };
}

named_by_token! {
    /// Names a workspace: everything that belongs to one log.
    WorkspaceKey
}

named_by_token! {
    /// Names whoever appends records: one open journal, for as long as it is open. It must be new each time, and must
    /// not outlive the tab, nor be copied with it.
    Writer
}

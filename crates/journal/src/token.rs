//! [`Token`]: a random id of ten characters, and the two kinds of ids made of it.
//!
//! The caller passes the random bytes, because the crate is pure.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Crockford's base 32 in lower case: the digits and the letters without `i`, `l`, `o` and `u`. It is in ASCII order, so
/// tokens and their texts sort alike.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The number of characters, of five bits each.
const LENGTH: usize = 10;

/// Fifty bits, written as exactly ten characters of `0123456789abcdefghjkmnpqrstvwxyz`.
///
/// Each token has only one text: parsing refuses upper case and Crockford's look-alikes, so that a token from a key always
/// gives the same key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token(u64);

impl Token {
    /// A token of the first fifty of these 64 random bits.
    #[must_use]
    pub const fn from_random(bytes: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(bytes) >> 14)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [b'0'; LENGTH];
        for (place, letter) in letters.iter_mut().rev().enumerate() {
            let digit = (self.0 >> (5 * place)) as usize % ALPHABET.len();
            *letter = ALPHABET.get(digit).copied().unwrap_or_default();
        }
        f.write_str(str::from_utf8(&letters).unwrap_or_default())
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

/// The text is not the exact form of a token or a [`RecordId`](crate::RecordId).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an id of the journal")]
pub struct ParseIdError;

/// Defines a newtype of a token, so that the compiler tells the kinds of ids apart.
macro_rules! token_newtype {
    ($(#[$meaning:meta])* $name:ident) => {
        $(#[$meaning])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Token);

        impl $name {
            /// An id of the first fifty of these 64 random bits.
            #[must_use]
            pub const fn from_random(bytes: [u8; 8]) -> Self {
                Self(Token::from_random(bytes))
            }

            /// The underlying token.
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

token_newtype! {
    /// The id of a workspace, which contains one log.
    WorkspaceKey
}

token_newtype! {
    /// The id of one open journal as the author of records. Each open journal needs a new writer. It must not outlive the
    /// tab, or be copied with the tab.
    Writer
}

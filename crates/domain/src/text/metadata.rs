//! The metadata of a version: a JSON object that keeps the digits of its numbers and the order of its keys.
//!
//! The parser is our own, since every fault has a place, and `serde_json` reports none for a number without a finite value or a
//! repeated key.

use std::collections::HashSet;
use std::rc::Rc;

use super::check_length;
use crate::TextFault;

/// A JSON object of at most 100 keys (S), 100 levels and 1,000,000 characters (R), without white space between its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata(Rc<str>);

/// The place of a fault in a text. Both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The reason why a text is not metadata. The first fault with a place is reported, then those without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetadataFault {
    /// The text is no JSON.
    Malformed(Place),
    /// A number is too large, or written as `Infinity` (S).
    Infinite(Place),
    /// An object has a key twice (R).
    KeyTwice {
        /// The key.
        key: String,
        /// The place of its second occurrence.
        place: Place,
    },
    /// A string contains half of a surrogate pair (R).
    HalfCharacter(Place),
    /// The nesting is too deep (R).
    TooDeep {
        /// The maximum number of levels.
        limit: usize,
    },
    /// It is JSON, but no object (S).
    NoObject,
    /// The object has too many keys; nested ones do not count (S).
    TooMany {
        /// The number of keys over the limit.
        by: usize,
        /// The maximum number of keys.
        limit: usize,
    },
    /// It has too many characters without the white space (R).
    TooLong {
        /// The number of characters over the limit.
        by: usize,
        /// The maximum number of characters.
        limit: usize,
    },
}

impl Default for Metadata {
    fn default() -> Self {
        Self("{}".into())
    }
}

impl Metadata {
    /// The maximum number of keys at the top (S).
    pub const KEY_LIMIT: usize = 100;
    /// The maximum number of levels (R).
    pub const DEPTH_LIMIT: usize = 100;
    /// The maximum number of characters (R).
    pub const LENGTH_LIMIT: usize = 1_000_000;

    /// Parses a JSON text.
    ///
    /// # Errors
    /// The first fault, see [`MetadataFault`].
    pub fn parse(text: &str) -> Result<Self, MetadataFault> {
        let mut scanner = Scanner { text, offset: 0, compact: String::with_capacity(text.len()), depth: 0, keys: 0 };
        scanner.document()?;
        let Scanner { compact, keys, .. } = scanner;
        if !compact.starts_with('{') {
            return Err(MetadataFault::NoObject);
        }
        if keys > Self::KEY_LIMIT {
            return Err(MetadataFault::TooMany { by: keys - Self::KEY_LIMIT, limit: Self::KEY_LIMIT });
        }
        match check_length(&compact, Self::LENGTH_LIMIT) {
            Err(TextFault::TooLong { by, limit }) => Err(MetadataFault::TooLong { by, limit }),
            _ => Ok(Self(compact.into())),
        }
    }

    /// Takes stored metadata without a check.
    pub(crate) fn new_unchecked(text: &str) -> Self {
        Self(text.into())
    }

    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the object has no keys.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        &*self.0 == "{}"
    }
}

struct Scanner<'a> {
    text: &'a str,
    /// In bytes.
    offset: usize,
    /// The tokens so far.
    compact: String,
    depth: usize,
    /// The number of keys of the object at the top.
    keys: usize,
}

type Scanned = Result<(), MetadataFault>;

impl Scanner<'_> {
    fn document(&mut self) -> Scanned {
        self.value()?;
        self.skip_space();
        if self.peek().is_some() { Err(self.malformed()) } else { Ok(()) }
    }

    fn value(&mut self) -> Scanned {
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => self.string().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'I') if self.rest().starts_with("Infinity") => Err(MetadataFault::Infinite(self.place())),
            _ => {
                let word = ["true", "false", "null"].into_iter().find(|word| self.rest().starts_with(word));
                self.take(word.map_or(0, str::len))
            }
        }
    }

    fn nested(&mut self, inside: fn(&mut Self) -> Scanned) -> Scanned {
        if self.depth == Metadata::DEPTH_LIMIT {
            return Err(MetadataFault::TooDeep { limit: Metadata::DEPTH_LIMIT });
        }
        self.depth += 1;
        self.take(1)?;
        inside(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn object(&mut self) -> Scanned {
        let mut keys = HashSet::new();
        self.items(b'}', |scanner| {
            scanner.skip_space();
            let place = scanner.offset;
            let key = scanner.string()?;
            if !keys.insert(key.clone()) {
                return Err(MetadataFault::KeyTwice { key, place: scanner.place_of(place) });
            }
            scanner.keys += usize::from(scanner.depth == 1);
            scanner.token(b':')?;
            scanner.value()
        })
    }

    fn list(&mut self) -> Scanned {
        self.items(b']', Self::value)
    }

    /// Items between commas, up to the closing token.
    fn items(&mut self, close: u8, mut item: impl FnMut(&mut Self) -> Scanned) -> Scanned {
        self.skip_space();
        if self.peek() == Some(close) {
            return self.take(1);
        }
        loop {
            item(self)?;
            self.skip_space();
            if self.peek() == Some(close) {
                return self.take(1);
            }
            self.token(b',')?;
        }
    }

    /// Takes a string and returns what it means.
    fn string(&mut self) -> Result<String, MetadataFault> {
        if self.peek() != Some(b'"') {
            return Err(self.malformed());
        }
        let begin = self.offset;
        let mut characters = self.rest().char_indices().skip(1);
        let mut length = None;
        while let Some((offset, character)) = characters.next() {
            match character {
                '"' => {
                    length = Some(offset + 1);
                    break;
                }
                '\\' => drop(characters.next()),
                '\0'..='\u{1f}' => return Err(MetadataFault::Malformed(self.place_of(begin + offset))),
                _ => {}
            }
        }
        let length = length.ok_or_else(|| MetadataFault::Malformed(self.place_of(self.text.len())))?;
        let token = self.rest().get(..length).unwrap_or_default();
        let meaning = self.unescape(begin, token)?;
        self.take(length)?;
        Ok(meaning)
    }

    /// The value of the string that begins at `begin`. Checks its escapes.
    fn unescape(&self, begin: usize, token: &str) -> Result<String, MetadataFault> {
        let Some((escape, _)) = token.char_indices().find(|(_, character)| *character == '\\') else {
            return Ok(token.trim_matches('"').to_owned());
        };
        let mut at = escape;
        while let Some(rest) = token.get(at..) {
            let Some(offset) = rest.find('\\') else { break };
            at += offset;
            let place = || self.place_of(begin + at);
            let escaped = token.get(at + 1..).unwrap_or_default();
            at += match escaped.chars().next() {
                Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => 2,
                Some('u') => match (code_unit(escaped), code_unit(escaped.get(6..).unwrap_or_default())) {
                    (None, _) => return Err(MetadataFault::Malformed(place())),
                    (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) if escaped.get(5..6) == Some("\\") => 12,
                    (Some(0xd800..0xe000), _) => return Err(MetadataFault::HalfCharacter(place())),
                    (Some(_), _) => 6,
                },
                _ => return Err(MetadataFault::Malformed(place())),
            };
        }
        serde_json::from_str(token).map_err(|_| MetadataFault::Malformed(self.place_of(begin)))
    }

    fn number(&mut self) -> Scanned {
        let is_of_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
        let rest = self.rest();
        let token = rest.get(..rest.find(|c| !is_of_number(c)).unwrap_or(rest.len())).unwrap_or_default();
        if token.strip_prefix('-').is_some_and(|number| number == "Infinity") {
            return Err(MetadataFault::Infinite(self.place()));
        }
        if !is_number(token) {
            return Err(self.malformed());
        }
        // A text of this form always has a value, which may be infinite.
        if token.parse().is_ok_and(f64::is_infinite) {
            return Err(MetadataFault::Infinite(self.place()));
        }
        self.take(token.len())
    }

    fn token(&mut self, token: u8) -> Scanned {
        self.skip_space();
        if self.peek() == Some(token) { self.take(1) } else { Err(self.malformed()) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.offset += 1;
        }
    }

    /// Takes the next bytes as they are. No bytes are no token.
    fn take(&mut self, length: usize) -> Scanned {
        match self.text.get(self.offset..self.offset + length) {
            Some(token) if length > 0 => {
                self.compact.push_str(token);
                self.offset += length;
                Ok(())
            }
            _ => Err(self.malformed()),
        }
    }

    fn malformed(&self) -> MetadataFault {
        MetadataFault::Malformed(self.place())
    }

    fn place(&self) -> Place {
        self.place_of(self.offset)
    }

    fn place_of(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Place { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }
}

/// The value of `u` and four hexadecimal digits at the beginning of the text.
fn code_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hexadecimal { u16::from_str_radix(digits, 16).ok() } else { None }
}

/// Whether the text is a JSON number: no other zeros or points than JSON allows.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(are_digits)
        && exponent.is_none_or(are_digits)
}

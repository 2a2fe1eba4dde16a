//! As much of JSON as what is stored is made of: where values begin and end, objects, arrays, texts, and whole numbers.
//!
//! Values stay as they are written, and whoever asks for one reads it: there is no tree of them. What is a value, and what a
//! string means, is what `serde_json` says of it; the tests compare. It was 17 KB of the page, though: it brings the reading of
//! fractions, of every type that might stand where another is expected, and words for every mistake.
//!
//! Any text may be passed. Nothing here recurses, so that no nesting is too deep. What a value is for, this crate does not
//! know.
//!
//! ```
//! use json::{Json, items, member, members, number, string};
//!
//! let text = Json::object(&[("name", Json::text("\"모델\"")), ("after", Json::list([Json::text("a.0")]))]);
//! assert_eq!(text.get(), r#"{"name":"\"모델\"","after":["a.0"]}"#);
//!
//! let members = members(r#"{"name": "\ubaa8\ub378", "after": ["a.0", 7]}"#).unwrap();
//! assert_eq!(member(&members, "name").and_then(string).as_deref(), Some("모델"));
//! let after = member(&members, "after").and_then(items).unwrap();
//! assert_eq!((after[0], number::<u8>(after[1])), ("\"a.0\"", Some(7)));
//! ```

use std::fmt;
use std::str::{Chars, FromStr};

mod scanner;

use self::scanner::Scanner;

/// A value of any kind, as it is written.
#[derive(Clone, PartialEq, Eq)]
pub struct Json(Box<str>);

impl Json {
    /// The value that is written so, unless it is none. White space around it is left out.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let value = scanner.value()?;
        scanner.end()?;
        Some(Self(value.into()))
    }

    /// A string that stands for this text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self(quoted(text).into())
    }

    /// True, or false.
    #[must_use]
    pub fn flag(flag: bool) -> Self {
        Self(if flag { "true" } else { "false" }.into())
    }

    /// An array of these.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        let items: Vec<Box<str>> = items.into_iter().map(|item| item.0).collect();
        Self(["[", &items.join(","), "]"].concat().into())
    }

    /// An object of these members, in this order.
    #[must_use]
    pub fn object(members: &[(&str, Self)]) -> Self {
        let members: Vec<String> =
            members.iter().map(|(name, value)| [&quoted(name), ":", value.get()].concat()).collect();
        Self(["{", &members.join(","), "}"].concat().into())
    }

    /// How it is written.
    #[must_use]
    pub fn get(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The members of an object, as they stand there: names may repeat. Nothing if the text is no object.
#[must_use]
pub fn members(text: &str) -> Option<Vec<(String, &str)>> {
    list(text, b'{', b'}', |scanner| {
        let name = string(scanner.name()?)?;
        Some((name, scanner.value()?))
    })
}

/// The value of the one member of this name. Nothing if there is none, or more than one.
#[must_use]
pub fn member<'a>(members: &[(String, &'a str)], name: &str) -> Option<&'a str> {
    let mut values = members.iter().filter(|(other, _)| other == name).map(|(_, value)| *value);
    values.next().filter(|_| values.next().is_none())
}

/// The items of an array. Nothing if the text is no array.
#[must_use]
pub fn items(text: &str) -> Option<Vec<&str>> {
    list(text, b'[', b']', Scanner::value)
}

/// The items of an array, each as a value of its own. Nothing if the text is no array.
#[must_use]
pub fn values(text: &str) -> Option<Vec<Json>> {
    Some(items(text)?.into_iter().map(|item| Json(item.into())).collect())
}

fn list<'a, T>(text: &'a str, open: u8, close: u8, item: impl Fn(&mut Scanner<'a>) -> Option<T>) -> Option<Vec<T>> {
    let mut scanner = Scanner::new(text);
    let mut list = Vec::new();
    scanner.take(open)?;
    if scanner.take(close).is_none() {
        loop {
            list.push(item(&mut scanner)?);
            if scanner.take(b',').is_none() {
                break;
            }
        }
        scanner.take(close)?;
    }
    scanner.end()?;
    Some(list)
}

/// The text that a string stands for. Nothing if this is no string, or if half of a surrogate pair stands alone in it.
#[must_use]
pub fn string(text: &str) -> Option<String> {
    let mut scanner = Scanner::new(text);
    let mut rest = scanner.string()?;
    scanner.end()?;
    let mut string = String::with_capacity(rest.len());
    while let Some((plain, escaped)) = rest.split_once('\\') {
        string.push_str(plain);
        let mut letters = escaped.chars();
        string.push(match letters.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => escape(&mut letters)?,
            other => other,
        });
        rest = letters.as_str();
    }
    string.push_str(rest);
    Some(string)
}

/// The character that stands behind `\u`; it takes two of these to write what does not fit into sixteen bits.
fn escape(letters: &mut Chars<'_>) -> Option<char> {
    let first = unit(letters)?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    *letters = letters.as_str().strip_prefix("\\u")?.chars();
    let second = unit(letters)?.checked_sub(0xdc00).filter(|second| *second < 0x400)?;
    char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)
}

fn unit(letters: &mut Chars<'_>) -> Option<u32> {
    let (digits, rest) = letters.as_str().split_at_checked(4)?;
    *letters = rest.chars();
    u32::from_str_radix(digits, 16).ok()
}

/// A whole number, written with digits and a sign only. Nothing if it is not, or if it does not fit.
#[must_use]
pub fn number<T: FromStr + ToString>(text: &str) -> Option<T> {
    // Writing it again finds what `parse` lets pass: a plus sign, leading zeros, and a zero less than zero.
    text.parse::<T>().ok().filter(|number| number.to_string() == text)
}

/// The text as a string.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\0'..' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

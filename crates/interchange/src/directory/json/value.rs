//! Parses JSON without losing anything: keys keep their order, and numbers stay as they are written.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::JsonFault;

/// The depth from which a value stays a text, so that nothing recurses deeper. Directories nest three or four levels.
const DEPTH: usize = 10;

/// A value and its text in the file.
#[derive(Debug)]
pub(super) struct Value<'a> {
    pub raw: &'a str,
    pub content: Content<'a>,
}

#[derive(Debug)]
pub(super) enum Content<'a> {
    Null,
    /// A text, a number, `true` or `false`.
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// The texts of all values of a text: usually one, but one for each line in JSON Lines, and one for each page of some exports.
pub(super) fn values(text: &str) -> Result<Vec<&str>, JsonFault> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    values.map(|value| Ok(value.map_err(|error| fault_of(&error, text))?.get())).collect()
}

/// The texts of the elements of a list. Other values have none. `raw` is a part of `text`, as in all that follows.
pub(super) fn elements<'a>(raw: &'a str, text: &str) -> Result<Vec<&'a str>, JsonFault> {
    if !raw.starts_with('[') {
        return Ok(Vec::new());
    }
    let elements: Vec<&RawValue> = part(raw, text)?;
    Ok(elements.into_iter().map(RawValue::get).collect())
}

/// A key of an object, and the text of its value.
pub(super) type Member<'a> = (Cow<'a, str>, &'a str);

/// The members of an object. Other values have none.
pub(super) fn members<'a>(raw: &'a str, text: &str) -> Result<Vec<Member<'a>>, JsonFault> {
    if !raw.starts_with('{') {
        return Ok(Vec::new());
    }
    let Members(members) = part(raw, text)?;
    match repeated(members.iter().map(|(key, _)| key)) {
        Some(key) => Err(JsonFault::RepeatedKey { key: key.to_string(), line: line_of(raw, text) }),
        None => Ok(members),
    }
}

/// A key that occurs twice.
fn repeated<'k>(keys: impl Iterator<Item = &'k Cow<'k, str>>) -> Option<&'k str> {
    let mut keys: Vec<&str> = keys.map(|key| &**key).collect();
    keys.sort_unstable();
    keys.windows(2).find_map(|pair| if let [one, other] = pair { (one == other).then_some(*one) } else { None })
}

impl<'a> Value<'a> {
    /// Parses a value.
    pub fn parse(raw: &'a str, text: &str) -> Result<Self, JsonFault> {
        Self::new(raw, text, 0)
    }

    fn new(raw: &'a str, text: &str, depth: usize) -> Result<Self, JsonFault> {
        let nested = |raw: &'a str| Self::new(raw, text, depth + 1);
        let is_deep = depth == DEPTH;
        let content = match raw.as_bytes() {
            [b'{', ..] if !is_deep => {
                let members = members(raw, text)?.into_iter().map(|(key, value)| Ok((key, nested(value)?)));
                Content::Object(members.collect::<Result<_, _>>()?)
            }
            [b'[', ..] if !is_deep => {
                Content::List(elements(raw, text)?.into_iter().map(nested).collect::<Result<_, _>>()?)
            }
            [b'"', ..] => {
                let Text(text) = part(raw, text)?;
                Content::Text(text)
            }
            b"null" => Content::Null,
            _ => Content::Text(Cow::Borrowed(raw)),
        };
        Ok(Self { raw, content })
    }

    pub fn object(&self) -> Option<&[(Cow<'a, str>, Self)]> {
        if let Content::Object(members) = &self.content { Some(members) } else { None }
    }

    pub fn list(&self) -> Option<&[Self]> {
        if let Content::List(elements) = &self.content { Some(elements) } else { None }
    }

    /// The text, unless it is empty.
    pub fn text(&self) -> Option<&str> {
        if let Content::Text(text) = &self.content { Some(text.as_ref()).filter(|text| !text.is_empty()) } else { None }
    }

    /// The member of an object. Capitals do not count (RFC 7643, 2.1).
    pub fn member(&self, key: &str) -> Option<&Self> {
        self.object()?.iter().find(|(other, _)| other.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }
}

/// Members in their order, which maps of the standard library lose along with repeated keys.
struct Members<'a>(Vec<Member<'a>>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some((Key(key), value)) = map.next_entry::<_, &RawValue>()? {
                    members.push((key, value.get()));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// A key, without a copy if it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// A text, in which half of a character from outside of the basic plane is a lost character.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Decode;
        impl<'de> Visitor<'de> for Decode {
            type Value = Text<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a text")
            }
            fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Text<'de>, E> {
                Ok(Text(String::from_utf8_lossy(bytes)))
            }
            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(String::from_utf8_lossy(bytes).into_owned())))
            }
        }
        deserializer.deserialize_bytes(Decode)
    }
}

/// Parses a part of the text.
fn part<'a, T: Deserialize<'a>>(raw: &'a str, text: &str) -> Result<T, JsonFault> {
    serde_json::from_str(raw).map_err(|_| JsonFault::Syntax { line: line_of(raw, text), column: 1 })
}

/// The line at which a part of the text begins.
fn line_of(raw: &str, text: &str) -> usize {
    let offset = raw.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    text.get(..offset).unwrap_or_default().matches('\n').count() + 1
}

fn fault_of(error: &serde_json::Error, text: &str) -> JsonFault {
    let line = error.line();
    if error.is_eof() {
        return JsonFault::Cut { line };
    }
    // The parser counts bytes, and editors count characters.
    let before = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let column = before.char_indices().take_while(|(index, _)| *index < error.column()).count();
    JsonFault::Syntax { line, column }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Vec<Value<'_>>, JsonFault> {
        values(text)?.into_iter().map(|raw| Value::parse(raw, text)).collect()
    }

    #[track_caller]
    fn check_fault(text: &str, expected: JsonFault) {
        assert_eq!(parse(text).map(|values| values.len()), Err(expected), "{text}");
    }

    #[track_caller]
    fn check_text(text: &str, expected: &str) {
        assert_eq!(parse(text).unwrap()[0].text(), Some(expected));
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        for number in ["12345678901234567890123456789", "1.50", "1e400", "-0", "true"] {
            check_text(number, number);
        }
    }

    #[test]
    fn half_a_character_is_a_lost_one() {
        check_text(r#""a\ud83d""#, "a\u{fffd}\u{fffd}\u{fffd}");
        check_text(r#""\ud83d\ude80\u0041\n""#, "🚀A\n");
    }

    #[test]
    fn faults_have_their_place() {
        check_fault("[{\"a\": 1},\n {\"b\"", JsonFault::Cut { line: 2 });
        check_fault("[1,\n\"한글\" 2]", JsonFault::Syntax { line: 2, column: 6 });
        check_fault("[{},\n{\"a\":1,\"a\":1}]", JsonFault::RepeatedKey { key: "a".to_owned(), line: 2 });
        check_fault("{\"\\ud83d\":1}", JsonFault::Syntax { line: 1, column: 1 });
    }

    #[test]
    fn deep_values_stay_texts() {
        let text = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        let mut value = &parse(&text).unwrap()[0];
        while let Some([inner]) = value.list() {
            value = inner;
        }
        assert_eq!(value.text().map(str::len), Some(2 * (10_000 - DEPTH)));
    }

    #[test]
    fn several_values_can_follow_each_other() {
        assert_eq!(parse("{\"a\":1}\n{\"a\":2}\n").unwrap().len(), 2);
        assert_eq!(parse("[][{}]").unwrap().len(), 2);
        assert!(parse(" ").unwrap().is_empty());
    }
}

//! The name of a registry. `review` checks that it is unique in the organization.

use std::rc::Rc;

use super::{Comparison, FoldKey, TextRule, Unique, is_dash, is_forbidden_in_registry_names, trim};
use crate::TextFault;

/// The prefix of every registry's full name. People never type it (S).
pub const NAME_PREFIX: &str = "wandb-registry-";

/// The name of a registry: 1 to 113 characters (128 less the 15 of [`NAME_PREFIX`]), without `/ \ # ? % :` and line
/// breaks (S), and without control characters and bidirectional controls. It has a visible character, and does not
/// begin with the prefix (R). A name is taken if another registry's name has the same [`key`](Self::key).
#[derive(Clone, Debug)]
pub struct RegistryName {
    text: Rc<str>,
    key: NameKey,
    comparison: Comparison,
}

/// The key of a registry's name: its [`FoldKey`] with one blank for each run of white space, and with `-` for every dash (R).
///
/// A name that was copied from a web page or a text document often has no-break blanks and typographic dashes. `Fine Tuned`
/// is the same name with either blank.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(FoldKey);

impl NameKey {
    /// Computes the key of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let FoldKey(folded) = FoldKey::of(trim(text));
        if is_plain(&folded) {
            return Self(FoldKey(folded));
        }
        let mut key = String::with_capacity(folded.len());
        for character in folded.chars() {
            match character {
                _ if character.is_whitespace() && (key.is_empty() || key.ends_with(' ')) => {}
                _ if character.is_whitespace() => key.push(' '),
                _ if is_dash(character) => key.push('-'),
                _ => key.push(character),
            }
        }
        Self(if *key == *folded { FoldKey(folded) } else { FoldKey(key.into()) })
    }

    /// The key without the prefix of full names, if it begins with the prefix.
    #[must_use]
    pub fn without_prefix(&self) -> Option<Self> {
        self.as_str().strip_prefix(NAME_PREFIX).map(|name| Self(FoldKey(name.into())))
    }

    /// The key as the key of a text, for searching in it.
    #[must_use]
    pub fn as_fold_key(&self) -> &FoldKey {
        &self.0
    }

    /// The key as text, for searching in it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// Whether a folded text has only single blanks and typed dashes. Most texts do, and searching takes the keys of thousands.
fn is_plain(folded: &str) -> bool {
    let mut last = b' ';
    folded.bytes().all(|byte| {
        let is_plain = (b' '..=b'~').contains(&byte) && [last, byte] != *b"  ";
        last = byte;
        is_plain
    })
}

impl RegistryName {
    /// The maximum number of characters.
    pub const LIMIT: usize = 128 - NAME_PREFIX.len();

    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule { forbidden: is_forbidden_in_registry_names, limit: RegistryName::LIMIT };
        let text = RULE.check(text)?;
        let key = NameKey::of(&text);
        if key.as_str().starts_with(NAME_PREFIX) {
            return Err(TextFault::Prefixed);
        }
        Ok(Self { text, key, comparison: Comparison::Current })
    }

    /// Takes a stored name without a check, as of a record of an earlier program.
    pub(crate) fn new_unchecked(text: &str) -> Self {
        Self { text: text.into(), key: NameKey::of(text), comparison: Comparison::Former }
    }

    /// A stored name, compared as its record says.
    pub(crate) fn compared(self, comparison: Comparison) -> Self {
        Self { comparison, ..self }
    }

    /// The name without the prefix.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The key of comparison: it ignores case, normalization, invisible characters, and the kinds of blanks and dashes (R).
    #[must_use]
    pub fn key(&self) -> &NameKey {
        &self.key
    }

    /// The name with its prefix, as in the full names of artifacts (S).
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{NAME_PREFIX}{}", self.text)
    }
}

impl Unique for RegistryName {
    fn compared_by(&self) -> (&str, FoldKey, Comparison) {
        (&self.text, self.key.0.clone(), self.comparison)
    }
}

/// Equality compares the exact text. Uniqueness compares the keys.
impl PartialEq for RegistryName {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for RegistryName {}

impl std::fmt::Display for RegistryName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

//! The name of a registry. That it is unique is a rule of the organization and checked in `review`.

use std::rc::Rc;

use super::{FoldKey, TextRule, is_unnameable};
use crate::TextFault;

/// What every registry's full name begins with; it is never typed (S).
pub const NAME_PREFIX: &str = "wandb-registry-";

/// The name of a registry: 1 to 113 characters (128 less the 15 of [`NAME_PREFIX`]), none of `/ \ # ? % :`, no line
/// end (S), no other control character, no bidirectional control, something visible, and not beginning with the
/// prefix (R). Two names are the same if their [`key`](Self::key)s are.
#[derive(Clone, Debug)]
pub struct RegistryName {
    text: Rc<str>,
    key: FoldKey,
}

impl RegistryName {
    /// The most characters that a name may have.
    pub const LIMIT: usize = 128 - NAME_PREFIX.len();

    /// The name that somebody typed.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule {
            forbidden: |c| matches!(c, '/' | '\\' | '#' | '?' | '%' | ':') || is_unnameable(c),
            limit: RegistryName::LIMIT,
        };
        let name = Self::accepted(&RULE.check(text)?);
        if name.key.as_str().starts_with(NAME_PREFIX) {
            return Err(TextFault::Prefixed);
        }
        Ok(name)
    }

    /// The name that was accepted once and stored: nothing is checked again.
    pub(crate) fn accepted(text: &str) -> Self {
        Self { text: text.into(), key: FoldKey::of(text) }
    }

    /// The name as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What names are compared by: case, normalization and characters that show nothing do not count (R).
    #[must_use]
    pub fn key(&self) -> &FoldKey {
        &self.key
    }

    /// The name with its prefix, as it stands in an artifact's full name (S).
    #[must_use]
    pub fn full(&self) -> String {
        format!("{NAME_PREFIX}{}", self.text)
    }
}

/// Two names are equal if they read the same, letter by letter; whether one is *taken* by the other is a matter of
/// their keys.
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

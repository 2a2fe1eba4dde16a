//! The name of a registry. `review` checks that it is unique in the organization.

use std::rc::Rc;

use super::{FoldKey, TextRule, is_forbidden_in_names};
use crate::TextFault;

/// The prefix of every registry's full name. People never type it (S).
pub const NAME_PREFIX: &str = "wandb-registry-";

/// The name of a registry: 1 to 113 characters (128 less the 15 of [`NAME_PREFIX`]), without `/ \ # ? % :` and line
/// breaks (S), and without control characters and bidirectional controls. It has a visible character, and does not
/// begin with the prefix (R). A name is taken if another registry's name has the same [`key`](Self::key).
#[derive(Clone, Debug)]
pub struct RegistryName {
    text: Rc<str>,
    key: FoldKey,
}

impl RegistryName {
    /// The maximum number of characters.
    pub const LIMIT: usize = 128 - NAME_PREFIX.len();

    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule {
            forbidden: |c| matches!(c, '/' | '\\' | '#' | '?' | '%' | ':') || is_forbidden_in_names(c),
            limit: RegistryName::LIMIT,
        };
        let name = Self::new_unchecked(&RULE.check(text)?);
        if name.key.as_str().starts_with(NAME_PREFIX) {
            return Err(TextFault::Prefixed);
        }
        Ok(name)
    }

    /// Takes a stored name without a check.
    pub(crate) fn new_unchecked(text: &str) -> Self {
        Self { text: text.into(), key: FoldKey::of(text) }
    }

    /// The name without the prefix.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The key of comparison: it ignores case, normalization and invisible characters (R).
    #[must_use]
    pub fn key(&self) -> &FoldKey {
        &self.key
    }

    /// The name with its prefix, as in the full names of artifacts (S).
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{NAME_PREFIX}{}", self.text)
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

//! The names of people, accounts, teams and of the organization itself.

use std::rc::Rc;

use super::{FoldKey, TextRule, check_length, is_unnameable, is_visible, normalize, text_newtype};
use crate::TextFault;

/// A username, or the name of a service account or a team: 1 to 128 ASCII letters, digits, `-`, `_` or `.` (R). The
/// three share one namespace, in which case does not count (R).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(Rc<str>);

text_newtype!(AccountName);

impl AccountName {
    /// The most characters that such a name may have.
    pub const LIMIT: usize = 128;

    /// The name that somebody typed.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule {
            forbidden: |c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')),
            limit: AccountName::LIMIT,
        };
        RULE.check(text).map(Self)
    }

    /// What such names are compared by.
    #[must_use]
    pub fn key(&self) -> FoldKey {
        FoldKey::of(&self.0)
    }
}

/// An email address: one `@` with something on both sides, no white space, comma or control character, at most 320
/// characters; unique in the organization, and case does not count (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Rc<str>);

text_newtype!(Email);

impl Email {
    /// The most characters that an address may have: 64 before the `@`, 255 after it.
    pub const LIMIT: usize = 320;

    /// The address that somebody typed.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = normalize(text);
        if !text.chars().any(is_visible) {
            return Err(TextFault::Empty);
        }
        if let Some(character) = text.chars().find(|&c| c.is_whitespace() || matches!(c, ',' | ';') || is_unnameable(c))
        {
            return Err(TextFault::Forbidden(character));
        }
        let parts: Vec<&str> = text.split('@').collect();
        if parts.len() != 2 || parts.iter().any(|part| part.is_empty()) {
            return Err(TextFault::Malformed);
        }
        check_length(&text, Self::LIMIT)?;
        Ok(Self(text.into()))
    }

    /// What addresses are compared by.
    #[must_use]
    pub fn key(&self) -> FoldKey {
        FoldKey::of(&self.0)
    }
}

/// What any name that is only shown must be: visible, at most 128 characters, on one line (R).
const SHOWN: TextRule = TextRule { forbidden: is_unnameable, limit: 128 };

/// The name of a person, as it is shown: 1 to 128 characters (R). Two people may have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(Rc<str>);

text_newtype!(PersonName);

impl PersonName {
    /// The name that somebody typed.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        SHOWN.check(text).map(Self)
    }
}

/// The name of the organization: 1 to 128 characters (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationName(Rc<str>);

text_newtype!(OrganizationName);

impl OrganizationName {
    /// The name that somebody typed.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        SHOWN.check(text).map(Self)
    }
}

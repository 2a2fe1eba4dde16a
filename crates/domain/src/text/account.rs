//! The names of people, accounts, teams and the organization.

use std::rc::Rc;

use super::{FoldKey, TextRule, check_length, is_forbidden_in_names, is_visible, normalize, text_newtype};
use crate::TextFault;

/// A username, or the name of a service account or a team: 1 to 128 ASCII letters, digits, `-`, `_` or `.` (R). The
/// three share one namespace, and case does not matter in it (R).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(Rc<str>);

text_newtype!(AccountName);

impl AccountName {
    /// The maximum number of characters.
    pub const LIMIT: usize = 128;

    /// Parses a typed name.
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

    /// The key of comparison.
    #[must_use]
    pub fn key(&self) -> FoldKey {
        FoldKey::of(&self.0)
    }
}

/// An email address: one `@` with text on both sides, no white space, comma, semicolon or control character, and at most
/// 320 characters. It is unique in the organization, and case does not matter (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Rc<str>);

text_newtype!(Email);

impl Email {
    /// The maximum number of characters: 64 before the `@`, and 255 after it.
    pub const LIMIT: usize = 320;

    /// Parses a typed address.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = normalize(text);
        if !text.chars().any(is_visible) {
            return Err(TextFault::Empty);
        }
        if let Some(character) =
            text.chars().find(|&c| c.is_whitespace() || matches!(c, ',' | ';') || is_forbidden_in_names(c))
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

    /// The key of comparison.
    #[must_use]
    pub fn key(&self) -> FoldKey {
        FoldKey::of(&self.0)
    }
}

/// Display names are visible, on one line, and have at most 128 characters (R).
const DISPLAY_NAME: TextRule = TextRule { forbidden: is_forbidden_in_names, limit: 128 };

/// The display name of a person: 1 to 128 characters, not unique (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(Rc<str>);

text_newtype!(PersonName);

impl PersonName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        DISPLAY_NAME.check(text).map(Self)
    }
}

/// The name of the organization: 1 to 128 characters (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationName(Rc<str>);

text_newtype!(OrganizationName);

impl OrganizationName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        DISPLAY_NAME.check(text).map(Self)
    }
}

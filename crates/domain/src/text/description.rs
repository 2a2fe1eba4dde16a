//! The description of a registry.

use std::rc::Rc;

use super::{check_length, normalize, text_newtype};
use crate::TextFault;

/// The description of a registry: optional free text of at most 10,000 characters (R). Line breaks are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description(Rc<str>);

text_newtype!(Description);

impl Description {
    /// The maximum number of characters.
    pub const LIMIT: usize = 10_000;

    /// Parses a typed text. It may be empty.
    ///
    /// # Errors
    /// Only [`TextFault::TooLong`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = normalize(text);
        check_length(&text, Self::LIMIT)?;
        Ok(Self(text.into()))
    }

    /// No description.
    #[must_use]
    pub fn empty() -> Self {
        Self("".into())
    }

    /// Whether there is no description.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

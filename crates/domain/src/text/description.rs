//! The description of a registry: free text.

use std::rc::Rc;

use super::{check_length, normalize, text_newtype};
use crate::TextFault;

/// What somebody wrote about a registry: optional free text of at most 10,000 characters (R). Line ends stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description(Rc<str>);

text_newtype!(Description);

impl Description {
    /// The most characters that a description may have.
    pub const LIMIT: usize = 10_000;

    /// The description that somebody typed; an empty one is no fault.
    ///
    /// # Errors
    /// [`TextFault::TooLong`] and no other.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = normalize(text);
        check_length(&text, Self::LIMIT)?;
        Ok(Self(text.into()))
    }

    /// The description that says nothing.
    #[must_use]
    pub fn none() -> Self {
        Self("".into())
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

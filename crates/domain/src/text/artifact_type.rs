//! Artifact types, and the set of types that a registry accepts.

use std::rc::Rc;

use indexmap::set::Slice;

use super::{
    check_length, is_default_ignorable, is_forbidden_in_names, is_letter_or_mark, is_word_character, prepare,
    text_newtype,
};
use crate::TextFault;
use crate::unique_list::UniqueList;

/// The type of an artifact: 1 to 128 characters, without `/` and `:` (S), and without control characters, bidirectional
/// controls and invisible characters (R): a saved type stays for good. Types are compared exactly: case matters (S).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArtifactType(Rc<str>);

text_newtype!(ArtifactType);

impl ArtifactType {
    /// The maximum number of characters.
    pub const LIMIT: usize = 128;

    /// Parses a typed text.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = prepare(text, first_forbidden)?;
        check_length(&text, Self::LIMIT)?;
        Ok(Self(text.into()))
    }

    /// Whether W&B reserves the type: `job`, and every type that begins with `wandb-` (S). A registry can still accept
    /// it; forms show a note, not an error (R).
    #[must_use]
    pub fn is_reserved(&self) -> bool {
        &*self.0 == "job" || self.0.starts_with("wandb-")
    }

    /// Whether W&B's client refuses the type. Its model is `^[-\w]+([ ]*[-.\w]+)*$`: letters, digits, `-`, `_`, `.` and
    /// blanks, without a `.` or a blank at the beginning and without a blank at the end (S).
    #[must_use]
    pub fn is_refused_by_client(&self) -> bool {
        let is_in_model = |c| matches!(c, '-' | '.' | ' ') || is_word_character(c);
        self.0.starts_with(['.', ' ']) || self.0.ends_with(' ') || !self.0.chars().all(is_in_model)
    }
}

/// A joiner is forbidden only where it is invisible: between letters it changes their form, as Persian and Hindi need it (R).
fn first_forbidden(text: &str) -> Option<char> {
    const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];
    let is_letter = |c: Option<char>| c.is_some_and(is_letter_or_mark);
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        let joins = JOINERS.contains(&character) && is_letter(before) && is_letter(after);
        let is_invisible = is_default_ignorable(character) && !joins;
        if matches!(character, '/' | ':') || is_forbidden_in_names(character) || is_invisible {
            return Some(character);
        }
        before = Some(character);
    }
    None
}

/// The artifact types that a registry accepts.
///
/// **A saved type cannot be removed** (G, D, S), so no method removes one. The saved types are kept while all types are
/// accepted, and apply again when the registry specifies its types again (S).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedTypes {
    all: bool,
    saved: UniqueList<ArtifactType>,
}

/// A registry that specifies its types needs at least one (G).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTypes;

impl AcceptedTypes {
    /// *All types*: accepts every artifact.
    #[must_use]
    pub fn all() -> Self {
        Self { all: true, saved: UniqueList::default() }
    }

    /// *Specify types*: accepts these types only, in this order, without duplicates.
    ///
    /// # Errors
    /// [`NoTypes`] if there is none.
    pub fn specify(types: impl IntoIterator<Item = ArtifactType>) -> Result<Self, NoTypes> {
        let saved: UniqueList<ArtifactType> = types.into_iter().collect();
        if saved.as_slice().is_empty() { Err(NoTypes) } else { Ok(Self { all: false, saved }) }
    }

    /// Accepts one type only, as a new core registry does.
    pub(crate) fn only(artifact_type: &str) -> Self {
        Self::new_unchecked(false, [artifact_type])
    }

    /// Takes stored types without a check.
    pub(crate) fn new_unchecked<'a>(all: bool, saved: impl IntoIterator<Item = &'a str>) -> Self {
        Self { all, saved: saved.into_iter().map(ArtifactType::new_unchecked).collect() }
    }

    /// *Specify types* again: the saved types and these. A type that is already saved is ignored (R).
    pub(crate) fn specify_also(&mut self, types: &[ArtifactType]) {
        self.all = false;
        self.saved.extend(types.iter().cloned());
    }

    /// *All types*, with the saved types kept.
    pub(crate) fn accept_all(&mut self) {
        self.all = true;
    }

    /// Whether the registry accepts every type.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.all
    }

    /// The saved types in the order of their addition. They limit the registry only while it specifies its types.
    #[must_use]
    pub fn saved(&self) -> &Slice<ArtifactType> {
        self.saved.as_slice()
    }

    /// The types that limit the registry, or `None` if it accepts every type.
    #[must_use]
    pub fn specified(&self) -> Option<&Slice<ArtifactType>> {
        (!self.all).then(|| self.saved())
    }

    /// Whether the type is saved.
    #[must_use]
    pub fn has_saved(&self, artifact_type: &ArtifactType) -> bool {
        self.saved.contains(artifact_type)
    }

    /// Whether the registry accepts artifacts of this type.
    #[must_use]
    pub fn accepts(&self, artifact_type: &ArtifactType) -> bool {
        self.all || self.has_saved(artifact_type)
    }
}

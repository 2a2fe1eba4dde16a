//! Artifact types, and which of them a registry accepts.

use std::rc::Rc;

use super::{TextRule, is_unnameable, text_newtype};
use crate::TextFault;

/// The type of an artifact: 1 to 128 characters, no `/` and no `:` (S), nothing that cannot be seen or that turns
/// the direction of the text (R). Types are compared exactly: case matters (S).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArtifactType(Rc<str>);

text_newtype!(ArtifactType);

impl ArtifactType {
    /// The most characters that a type may have.
    pub const LIMIT: usize = 128;

    /// The type that somebody typed.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule =
            TextRule { forbidden: |c| matches!(c, '/' | ':') || is_unnameable(c), limit: ArtifactType::LIMIT };
        RULE.check(text).map(Self)
    }

    /// Whether W&B keeps the type for itself: `job`, and whatever begins with `wandb-`. A registry accepts such a type
    /// all the same; who adds one is told (S; that it is a note and no fault is R).
    #[must_use]
    pub fn is_kept_by_wandb(&self) -> bool {
        &*self.0 == "job" || self.0.starts_with("wandb-")
    }
}

/// Which artifact types a registry accepts.
///
/// **A saved type is never taken out again** (G, D, S): there is no method that removes one. While all types are
/// accepted the saved ones stay saved, and come back when the registry is limited again (S).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedTypes {
    all: bool,
    saved: Vec<ArtifactType>,
}

/// A registry that specifies its types was given none: it must have at least one (G).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTypes;

impl AcceptedTypes {
    /// *All types*: whatever its type, an artifact is accepted.
    #[must_use]
    pub fn all() -> Self {
        Self { all: true, saved: Vec::new() }
    }

    /// *Specify types*: only these, in this order. A type that is named twice counts once.
    ///
    /// # Errors
    /// [`NoTypes`] if there is none.
    pub fn specify(types: impl IntoIterator<Item = ArtifactType>) -> Result<Self, NoTypes> {
        let mut accepted = Self { all: false, saved: Vec::new() };
        for artifact_type in types {
            accepted.save(artifact_type);
        }
        if accepted.saved.is_empty() { Err(NoTypes) } else { Ok(accepted) }
    }

    /// The one type that a core registry begins with.
    pub(crate) fn only(artifact_type: &str) -> Self {
        Self { all: false, saved: vec![ArtifactType::accepted(artifact_type)] }
    }

    /// What was accepted once and stored.
    pub(crate) fn accepted<'a>(all: bool, saved: impl IntoIterator<Item = &'a str>) -> Self {
        let mut accepted = Self { all, saved: Vec::new() };
        for artifact_type in saved {
            accepted.save(ArtifactType::accepted(artifact_type));
        }
        accepted
    }

    /// *Specify types* again: what was saved before, and these.
    pub(crate) fn specified(&self, types: &[ArtifactType]) -> Self {
        let mut accepted = Self { all: false, saved: self.saved.clone() };
        for artifact_type in types {
            accepted.save(artifact_type.clone());
        }
        accepted
    }

    /// *All types*, with what was saved before still saved.
    pub(crate) fn all_again(&self) -> Self {
        Self { all: true, saved: self.saved.clone() }
    }

    /// Adding one twice changes nothing (R).
    fn save(&mut self, artifact_type: ArtifactType) {
        if !self.saved.contains(&artifact_type) {
            self.saved.push(artifact_type);
        }
    }

    /// Whether every type is accepted.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.all
    }

    /// The types that are saved, in the order in which they were added, whether or not they limit anything now.
    #[must_use]
    pub fn saved(&self) -> &[ArtifactType] {
        &self.saved
    }

    /// Whether artifacts of this type are accepted.
    #[must_use]
    pub fn accepts(&self, artifact_type: &ArtifactType) -> bool {
        self.all || self.saved.contains(artifact_type)
    }
}

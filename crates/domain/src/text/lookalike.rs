//! Texts that look alike. The rules do not refuse them; the page notes them before they are saved.

use super::name::NameKey;

/// The appearance of a text. Two texts look alike if they have the same key or the same skeleton of Unicode's confusables, as
/// written or without regard to case: `model` with a Cyrillic `о`, `modeI` with a capital `I`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub(crate) key: NameKey,
    pub(crate) skeleton: String,
    pub(crate) folded_skeleton: String,
}

impl Appearance {
    /// Computes the appearance of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let key = NameKey::of(text);
        let folded_skeleton = skeleton(key.as_str());
        Self { skeleton: skeleton(text), folded_skeleton, key }
    }

    /// Whether somebody can take one text for the other.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.key == other.key || self.skeleton == other.skeleton || self.folded_skeleton == other.folded_skeleton
    }
}

fn skeleton(text: &str) -> String {
    unicode_security::skeleton(text).collect()
}

//! What one control changes in the draft of a registry: the form that creates one and its settings have the same controls.

use super::draft::{ACCEPTS_SOME, Draft, VISIBILITY_RESTRICTED};

/// A change of a draft, with the text that a control hands over.
pub enum DraftEdit {
    Name(String),
    Description(String),
    /// The chosen value of the select.
    Visibility(String),
    /// The chosen value of the select.
    Accepts(String),
    /// The text in the field for types, before it is added.
    Typing(String),
    /// One type or several, separated as in [`Draft::add_types`].
    AddTypes(String),
    RemoveType(String),
}

impl DraftEdit {
    /// Changes the draft.
    pub fn apply(self, draft: &mut Draft) {
        match self {
            Self::Name(name) => draft.name = name,
            Self::Description(description) => draft.description = description,
            Self::Visibility(value) => draft.restricted = value == VISIBILITY_RESTRICTED,
            Self::Accepts(value) => draft.specify = value == ACCEPTS_SOME,
            Self::Typing(text) => draft.typing = text,
            Self::AddTypes(text) => draft.add_types(&text),
            Self::RemoveType(name) => draft.types.retain(|kept| *kept != name),
        }
    }
}

//! The changes of a registry's draft by the shared controls of the create dialog and the settings.

use super::draft::{ACCEPTS_SOME, RegistryDraft, VISIBILITY_RESTRICTED};

/// A change of a draft, with the text from the control.
pub enum DraftEdit {
    Name(String),
    Description(String),
    /// The chosen value of the select.
    Visibility(String),
    /// The chosen value of the select.
    Accepts(String),
    /// The text in the field for types.
    Typing(String),
    /// One or several types, separated as in [`RegistryDraft::add_types`].
    AddTypes(String),
    RemoveType(String),
}

impl DraftEdit {
    /// Applies the change to the draft.
    pub fn apply(self, draft: &mut RegistryDraft) {
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

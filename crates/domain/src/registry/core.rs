//! The core registries, which every organization has.

use crate::{FoldKey, Id, RegistryId, RegistryName};

/// The two registries that every organization starts with, and that stay as they are (G; D25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Core {
    /// *Models*: full name `wandb-registry-model`, accepts `model`.
    Models,
    /// *Datasets*: full name `wandb-registry-dataset`, accepts `dataset`.
    Datasets,
}

impl Core {
    /// Both of them, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Models, Self::Datasets];

    /// The name that is shown.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Models => "Models",
            Self::Datasets => "Datasets",
        }
    }

    /// The type that it accepts from the start; its full name is the prefix and this.
    #[must_use]
    pub fn artifact_type(self) -> &'static str {
        match self {
            Self::Models => "model",
            Self::Datasets => "dataset",
        }
    }

    /// Its id, the same in every organization.
    #[must_use]
    pub fn id(self) -> RegistryId {
        RegistryId(Id::from_text(match self {
            Self::Models => "models",
            Self::Datasets => "datasets",
        }))
    }

    /// Whether a name is taken by it: the one that is shown as well as the one of its full name (R).
    pub(crate) fn holds(self, name: &RegistryName) -> bool {
        [self.name(), self.artifact_type()].iter().any(|taken| FoldKey::of(taken) == *name.key())
    }
}

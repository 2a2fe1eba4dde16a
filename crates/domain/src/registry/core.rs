//! The core registries of every organization.

use crate::text::Unique;
use crate::{Id, RegistryId, RegistryName};

/// The two registries that every organization starts with. They are largely fixed (G; D25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoreRegistry {
    /// *Models*, with the full name `wandb-registry-model` and the artifact type `model`.
    Models,
    /// *Datasets*, with the full name `wandb-registry-dataset` and the artifact type `dataset`.
    Datasets,
}

impl CoreRegistry {
    /// Both core registries in display order.
    pub const ALL: [Self; 2] = [Self::Models, Self::Datasets];

    /// The display name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Models => "Models",
            Self::Datasets => "Datasets",
        }
    }

    /// The artifact type that it accepts from the start. The full name is the prefix and this type.
    #[must_use]
    pub fn artifact_type(self) -> &'static str {
        match self {
            Self::Models => "model",
            Self::Datasets => "dataset",
        }
    }

    /// The id, which is the same in every organization.
    #[must_use]
    pub fn id(self) -> RegistryId {
        RegistryId(Id::from_text(match self {
            Self::Models => "models",
            Self::Datasets => "datasets",
        }))
    }

    /// Whether it takes a name: its display name, or the name in its full name (R).
    pub(crate) fn holds(self, name: &RegistryName) -> bool {
        [self.name(), self.artifact_type()].iter().any(|taken| RegistryName::new_unchecked(taken).excludes(name))
    }
}

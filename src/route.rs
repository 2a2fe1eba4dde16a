//! The addresses of the page. All of them stand behind `#`, so that any static host can serve it from any path.

use registry::{Id, RegistryId};
use yew_router::prelude::*;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// The registries.
    #[at("/")]
    Landing,
    /// The dialog that creates a registry, over the registries.
    #[at("/create-registry")]
    Create,
    /// One registry.
    #[at("/registry/:id")]
    Registry {
        /// Its id.
        id: String,
    },
    /// The settings of a registry.
    #[at("/registry/:id/settings")]
    Settings {
        /// Its id.
        id: String,
    },
    /// The form that adds members, in the settings of a registry.
    #[at("/registry/:id/settings/add-member")]
    AddMember {
        /// The registry's id.
        id: String,
    },
    /// The organization's people, service accounts, teams and settings.
    #[at("/people")]
    People,
    /// One person or service account.
    #[at("/people/:id")]
    Account {
        /// Its id.
        id: String,
    },
    /// Who has which role where.
    #[at("/access")]
    Access,
    /// Where the data is.
    #[at("/data")]
    Data,
    /// Starting over.
    #[at("/start")]
    Start,
    /// Starting over with an empty organization.
    #[at("/start/empty")]
    StartEmpty,
    /// What Registrar is.
    #[at("/about")]
    About,
    /// Where crashing is tried.
    #[at("/crash-test")]
    CrashTest,
    /// Any other address.
    #[not_found]
    #[at("/nothing-here")]
    NothingHere,
}

impl Route {
    /// The place of a registry.
    #[must_use]
    pub fn of_registry(id: &RegistryId) -> Self {
        Self::Registry { id: id.to_string() }
    }

    /// The place of a registry's settings.
    #[must_use]
    pub fn settings_of(id: &RegistryId) -> Self {
        Self::Settings { id: id.to_string() }
    }

    /// The place of a person or service account.
    #[must_use]
    pub fn of_account(id: &Id) -> Self {
        Self::Account { id: id.to_string() }
    }

    /// The registry that an address speaks of.
    #[must_use]
    pub fn registry_id(id: &str) -> RegistryId {
        RegistryId(Id::from_text(id))
    }

    /// The address as a link holds it: following it is the browser's business.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{}", self.to_path())
    }

    /// The place itself, without what is open over it: going from one to the other is no navigation.
    #[must_use]
    pub fn base(&self) -> Self {
        match self {
            Self::Create => Self::Landing,
            Self::AddMember { id } => Self::Settings { id: id.clone() },
            other => other.clone(),
        }
    }
}

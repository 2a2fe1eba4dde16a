//! The addresses of what is in the catalog, by ids.

use domain::{ArtifactId, Collection, ProjectId, VersionId};

use super::Route;

impl Route {
    /// The page of a collection.
    #[must_use]
    pub fn of_collection(collection: &Collection) -> Self {
        Self::Collection { registry: collection.registry.to_string(), collection: collection.id.to_string() }
    }

    /// The dialog that links a version to a collection.
    #[must_use]
    pub fn linking_to(collection: &Collection) -> Self {
        Self::LinkVersion { registry: collection.registry.to_string(), collection: collection.id.to_string() }
    }

    /// The numbers in the metadata of a collection's versions.
    #[must_use]
    pub fn metrics_of(collection: &Collection) -> Self {
        Self::Metrics { registry: collection.registry.to_string(), collection: collection.id.to_string() }
    }

    /// Two versions of a collection side by side.
    #[must_use]
    pub fn comparing_in(collection: &Collection) -> Self {
        Self::CompareVersions { registry: collection.registry.to_string(), collection: collection.id.to_string() }
    }

    /// The page of a version in a collection.
    #[must_use]
    pub fn of_linked_version(collection: &Collection, number: u32) -> Self {
        let (registry, id) = (collection.registry.to_string(), collection.id.to_string());
        Self::LinkedVersion { registry, collection: id, version: format!("v{number}") }
    }

    /// The page of a project.
    #[must_use]
    pub fn of_project(id: &ProjectId) -> Self {
        Self::Project { id: id.to_string() }
    }

    /// The page of an artifact.
    #[must_use]
    pub fn of_artifact(id: &ArtifactId) -> Self {
        Self::Artifact { id: id.to_string() }
    }

    /// The page of a version in its project.
    #[must_use]
    pub fn of_version(id: &VersionId) -> Self {
        Self::Version { id: id.to_string() }
    }

    /// The dialog that links a version to a registry.
    #[must_use]
    pub fn linking(id: &VersionId) -> Self {
        Self::LinkToRegistry { id: id.to_string() }
    }
}

//! The addresses of what is in the catalog: collections by name, and what is in projects by id.

use domain::{ArtifactId, Collection, ProjectId, VersionId, View};

use super::Route;

impl Route {
    /// The page of a collection.
    #[must_use]
    pub fn of_collection(view: &View, collection: &Collection) -> Self {
        Self::in_collection(view, collection, |registry, collection| Self::Collection { registry, collection })
    }

    /// The dialog that links a version to a collection.
    #[must_use]
    pub fn linking_to(view: &View, collection: &Collection) -> Self {
        Self::in_collection(view, collection, |registry, collection| Self::LinkVersion { registry, collection })
    }

    /// The numbers in the metadata of a collection's versions.
    #[must_use]
    pub fn metrics_of(view: &View, collection: &Collection) -> Self {
        Self::in_collection(view, collection, |registry, collection| Self::Metrics { registry, collection })
    }

    /// Two versions of a collection side by side.
    #[must_use]
    pub fn comparing_in(view: &View, collection: &Collection) -> Self {
        Self::in_collection(view, collection, |registry, collection| Self::CompareVersions { registry, collection })
    }

    /// The page of a version in a collection.
    #[must_use]
    pub fn of_linked_version(view: &View, collection: &Collection, number: u32) -> Self {
        let version = format!("v{number}");
        Self::in_collection(view, collection, |registry, collection| Self::LinkedVersion {
            registry,
            collection,
            version,
        })
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

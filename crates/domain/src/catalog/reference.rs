//! The names by which people and programs refer to what is in the catalog.

use super::artifact::{Artifact, Version};
use super::collection::{Collection, Link};
use super::project::Project;
use crate::Organization;

impl Organization {
    /// `team/project`.
    #[must_use]
    pub fn project_reference(&self, project: &Project) -> String {
        let team = self.team(&project.team).map_or("", |team| team.name.as_str());
        format!("{team}/{}", project.name)
    }

    /// `team/project/artifact`.
    #[must_use]
    pub fn artifact_reference(&self, artifact: &Artifact) -> String {
        let project = self.catalog.project(&artifact.project).map(|project| self.project_reference(project));
        format!("{}/{}", project.unwrap_or_default(), artifact.name)
    }

    /// `team/project/artifact:v0`.
    #[must_use]
    pub fn version_reference(&self, version: &Version) -> String {
        let artifact = self.catalog.artifact(&version.artifact).map(|artifact| self.artifact_reference(artifact));
        format!("{}:v{}", artifact.unwrap_or_default(), version.number)
    }

    /// `registry/collection`, with the display name of the registry.
    #[must_use]
    pub fn collection_reference(&self, collection: &Collection) -> String {
        let registry = self.registry(&collection.registry).map_or("", |registry| registry.name().as_str());
        format!("{registry}/{}", collection.name)
    }

    /// `registry/collection:v0`, with the display name of the registry.
    #[must_use]
    pub fn link_reference(&self, link: &Link) -> String {
        let collection = self.catalog.collection(&link.collection).map(|one| self.collection_reference(one));
        format!("{}:v{}", collection.unwrap_or_default(), link.number)
    }

    /// `wandb-registry-name/collection`, by which W&B's client finds the collection (S).
    #[must_use]
    pub fn collection_full_name(&self, collection: &Collection) -> String {
        let registry = self.registry(&collection.registry).map(|registry| registry.full_name());
        format!("{}/{}", registry.unwrap_or_default(), collection.name)
    }
}

//! Artifacts of projects, and their versions.

use rpds::HashTrieMap;

use super::files::{ArtifactDigest, Manifest};
use super::series::{Numbered, Series};
use crate::table::Identified;
use crate::{
    ArtifactId, ArtifactName, ArtifactType, Description, Metadata, ProjectId, RunName, Stamp, Tags, VersionId,
};

/// A named series of versions in a project. It keeps its type and its next number when all versions are deleted (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// The id, which never changes.
    pub id: ArtifactId,
    /// The project, which never changes.
    pub project: ProjectId,
    /// The name, unique in the project by exact comparison (R).
    pub name: ArtifactName,
    /// The type, which never changes (S).
    pub artifact_type: ArtifactType,
    /// The versions, and their aliases in the project.
    pub versions: Series<Version>,
    /// The numbers of the versions by content.
    by_digest: HashTrieMap<ArtifactDigest, u32>,
}

/// A version of an artifact in its project: the source of links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The id, which never changes.
    pub id: VersionId,
    /// The artifact, which never changes.
    pub artifact: ArtifactId,
    /// The number in the artifact.
    pub number: u32,
    /// The description in Markdown, which may be empty.
    pub description: Description,
    /// The metadata.
    pub metadata: Metadata,
    /// The tags.
    pub tags: Tags,
    /// The files, which never change.
    pub manifest: Manifest,
    /// The run that has logged it, if one is named.
    pub run: Option<Run>,
    /// The time and the author of its logging.
    pub created: Stamp,
}

/// A run: a program that has read some versions and logged another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The name.
    pub name: RunName,
    /// The versions that it has read. Some may be deleted.
    pub inputs: Vec<VersionId>,
}

impl Numbered for Version {
    fn number(&self) -> u32 {
        self.number
    }
}

impl Identified for Artifact {
    type Id = ArtifactId;

    fn id(&self) -> &ArtifactId {
        &self.id
    }
}

impl Artifact {
    pub(crate) fn new(id: ArtifactId, project: ProjectId, name: ArtifactName, artifact_type: ArtifactType) -> Self {
        Self { id, project, name, artifact_type, versions: Series::default(), by_digest: HashTrieMap::new() }
    }

    /// The version with this content.
    #[must_use]
    pub fn version_with(&self, digest: ArtifactDigest) -> Option<&Version> {
        self.versions.get(*self.by_digest.get(&digest)?).map(|version| &**version)
    }

    pub(crate) fn push(&mut self, make: impl FnOnce(u32) -> Version) -> u32 {
        let number = self.versions.push(make);
        if let Some(version) = self.versions.get(number) {
            self.by_digest.insert_mut(version.manifest.digest(), number);
        }
        number
    }

    pub(crate) fn remove(&mut self, number: u32) {
        if let Some(version) = self.versions.get(number) {
            self.by_digest.remove_mut(&version.manifest.digest());
            self.versions.remove(number);
        }
    }
}

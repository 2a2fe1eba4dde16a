//! The stored forms of versions: references to them, files, runs, metadata and the targets of links. They check nothing.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::object::Object;
use super::text::Text;
use crate::{
    CollectionId, CollectionName, FileDigest, FilePath, LinkId, LinkTarget, Metadata, RegistryId, RunName, VersionId,
    VersionRef,
};

/// `{"source":"r1.0"}`, or `{"linked":"r2.0"}`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredVersion {
    Source(Text<VersionId>),
    Linked(Text<LinkId>),
}

/// `{"collection":"r1.0"}`, or `{"named":{"registry":"models","name":"churn"}}`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Target {
    Collection(Text<CollectionId>),
    Named(Object<NamedCollection>),
}

/// The fields of a collection that may not exist yet.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedCollection {
    registry: Text<RegistryId>,
    name: Text<CollectionName>,
}

/// `{"path":"a/b","size":3,"digest":"kAFQmDzST7DWlj99KOF/cg=="}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredFile {
    pub path: Text<FilePath>,
    pub size: u64,
    #[serde(with = "digest")]
    pub digest: FileDigest,
}

/// `{"name":"train-7","inputs":[{"source":"r1.0"}]}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredRun {
    pub name: Text<RunName>,
    pub inputs: Vec<StoredVersion>,
}

/// The metadata as the object that it is. Its text stays as it was written.
pub struct Json(pub Metadata);

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let object: &RawValue = serde_json::from_str(self.0.as_str()).map_err(serde::ser::Error::custom)?;
        object.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let object = Box::<RawValue>::deserialize(deserializer)?;
        match object.get().starts_with('{') {
            true => Ok(Self(Metadata::new_unchecked(object.get()))),
            false => Err(D::Error::custom("no object")),
        }
    }
}

mod digest {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::FileDigest;

    pub fn serialize<S: Serializer>(digest: &FileDigest, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(digest)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FileDigest, D::Error> {
        let text = String::deserialize(deserializer)?;
        FileDigest::parse(&text).ok_or_else(|| D::Error::custom("no digest"))
    }
}

impl From<&VersionRef> for StoredVersion {
    fn from(version: &VersionRef) -> Self {
        match version {
            VersionRef::Source(id) => Self::Source(Text(id.clone())),
            VersionRef::Linked(id) => Self::Linked(Text(id.clone())),
        }
    }
}

impl From<StoredVersion> for VersionRef {
    fn from(version: StoredVersion) -> Self {
        match version {
            StoredVersion::Source(id) => Self::Source(id.0),
            StoredVersion::Linked(id) => Self::Linked(id.0),
        }
    }
}

impl From<&LinkTarget> for Target {
    fn from(target: &LinkTarget) -> Self {
        match target {
            LinkTarget::Collection(id) => Self::Collection(Text(id.clone())),
            LinkTarget::Named { registry, name } => {
                Self::Named(Object(NamedCollection { registry: Text(registry.clone()), name: Text(name.clone()) }))
            }
        }
    }
}

impl From<Target> for LinkTarget {
    fn from(target: Target) -> Self {
        match target {
            Target::Collection(id) => Self::Collection(id.0),
            Target::Named(Object(NamedCollection { registry, name })) => {
                Self::Named { registry: registry.0, name: name.0 }
            }
        }
    }
}

//! The catalog: the projects of teams with the versions of their artifacts, and the collections of registries with the links to
//! these versions. It knows no permissions: `access` decides who may see and change what, and `action` changes it.

pub mod artifact;
pub mod collection;
pub mod files;
pub mod index;
pub mod project;
pub mod reference;
pub mod series;

use self::artifact::Artifact;
use self::collection::Collection;
use self::index::CatalogIndex;
use self::project::Project;
use crate::table::Table;

/// All projects and collections of an organization. A clone shares them, so cloning is cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    pub(crate) projects: Table<Project>,
    pub(crate) artifacts: Table<Artifact>,
    pub(crate) collections: Table<Collection>,
    index: CatalogIndex,
}

impl Catalog {
    /// Whether both share their contents: they are clones, and neither has changed since.
    pub(crate) fn ptr_eq(&self, other: &Self) -> bool {
        self.projects.ptr_eq(&other.projects)
            && self.artifacts.ptr_eq(&other.artifacts)
            && self.collections.ptr_eq(&other.collections)
    }
}

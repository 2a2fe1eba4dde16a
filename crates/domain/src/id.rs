//! Ids: never shown, never reused, and the same in every tab.

use std::fmt;
use std::rc::Rc;

/// An id: the name of the record that created the object, and the position of the action in that record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Rc<str>);

impl Id {
    /// The id of the object that the action at `position` of `record` creates.
    #[must_use]
    pub fn new(record: &str, position: usize) -> Self {
        Self(format!("{record}.{position}").into())
    }

    /// Takes an id from storage, without a check.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    /// The id of another object that the same action creates along.
    #[must_use]
    pub(crate) fn part(&self, name: &str) -> Self {
        Self(format!("{}.{name}", self.0).into())
    }

    /// The id as text, for addresses and storage.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Id);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

impl LinkId {
    /// The id of the collection that the linking creates if there is none of the name.
    #[must_use]
    pub fn collection_made_along(&self) -> CollectionId {
        CollectionId(self.0.part("collection"))
    }
}

id_types! {
    /// The id of a person.
    PersonId,
    /// The id of a service account.
    ServiceAccountId,
    /// The id of a team.
    TeamId,
    /// The id of a registry.
    RegistryId,
    /// The id of a project.
    ProjectId,
    /// The id of an artifact.
    ArtifactId,
    /// The id of a version in its project.
    VersionId,
    /// The id of a collection.
    CollectionId,
    /// The id of a version in a collection.
    LinkId,
}

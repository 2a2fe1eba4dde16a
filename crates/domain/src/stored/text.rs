//! Ids, names and other texts, stored as strings. Reading does not parse them, because an accepted text is never refused
//! later.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::Comparison;
use crate::{
    AccountName, Alias, ArtifactName, ArtifactType, CollectionId, CollectionName, Description, Email, FilePath, Id,
    LinkId, OrganizationName, PersonId, PersonName, ProjectId, ProjectName, RegistryId, RegistryName, RunName,
    ServiceAccountId, Tag, TeamId, VersionId,
};

/// A domain value that is stored as a string. The domain types are not `Deserialize` themselves, because that would bypass
/// their `parse`.
pub struct Text<T>(pub T);

pub trait StoredText {
    fn as_text(&self) -> &str;
    fn from_stored(text: &str) -> Self;
}

macro_rules! names {
    ($($name:ty),+ $(,)?) => {$(
        impl StoredText for $name {
            fn as_text(&self) -> &str {
                self.as_str()
            }

            fn from_stored(text: &str) -> Self {
                Self::new_unchecked(text)
            }
        }
    )+};
}

macro_rules! ids {
    ($($id:ident),+ $(,)?) => {$(
        impl StoredText for $id {
            fn as_text(&self) -> &str {
                self.0.as_str()
            }

            fn from_stored(text: &str) -> Self {
                Self(Id::from_text(text))
            }
        }
    )+};
}

names!(
    AccountName,
    Alias,
    ArtifactName,
    ArtifactType,
    CollectionName,
    Description,
    Email,
    FilePath,
    OrganizationName,
    PersonName,
    ProjectName,
    RegistryName,
    RunName,
    Tag,
);

ids!(CollectionId, LinkId, PersonId, ProjectId, RegistryId, ServiceAccountId, TeamId, VersionId);

/// The comparison of an entry's name or address. An entry without it is compared as by earlier programs, which wrote no
/// such field; so it is written only where the difference counts.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Keys;

impl Keys {
    const VERSION: u8 = 2;

    pub(crate) fn to_store(comparison: Comparison) -> Option<Self> {
        (comparison == Comparison::Current).then_some(Self)
    }

    pub(crate) fn comparison(keys: Option<Self>) -> Comparison {
        if keys.is_some() { Comparison::Current } else { Comparison::Former }
    }
}

impl From<Keys> for u8 {
    fn from(_: Keys) -> Self {
        Keys::VERSION
    }
}

impl TryFrom<u8> for Keys {
    type Error = &'static str;

    fn try_from(version: u8) -> Result<Self, Self::Error> {
        if version == Self::VERSION { Ok(Self) } else { Err("keys of another program") }
    }
}

impl<T: StoredText> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_text())
    }
}

impl<'de, T: StoredText> Deserialize<'de> for Text<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A string with escapes cannot be borrowed as `&str`.
        String::deserialize(deserializer).map(|text| Self(T::from_stored(&text)))
    }
}

//! Ids, names and other texts, stored as strings. Reading does not parse them, because an accepted text is never refused
//! later.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    AccountName, ArtifactType, Description, Email, Id, OrganizationName, PersonId, PersonName, RegistryId,
    RegistryName, ServiceAccountId, TeamId,
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

names!(AccountName, ArtifactType, Description, Email, OrganizationName, PersonName, RegistryName);

ids!(PersonId, RegistryId, ServiceAccountId, TeamId);

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

//! Ids, names and other texts. They are stored as strings, and read without being parsed again: a text that was accepted
//! once is never refused later.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    AccountName, ArtifactType, Description, Email, Id, OrganizationName, PersonId, PersonName, RegistryId,
    RegistryName, ServiceAccountId, TeamId,
};

/// A value of the domain that is stored as a string. The domain types themselves are not `Deserialize`, because this would
/// be a way around their `parse`.
pub struct Text<T>(pub T);

pub trait StoredText {
    fn as_text(&self) -> &str;
    fn from_accepted(text: &str) -> Self;
}

macro_rules! names {
    ($($name:ty),+ $(,)?) => {$(
        impl StoredText for $name {
            fn as_text(&self) -> &str {
                self.as_str()
            }

            fn from_accepted(text: &str) -> Self {
                Self::accepted(text)
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

            fn from_accepted(text: &str) -> Self {
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
        // Not `&str`, which cannot be borrowed from a string with escapes.
        String::deserialize(deserializer).map(|text| Self(T::from_accepted(&text)))
    }
}

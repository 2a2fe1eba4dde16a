//! People, and their roles in the organization.

use crate::{AccountName, Email, PersonId, PersonName};
use strum::{EnumString, IntoStaticStr};

/// A person in the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id, which never changes.
    pub id: PersonId,
    /// The display name.
    pub name: PersonName,
    /// The username, unique in the organization.
    pub username: AccountName,
    /// The email address, unique in the organization. Members can be added by it.
    pub email: Email,
    /// The role in the organization.
    pub role: OrganizationRole,
}

/// The role of a person in the organization (D). As a word it is `viewer` and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OrganizationRole {
    /// Cannot create registries unless the person administers a team (R).
    Viewer,
    /// Creates registries.
    Member,
    /// Administers the organization and all registries.
    Admin,
}

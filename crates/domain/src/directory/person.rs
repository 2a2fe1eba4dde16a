//! People, and their roles in the organization.

use crate::{AccountName, Email, PersonId, PersonName};

/// Somebody in the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The name as it is shown.
    pub name: PersonName,
    /// The name that the person is added and found by.
    pub username: AccountName,
    /// The address, which serves as well as the username.
    pub email: Email,
    /// What the person may do in the organization.
    pub role: OrganizationRole,
}

/// The role of a person in the organization (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganizationRole {
    /// Looks on; creates no registry, unless also the administrator of a team (R).
    Viewer,
    /// Works here, and creates registries.
    Member,
    /// Administers the organization, and with it every registry.
    Admin,
}

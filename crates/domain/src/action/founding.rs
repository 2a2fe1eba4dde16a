//! Founding an organization. It is no action, because no account exists that could have the permission.

use crate::{
    AccountId, AccountName, Email, Id, Organization, OrganizationName, OrganizationRole, Person, PersonId, PersonName,
    Stamp,
};

/// The name of a new organization, and its founder, who becomes its first Admin (D: an organization always has one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    /// The organization's name.
    pub organization: OrganizationName,
    /// The founder's name.
    pub name: PersonName,
    /// The founder's username.
    pub username: AccountName,
    /// The founder's address.
    pub email: Email,
}

/// Creates an organization. The founder gets `id`; `at` is the time in UTC milliseconds since 1970.
#[must_use]
pub fn found_organization(founding: &Founding, id: Id, at: i64) -> Organization {
    let id = PersonId(id);
    let stamp = Stamp { at, by: AccountId::Person(id.clone()) };
    let admin = Person {
        id,
        name: founding.name.clone(),
        username: founding.username.clone(),
        email: founding.email.clone(),
        role: OrganizationRole::Admin,
    };
    Organization::new(founding.organization.clone(), admin, &stamp)
}

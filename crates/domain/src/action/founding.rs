//! The beginning of an organization. Nobody is there to be asked for permission, so it is no action.

use crate::{
    AccountId, AccountName, Email, Id, Organization, OrganizationName, OrganizationRole, Person, PersonId, PersonName,
    Stamp,
};

/// The beginning of an organization: its name, and the person who starts it and is its first Admin (D: it keeps at
/// least one).
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

/// The organization as its founding leaves it. The founder gets `id`.
#[must_use]
pub fn found(founding: &Founding, id: Id, at: i64) -> Organization {
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

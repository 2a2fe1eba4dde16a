//! The people of the organization.

use super::registry::remove_from_registries;
use super::review::Review;
use super::team::remove_from_teams;
use super::{Context, Reviewable};
use crate::{
    AccountId, AccountName, Email, Grantee, Organization, OrganizationRole, Permission, Person, PersonId, PersonName,
    Refusal,
};

/// Something done to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonAction {
    /// Add a person to the organization.
    Add(NewPerson),
    /// Change how a person is called and reached.
    Edit {
        /// The person.
        person: PersonId,
        /// The name as it is shown.
        name: PersonName,
        /// The username.
        username: AccountName,
        /// The address.
        email: Email,
    },
    /// Change what a person may do in the organization.
    SetRole {
        /// The person.
        person: PersonId,
        /// The role from now on.
        role: OrganizationRole,
    },
    /// Remove a person from the organization, its teams and its registries.
    Remove(PersonId),
}

/// A person who is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The name as it is shown.
    pub name: PersonName,
    /// The username.
    pub username: AccountName,
    /// The address.
    pub email: Email,
    /// The role in the organization.
    pub role: OrganizationRole,
}

impl Reviewable for PersonAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        review.permitted(Permission::ManageDirectory)?;
        match self {
            Self::Add(new) => {
                review.account_name_is_free(&new.username, None)?;
                review.email_is_free(&new.email, None)
            }
            Self::Edit { person, username, email, .. } => {
                review.person_exists(person)?;
                let itself = Grantee::Person(person.clone());
                review.account_name_is_free(username, Some(&itself))?;
                review.email_is_free(email, Some(&itself))
            }
            Self::SetRole { person, role } => {
                review.person_exists(person)?;
                if *role == OrganizationRole::Admin { Ok(()) } else { not_last_admin(review.organization, person) }
            }
            Self::Remove(person) => {
                review.person_exists(person)?;
                not_last_admin(review.organization, person)?;
                review.registries_keep_admins(self)
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Add(new) => organization.put_person(Person {
                id: PersonId(context.id),
                name: new.name.clone(),
                username: new.username.clone(),
                email: new.email.clone(),
                role: new.role,
            }),
            Self::Edit { person, name, username, email } => {
                if let Some(known) = organization.person(person) {
                    let (id, role) = (known.id.clone(), known.role);
                    let (name, username, email) = (name.clone(), username.clone(), email.clone());
                    organization.put_person(Person { id, name, username, email, role });
                }
            }
            Self::SetRole { person, role } => {
                if let Some(person) = organization.people.get_mut(person) {
                    person.role = *role;
                }
            }
            Self::Remove(person) => {
                organization.take_person(person);
                remove_from_teams(organization, &AccountId::Person(person.clone()));
                remove_from_registries(organization, &Grantee::Person(person.clone()), &context);
            }
        }
    }
}

/// The organization keeps at least one Admin (D).
fn not_last_admin(organization: &Organization, person: &PersonId) -> Result<(), Refusal> {
    let is_admin = |id: &PersonId| organization.is_admin(&AccountId::Person(id.clone()));
    let other = organization.people().any(|other| other.id != *person && is_admin(&other.id));
    if is_admin(person) && !other { Err(Refusal::LastOrganizationAdmin) } else { Ok(()) }
}

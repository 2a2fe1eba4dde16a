//! Actions on people.

use std::rc::Rc;

use super::registry::remove_from_registries;
use super::review::Review;
use super::{Context, Reviewable};
use crate::{
    AccountId, AccountName, Email, Grantee, Organization, OrganizationRole, Permission, Person, PersonId, PersonName,
    Refusal, Team,
};

/// An action on a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonAction {
    /// Add a person to the organization.
    Add(NewPerson),
    /// Change some of a person's names and address. The other fields keep what they have when the action is applied, so that
    /// concurrent changes of different fields are all kept (R).
    Edit {
        /// The person to change.
        person: PersonId,
        /// The new display name.
        name: Option<PersonName>,
        /// The new username.
        username: Option<AccountName>,
        /// The new email address.
        email: Option<Email>,
    },
    /// Change a person's role in the organization.
    SetRole {
        /// The person to change.
        person: PersonId,
        /// The new role.
        role: OrganizationRole,
    },
    /// Remove a person from the organization, its teams and its registries.
    Remove(PersonId),
}

/// The data of a new person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The display name.
    pub name: PersonName,
    /// The username, unique among usernames, service accounts and teams.
    pub username: AccountName,
    /// The email address, unique in the organization.
    pub email: Email,
    /// The role in the organization.
    pub role: OrganizationRole,
}

impl Reviewable for PersonAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        review.require_permission(Permission::ManageDirectory)?;
        match self {
            Self::Add(new) => {
                review.require_free_account_name(&new.username, None)?;
                review.require_free_email(&new.email, None)
            }
            Self::Edit { person, username, email, .. } => {
                review.require_person(person)?;
                let owner = Grantee::Person(person.clone());
                if let Some(username) = username {
                    review.require_free_account_name(username, Some(&owner))?;
                }
                email.as_ref().map_or(Ok(()), |email| review.require_free_email(email, Some(&owner)))
            }
            Self::SetRole { person, role } => {
                review.require_person(person)?;
                if *role == OrganizationRole::Admin {
                    Ok(())
                } else {
                    keep_organization_admin(review.organization, person)
                }
            }
            Self::Remove(person) => {
                review.require_person(person)?;
                keep_organization_admin(review.organization, person)?;
                let is_only_member = |team: &&Rc<Team>| team.people.len() == 1;
                let account = AccountId::Person(person.clone());
                let teams = review.organization.teams_of(&account).filter(is_only_member);
                let mut lost = vec![Grantee::Person(person.clone())];
                lost.extend(teams.map(|team| Grantee::Team(team.id.clone())));
                review.keep_registry_admins(&lost)
            }
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Add(new) => organization.insert_person(Person {
                id: PersonId(context.id),
                name: new.name.clone(),
                username: new.username.clone(),
                email: new.email.clone(),
                role: new.role,
            }),
            Self::Edit { person, name, username, email } => {
                if let Some(known) = organization.person(person) {
                    let edited = Person {
                        id: known.id.clone(),
                        name: name.as_ref().unwrap_or(&known.name).clone(),
                        username: username.as_ref().unwrap_or(&known.username).clone(),
                        email: email.as_ref().unwrap_or(&known.email).clone(),
                        role: known.role,
                    };
                    organization.insert_person(edited);
                }
            }
            Self::SetRole { person, role } => {
                if let Some(person) = organization.people.get_mut(person) {
                    person.role = *role;
                }
            }
            Self::Remove(person) => {
                organization.remove_person(person);
                organization.remove_from_teams(&AccountId::Person(person.clone()));
                remove_from_registries(organization, &Grantee::Person(person.clone()), &context);
            }
        }
    }
}

/// An organization always has an Admin (D).
fn keep_organization_admin(organization: &Organization, person: &PersonId) -> Result<(), Refusal> {
    if !organization.is_admin(&AccountId::Person(person.clone())) {
        return Ok(());
    }
    let mut others = organization.people().filter(|other| other.id != *person);
    let has_other = others.any(|other| other.role == OrganizationRole::Admin);
    if has_other { Ok(()) } else { Err(Refusal::LastOrganizationAdmin) }
}

//! Everything that somebody can do, made of parts that are valid by themselves.

use crate::{
    AcceptedTypes, AccountName, Description, Email, OrganizationName, OrganizationRole, PersonId, PersonName,
    RegistryName, ServiceAccountId, TeamId, TeamRole, Visibility,
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

/// One thing done to an organization that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Add a person to the organization.
    AddPerson(NewPerson),
    /// Add a service account to the organization.
    AddServiceAccount(AccountName),
    /// Add a team without anybody in it.
    AddTeam(AccountName),
    /// Add a person to a team.
    AddPersonToTeam {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
        /// The person's role in it.
        role: TeamRole,
    },
    /// Add a service account to a team.
    AddServiceAccountToTeam {
        /// The team.
        team: TeamId,
        /// The service account.
        service_account: ServiceAccountId,
    },
    /// Create a custom registry.
    CreateRegistry(NewRegistry),
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

/// A custom registry that is to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRegistry {
    /// The name, without prefix.
    pub name: RegistryName,
    /// What it is for.
    pub description: Description,
    /// Who can access it.
    pub visibility: Visibility,
    /// Which artifact types it accepts.
    pub accepts: AcceptedTypes,
}

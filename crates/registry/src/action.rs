//! Everything that somebody can do, made of parts that are valid by themselves.

use crate::{
    AcceptedTypes, AccountName, ArtifactType, DefaultRole, Description, Email, Grantee, OrganizationName,
    OrganizationRole, PersonId, PersonName, RegistryId, RegistryName, Role, ServiceAccountId, TeamId, TeamRole,
    Visibility,
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
    /// Change how a person is called and reached.
    EditPerson {
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
    SetOrganizationRole {
        /// The person.
        person: PersonId,
        /// The role from now on.
        role: OrganizationRole,
    },
    /// Remove a person from the organization, its teams and its registries.
    RemovePerson(PersonId),
    /// Add a service account to the organization.
    AddServiceAccount(AccountName),
    /// Give a service account another name.
    RenameServiceAccount {
        /// The service account.
        service_account: ServiceAccountId,
        /// The name from now on.
        name: AccountName,
    },
    /// Remove a service account from the organization, its teams and its registries.
    RemoveServiceAccount(ServiceAccountId),
    /// Add a team without anybody in it.
    AddTeam(AccountName),
    /// Give a team another name.
    RenameTeam {
        /// The team.
        team: TeamId,
        /// The name from now on.
        name: AccountName,
    },
    /// Remove a team from the organization and its registries. Its people stay.
    RemoveTeam(TeamId),
    /// Add a person to a team.
    AddPersonToTeam {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
        /// The person's role in it.
        role: TeamRole,
    },
    /// Change a person's role in a team.
    SetTeamRole {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
        /// The role in it from now on.
        role: TeamRole,
    },
    /// Take a person out of a team.
    RemovePersonFromTeam {
        /// The team.
        team: TeamId,
        /// The person.
        person: PersonId,
    },
    /// Add a service account to a team.
    AddServiceAccountToTeam {
        /// The team.
        team: TeamId,
        /// The service account.
        service_account: ServiceAccountId,
    },
    /// Take a service account out of a team.
    RemoveServiceAccountFromTeam {
        /// The team.
        team: TeamId,
        /// The service account.
        service_account: ServiceAccountId,
    },
    /// Give the organization another name.
    RenameOrganization(OrganizationName),
    /// Change the role that people and teams are added with, and that everybody has in an open registry.
    SetDefaultRole(DefaultRole),
    /// Say whether a Restricted registry may ever become open to the organization again.
    SetRestrictedStays(bool),
    /// Create a custom registry.
    CreateRegistry(NewRegistry),
    /// Give a registry another name.
    RenameRegistry {
        /// The registry.
        registry: RegistryId,
        /// The name from now on.
        name: RegistryName,
    },
    /// Describe a registry.
    DescribeRegistry {
        /// The registry.
        registry: RegistryId,
        /// The description from now on.
        description: Description,
    },
    /// Change who can access a registry.
    SetVisibility {
        /// The registry.
        registry: RegistryId,
        /// The visibility from now on.
        visibility: Visibility,
    },
    /// Accept artifacts of all types. The saved types stay saved (S).
    AcceptAllTypes(RegistryId),
    /// Accept artifacts of the saved types and of these only.
    SpecifyTypes {
        /// The registry.
        registry: RegistryId,
        /// The types that are added to the saved ones.
        types: Vec<ArtifactType>,
    },
    /// Add types to a registry that specifies its types.
    AddTypes {
        /// The registry.
        registry: RegistryId,
        /// The types that are added to the saved ones.
        types: Vec<ArtifactType>,
    },
    /// Take a type out of a registry. It is always refused: a saved type stays (G). It can be asked for all the same, so
    /// that who asks is told the rule.
    RemoveType {
        /// The registry.
        registry: RegistryId,
        /// The type.
        artifact_type: ArtifactType,
    },
    /// List somebody in a registry.
    AddMember {
        /// The registry.
        registry: RegistryId,
        /// Who is listed.
        member: Grantee,
        /// With which role.
        role: Role,
    },
    /// Change the role of somebody who is listed.
    SetMemberRole {
        /// The registry.
        registry: RegistryId,
        /// Who is listed.
        member: Grantee,
        /// The role from now on.
        role: Role,
    },
    /// Take somebody off the list of a registry.
    RemoveMember {
        /// The registry.
        registry: RegistryId,
        /// Who is listed.
        member: Grantee,
    },
    /// Make a person who is listed the owner of a registry.
    SetOwner {
        /// The registry.
        registry: RegistryId,
        /// The owner from now on.
        person: PersonId,
    },
    /// Delete a custom registry.
    DeleteRegistry(RegistryId),
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

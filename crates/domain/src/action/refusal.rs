//! The reasons for refusing an action, typed and without prose.

use crate::{ArtifactType, Denial, RegistryName, Role};

/// The reason for refusing an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The action refers to an object that does not exist, or that the acting account cannot see.
    Missing(Missing),
    /// The acting account lacks the permission.
    Denied(Denial),
    /// The name, username or address is taken.
    Taken {
        /// The field with the taken value.
        field: UniqueField,
        /// The registry that has the name, if the acting account may see it. It is `None` for other fields.
        holder: Option<RegistryName>,
    },
    /// The account is already in the team.
    InTeamAlready,
    /// The new member is already listed in the registry, with this role (R).
    ListedAlready(Role),
    /// A service account can only be Member or Admin (D).
    ServiceAccountRole,
    /// These custom registries, in the order of their ids, would lose their last registry admin (R).
    LastRegistryAdmin(Vec<RegistryName>),
    /// The organization would lose its last Admin (D).
    LastOrganizationAdmin,
    /// The acting account would lose its access to the registry (R).
    WouldLoseAccess,
    /// A setting of the organization keeps Restricted registries restricted (D25, R).
    RestrictedStays,
    /// A saved type cannot be removed (G).
    TypeStays(ArtifactType),
    /// No type can be added while all types are accepted (S).
    AllTypesAccepted,
    /// A registry that specifies its types needs at least one (G).
    NoTypes,
    /// *All types* is not available in a core registry (G).
    AllTypesUnavailable,
    /// The new owner must have a row of their own (D).
    OwnerNotListed,
}

/// The kind of a missing object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The acting account.
    Actor,
    /// A person, service account or team with the given name.
    Account,
    /// A person.
    Person,
    /// A service account.
    ServiceAccount,
    /// A team.
    Team,
    /// A registry.
    Registry,
    /// A row of the registry.
    Member,
    /// A member of the team.
    TeamMember,
    /// A saved type of the registry.
    ArtifactType,
}

/// A field whose values are unique in the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UniqueField {
    /// The name of a registry.
    RegistryName,
    /// A username, or the name of a service account or a team.
    AccountName,
    /// An email address.
    Email,
}

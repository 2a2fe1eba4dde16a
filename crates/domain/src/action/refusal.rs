//! The reasons for refusing an action, typed and without prose.

use crate::{Alias, ArtifactType, Denial, Holder, RegistryName, Role};

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
    /// The registry does not accept the type (D).
    TypeNotAccepted {
        /// The type of the collection or artifact.
        artifact_type: ArtifactType,
        /// The types that the registry accepts.
        accepts: Vec<ArtifactType>,
    },
    /// The collection is of another type (D).
    WrongType {
        /// The type of the artifact.
        artifact_type: ArtifactType,
        /// The type of the collection.
        collection_type: ArtifactType,
    },
    /// The artifact of this name is of another type (S).
    OtherType {
        /// The type of the version.
        artifact_type: ArtifactType,
        /// The type of the artifact.
        has: ArtifactType,
    },
    /// W&B reserves the type, so that logging refuses it (S).
    ReservedType(ArtifactType),
    /// The alias is managed: `latest`, `v0` and so on (R).
    ManagedAlias(Alias),
    /// These links carry protected aliases, so that nobody deletes their versions (D, R). The list has only those that the acting
    /// account can see, perhaps none.
    ProtectedAlias(Vec<Holder>),
    /// Artifacts of a personal account cannot be linked (D).
    PersonalAccount,
}

impl Refusal {
    /// Whether it names registries that another account than the one it was computed for may not see.
    #[must_use]
    pub fn names_registries(&self) -> bool {
        match self {
            Self::LastRegistryAdmin(names) => !names.is_empty(),
            Self::ProtectedAlias(holders) => !holders.is_empty(),
            Self::Taken { holder, .. } => holder.is_some(),
            Self::Missing(_)
            | Self::Denied(_)
            | Self::InTeamAlready
            | Self::ListedAlready(_)
            | Self::ServiceAccountRole
            | Self::LastOrganizationAdmin
            | Self::WouldLoseAccess
            | Self::RestrictedStays
            | Self::TypeStays(_)
            | Self::AllTypesAccepted
            | Self::NoTypes
            | Self::AllTypesUnavailable
            | Self::OwnerNotListed
            | Self::TypeNotAccepted { .. }
            | Self::WrongType { .. }
            | Self::OtherType { .. }
            | Self::ReservedType(_)
            | Self::ManagedAlias(_)
            | Self::PersonalAccount => false,
        }
    }
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
    /// The organization of a full name.
    Organization,
    /// A project.
    Project,
    /// An artifact.
    Artifact,
    /// A version of an artifact or collection.
    Version,
    /// A collection.
    Collection,
    /// An alias of the version.
    Alias,
    /// A tag of the version or collection.
    Tag,
    /// A protected alias of the registry.
    ProtectedAlias,
}

/// A field whose values are unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UniqueField {
    /// The name of a registry.
    RegistryName,
    /// A username, or the name of a service account or a team.
    AccountName,
    /// An email address.
    Email,
    /// The name of a project, unique in its team.
    ProjectName,
    /// The name of a collection, unique in its registry.
    CollectionName,
}

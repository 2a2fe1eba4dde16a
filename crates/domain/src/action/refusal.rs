//! Why an action is refused: typed reasons, no prose.

use crate::{ArtifactType, Denial, RegistryName, Role};

/// Why an action is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something that the action speaks of is not there, not any more, or cannot be seen by the acting account.
    Missing(Missing),
    /// The acting account may not do it.
    Denied(Denial),
    /// The name, username or address belongs to something else already.
    Taken {
        /// The field that names it.
        field: Field,
        /// The registry that holds the name, if the acting account may see it; nothing for other kinds of name.
        holder: Option<RegistryName>,
    },
    /// The account is in the team already.
    InTeamAlready,
    /// Who is to be added is listed in the registry already, with this role (R).
    ListedAlready(Role),
    /// A service account is listed as Member or Admin only (D).
    ServiceAccountRole,
    /// These custom registries, in the order of their ids, would be left without a person who administers them (R).
    LastRegistryAdmin(Vec<RegistryName>),
    /// The organization would be left without an Admin (D).
    LastOrganizationAdmin,
    /// The acting account would lose its access to the registry (R).
    WouldLoseAccess,
    /// The organization has decided that Restricted registries stay restricted (D25, R).
    RestrictedStays,
    /// A type that is saved is never removed (G).
    TypeStays(ArtifactType),
    /// While all types are accepted, none is added (S).
    AllTypesAccepted,
    /// A registry that specifies its types has at least one (G).
    NoTypes,
    /// *All types* is not available in a core registry (G).
    AllTypesUnavailable,
    /// Who is made owner must have a row of their own (D).
    OwnerNotListed,
}

/// What an action speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The account that acts.
    Actor,
    /// Anybody of the name that was given.
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
    /// The account in the team.
    TeamMember,
    /// A type of the registry.
    ArtifactType,
}

/// A part of an action that must be unique in the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A registry's name.
    RegistryName,
    /// A username, or the name of a service account or a team.
    AccountName,
    /// An email address.
    Email,
}

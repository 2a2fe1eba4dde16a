//! Why a call fails: the stable codes that scripts rely on, with what belongs to each.

use serde::Serialize;
use strum::{Display, IntoStaticStr};

use super::words::{Field, Role};

/// A failure as `check` tells it: a code, a sentence in English, and the details.
#[derive(Clone, Debug, Serialize)]
pub struct Failure {
    pub code: &'static str,
    pub message: String,
    #[serde(flatten)]
    pub details: Details,
}

#[derive(Clone, Debug, Serialize)]
pub struct Details {
    #[serde(flatten)]
    pub problem: Problem,
    /// With `addMembers`: the member that it is about, as the script named them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// With `addMembers`: the failure of everybody who cannot be added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub faults: Option<Vec<Failure>>,
    /// The position of the action among the script's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<usize>,
}

/// The codes, and what belongs to each. `strum` knows the code, which stands elsewhere in an error that is thrown than in
/// one that is answered.
#[derive(Clone, Debug, IntoStaticStr, Serialize)]
#[cfg_attr(test, derive(strum::VariantNames, ts_rs::TS))]
#[strum(serialize_all = "snake_case")]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum Problem {
    MalformedCall {
        problem: Malformation,
        at: String,
        expected: String,
    },
    Invalid {
        field: &'static str,
        reason: Reason,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        index: Option<usize>,
    },
    Missing {
        what: Missing,
    },
    Denied {
        #[cfg_attr(test, ts(type = "RegistryPermission | 'create_registry' | 'manage_directory' | 'manage_team'"))]
        permission: &'static str,
        #[serde(flatten)]
        denial: Denial,
    },
    Taken {
        #[cfg_attr(test, ts(inline))]
        field: Field,
        holder: Option<String>,
    },
    InTeamAlready {},
    ListedAlready {
        role: Role,
    },
    ServiceAccountRole {},
    LastRegistryAdmin {
        registries: Vec<String>,
    },
    LastOrganizationAdmin {},
    WouldLoseAccess {},
    RestrictedStays {},
    TypeStays {
        artifact_type: String,
    },
    AllTypesAccepted {},
    NoTypes {},
    AllTypesUnavailable {},
    OwnerNotListed {},
    ReadOnly {
        #[cfg_attr(test, ts(inline))]
        why: ReadOnly,
    },
    Full {},
    NotKept {},
    InvalidArchive {
        #[cfg_attr(test, ts(inline))]
        why: ArchiveFault,
    },
    Crashed {},
}

/// Why a permission is denied, and which people have it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Denial {
    #[cfg_attr(test, ts(inline))]
    pub because: Because,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub has: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub needs: Option<Role>,
    pub could: Vec<String>,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Because {
    ServiceAccount,
    OrganizationViewer,
    NoOrganizationAdmin,
    NoTeamAdmin,
    NoAccess,
    CoreRegistry,
    RoleTooLow,
    NotCreator,
}

/// What is wrong with the form of a call.
#[derive(Clone, Copy, Debug, Display, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Malformation {
    /// It cannot be copied: it is cyclic, reading it throws, or a string holds half a character.
    NotPlain,
    /// It is larger than anything that could be kept.
    TooLarge,
    /// A list is empty, or a change changes nothing.
    Empty,
    UnknownAction,
    UnknownField,
    MissingField,
    WrongType,
    /// It is none of the possible words.
    UnknownValue,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    Empty,
    Forbidden { character: char },
    Malformed,
    TooLong { by: usize, limit: usize },
    Prefixed,
}

/// What is not there, or cannot be seen.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    Organization,
    Workspace,
    Actor,
    Account,
    Person,
    ServiceAccount,
    Team,
    Registry,
    Member,
    TeamMember,
    ArtifactType,
}

/// Why nothing may be written.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReadOnly {
    Newer,
    Unconfirmed,
    Moved,
}

/// Why a file cannot be read back.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ArchiveFault {
    Foreign,
    Newer,
    Empty,
    Several,
}

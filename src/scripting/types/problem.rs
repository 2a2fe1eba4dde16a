//! The reasons for failures: stable codes and their details.

use serde::Serialize;
use strum::{Display, IntoStaticStr};

use super::words::{Role, UniqueField};

/// A failure as `check` returns it: a code, a message in English, and the details.
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
    /// For `addMembers`: the faulty member, by the script's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// For `addMembers`: the failures of all faulty members. For `linkVersion`: all failures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub faults: Option<Vec<Failure>>,
    /// The position of the script's action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<usize>,
}

/// The codes and their details. `strum` supplies the code, since it is in different places in a thrown error and in
/// an answer.
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
        #[cfg_attr(test, ts(type = "RegistryPermission | OtherPermission"))]
        permission: &'static str,
        #[serde(flatten)]
        denial: Denial,
    },
    Taken {
        #[cfg_attr(test, ts(inline))]
        field: UniqueField,
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
    TypeNotAccepted {
        artifact_type: String,
        accepts: Vec<String>,
    },
    WrongType {
        artifact_type: String,
        collection_type: String,
    },
    OtherType {
        artifact_type: String,
        has: String,
    },
    ReservedType {
        artifact_type: String,
    },
    ManagedAlias {
        alias: String,
    },
    ProtectedAlias {
        holders: Vec<Holder>,
    },
    PersonalAccount {},
    PathTwice {
        path: String,
        index: usize,
    },
    NotUndoable {
        #[cfg_attr(test, ts(inline))]
        why: NotUndoable,
        records: Vec<String>,
    },
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

/// The reason for a denial, and the people who have the permission.
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
    /// For `protected_alias`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub holders: Option<Vec<Holder>>,
    pub could: Vec<String>,
}

/// A version of a collection that carries a protected alias.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Holder {
    /// `registry/collection:v0`.
    pub version: String,
    pub alias: String,
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
    NoTeamMember,
    TeamRoleTooLow,
    ProtectedAlias,
}

/// The faults of a malformed call.
#[derive(Clone, Copy, Debug, Display, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Malformation {
    /// A value that cannot be copied: it is cyclic, throws when it is read, or contains an unpaired surrogate.
    NotPlain,
    /// Larger than any storage.
    TooLarge,
    /// An empty list, or a change without fields.
    Empty,
    UnknownAction,
    UnknownField,
    MissingField,
    WrongType,
    /// Not one of the possible words.
    UnknownValue,
}

/// The faults of a text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    Empty,
    Forbidden {
        character: char,
    },
    Malformed {
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        line: Option<usize>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        column: Option<usize>,
    },
    TooLong {
        by: usize,
        limit: usize,
    },
    Prefixed,
    Absolute,
    Network,
    Drive,
    Parent,
    Infinite {
        line: usize,
        column: usize,
    },
    KeyTwice {
        key: String,
        line: usize,
        column: usize,
    },
    HalfCharacter {
        line: usize,
        column: usize,
    },
    TooDeep {
        limit: usize,
    },
    NoObject,
    TooMany {
        by: usize,
        limit: usize,
    },
}

/// The kinds of missing or hidden objects.
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
    Project,
    Artifact,
    Version,
    Collection,
    Alias,
    Tag,
    ProtectedAlias,
    Record,
}

/// The reasons why something cannot be undone.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NotUndoable {
    Nothing,
    NotVisible,
    Founding,
    AlreadyUndone,
    NoEffect,
    Dependents,
    NotRestorable,
}

/// The reasons why a workspace is read-only.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReadOnly {
    Newer,
    Unconfirmed,
    Moved,
    Lost,
    Exhausted,
    Original,
    Past,
}

/// The faults of an archive.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ArchiveFault {
    Foreign,
    Newer,
    Empty,
    Several,
}

//! The answers of the methods about the log. Scripts see the fields in this order.

use serde::Serialize;

use super::answer::{AcceptedTypes, AccessChange, Account, GranteeKind, OwnerChange, Place, Settings, Who, Written};
use super::problem::Failure;
use super::words::{OrganizationRole, Role, TeamRole, Visibility};

/// The kinds of records.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    Founding,
    Actions,
    Undo,
    Redo,
    Checkpoint,
    Unknown,
}

/// The outcome of a record.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RecordOutcome {
    Applied,
    Overtaken,
    Undone,
    Unknown,
}

/// A record of the log, as far as the acting account may see it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry<'a> {
    pub record: String,
    /// Milliseconds.
    pub at: f64,
    pub by: Account<'a>,
    pub via: &'a str,
    pub kind: RecordKind,
    #[cfg_attr(test, ts(type = "RecordedAction[]"))]
    pub actions: Vec<Written>,
    pub records: Vec<String>,
    pub name: Option<&'a str>,
    pub outcome: RecordOutcome,
    pub undone_by: Option<String>,
    #[cfg_attr(test, ts(type = "Failure | null"))]
    pub error: Option<Box<Failure>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct UndoReceipt {
    pub record: String,
    pub undone: Vec<String>,
}

/// The answer of `canUndo`.
#[derive(Debug, Serialize)]
pub struct UndoCheck {
    pub ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undone: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Box<Failure>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Checkpoint<'a> {
    pub record: String,
    pub name: &'a str,
    /// Milliseconds.
    pub at: f64,
    pub by: Account<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Changes<'a> {
    #[cfg_attr(test, ts(type = "Who<GranteeKind>[]"))]
    pub joined: Vec<Who<'a, GranteeKind>>,
    #[cfg_attr(test, ts(type = "Who<GranteeKind>[]"))]
    pub left: Vec<Who<'a, GranteeKind>>,
    pub registries: Vec<RegistryChange<'a>>,
    pub members: Vec<MemberChange<'a>>,
    pub access: Vec<AccessChange<'a>>,
    pub owners: Vec<OwnerChange<'a>>,
    pub organization_roles: Vec<OrganizationRoleChange<'a>>,
    pub team_members: Vec<TeamMemberChange<'a>>,
    pub renamed: Vec<NamesChange<'a>>,
    pub organization: Option<OrganizationChange<'a>>,
    pub collections: Vec<CollectionChange<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NamesChange<'a> {
    #[cfg_attr(test, ts(type = "Who<GranteeKind>"))]
    pub who: Who<'a, GranteeKind>,
    pub before: Names<'a>,
    pub after: Names<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Names<'a> {
    pub name: &'a str,
    pub username: Option<&'a str>,
    pub email: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OrganizationChange<'a> {
    pub before: Option<OrganizationFacts<'a>>,
    pub after: Option<OrganizationFacts<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OrganizationFacts<'a> {
    pub name: &'a str,
    pub settings: Settings,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CollectionChange<'a> {
    pub registry: Place<'a>,
    pub id: &'a str,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OrganizationRoleChange<'a> {
    #[cfg_attr(test, ts(type = "Who<GranteeKind>"))]
    pub person: Who<'a, GranteeKind>,
    pub before: Option<OrganizationRole>,
    pub after: Option<OrganizationRole>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TeamMemberChange<'a> {
    pub team: &'a str,
    #[cfg_attr(test, ts(type = "Who<GranteeKind>"))]
    pub member: Who<'a, GranteeKind>,
    pub before: Option<TeamRole>,
    pub after: Option<TeamRole>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RegistryChange<'a> {
    pub registry: Place<'a>,
    pub before: Option<RegistryFacts<'a>>,
    pub after: Option<RegistryFacts<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RegistryFacts<'a> {
    pub name: &'a str,
    pub description: &'a str,
    pub visibility: Visibility,
    pub accepts: AcceptedTypes<'a>,
    pub protected_aliases: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MemberChange<'a> {
    pub registry: Place<'a>,
    pub member: Who<'a, GranteeKind>,
    pub before: Option<Role>,
    pub after: Option<Role>,
}

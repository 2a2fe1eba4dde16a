//! The answers of methods. Scripts see the fields in this order.

mod catalog;

use std::borrow::Cow;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

pub use catalog::{
    AliasChange, AliasSpan, Artifact, Collection, File, Gone, GoneKind, HeldAlias, LinkName, Project, ProtectionChange,
    Version, VersionSummary, Versions,
};

use super::action::Action;
use super::problem::{Denial, Failure};
use super::words::{DefaultRole, OrganizationRole, PermissionGroup, Role, TeamRole, Visibility};

/// The kinds of a registry's members.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GranteeKind {
    Person,
    ServiceAccount,
    Team,
}

/// The kinds of accounts.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    Person,
    ServiceAccount,
}

/// A person, service account or team. The name is missing once it is removed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Who<'a, Kind> {
    pub kind: Kind,
    pub id: &'a str,
    pub name: Option<&'a str>,
}

pub type Account<'a> = Who<'a, AccountKind>;

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct View<'a> {
    pub organization: &'a str,
    pub account: Account<'a>,
    pub people: Vec<Person<'a>>,
    pub service_accounts: Vec<ServiceAccount<'a>>,
    pub teams: Vec<Team<'a>>,
    pub projects: Vec<Project<'a>>,
    pub registries: Vec<Registry<'a>>,
    pub settings: Settings,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    pub default_role: DefaultRole,
    pub restricted_stays: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Person<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub username: &'a str,
    pub email: &'a str,
    pub role: OrganizationRole,
    pub team_administrator: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ServiceAccount<'a> {
    pub id: &'a str,
    pub name: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Team<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub members: Vec<TeamMember<'a>>,
}

/// A member of a team. A service account has no role there.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TeamMember<'a> {
    pub kind: AccountKind,
    pub id: &'a str,
    pub name: Option<&'a str>,
    pub role: Option<TeamRole>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Registry<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub full_name: Cow<'a, str>,
    pub core: bool,
    pub description: &'a str,
    pub visibility: Visibility,
    pub accepts: AcceptedTypes<'a>,
    pub members: Vec<RegistryMember<'a>>,
    pub owner: Option<&'a str>,
    pub protected_aliases: Vec<&'a str>,
    pub collections: Vec<Collection<'a>>,
    pub created: Stamp<'a>,
    pub changed: Stamp<'a>,
    /// The effective role of the acting account.
    pub role: Role,
    pub sources: Vec<RoleSource<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AcceptedTypes<'a> {
    pub all: bool,
    pub types: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RegistryMember<'a> {
    pub kind: GranteeKind,
    pub id: &'a str,
    pub name: Option<&'a str>,
    pub role: Role,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Stamp<'a> {
    /// Milliseconds since 1970. JavaScript has no wider number for the timestamps of damaged records.
    pub at: f64,
    pub by: Account<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Standing<'a> {
    pub role: Role,
    pub sources: Vec<RoleSource<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RoleSource<'a> {
    pub role: Role,
    #[serde(flatten)]
    pub source: Source<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum Source<'a> {
    OrganizationAdmin,
    OwnRow,
    Base,
    Team { team: Option<&'a str> },
}

#[derive(Debug, Serialize)]
pub struct Verdict {
    pub granted: bool,
    #[serde(flatten)]
    pub denial: Option<Denial>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PermissionRule {
    #[cfg_attr(test, ts(type = "RegistryPermission"))]
    pub permission: &'static str,
    #[cfg_attr(test, ts(inline))]
    pub group: PermissionGroup,
    pub least: Role,
    pub custom_only: bool,
    pub team_administrators: bool,
    pub creator_only: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Consequences<'a> {
    pub access: Vec<AccessChange<'a>>,
    pub owners: Vec<OwnerChange<'a>>,
    pub gone: Vec<Gone<'a>>,
    pub aliases: Vec<AliasChange<'a>>,
    pub protections: Vec<ProtectionChange<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AccessChange<'a> {
    pub registry: Place<'a>,
    pub account: Account<'a>,
    pub before: Option<Role>,
    pub after: Option<Role>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OwnerChange<'a> {
    pub registry: Place<'a>,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Place<'a> {
    pub id: &'a str,
    pub name: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Receipt {
    pub record: String,
    pub made: Vec<Made>,
}

/// An object that was made, with the position of the script's action.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Made {
    pub action: usize,
    #[cfg_attr(test, ts(inline))]
    pub kind: MadeKind,
    pub id: String,
    /// Of what is in projects and registries: the reference. It is null if the acting account does not see it afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "string | null"))]
    pub name: Option<Option<String>>,
    /// Whether the version or link was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "true"))]
    pub existed: Option<bool>,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MadeKind {
    Person,
    ServiceAccount,
    Team,
    Registry,
    Project,
    Version,
    Collection,
    Link,
}

/// An intent that was acknowledged and is not done.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Overtaken<'a> {
    /// As in the receipt.
    pub record: String,
    pub by: Account<'a>,
    /// Milliseconds.
    pub at: f64,
    #[cfg_attr(test, ts(as = "Vec<super::action::Action>"))]
    pub actions: Vec<Written>,
    #[cfg_attr(test, ts(type = "Failure"))]
    pub error: Box<Failure>,
}

/// An action as an object with its `type`. It is read in a form of its own, which no derive writes.
#[derive(Debug)]
pub struct Written {
    pub action: Action,
    /// The field that is null, because it names what the account does not see.
    pub hidden: Option<&'static str>,
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tagged = Map::new();
        if let Value::Object(variant) = serde_json::to_value(&self.action).map_err(S::Error::custom)? {
            for (name, fields) in variant {
                tagged.insert("type".to_owned(), name.into());
                if let Value::Object(fields) = fields {
                    tagged.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
                }
            }
        }
        if let Some(hidden) = self.hidden {
            tagged.insert(hidden.to_owned(), Value::Null);
        }
        tagged.serialize(serializer)
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Workspace<'a> {
    pub key: String,
    pub organization: Option<&'a str>,
    pub current: bool,
    pub size: usize,
}

/// The answer of `check`.
#[derive(Debug, Serialize)]
pub struct Check {
    pub ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Box<Failure>>,
}

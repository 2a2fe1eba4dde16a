//! The answers about projects, versions and collections. Scripts see the fields in this order.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::super::problem::Holder;
use super::super::words::TeamRole;
use super::{Account, Place, Stamp};

/// A project that the acting account sees.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Project<'a> {
    pub id: &'a str,
    /// The name of its team.
    pub team: &'a str,
    pub name: &'a str,
    /// The role that counts in it.
    pub role: TeamRole,
    pub artifacts: Vec<Artifact<'a>>,
    pub created: Stamp<'a>,
    pub changed: Stamp<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Artifact<'a> {
    pub name: &'a str,
    pub artifact_type: &'a str,
    /// The number of versions.
    pub versions: usize,
    pub latest: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Collection<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub full_name: String,
    pub artifact_type: &'a str,
    pub description: &'a str,
    pub tags: Vec<&'a str>,
    /// The number of versions.
    pub versions: usize,
    pub latest: Option<String>,
    /// The aliases but `latest`.
    pub aliases: Vec<HeldAlias<'a>>,
    pub created: Stamp<'a>,
    pub changed: Stamp<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeldAlias<'a> {
    pub alias: &'a str,
    pub version: String,
    pub protected: bool,
}

/// A version, in its project or in a collection.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VersionSummary<'a> {
    pub id: String,
    pub name: String,
    /// Of a version in a collection.
    pub full_name: Option<String>,
    pub number: u32,
    pub artifact_type: &'a str,
    /// With `latest`, by code point.
    pub aliases: Vec<String>,
    pub tags: Vec<&'a str>,
    pub description: &'a str,
    #[cfg_attr(test, ts(type = "Record<string, unknown>"))]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub metadata: JsValue,
    pub digest: String,
    pub size: f64,
    pub file_count: usize,
    /// Of a version in a collection, if the acting account sees its project.
    pub source: Option<String>,
    pub created: Stamp<'a>,
    /// Of a version in a collection.
    pub linked: Option<Stamp<'a>>,
    /// The name of the run, if the acting account sees the project.
    pub run: Option<&'a str>,
}

/// A version with everything that only one at a time has.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Version<'a> {
    #[serde(flatten)]
    pub summary: VersionSummary<'a>,
    /// The JSON with the digits of its numbers.
    pub metadata_text: &'a str,
    /// Null without the permission `view_files`.
    pub files: Option<Vec<File>>,
    /// The versions that the run has read, as far as the acting account sees them.
    pub inputs: Vec<String>,
    pub used_by: Vec<String>,
    /// The other links to the same source.
    pub links: Vec<LinkName>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LinkName {
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "ManifestFile"))]
pub struct File {
    pub path: String,
    pub size: f64,
    pub digest: String,
}

/// A page of versions, the newest first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Versions<'a> {
    pub versions: Vec<VersionSummary<'a>>,
    /// The number before which there are more.
    pub next: Option<u32>,
}

/// The time in which a version held an alias.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AliasSpan<'a> {
    pub version: String,
    pub from: f64,
    /// Null while the version holds it.
    pub until: Option<f64>,
    pub by: Account<'a>,
}

/// Something that is deleted.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Gone<'a> {
    #[cfg_attr(test, ts(inline))]
    pub kind: GoneKind,
    pub id: &'a str,
    pub name: &'a str,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GoneKind {
    Project,
    Version,
    Collection,
    Link,
    Registry,
}

/// An alias that another version holds, of a collection or an artifact.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AliasChange<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub collection: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub artifact: Option<Place<'a>>,
    pub alias: &'a str,
    pub protected: bool,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// An alias that becomes protected, or ordinary.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProtectionChange<'a> {
    pub registry: Place<'a>,
    pub alias: &'a str,
    pub before: bool,
    pub after: bool,
    /// The versions that carry it.
    pub holders: Vec<Holder>,
}

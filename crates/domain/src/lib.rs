//! The domain of Registrar: what an organization and its registries are, and every rule about them.
//!
//! This crate is pure. It knows no browser, no storage, no clock and no source of randomness: times and ids are
//! arguments. It contains no prose either: a refusal is a typed reason, and the app words it.
//!
//! The types, in reading order:
//!
//! - `parse` validates typed text: [`RegistryName`], [`Description`], [`ArtifactType`], [`AccountName`], [`Email`],
//!   [`PersonName`], [`OrganizationName`]. It fails with a [`TextFault`].
//! - An [`Organization`] holds [`Person`]s, [`ServiceAccount`]s, [`Team`]s and [`Registry`]s.
//! - A [`Team`] has [`Project`]s, and these have [`Artifact`]s with [`Version`]s. A registry has [`Collection`]s, and these have
//!   [`Link`]s to versions.
//! - A [`Standing`] is an account's effective [`Role`] in a registry, with every source.
//! - An [`Action`] changes an organization; there is one type per aggregate. [`review`](review()) checks it against
//!   the rules, and only [`approve`] gives an action that can be applied.
//! - [`Consequences`] are the effect of an intent on roles, owners, versions and aliases.
//! - A [`View`] is the part of an organization that one account may see. Pages read nothing else. A [`Trial`] tries
//!   actions on a copy.
//! - [`stored`] is the stored form of actions.
//!
//! A letter names the source of each rule: *G* is the guide to creating a registry, *D* the public documentation of
//! W&B Registry, *S* the checks in W&B's Python client, and *R* a decision of this project where these are silent or
//! contradict each other.

#![warn(missing_docs)]

mod access;
mod action;
mod catalog;
mod directory;
mod former_names;
mod id;
mod impact;
mod index;
mod organization;
mod registry;
pub mod stored;
mod table;
mod text;
mod unique_list;
mod view;

pub use access::catalog::Holder;
pub use access::membership::{DefaultRole, Grant, Grantee, RegistryRoles, Role, Row, Source, Standing};
pub use access::permission::{
    Denial, DenialReason, PERMISSIONS, Permission, PermissionGroup, PermissionRule, RegistryPermission, Verdict,
};
pub use access::times::GrantTimes;
pub use action::refusal::{Missing, Refusal, UniqueField};
pub use action::{
    Action, Approved, CollectionAction, Founding, LinkSource, LinkTarget, NewCollection, NewPerson, NewRegistry,
    NewRun, NewVersion, OrganizationAction, PersonAction, ProjectAction, RegistryAction, ServiceAccountAction, Subject,
    TeamAction, VersionAction, VersionRef, approve, carry_out, found_organization, replay, review,
};
pub use catalog::artifact::{Artifact, Run, Version};
pub use catalog::collection::{AliasSpan, Collection, Link};
pub use catalog::files::{ArtifactDigest, File, FileDigest, FileHasher, Manifest, PathTwice};
pub use catalog::project::Project;
pub use catalog::series::{Numbered, Series, version_number};
pub use directory::account::AccountId;
pub use directory::person::{OrganizationRole, Person};
pub use directory::service_account::ServiceAccount;
pub use directory::team::{Team, TeamRole};
pub use id::{
    ArtifactId, CollectionId, Id, LinkId, PersonId, ProjectId, RegistryId, ServiceAccountId, TeamId, VersionId,
};
pub use impact::catalog::{AliasChange, Gone, GoneObject, ProtectionChange, SeriesId};
pub use impact::differences::{
    CollectionDifference, Differences, MemberDifference, Names, NamesDifference, OrganizationRoleDifference,
    OwnerDifference, Party, RegistryDifference, RoleDifference, Settings, SettingsDifference, TeamMemberDifference,
};
pub use impact::trial::{MemberFault, Trial};
pub use impact::{AccessChange, Consequences, OwnerChange};
pub use organization::Organization;
pub use registry::core::CoreRegistry;
pub use registry::rows::Rows;
pub use registry::{Registry, Stamp, Visibility};
pub use table::{Identified, Table};
pub use text::account::{AccountName, CheckpointName, Email, OrganizationName, PersonName};
pub use text::artifact_type::{AcceptedTypes, ArtifactType, NoTypes};
pub use text::catalog::{Alias, ArtifactName, CollectionName, ProjectName, RunName, Tag, Tags};
pub use text::description::Description;
pub use text::fault::TextFault;
pub use text::list::{parse_list, replace_in_list, split_list};
pub use text::lookalike::Appearance;
pub use text::metadata::{Metadata, MetadataFault, Place};
pub use text::name::{NAME_PREFIX, NameKey, RegistryName};
pub use text::path::{FilePath, PathFault};
pub use text::{FoldKey, decompose, is_bidi_control, is_default_ignorable, is_mark, is_visible, normalize, trim};
pub use view::{
    AccountRef, Audience, CatalogView, ListedName, Lookalikes, Lookup, ProjectView, RegistryView, RoleMatrix, TypeNote,
    VersionView, View,
};

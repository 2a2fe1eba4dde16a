//! The domain of Registrar: what an organization and its registries are, and every rule about them.
//!
//! This crate is pure. It knows no browser, no storage, no clock and no source of randomness: times and ids are
//! passed in. It holds no prose either: a refusal is a typed reason, and whoever shows it finds the words.
//!
//! The vocabulary, in reading order:
//!
//! - text that people type becomes a value by `parse`: [`RegistryName`], [`Description`], [`ArtifactType`],
//!   [`AccountName`], [`Email`], [`PersonName`], [`OrganizationName`]; what is wrong with it is a [`TextFault`];
//! - an [`Organization`] holds [`Person`]s, [`ServiceAccount`]s, [`Team`]s and [`Registry`]s;
//! - who has which [`Role`] in a registry, and from where, is a [`Standing`];
//! - everything that somebody can do is an [`Action`], by aggregate; [`review`](review()) is the verdict on it, and only
//!   what [`approve`] lets pass is applied;
//! - what an intent would change for whom are its [`Consequences`];
//! - a [`View`] is what one account may see, and the only thing that a page reads; on a [`Trial`] it tries actions;
//! - [`stored`] is the form in which actions outlive the program.
//!
//! Where a rule comes from is told by a letter: *G* is the guide to creating a registry, *D* the public
//! documentation of W&B Registry, *S* what W&B's Python client enforces, *R* a decision of this project where
//! these are silent or contradict each other.

#![warn(missing_docs)]

mod access;
mod action;
mod directory;
mod id;
mod impact;
mod organization;
mod registry;
pub mod stored;
mod table;
mod text;
mod view;

pub use access::membership::{DefaultRole, Grant, Grantee, Role, RolesIn, Row, Source, Standing};
pub use access::permission::{
    Denial, Denied, PERMISSIONS, Permission, PermissionGroup, PermissionRule, RegistryPermission, Verdict,
};
pub use action::refusal::{Field, Missing, Refusal};
pub use action::{
    Action, Approved, Founding, NewPerson, NewRegistry, OrganizationAction, PersonAction, RegistryAction,
    ServiceAccountAction, TeamAction, approve, carry_out, found, replay, review,
};
pub use directory::account::AccountId;
pub use directory::person::{OrganizationRole, Person};
pub use directory::service_account::ServiceAccount;
pub use directory::team::{Team, TeamRole};
pub use id::{Id, PersonId, RegistryId, ServiceAccountId, TeamId};
pub use impact::trial::{MemberFault, Trial};
pub use impact::{AccessChange, Consequences, OwnerChange};
pub use organization::Organization;
pub use registry::core::Core;
pub use registry::{Registry, Stamp, Visibility};
pub use table::{Identified, Table};
pub use text::account::{AccountName, Email, OrganizationName, PersonName};
pub use text::artifact_type::{AcceptedTypes, ArtifactType, NoTypes};
pub use text::description::Description;
pub use text::fault::TextFault;
pub use text::name::{NAME_PREFIX, RegistryName};
pub use text::{FoldKey, is_bidi_control, is_default_ignorable, is_visible, normalize};
pub use view::{Audience, Placed, Roles, SeenRegistry, View, names_in};

//! The stored words for roles and visibilities. Each enum mirrors a domain enum by serde's `remote`, so that a renamed
//! variant of the domain does not compile until its word is checked here.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(remote = "crate::OrganizationRole", rename_all = "snake_case")]
pub enum OrganizationRole {
    Viewer,
    Member,
    Admin,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "crate::TeamRole", rename_all = "snake_case")]
pub enum TeamRole {
    Viewer,
    Member,
    Admin,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "crate::Role", rename_all = "snake_case")]
pub enum Role {
    RestrictedViewer,
    Viewer,
    Member,
    Admin,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "crate::DefaultRole", rename_all = "snake_case")]
pub enum DefaultRole {
    RestrictedViewer,
    Viewer,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "crate::Visibility", rename_all = "snake_case")]
pub enum Visibility {
    Organization,
    Restricted,
}

//! The words for roles and visibilities: the only table of them in the stored form. Each enum mirrors one of the domain by
//! serde's `remote`, so that a renamed variant of the domain does not compile before somebody has looked at its word here.

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

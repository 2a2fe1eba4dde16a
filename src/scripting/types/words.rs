//! Enums of single words. Scripts rely on the words, so none of them ever changes.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// Enums that repeat the domain's, with serde's names as their words.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($variant),+
        }

        impl From<domain::$name> for $name {
            fn from(meaning: domain::$name) -> Self {
                match meaning {
                    $(domain::$name::$variant => Self::$variant),+
                }
            }
        }

        impl From<$name> for domain::$name {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => Self::$variant),+
                }
            }
        }
    )+};
}

words! {
    /// A role in a registry.
    Role { RestrictedViewer, Viewer, Member, Admin }
    /// A person's role in the organization.
    OrganizationRole { Viewer, Member, Admin }
    /// A person's role in a team.
    TeamRole { Viewer, Member, Admin }
    /// The role that people and teams are added with.
    DefaultRole { RestrictedViewer, Viewer }
    /// The accounts that can access a registry.
    Visibility { Organization, Restricted }
    /// The group of a permission.
    PermissionGroup { Read, Create, Update, Delete, Admin }
    /// The kind of a name or address that is unique.
    UniqueField { RegistryName, AccountName, Email, ProjectName, CollectionName }
}

/// The name of a permission outside of registries. Those in registries have their names in the domain's table.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum PermissionName {
    CreateRegistry,
    ManageDirectory,
    ManageTeam,
    CreateProject,
    WriteProject,
    ManageProject,
}

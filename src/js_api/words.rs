//! The words of the page API for what the domain keeps as variants. They are part of what scripts rely on: none of them
//! ever changes.

use registry::{
    DefaultRole, Denied, Field, Grantee, Missing, OrganizationRole, PermissionGroup, Role, Source, TeamRole, Visibility,
};
use workspace::{ArchiveFault, ReadOnly};

/// Words, each with what it stands for.
pub type Words<T> = &'static [(&'static str, T)];

/// A role in a registry.
pub const ROLES: Words<Role> = &[
    ("restricted_viewer", Role::RestrictedViewer),
    ("viewer", Role::Viewer),
    ("member", Role::Member),
    ("admin", Role::Admin),
];

/// A role in the organization.
pub const ORGANIZATION_ROLES: Words<OrganizationRole> =
    &[("viewer", OrganizationRole::Viewer), ("member", OrganizationRole::Member), ("admin", OrganizationRole::Admin)];

/// A role in a team.
pub const TEAM_ROLES: Words<TeamRole> =
    &[("viewer", TeamRole::Viewer), ("member", TeamRole::Member), ("admin", TeamRole::Admin)];

/// The role that people and teams are added with.
pub const DEFAULT_ROLES: Words<DefaultRole> =
    &[("restricted_viewer", DefaultRole::RestrictedViewer), ("viewer", DefaultRole::Viewer)];

/// A visibility.
pub const VISIBILITIES: Words<Visibility> =
    &[("organization", Visibility::Organization), ("restricted", Visibility::Restricted)];

/// The word for something.
pub fn word_for<T: Copy + PartialEq>(words: Words<T>, meaning: T) -> &'static str {
    words.iter().find(|(_, known)| *known == meaning).map_or("", |(word, _)| word)
}

/// What kind of thing somebody is.
pub fn kind(grantee: &Grantee) -> &'static str {
    match grantee {
        Grantee::Person(_) => "person",
        Grantee::ServiceAccount(_) => "service_account",
        Grantee::Team(_) => "team",
    }
}

/// Where a role comes from.
pub fn source(source: &Source) -> &'static str {
    match source {
        Source::OrganizationAdmin => "organization_admin",
        Source::OwnRow => "own_row",
        Source::Team(_) => "team",
        Source::Base => "base",
    }
}

/// What kind a permission is.
pub fn group(group: PermissionGroup) -> &'static str {
    match group {
        PermissionGroup::Read => "read",
        PermissionGroup::Create => "create",
        PermissionGroup::Update => "update",
        PermissionGroup::Delete => "delete",
        PermissionGroup::Admin => "admin",
    }
}

/// What stands against a permission.
pub fn because(denied: Denied) -> &'static str {
    match denied {
        Denied::ServiceAccount => "service_account",
        Denied::OrganizationViewer => "organization_viewer",
        Denied::NoOrganizationAdmin => "no_organization_admin",
        Denied::NoTeamAdmin => "no_team_admin",
        Denied::NoAccess => "no_access",
        Denied::CoreRegistry => "core_registry",
        Denied::RoleTooLow { .. } => "role_too_low",
        Denied::NotCreator => "not_creator",
    }
}

/// What is not there.
pub fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Actor => "actor",
        Missing::Account => "account",
        Missing::Person => "person",
        Missing::ServiceAccount => "service_account",
        Missing::Team => "team",
        Missing::Registry => "registry",
        Missing::Member => "member",
        Missing::TeamMember => "team_member",
        Missing::ArtifactType => "artifact_type",
    }
}

/// What must be unique.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::RegistryName => "registry_name",
        Field::AccountName => "account_name",
        Field::Email => "email",
    }
}

/// Why nothing may be written.
pub fn read_only(why: ReadOnly) -> &'static str {
    match why {
        ReadOnly::Newer => "newer",
        ReadOnly::Unconfirmed => "unconfirmed",
        ReadOnly::Moved => "moved",
    }
}

/// Why a file cannot be read back; nothing if it could be read, and not be kept.
pub fn archive(fault: &ArchiveFault) -> Option<&'static str> {
    match fault {
        ArchiveFault::Foreign => Some("foreign"),
        ArchiveFault::Newer(_) => Some("newer"),
        ArchiveFault::Empty => Some("empty"),
        ArchiveFault::Several => Some("several"),
        ArchiveFault::NotSaved(_) => None,
    }
}

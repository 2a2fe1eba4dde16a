//! The permissions in a registry, as one piece of data: verdicts, tests and whoever shows them all read this table.

use crate::Role;

/// Something that a role in a registry allows (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegistryPermission {
    /// View a collection's details.
    ViewCollection,
    /// View a linked artifact's details.
    ViewArtifact,
    /// Search the registry.
    Search,
    /// View its settings and members.
    ViewSettings,
    /// Use a linked artifact.
    UseArtifact,
    /// Download a linked artifact.
    DownloadArtifact,
    /// See and download the files of a linked artifact.
    ViewFiles,
    /// Create an automation.
    CreateAutomation,
    /// Turn on notifications for new versions.
    Notify,
    /// Create a collection.
    CreateCollection,
    /// Edit a collection's description, and its name (R).
    EditCollection,
    /// Edit a linked artifact's description.
    EditArtifact,
    /// Add or remove a collection's tag.
    TagCollection,
    /// Add or remove a linked version's tag (R).
    TagVersion,
    /// Add or remove an alias.
    SetAlias,
    /// Link an artifact.
    LinkArtifact,
    /// Edit the registry's name, and its description (R).
    EditRegistry,
    /// Add or remove a protected alias on a version.
    SetProtectedAlias,
    /// Create or delete a protected alias.
    ManageProtectedAliases,
    /// Delete a collection.
    DeleteCollection,
    /// Delete an automation.
    DeleteAutomation,
    /// Unlink an artifact.
    UnlinkArtifact,
    /// Edit the accepted artifact types.
    EditTypes,
    /// Change the visibility.
    ChangeVisibility,
    /// Add members.
    AddMembers,
    /// Change a member's role.
    ChangeRoles,
    /// Remove members (R).
    RemoveMembers,
    /// Make a member the owner (R).
    MakeOwner,
    /// Delete the registry.
    DeleteRegistry,
}

/// What kind of permission it is, as the documentation groups them (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermissionGroup {
    /// Looking at and using what is there.
    Read,
    /// Making something new.
    Create,
    /// Changing what is there.
    Update,
    /// Taking something away.
    Delete,
    /// Administering the registry itself.
    Admin,
}

/// Who has a permission in a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermissionRule {
    /// The permission.
    pub permission: RegistryPermission,
    /// What it is called by scripts; it never changes.
    pub code: &'static str,
    /// What kind it is.
    pub group: PermissionGroup,
    /// The lowest role that has it. Every higher one has it too.
    pub least: Role,
    /// Whether it exists in custom registries only: nobody has it in a core one (G).
    pub custom_only: bool,
    /// Whether the administrators of any team have it in every registry that they can access (G; the limit is R).
    pub team_administrators: bool,
    /// Whether the role is enough only for who created the registry (D); admins of the organization need not have (R).
    pub creator_only: bool,
}

/// Everything that is permitted in a registry, in the order of the documentation.
pub const PERMISSIONS: [PermissionRule; 29] = {
    use PermissionGroup::{Admin, Create, Delete, Read, Update};
    use RegistryPermission as P;
    use Role::{Member, RestrictedViewer, Viewer};
    [
        rule(P::ViewCollection, "view_collection", Read, RestrictedViewer),
        rule(P::ViewArtifact, "view_artifact", Read, RestrictedViewer),
        rule(P::Search, "search", Read, RestrictedViewer),
        rule(P::ViewSettings, "view_settings", Read, RestrictedViewer),
        rule(P::UseArtifact, "use_artifact", Read, Viewer),
        rule(P::DownloadArtifact, "download_artifact", Read, Viewer),
        rule(P::ViewFiles, "view_files", Read, Viewer),
        rule(P::CreateAutomation, "create_automation", Create, Member),
        rule(P::Notify, "notify", Create, Member),
        rule(P::CreateCollection, "create_collection", Create, Member),
        rule(P::EditCollection, "edit_collection", Update, Member),
        rule(P::EditArtifact, "edit_artifact", Update, Member),
        rule(P::TagCollection, "tag_collection", Update, Member),
        rule(P::TagVersion, "tag_version", Update, Member),
        rule(P::SetAlias, "set_alias", Update, Member),
        rule(P::LinkArtifact, "link_artifact", Update, Member),
        PermissionRule { custom_only: true, ..rule(P::EditRegistry, "edit_registry", Update, Member) },
        rule(P::SetProtectedAlias, "set_protected_alias", Update, Role::Admin),
        rule(P::ManageProtectedAliases, "manage_protected_aliases", Update, Role::Admin),
        rule(P::DeleteCollection, "delete_collection", Delete, Member),
        rule(P::DeleteAutomation, "delete_automation", Delete, Member),
        rule(P::UnlinkArtifact, "unlink_artifact", Delete, Member),
        rule(P::EditTypes, "edit_types", Admin, Role::Admin),
        PermissionRule {
            custom_only: true,
            team_administrators: true,
            ..rule(P::ChangeVisibility, "change_visibility", Admin, Role::Admin)
        },
        rule(P::AddMembers, "add_members", Admin, Role::Admin),
        rule(P::ChangeRoles, "change_roles", Admin, Role::Admin),
        rule(P::RemoveMembers, "remove_members", Admin, Role::Admin),
        PermissionRule { custom_only: true, ..rule(P::MakeOwner, "make_owner", Admin, Role::Admin) },
        PermissionRule {
            custom_only: true,
            team_administrators: true,
            creator_only: true,
            ..rule(P::DeleteRegistry, "delete_registry", Admin, Role::Admin)
        },
    ]
};

const fn rule(
    permission: RegistryPermission,
    code: &'static str,
    group: PermissionGroup,
    least: Role,
) -> PermissionRule {
    PermissionRule {
        permission,
        code,
        group,
        least,
        custom_only: false,
        team_administrators: false,
        creator_only: false,
    }
}

impl RegistryPermission {
    /// Who has it.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the table has a row for every permission, and a test looks up each of them"
    )]
    pub fn rule(self) -> &'static PermissionRule {
        PERMISSIONS.iter().find(|rule| rule.permission == self).expect("every permission has a row")
    }

    /// The permission that scripts call so.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        PERMISSIONS.iter().find(|rule| rule.code == code).map(|rule| rule.permission)
    }
}

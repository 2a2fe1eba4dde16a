//! The table of permissions in a registry. Verdicts, tests and the app all read this table.

use crate::Role;

/// A permission that a role in a registry gives (D).
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

/// A group of permissions in the documentation (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermissionGroup {
    /// View and use artifacts.
    Read,
    /// Add collections, links and automations.
    Create,
    /// Change existing collections and artifacts.
    Update,
    /// Remove collections, links and automations.
    Delete,
    /// Administer the registry itself.
    Admin,
}

/// The rule for one permission in a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermissionRule {
    /// The permission that the rule is about.
    pub permission: RegistryPermission,
    /// The name of the permission in the page API. It never changes.
    pub code: &'static str,
    /// The group in the documentation.
    pub group: PermissionGroup,
    /// The lowest role with the permission. Every higher role has it too.
    pub lowest_role: Role,
    /// Whether nobody has the permission in core registries (G).
    pub custom_only: bool,
    /// Whether team administrators have the permission in every registry that they can access (G; the limit is R).
    pub team_administrators: bool,
    /// Whether the role gives the permission to the registry's creator only (D). Organization admins always have it (R).
    pub creator_only: bool,
    /// Whether it deletes links of versions. Protected aliases on them then take it from everybody but admins (D).
    pub deletes_links: bool,
}

/// All permissions in a registry, in the order of the documentation.
pub const PERMISSIONS: [PermissionRule; 29] = {
    use crate::access::permission::table::RegistryPermission as P;
    [
        P::ViewCollection.rule(),
        P::ViewArtifact.rule(),
        P::Search.rule(),
        P::ViewSettings.rule(),
        P::UseArtifact.rule(),
        P::DownloadArtifact.rule(),
        P::ViewFiles.rule(),
        P::CreateAutomation.rule(),
        P::Notify.rule(),
        P::CreateCollection.rule(),
        P::EditCollection.rule(),
        P::EditArtifact.rule(),
        P::TagCollection.rule(),
        P::TagVersion.rule(),
        P::SetAlias.rule(),
        P::LinkArtifact.rule(),
        P::EditRegistry.rule(),
        P::SetProtectedAlias.rule(),
        P::ManageProtectedAliases.rule(),
        P::DeleteCollection.rule(),
        P::DeleteAutomation.rule(),
        P::UnlinkArtifact.rule(),
        P::EditTypes.rule(),
        P::ChangeVisibility.rule(),
        P::AddMembers.rule(),
        P::ChangeRoles.rule(),
        P::RemoveMembers.rule(),
        P::MakeOwner.rule(),
        P::DeleteRegistry.rule(),
    ]
};

impl RegistryPermission {
    /// The rule for this permission.
    #[must_use]
    pub const fn rule(self) -> PermissionRule {
        use crate::Role::Member;
        use crate::Role::RestrictedViewer;
        use crate::Role::Viewer;
        use crate::access::permission::table::PermissionGroup::Admin;
        use crate::access::permission::table::PermissionGroup::Create;
        use crate::access::permission::table::PermissionGroup::Delete;
        use crate::access::permission::table::PermissionGroup::Read;
        use crate::access::permission::table::PermissionGroup::Update;
        match self {
            Self::ViewCollection => rule(self, "view_collection", Read, RestrictedViewer),
            Self::ViewArtifact => rule(self, "view_artifact", Read, RestrictedViewer),
            Self::Search => rule(self, "search", Read, RestrictedViewer),
            Self::ViewSettings => rule(self, "view_settings", Read, RestrictedViewer),
            Self::UseArtifact => rule(self, "use_artifact", Read, Viewer),
            Self::DownloadArtifact => rule(self, "download_artifact", Read, Viewer),
            Self::ViewFiles => rule(self, "view_files", Read, Viewer),
            Self::CreateAutomation => rule(self, "create_automation", Create, Member),
            Self::Notify => rule(self, "notify", Create, Member),
            Self::CreateCollection => rule(self, "create_collection", Create, Member),
            Self::EditCollection => rule(self, "edit_collection", Update, Member),
            Self::EditArtifact => rule(self, "edit_artifact", Update, Member),
            Self::TagCollection => rule(self, "tag_collection", Update, Member),
            Self::TagVersion => rule(self, "tag_version", Update, Member),
            Self::SetAlias => rule(self, "set_alias", Update, Member),
            Self::LinkArtifact => rule(self, "link_artifact", Update, Member),
            Self::EditRegistry => PermissionRule { custom_only: true, ..rule(self, "edit_registry", Update, Member) },
            Self::SetProtectedAlias => rule(self, "set_protected_alias", Update, Role::Admin),
            Self::ManageProtectedAliases => rule(self, "manage_protected_aliases", Update, Role::Admin),
            Self::DeleteCollection => {
                PermissionRule { deletes_links: true, ..rule(self, "delete_collection", Delete, Member) }
            }
            Self::DeleteAutomation => rule(self, "delete_automation", Delete, Member),
            Self::UnlinkArtifact => {
                PermissionRule { deletes_links: true, ..rule(self, "unlink_artifact", Delete, Member) }
            }
            Self::EditTypes => rule(self, "edit_types", Admin, Role::Admin),
            Self::ChangeVisibility => PermissionRule {
                custom_only: true,
                team_administrators: true,
                ..rule(self, "change_visibility", Admin, Role::Admin)
            },
            Self::AddMembers => rule(self, "add_members", Admin, Role::Admin),
            Self::ChangeRoles => rule(self, "change_roles", Admin, Role::Admin),
            Self::RemoveMembers => rule(self, "remove_members", Admin, Role::Admin),
            Self::MakeOwner => PermissionRule { custom_only: true, ..rule(self, "make_owner", Admin, Role::Admin) },
            Self::DeleteRegistry => PermissionRule {
                custom_only: true,
                team_administrators: true,
                creator_only: true,
                deletes_links: true,
                ..rule(self, "delete_registry", Admin, Role::Admin)
            },
        }
    }

    /// The permission with this name in the page API.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        PERMISSIONS.iter().find(|rule| rule.code == code).map(|rule| rule.permission)
    }
}

const fn rule(
    permission: RegistryPermission,
    code: &'static str,
    group: PermissionGroup,
    lowest_role: Role,
) -> PermissionRule {
    PermissionRule {
        permission,
        code,
        group,
        lowest_role,
        custom_only: false,
        team_administrators: false,
        creator_only: false,
        deletes_links: false,
    }
}

//! Protected aliases take permissions from everybody but admins: what carries one is not unlinked or deleted (D).

use super::{DenialReason, Permission, PermissionRule};
use crate::{Holder, Organization, Registry, RegistryId, RegistryPermission, Role};

impl Organization {
    /// The registry that a permission is about, with the rule.
    pub(super) fn registry_asked_for(&self, permission: &Permission) -> Option<(&Registry, PermissionRule)> {
        let registry = |id: &RegistryId| self.registry(id).map(|registry| &**registry);
        match permission {
            Permission::InRegistry(id, permission) => Some((registry(id)?, permission.rule())),
            Permission::InCollection(id, permission) => {
                Some((registry(&self.catalog.collection(id)?.registry)?, permission.rule()))
            }
            Permission::OnLink(id, permission) => {
                let collection = self.catalog.collection(&self.catalog.link(id)?.collection)?;
                Some((registry(&collection.registry)?, permission.rule()))
            }
            Permission::CreateRegistry
            | Permission::ManageDirectory
            | Permission::ManageTeam(_)
            | Permission::CreateProject(_)
            | Permission::WriteProject(_)
            | Permission::ManageProject(_) => None,
        }
    }

    /// The reason for denying a permission that the role gives: a protected alias that would go.
    pub(super) fn protection_reason(&self, role: Option<Role>, permission: &Permission) -> Option<DenialReason> {
        (role != Some(Role::Admin) && self.is_protected(permission)).then_some(DenialReason::ProtectedAlias)
    }

    pub(super) fn is_protected(&self, permission: &Permission) -> bool {
        !self.protected_by(permission).is_empty()
    }

    /// The versions with protected aliases that would go.
    pub(super) fn protected_by(&self, permission: &Permission) -> Vec<Holder> {
        let Some((registry, rule)) = self.registry_asked_for(permission) else { return Vec::new() };
        if rule.permission == RegistryPermission::DeleteRegistry {
            return self.holders_in_registry(registry);
        }
        if !rule.deletes_links {
            return Vec::new();
        }
        match permission {
            Permission::InCollection(id, _) => {
                self.catalog.collection(id).map(|collection| self.holders_in_collection(collection)).unwrap_or_default()
            }
            Permission::OnLink(id, _) => {
                self.catalog.link(id).map(|link| self.holders_of_link(link)).unwrap_or_default()
            }
            // Without a collection or version, no alias is concerned.
            Permission::InRegistry(..)
            | Permission::CreateRegistry
            | Permission::ManageDirectory
            | Permission::ManageTeam(_)
            | Permission::CreateProject(_)
            | Permission::WriteProject(_)
            | Permission::ManageProject(_) => Vec::new(),
        }
    }
}

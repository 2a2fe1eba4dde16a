//! What may be done to one registry, and in it.

use super::{Review, there};
use crate::{
    Action, Field, Grantee, Missing, Refusal, Registry, RegistryId, RegistryName, RegistryPermission, Role, Visibility,
};

impl Review<'_> {
    /// A registry, and the role of the acting account in it. One that the account cannot access is, to that account, not
    /// there (R).
    fn registry_of(&self, id: &RegistryId) -> Result<(&Registry, Role), Refusal> {
        let registry = self.organization.registry(id).ok_or(Refusal::Missing(Missing::Registry))?;
        let role = self.organization.role_in(self.actor, registry).ok_or(Refusal::Missing(Missing::Registry))?;
        Ok((registry, role))
    }

    pub(super) fn registry(&self, id: &RegistryId) -> Result<(), Refusal> {
        let (registry, role) = self.registry_of(id)?;
        let permitted =
            |permission| self.organization.may_in(self.actor, registry, Some(role), permission).or_refusal();
        match self.action {
            Action::RenameRegistry { name, .. } => {
                permitted(RegistryPermission::EditRegistry)?;
                self.registry_name_is_free(name, Some(id))
            }
            Action::DescribeRegistry { .. } => permitted(RegistryPermission::EditRegistry),
            Action::DeleteRegistry(_) => permitted(RegistryPermission::DeleteRegistry),
            Action::SetVisibility { visibility, .. } => {
                permitted(RegistryPermission::ChangeVisibility)?;
                self.visibility(registry, *visibility)
            }
            Action::AcceptAllTypes(_)
            | Action::SpecifyTypes { .. }
            | Action::AddTypes { .. }
            | Action::RemoveType { .. } => {
                permitted(RegistryPermission::EditTypes)?;
                self.types(registry)
            }
            Action::AddMember { member, role, .. } => {
                permitted(RegistryPermission::AddMembers)?;
                self.is_in_organization(member)?;
                if let Some(row) = registry.row(member) {
                    return Err(Refusal::ListedAlready(row.role));
                }
                fits(member, *role)
            }
            Action::SetMemberRole { member, role, .. } => {
                permitted(RegistryPermission::ChangeRoles)?;
                there(registry.row(member).is_some(), Missing::Member)?;
                fits(member, *role)?;
                self.registries_keep_admins()
            }
            Action::RemoveMember { member, .. } => {
                permitted(RegistryPermission::RemoveMembers)?;
                there(registry.row(member).is_some(), Missing::Member)?;
                self.registries_keep_admins()
            }
            Action::SetOwner { person, .. } => {
                permitted(RegistryPermission::MakeOwner)?;
                let row = registry.row(&Grantee::Person(person.clone()));
                row.map(drop).ok_or(Refusal::OwnerNotListed)
            }
            _ => Ok(()),
        }
    }

    /// Names are unique by case-fold, core registries included; what holds the name is told to those who may see it (R).
    pub(super) fn registry_name_is_free(
        &self,
        name: &RegistryName,
        itself: Option<&RegistryId>,
    ) -> Result<(), Refusal> {
        let holder = self.organization.holder_of(name).filter(|holder| Some(holder.id()) != itself);
        let Some(holder) = holder else { return Ok(()) };
        let seen = self.organization.role_in(self.actor, holder).is_some();
        Err(Refusal::Taken { field: Field::RegistryName, holder: seen.then(|| holder.name().clone()) })
    }

    /// The acting account must end up with access (R), and a Restricted registry may have to stay so (R).
    fn visibility(&self, registry: &Registry, visibility: Visibility) -> Result<(), Refusal> {
        match (registry.visibility(), visibility) {
            (Visibility::Restricted, Visibility::Organization) if self.organization.restricted_stays() => {
                Err(Refusal::RestrictedStays)
            }
            (Visibility::Organization, Visibility::Restricted) => {
                let next = self.organization.after(self.actor, self.action);
                let restricted = next.registry(registry.id());
                let has_access = restricted.is_some_and(|registry| next.role_in(self.actor, registry).is_some());
                if has_access { Ok(()) } else { Err(Refusal::WouldLoseAccess) }
            }
            _ => Ok(()),
        }
    }

    /// Types are added, and never removed (G, S).
    fn types(&self, registry: &Registry) -> Result<(), Refusal> {
        let accepts = registry.accepts();
        match self.action {
            Action::AcceptAllTypes(_) if registry.core_kind().is_some() => Err(Refusal::AllTypesUnavailable),
            Action::SpecifyTypes { types, .. } if types.is_empty() && accepts.saved().is_empty() => {
                Err(Refusal::NoTypes)
            }
            Action::AddTypes { .. } if accepts.is_all() => Err(Refusal::AllTypesAccepted),
            Action::AddTypes { types, .. } if types.is_empty() => Err(Refusal::NoTypes),
            Action::RemoveType { artifact_type, .. } if accepts.saved().contains(artifact_type) => {
                Err(Refusal::TypeStays(artifact_type.clone()))
            }
            Action::RemoveType { .. } => Err(Refusal::Missing(Missing::ArtifactType)),
            _ => Ok(()),
        }
    }

    fn is_in_organization(&self, grantee: &Grantee) -> Result<(), Refusal> {
        let missing = match grantee {
            Grantee::Person(_) => Missing::Person,
            Grantee::ServiceAccount(_) => Missing::ServiceAccount,
            Grantee::Team(_) => Missing::Team,
        };
        there(self.organization.has_grantee(grantee), missing)
    }
}

/// A service account is listed as Member or Admin only (D).
fn fits(grantee: &Grantee, role: Role) -> Result<(), Refusal> {
    if grantee.can_be(role) { Ok(()) } else { Err(Refusal::ServiceAccountRole) }
}

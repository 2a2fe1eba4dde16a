//! Actions on registries, their accepted types and their members.

use super::review::{Review, require};
use super::version::require_unmanaged;
use super::{Context, Reviewable};
use crate::{
    AcceptedTypes, Alias, ArtifactType, Description, Grantee, Missing, Organization, Permission, PersonId, Refusal,
    Registry, RegistryId, RegistryName, RegistryPermission, Role, Row, Visibility,
};

/// An action on a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistryAction {
    /// Create a custom registry.
    Create(NewRegistry),
    /// Rename a registry.
    Rename {
        /// The registry to change.
        registry: RegistryId,
        /// The new name.
        name: RegistryName,
    },
    /// Change the description of a registry.
    Describe {
        /// The registry to change.
        registry: RegistryId,
        /// The new description.
        description: Description,
    },
    /// Change the visibility of a registry.
    SetVisibility {
        /// The registry to change.
        registry: RegistryId,
        /// The new visibility.
        visibility: Visibility,
    },
    /// Accept artifacts of all types. The saved types are kept (S).
    AcceptAllTypes(RegistryId),
    /// Accept only artifacts of the saved types, of these types, and of those that the collections use.
    SpecifyTypes {
        /// The registry to change.
        registry: RegistryId,
        /// The types to add to the saved types.
        types: Vec<ArtifactType>,
    },
    /// Add types to a registry that specifies its types.
    AddTypes {
        /// The registry to change.
        registry: RegistryId,
        /// The types to add to the saved types.
        types: Vec<ArtifactType>,
    },
    /// Remove a type from a registry. It is always refused, because a saved type cannot be removed (G). The action exists
    /// so that the refusal can explain the rule.
    RemoveType {
        /// The registry to change.
        registry: RegistryId,
        /// The type to remove.
        artifact_type: ArtifactType,
    },
    /// Add a member to a registry.
    AddMember {
        /// The registry to change.
        registry: RegistryId,
        /// The new member.
        member: Grantee,
        /// The role of the new member.
        role: Role,
    },
    /// Change the role of a member.
    SetMemberRole {
        /// The registry to change.
        registry: RegistryId,
        /// The member to change.
        member: Grantee,
        /// The new role.
        role: Role,
    },
    /// Remove a member from a registry.
    RemoveMember {
        /// The registry to change.
        registry: RegistryId,
        /// The member to remove.
        member: Grantee,
    },
    /// Make a member the owner of a registry.
    SetOwner {
        /// The registry to change.
        registry: RegistryId,
        /// The new owner.
        person: PersonId,
    },
    /// Protect an alias: only admins of the registry may set it on a version and remove it from one (D).
    ProtectAlias {
        /// The registry to change.
        registry: RegistryId,
        /// The alias.
        alias: Alias,
    },
    /// Take the protection from an alias. Versions that carry it keep it as an ordinary alias (R).
    UnprotectAlias {
        /// The registry to change.
        registry: RegistryId,
        /// The alias.
        alias: Alias,
    },
    /// Delete a custom registry with its collections.
    Delete(RegistryId),
}

/// The data of a new custom registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRegistry {
    /// The name without the prefix.
    pub name: RegistryName,
    /// The description, which may be empty.
    pub description: Description,
    /// The visibility.
    pub visibility: Visibility,
    /// The artifact types that it accepts.
    pub accepts: AcceptedTypes,
}

impl Reviewable for RegistryAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Create(new) => {
                review.require_permission(Permission::CreateRegistry)?;
                review.require_free_registry_name(&new.name, None)
            }
            Self::Rename { registry, name } => {
                review.permitted_registry(registry, RegistryPermission::EditRegistry)?;
                review.require_free_registry_name(name, Some(registry))
            }
            Self::Describe { registry, .. } => {
                review.permitted_registry(registry, RegistryPermission::EditRegistry).map(drop)
            }
            Self::SetVisibility { registry, visibility } => {
                let registry = review.permitted_registry(registry, RegistryPermission::ChangeVisibility)?;
                review_visibility(review, registry, *visibility)
            }
            Self::AcceptAllTypes(registry) => {
                let registry = review.permitted_registry(registry, RegistryPermission::EditTypes)?;
                if registry.core_kind().is_some() { Err(Refusal::AllTypesUnavailable) } else { Ok(()) }
            }
            Self::SpecifyTypes { registry, types } => {
                let registry = review.permitted_registry(registry, RegistryPermission::EditTypes)?;
                let mut used = review.organization.catalog.collections_of(registry.id());
                let has_types = !types.is_empty() || !registry.accepts().saved().is_empty() || used.next().is_some();
                if has_types { Ok(()) } else { Err(Refusal::NoTypes) }
            }
            Self::AddTypes { registry, types } => {
                let registry = review.permitted_registry(registry, RegistryPermission::EditTypes)?;
                if registry.accepts().is_all() {
                    Err(Refusal::AllTypesAccepted)
                } else if types.is_empty() {
                    Err(Refusal::NoTypes)
                } else {
                    Ok(())
                }
            }
            Self::RemoveType { registry, artifact_type } => {
                let registry = review.permitted_registry(registry, RegistryPermission::EditTypes)?;
                require(registry.accepts().has_saved(artifact_type), Missing::ArtifactType)?;
                Err(Refusal::TypeStays(artifact_type.clone()))
            }
            Self::AddMember { registry, member, role } => {
                let registry = review.permitted_registry(registry, RegistryPermission::AddMembers)?;
                review.require_grantee(member)?;
                if let Some(row) = registry.row(member) {
                    return Err(Refusal::ListedAlready(row.role));
                }
                require_possible_role(member, *role)
            }
            Self::SetMemberRole { registry, member, role } => {
                let registry = review.permitted_registry(registry, RegistryPermission::ChangeRoles)?;
                require(registry.row(member).is_some(), Missing::Member)?;
                require_possible_role(member, *role)?;
                if *role == Role::Admin { Ok(()) } else { review.keep_admin_in(registry, member) }
            }
            Self::RemoveMember { registry, member } => {
                let registry = review.permitted_registry(registry, RegistryPermission::RemoveMembers)?;
                require(registry.row(member).is_some(), Missing::Member)?;
                review.keep_admin_in(registry, member)
            }
            Self::SetOwner { registry, person } => {
                let registry = review.permitted_registry(registry, RegistryPermission::MakeOwner)?;
                review.require_person(person)?;
                let row = registry.row(&Grantee::Person(person.clone()));
                row.map(drop).ok_or(Refusal::OwnerNotListed)
            }
            Self::ProtectAlias { registry, alias } => {
                review.permitted_registry(registry, RegistryPermission::ManageProtectedAliases)?;
                require_unmanaged(alias)
            }
            Self::UnprotectAlias { registry, alias } => {
                let registry = review.permitted_registry(registry, RegistryPermission::ManageProtectedAliases)?;
                require_unmanaged(alias)?;
                require(registry.protected_aliases().contains(alias), Missing::ProtectedAlias)
            }
            Self::Delete(registry) => review.permitted_registry(registry, RegistryPermission::DeleteRegistry).map(drop),
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Create(new) => {
                let stamp = context.stamp();
                organization.insert_registry(Registry::custom(RegistryId(context.id), new, stamp));
            }
            Self::Rename { registry, name } => {
                organization.rename_registry(registry, name);
                change(organization, registry, &context, |_| {});
            }
            Self::Describe { registry, description } => {
                change(organization, registry, &context, |registry| registry.description = description.clone());
            }
            Self::SetVisibility { registry, visibility } => {
                change(organization, registry, &context, |registry| registry.visibility = *visibility);
            }
            Self::AcceptAllTypes(registry) => {
                change(organization, registry, &context, |registry| registry.accepts.accept_all());
            }
            // The types of the collections are put in and stay (R).
            Self::SpecifyTypes { registry, types } => {
                let used = organization.catalog.collections_of(registry).map(|one| one.artifact_type.clone());
                let types: Vec<ArtifactType> = types.iter().cloned().chain(used).collect();
                change(organization, registry, &context, |registry| registry.accepts.specify_also(&types));
            }
            Self::AddTypes { registry, types } => {
                change(organization, registry, &context, |registry| registry.accepts.specify_also(types));
            }
            // A saved type cannot be removed (G).
            Self::RemoveType { .. } => {}
            Self::AddMember { registry, member, role } => {
                organization.list(registry, Row { grantee: member.clone(), role: *role });
                change(organization, registry, &context, |_| {});
            }
            Self::SetMemberRole { registry, member, role } => {
                change(organization, registry, &context, |registry| registry.set_role(member, *role));
            }
            Self::RemoveMember { registry, member } => remove_row(organization, registry, member, &context),
            Self::SetOwner { registry, person } => {
                change(organization, registry, &context, |registry| {
                    if registry.row(&Grantee::Person(person.clone())).is_some() {
                        registry.owner = Some(person.clone());
                    }
                });
            }
            Self::ProtectAlias { registry, alias } => {
                change(organization, registry, &context, |registry| {
                    registry.protected_aliases.insert(alias.clone());
                });
            }
            Self::UnprotectAlias { registry, alias } => {
                change(organization, registry, &context, |registry| {
                    registry.protected_aliases.remove(alias);
                });
            }
            Self::Delete(registry) => organization.remove_registry(registry),
        }
    }
}

/// The acting account must keep its access, and a setting may keep a Restricted registry restricted (R).
fn review_visibility(review: &Review<'_>, registry: &Registry, visibility: Visibility) -> Result<(), Refusal> {
    match (registry.visibility(), visibility) {
        (Visibility::Restricted, Visibility::Organization) if review.organization.restricted_stays() => {
            Err(Refusal::RestrictedStays)
        }
        (Visibility::Organization, Visibility::Restricted) => {
            let role = review.organization.role_with_visibility(review.actor, registry, visibility);
            if role.is_some() { Ok(()) } else { Err(Refusal::WouldLoseAccess) }
        }
        (Visibility::Restricted, _) | (Visibility::Organization, Visibility::Organization) => Ok(()),
    }
}

/// A service account can only be Member or Admin (D).
fn require_possible_role(grantee: &Grantee, role: Role) -> Result<(), Refusal> {
    if grantee.can_have(role) { Ok(()) } else { Err(Refusal::ServiceAccountRole) }
}

fn change(
    organization: &mut Organization,
    registry: &RegistryId,
    context: &Context<'_>,
    change: impl FnOnce(&mut Registry),
) {
    if let Some(registry) = organization.registries.get_mut(registry) {
        change(registry);
        registry.changed = context.stamp();
    }
}

/// Removes a member from every registry. The other registries stay shared with earlier states.
pub(super) fn remove_from_registries(organization: &mut Organization, grantee: &Grantee, context: &Context<'_>) {
    let listing = organization.registries_listing(grantee);
    let listing: Vec<RegistryId> = listing.map(|registry| registry.id().clone()).collect();
    for registry in listing {
        remove_row(organization, &registry, grantee, context);
    }
}

/// Removes a row. If it was the owner's row, the next owner is the acting account if it is a listed person, otherwise the
/// person with the oldest Admin row (R). If no such person exists, the registry has no owner.
fn remove_row(organization: &mut Organization, registry: &RegistryId, grantee: &Grantee, context: &Context<'_>) {
    organization.unlist(registry, grantee);
    change(organization, registry, context, |registry| {
        let was_owner = registry.owner.as_ref().is_some_and(|owner| Grantee::Person(owner.clone()) == *grantee);
        if !was_owner {
            return;
        }
        let actor_row = registry.row(&Grantee::from(context.by.clone()));
        let admin_rows = registry.rows().iter().filter(|row| row.role == Role::Admin);
        registry.owner = actor_row.into_iter().chain(admin_rows).find_map(|row| match &row.grantee {
            Grantee::Person(person) => Some(person.clone()),
            Grantee::ServiceAccount(_) | Grantee::Team(_) => None,
        });
    });
}

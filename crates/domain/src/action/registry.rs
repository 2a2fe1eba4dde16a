//! Registries: what they are, which types they accept, and who is listed in them.

use super::review::{Review, exists};
use super::{Context, Reviewable};
use crate::{
    AcceptedTypes, AccountId, ArtifactType, Description, Grantee, Missing, Organization, Permission, PersonId, Refusal,
    Registry, RegistryId, RegistryName, RegistryPermission, Role, Row, Visibility,
};

/// Something done to a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistryAction {
    /// Create a custom registry.
    Create(NewRegistry),
    /// Give a registry another name.
    Rename {
        /// The registry.
        registry: RegistryId,
        /// The name from now on.
        name: RegistryName,
    },
    /// Describe a registry.
    Describe {
        /// The registry.
        registry: RegistryId,
        /// The description from now on.
        description: Description,
    },
    /// Change who can access a registry.
    SetVisibility {
        /// The registry.
        registry: RegistryId,
        /// The visibility from now on.
        visibility: Visibility,
    },
    /// Accept artifacts of all types. The saved types stay saved (S).
    AcceptAllTypes(RegistryId),
    /// Accept artifacts of the saved types and of these only.
    SpecifyTypes {
        /// The registry.
        registry: RegistryId,
        /// The types that are added to the saved ones.
        types: Vec<ArtifactType>,
    },
    /// Add types to a registry that specifies its types.
    AddTypes {
        /// The registry.
        registry: RegistryId,
        /// The types that are added to the saved ones.
        types: Vec<ArtifactType>,
    },
    /// Take a type out of a registry. It is always refused: a saved type stays (G). It can be asked for all the same, so
    /// that the refusal explains the rule.
    RemoveType {
        /// The registry.
        registry: RegistryId,
        /// The type.
        artifact_type: ArtifactType,
    },
    /// List somebody in a registry.
    AddMember {
        /// The registry.
        registry: RegistryId,
        /// The person, service account or team.
        member: Grantee,
        /// The role of the row.
        role: Role,
    },
    /// Change the role of somebody who is listed.
    SetMemberRole {
        /// The registry.
        registry: RegistryId,
        /// The person, service account or team.
        member: Grantee,
        /// The role from now on.
        role: Role,
    },
    /// Take somebody off the list of a registry.
    RemoveMember {
        /// The registry.
        registry: RegistryId,
        /// The person, service account or team.
        member: Grantee,
    },
    /// Make a person who is listed the owner of a registry.
    SetOwner {
        /// The registry.
        registry: RegistryId,
        /// The owner from now on.
        person: PersonId,
    },
    /// Delete a custom registry.
    Delete(RegistryId),
}

/// A custom registry that is to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRegistry {
    /// The name, without prefix.
    pub name: RegistryName,
    /// What it is for.
    pub description: Description,
    /// Who can access it.
    pub visibility: Visibility,
    /// Which artifact types it accepts.
    pub accepts: AcceptedTypes,
}

impl Reviewable for RegistryAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Create(new) => {
                review.permitted(Permission::CreateRegistry)?;
                review.registry_name_is_free(&new.name, None)
            }
            Self::Rename { registry, name } => {
                review.registry_with(registry, RegistryPermission::EditRegistry)?;
                review.registry_name_is_free(name, Some(registry))
            }
            Self::Describe { registry, .. } => {
                review.registry_with(registry, RegistryPermission::EditRegistry).map(drop)
            }
            Self::SetVisibility { registry, visibility } => {
                let registry = review.registry_with(registry, RegistryPermission::ChangeVisibility)?;
                self.review_visibility(review, registry, *visibility)
            }
            // Types are added, and never removed (G, S).
            Self::AcceptAllTypes(registry) => {
                let registry = review.registry_with(registry, RegistryPermission::EditTypes)?;
                if registry.core_kind().is_some() { Err(Refusal::AllTypesUnavailable) } else { Ok(()) }
            }
            Self::SpecifyTypes { registry, types } => {
                let registry = review.registry_with(registry, RegistryPermission::EditTypes)?;
                if types.is_empty() && registry.accepts().saved().is_empty() { Err(Refusal::NoTypes) } else { Ok(()) }
            }
            Self::AddTypes { registry, types } => {
                let registry = review.registry_with(registry, RegistryPermission::EditTypes)?;
                if registry.accepts().is_all() {
                    Err(Refusal::AllTypesAccepted)
                } else if types.is_empty() {
                    Err(Refusal::NoTypes)
                } else {
                    Ok(())
                }
            }
            Self::RemoveType { registry, artifact_type } => {
                let registry = review.registry_with(registry, RegistryPermission::EditTypes)?;
                exists(registry.accepts().saved().contains(artifact_type), Missing::ArtifactType)?;
                Err(Refusal::TypeStays(artifact_type.clone()))
            }
            Self::AddMember { registry, member, role } => {
                let registry = review.registry_with(registry, RegistryPermission::AddMembers)?;
                review.grantee_exists(member)?;
                if let Some(row) = registry.row(member) {
                    return Err(Refusal::ListedAlready(row.role));
                }
                can_be_listed_as(member, *role)
            }
            Self::SetMemberRole { registry, member, role } => {
                let registry = review.registry_with(registry, RegistryPermission::ChangeRoles)?;
                exists(registry.row(member).is_some(), Missing::Member)?;
                can_be_listed_as(member, *role)?;
                review.registries_keep_admins(self)
            }
            Self::RemoveMember { registry, member } => {
                let registry = review.registry_with(registry, RegistryPermission::RemoveMembers)?;
                exists(registry.row(member).is_some(), Missing::Member)?;
                review.registries_keep_admins(self)
            }
            Self::SetOwner { registry, person } => {
                let registry = review.registry_with(registry, RegistryPermission::MakeOwner)?;
                review.person_exists(person)?;
                let row = registry.row(&Grantee::Person(person.clone()));
                row.map(drop).ok_or(Refusal::OwnerNotListed)
            }
            Self::Delete(registry) => review.registry_with(registry, RegistryPermission::DeleteRegistry).map(drop),
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Create(new) => {
                let stamp = context.stamp();
                organization.registries.put(Registry::custom(RegistryId(context.id), new, stamp));
            }
            Self::Rename { registry, name } => {
                change(organization, registry, &context, |registry| registry.name = name.clone());
            }
            Self::Describe { registry, description } => {
                change(organization, registry, &context, |registry| registry.description = description.clone());
            }
            Self::SetVisibility { registry, visibility } => {
                change(organization, registry, &context, |registry| registry.visibility = *visibility);
            }
            Self::AcceptAllTypes(registry) => {
                change(organization, registry, &context, |registry| registry.accepts = registry.accepts.all_again());
            }
            Self::SpecifyTypes { registry, types } | Self::AddTypes { registry, types } => {
                change(organization, registry, &context, |registry| {
                    registry.accepts = registry.accepts.specified(types);
                });
            }
            // A saved type stays, whatever was asked for (G).
            Self::RemoveType { .. } => {}
            Self::AddMember { registry, member, role } => {
                let is_there = organization.has_grantee(member);
                change(organization, registry, &context, |registry| {
                    if is_there && registry.row(member).is_none() {
                        registry.rows.push(Row { grantee: member.clone(), role: *role });
                    }
                });
            }
            Self::SetMemberRole { registry, member, role } => {
                change(organization, registry, &context, |registry| {
                    for row in registry.rows.iter_mut().filter(|row| row.grantee == *member) {
                        row.role = *role;
                    }
                });
            }
            Self::RemoveMember { registry, member } => {
                change(organization, registry, &context, |registry| remove_row(registry, member, context.by));
            }
            Self::SetOwner { registry, person } => {
                change(organization, registry, &context, |registry| {
                    if registry.row(&Grantee::Person(person.clone())).is_some() {
                        registry.owner = Some(person.clone());
                    }
                });
            }
            Self::Delete(registry) => organization.registries.take(registry),
        }
    }
}

impl RegistryAction {
    /// The acting account must end up with access (R), and a Restricted registry may have to stay so (R).
    fn review_visibility(
        &self,
        review: &Review<'_>,
        registry: &Registry,
        visibility: Visibility,
    ) -> Result<(), Refusal> {
        match (registry.visibility(), visibility) {
            (Visibility::Restricted, Visibility::Organization) if review.organization.restricted_stays() => {
                Err(Refusal::RestrictedStays)
            }
            (Visibility::Organization, Visibility::Restricted) => {
                let next = review.after(self);
                let restricted = next.registry(registry.id());
                let has_access = restricted.is_some_and(|registry| next.role_in(review.actor, registry).is_some());
                if has_access { Ok(()) } else { Err(Refusal::WouldLoseAccess) }
            }
            (Visibility::Restricted, _) | (Visibility::Organization, Visibility::Organization) => Ok(()),
        }
    }
}

/// A service account is listed as Member or Admin only (D).
fn can_be_listed_as(grantee: &Grantee, role: Role) -> Result<(), Refusal> {
    if grantee.can_be(role) { Ok(()) } else { Err(Refusal::ServiceAccountRole) }
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

/// Takes somebody off the list of every registry.
pub(super) fn remove_from_registries(organization: &mut Organization, grantee: &Grantee, context: &Context<'_>) {
    // Only those are touched: the others stay shared with earlier states.
    let listed = organization.registries().filter(|registry| registry.row(grantee).is_some());
    let listed: Vec<RegistryId> = listed.map(|registry| registry.id().clone()).collect();
    for registry in listed {
        change(organization, &registry, context, |registry| remove_row(registry, grantee, context.by));
    }
}

/// Removes a row. If it was the owner's, the acting admin becomes the owner if listed, else the admin whose row is the
/// oldest (R). Nobody does if no person has an Admin row of their own.
fn remove_row(registry: &mut Registry, grantee: &Grantee, by: &AccountId) {
    registry.rows.retain(|row| row.grantee != *grantee);
    let was_owner = registry.owner.as_ref().is_some_and(|owner| Grantee::Person(owner.clone()) == *grantee);
    if !was_owner {
        return;
    }
    let actor = Grantee::from(by.clone());
    let heir = registry.rows.iter().find(|row| row.grantee == actor);
    let heirs = || registry.rows.iter().filter(|row| row.role == Role::Admin);
    registry.owner = heir.into_iter().chain(heirs()).find_map(|row| match &row.grantee {
        Grantee::Person(person) => Some(person.clone()),
        Grantee::ServiceAccount(_) | Grantee::Team(_) => None,
    });
}

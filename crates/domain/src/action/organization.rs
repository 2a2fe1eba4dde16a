//! Actions on the organization's name and settings.

use super::review::Review;
use super::{Context, Reviewable};
use crate::{DefaultRole, Organization, OrganizationName, Permission, Refusal};

/// An action on the organization's name or settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganizationAction {
    /// Rename the organization.
    Rename(OrganizationName),
    /// Set the default role of new members, which every person has in open registries.
    SetDefaultRole(DefaultRole),
    /// Set whether Restricted registries can never become open to the organization.
    SetRestrictedStays(bool),
}

impl Reviewable for OrganizationAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        review.require_permission(Permission::ManageDirectory)?;
        match self {
            // Every parsed value is valid.
            Self::Rename(_) | Self::SetDefaultRole(_) | Self::SetRestrictedStays(_) => Ok(()),
        }
    }

    fn apply(&self, organization: &mut Organization, _: Context<'_>) {
        match self {
            Self::Rename(name) => organization.name = name.clone(),
            Self::SetDefaultRole(role) => organization.default_role = *role,
            Self::SetRestrictedStays(stays) => organization.restricted_stays = *stays,
        }
    }
}

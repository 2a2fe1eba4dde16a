//! The organization itself: its name and its settings.

use super::review::Review;
use super::{Context, Reviewable};
use crate::{DefaultRole, Organization, OrganizationName, Permission, Refusal};

/// Something done to the organization itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganizationAction {
    /// Give the organization another name.
    Rename(OrganizationName),
    /// Change the role that people and teams are added with, and that everybody has in an open registry.
    SetDefaultRole(DefaultRole),
    /// Say whether a Restricted registry may ever become open to the organization again.
    SetRestrictedStays(bool),
}

impl Reviewable for OrganizationAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        review.permitted(Permission::ManageDirectory)?;
        match self {
            // Every value that these types allow is fine.
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

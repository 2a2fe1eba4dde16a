//! The values of what can change, for sentences about the past.

use std::rc::Rc;

use domain::{DefaultRole, OrganizationRole, PersonId, Role, TeamRole, VersionRef, Visibility};

/// A value at some point of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name.
    Text(Rc<str>),
    /// A role in a registry.
    Role(Role),
    /// The default role of the organization.
    DefaultRole(DefaultRole),
    /// A role in the organization.
    OrganizationRole(OrganizationRole),
    /// A role in a team.
    TeamRole(TeamRole),
    /// A visibility.
    Visibility(Visibility),
    /// The owner of a registry.
    Owner(PersonId),
    /// The version that holds an alias.
    Holder(VersionRef),
}

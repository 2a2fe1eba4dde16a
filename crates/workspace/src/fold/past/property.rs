//! The properties that have a value at any point of the log.

use std::rc::Rc;

use domain::{
    Action, Alias, CollectionId, Grantee, OrganizationAction, PersonAction, PersonId, ProjectId, RegistryAction,
    RegistryId, Subject, TeamAction, TeamId, VersionAction, VersionRef,
};

use super::places::Places;
use super::value::Value;

/// A property with a value that changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Property {
    Name(Subject),
    OrganizationName,
    DefaultRole,
    Visibility(RegistryId),
    Row(RegistryId, Grantee),
    OrganizationRole(PersonId),
    TeamRole(TeamId, PersonId),
    Owner(RegistryId),
    HolderInArtifact(ProjectId, Rc<str>, Alias),
    HolderInCollection(CollectionId, Alias),
}

impl Property {
    /// The property that says which version of a series holds an alias.
    pub fn holder(version: &VersionRef, alias: &Alias, places: &Places) -> Option<Self> {
        match version {
            VersionRef::Source(id) => {
                let place = places.version(id)?;
                Some(Self::HolderInArtifact(place.project.clone(), Rc::clone(&place.artifact), alias.clone()))
            }
            VersionRef::Linked(id) => {
                Some(Self::HolderInCollection(places.link(id)?.collection.clone(), alias.clone()))
            }
        }
    }

    /// The property that an action gives another value, with that value.
    pub fn replaced_by(action: &Action, places: &Places) -> Option<(Self, Value)> {
        Some(match action {
            Action::Person(PersonAction::SetRole { person, role }) => {
                (Self::OrganizationRole(person.clone()), Value::OrganizationRole(*role))
            }
            Action::Team(TeamAction::SetRole { team, person, role }) => {
                (Self::TeamRole(team.clone(), person.clone()), Value::TeamRole(*role))
            }
            Action::Organization(OrganizationAction::Rename(name)) => {
                (Self::OrganizationName, Value::Text(name.as_str().into()))
            }
            Action::Organization(OrganizationAction::SetDefaultRole(role)) => {
                (Self::DefaultRole, Value::DefaultRole(*role))
            }
            Action::Registry(RegistryAction::SetVisibility { registry, visibility }) => {
                (Self::Visibility(registry.clone()), Value::Visibility(*visibility))
            }
            Action::Registry(RegistryAction::SetMemberRole { registry, member, role }) => {
                (Self::Row(registry.clone(), member.clone()), Value::Role(*role))
            }
            Action::Registry(RegistryAction::SetOwner { registry, person }) => {
                (Self::Owner(registry.clone()), Value::Owner(person.clone()))
            }
            Action::Version(VersionAction::AddAlias { version, alias }) => {
                (Self::holder(version, alias, places)?, Value::Holder(version.clone()))
            }
            Action::Person(PersonAction::Add(_) | PersonAction::Edit { .. } | PersonAction::Remove(_))
            | Action::ServiceAccount(_)
            | Action::Team(
                TeamAction::Add(_)
                | TeamAction::Rename { .. }
                | TeamAction::Remove(_)
                | TeamAction::AddPerson { .. }
                | TeamAction::RemovePerson { .. }
                | TeamAction::AddServiceAccount { .. }
                | TeamAction::RemoveServiceAccount { .. },
            )
            | Action::Organization(OrganizationAction::SetRestrictedStays(_))
            | Action::Registry(
                RegistryAction::Create(_)
                | RegistryAction::Rename { .. }
                | RegistryAction::Describe { .. }
                | RegistryAction::AcceptAllTypes(_)
                | RegistryAction::SpecifyTypes { .. }
                | RegistryAction::AddTypes { .. }
                | RegistryAction::RemoveType { .. }
                | RegistryAction::AddMember { .. }
                | RegistryAction::RemoveMember { .. }
                | RegistryAction::ProtectAlias { .. }
                | RegistryAction::UnprotectAlias { .. }
                | RegistryAction::Delete(_),
            )
            | Action::Project(_)
            | Action::Version(
                VersionAction::Log(_)
                | VersionAction::Edit { .. }
                | VersionAction::AddTags { .. }
                | VersionAction::RemoveTags { .. }
                | VersionAction::RemoveAlias { .. }
                | VersionAction::Delete(_),
            )
            | Action::Collection(_) => return None,
        })
    }
}

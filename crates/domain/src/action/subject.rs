//! The subjects of an action: who and what it is about. History is filtered by them, and shows an account nothing about a
//! registry or project that it cannot access.

use super::{
    Action, CollectionAction, LinkTarget, OrganizationAction, PersonAction, ProjectAction, RegistryAction,
    ServiceAccountAction, TeamAction, VersionAction, VersionRef,
};
use crate::{CollectionId, Grantee, Id, LinkId, PersonId, ProjectId, RegistryId, ServiceAccountId, TeamId, VersionId};

/// An object that an action is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A person, service account or team.
    Grantee(Grantee),
    /// A registry.
    Registry(RegistryId),
    /// A project.
    Project(ProjectId),
    /// A version in its project.
    Version(VersionId),
    /// A collection.
    Collection(CollectionId),
    /// A version in a collection.
    Link(LinkId),
}

impl From<&VersionRef> for Subject {
    fn from(version: &VersionRef) -> Self {
        match version {
            VersionRef::Source(id) => Self::Version(id.clone()),
            VersionRef::Linked(id) => Self::Link(id.clone()),
        }
    }
}

impl Action {
    /// The shown name of the object that the action creates, if it creates one.
    #[must_use]
    pub fn name_of_new(&self) -> Option<&str> {
        match self {
            Self::Person(PersonAction::Add(new)) => Some(new.name.as_str()),
            Self::ServiceAccount(ServiceAccountAction::Add(name)) | Self::Team(TeamAction::Add(name)) => {
                Some(name.as_str())
            }
            Self::Registry(RegistryAction::Create(new)) => Some(new.name.as_str()),
            Self::Project(ProjectAction::Create { name, .. }) => Some(name.as_str()),
            Self::Version(VersionAction::Log(new)) => Some(new.name.as_str()),
            Self::Collection(CollectionAction::Create(new)) => Some(new.name.as_str()),
            Self::Person(_)
            | Self::ServiceAccount(_)
            | Self::Team(_)
            | Self::Organization(_)
            | Self::Registry(_)
            | Self::Project(_)
            | Self::Version(_)
            | Self::Collection(_) => None,
        }
    }

    /// All subjects of the action; of two, the second is in the first. `made` is the id of the object that it creates, if it creates one.
    #[must_use]
    pub fn subjects(&self, made: &Id) -> Vec<Subject> {
        let person = |id: &PersonId| Subject::Grantee(Grantee::Person(id.clone()));
        let service_account = |id: &ServiceAccountId| Subject::Grantee(Grantee::ServiceAccount(id.clone()));
        let team = |id: &TeamId| Subject::Grantee(Grantee::Team(id.clone()));
        match self {
            Self::Person(PersonAction::Add(_)) => vec![person(&PersonId(made.clone()))],
            Self::Person(
                PersonAction::Edit { person: id, .. }
                | PersonAction::SetRole { person: id, .. }
                | PersonAction::Remove(id),
            ) => vec![person(id)],
            Self::ServiceAccount(ServiceAccountAction::Add(_)) => {
                vec![service_account(&ServiceAccountId(made.clone()))]
            }
            Self::ServiceAccount(
                ServiceAccountAction::Rename { service_account: id, .. } | ServiceAccountAction::Remove(id),
            ) => vec![service_account(id)],
            Self::Team(TeamAction::Add(_)) => vec![team(&TeamId(made.clone()))],
            Self::Team(TeamAction::Rename { team: id, .. } | TeamAction::Remove(id)) => vec![team(id)],
            Self::Team(
                TeamAction::AddPerson { team: id, person: member, .. }
                | TeamAction::SetRole { team: id, person: member, .. }
                | TeamAction::RemovePerson { team: id, person: member },
            ) => vec![team(id), person(member)],
            Self::Team(
                TeamAction::AddServiceAccount { team: id, service_account: member }
                | TeamAction::RemoveServiceAccount { team: id, service_account: member },
            ) => vec![team(id), service_account(member)],
            Self::Organization(
                OrganizationAction::Rename(_)
                | OrganizationAction::SetDefaultRole(_)
                | OrganizationAction::SetRestrictedStays(_),
            ) => Vec::new(),
            Self::Registry(action) => {
                let (registry, member) = action.registry_and_member(made);
                std::iter::once(Subject::Registry(registry)).chain(member).collect()
            }
            Self::Project(ProjectAction::Create { team: id, .. }) => {
                vec![team(id), Subject::Project(ProjectId(made.clone()))]
            }
            Self::Project(ProjectAction::Rename { project, .. } | ProjectAction::Delete(project)) => {
                vec![Subject::Project(project.clone())]
            }
            Self::Version(action) => match action {
                VersionAction::Log(new) => {
                    vec![Subject::Project(new.project.clone()), Subject::Version(VersionId(made.clone()))]
                }
                VersionAction::Edit { version, .. }
                | VersionAction::AddTags { version, .. }
                | VersionAction::RemoveTags { version, .. }
                | VersionAction::AddAlias { version, .. }
                | VersionAction::RemoveAlias { version, .. } => vec![version.into()],
                VersionAction::Delete(version) => vec![Subject::Version(version.clone())],
            },
            Self::Collection(action) => match action {
                CollectionAction::Create(new) => {
                    vec![Subject::Registry(new.registry.clone()), Subject::Collection(CollectionId(made.clone()))]
                }
                CollectionAction::Edit { collection, .. }
                | CollectionAction::AddTags { collection, .. }
                | CollectionAction::RemoveTags { collection, .. }
                | CollectionAction::Delete(collection) => vec![Subject::Collection(collection.clone())],
                CollectionAction::Link { target, .. } => {
                    let container = match target {
                        LinkTarget::Collection(id) => Subject::Collection(id.clone()),
                        LinkTarget::Named { registry, .. } => Subject::Registry(registry.clone()),
                    };
                    vec![container, Subject::Link(LinkId(made.clone()))]
                }
                CollectionAction::Unlink(link) => vec![Subject::Link(link.clone())],
            },
        }
    }
}

impl RegistryAction {
    /// The registry that the action is in, and the member that it is about.
    fn registry_and_member(&self, made: &Id) -> (RegistryId, Option<Subject>) {
        match self {
            Self::Create(_) => (RegistryId(made.clone()), None),
            Self::AcceptAllTypes(registry)
            | Self::Delete(registry)
            | Self::Rename { registry, .. }
            | Self::Describe { registry, .. }
            | Self::SetVisibility { registry, .. }
            | Self::SpecifyTypes { registry, .. }
            | Self::AddTypes { registry, .. }
            | Self::RemoveType { registry, .. }
            | Self::ProtectAlias { registry, .. }
            | Self::UnprotectAlias { registry, .. } => (registry.clone(), None),
            Self::AddMember { registry, member, .. }
            | Self::SetMemberRole { registry, member, .. }
            | Self::RemoveMember { registry, member } => (registry.clone(), Some(Subject::Grantee(member.clone()))),
            Self::SetOwner { registry, person } => {
                (registry.clone(), Some(Subject::Grantee(Grantee::Person(person.clone()))))
            }
        }
    }
}

//! Completed actions with the names of their targets. Names are kept as they were before the action, which may rename
//! or remove the target.

use std::borrow::Cow;
use std::rc::Rc;

use domain::{
    Action, CollectionAction, CollectionId, Grantee, LinkTarget, OrganizationAction, PersonAction, PersonId,
    ProjectAction, ProjectId, RegistryAction, RegistryId, ServiceAccountAction, TeamAction, TeamId, VersionAction,
    VersionRef, View,
};
use workspace::PastAction;

/// An applied action.
#[derive(Clone, Debug, PartialEq)]
pub struct CompletedAction {
    /// The action.
    pub action: Action,
    /// The previous name of the account, team or registry; empty for settings of the organization.
    pub target: Rc<str>,
    /// The name of the team or registry that contains the target; empty if there is none.
    pub container: Rc<str>,
}

impl CompletedAction {
    /// Takes the names from the view before the action.
    #[must_use]
    pub fn of(view: &View, action: &Action) -> Self {
        let named = |grantee: Grantee| view.name_of(&grantee).unwrap_or_default();
        let person = |id: &PersonId| named(Grantee::Person(id.clone()));
        let team = |id: &TeamId| named(Grantee::Team(id.clone()));
        let registry =
            |id: &RegistryId| view.registry(id).map_or("", |registry_view| registry_view.registry.name().as_str());
        if let Some((target, container)) = catalog_names(view, action) {
            return Self { action: action.clone(), target: (*target).into(), container: (*container).into() };
        }
        let (target, container) = match action {
            Action::Person(action) => match action {
                PersonAction::Add(new) => (new.name.as_str(), ""),
                PersonAction::Edit { person: id, .. }
                | PersonAction::SetRole { person: id, .. }
                | PersonAction::Remove(id) => (person(id), ""),
            },
            Action::ServiceAccount(action) => match action {
                ServiceAccountAction::Add(name) => (name.as_str(), ""),
                ServiceAccountAction::Rename { service_account: id, .. } | ServiceAccountAction::Remove(id) => {
                    (named(Grantee::ServiceAccount(id.clone())), "")
                }
            },
            Action::Team(action) => match action {
                TeamAction::Add(name) => (name.as_str(), ""),
                TeamAction::Rename { team: id, .. } | TeamAction::Remove(id) => (team(id), ""),
                TeamAction::AddPerson { team: container, person: id, .. }
                | TeamAction::SetRole { team: container, person: id, .. }
                | TeamAction::RemovePerson { team: container, person: id } => (person(id), team(container)),
                TeamAction::AddServiceAccount { team: container, service_account: id }
                | TeamAction::RemoveServiceAccount { team: container, service_account: id } => {
                    (named(Grantee::ServiceAccount(id.clone())), team(container))
                }
            },
            Action::Organization(action) => match action {
                OrganizationAction::Rename(_)
                | OrganizationAction::SetDefaultRole(_)
                | OrganizationAction::SetRestrictedStays(_) => ("", ""),
            },
            Action::Registry(action) => match action {
                RegistryAction::Create(new) => (new.name.as_str(), ""),
                RegistryAction::Rename { registry: container, .. }
                | RegistryAction::Describe { registry: container, .. }
                | RegistryAction::SetVisibility { registry: container, .. }
                | RegistryAction::AcceptAllTypes(container)
                | RegistryAction::SpecifyTypes { registry: container, .. }
                | RegistryAction::AddTypes { registry: container, .. }
                | RegistryAction::RemoveType { registry: container, .. }
                | RegistryAction::Delete(container) => ("", registry(container)),
                RegistryAction::AddMember { registry: container, member, .. }
                | RegistryAction::SetMemberRole { registry: container, member, .. }
                | RegistryAction::RemoveMember { registry: container, member } => {
                    (named(member.clone()), registry(container))
                }
                RegistryAction::SetOwner { registry: container, person: id } => (person(id), registry(container)),
                RegistryAction::ProtectAlias { registry: container, alias }
                | RegistryAction::UnprotectAlias { registry: container, alias } => {
                    (alias.as_str(), registry(container))
                }
            },
            Action::Project(_) | Action::Version(_) | Action::Collection(_) => ("", ""),
        };
        Self { action: action.clone(), target: target.into(), container: container.into() }
    }

    /// An action of the history, with the names of then.
    #[must_use]
    pub fn past(past: &PastAction<'_>) -> Self {
        let (action, target, container) = (past.action.clone(), Rc::clone(&past.target), Rc::clone(&past.container));
        Self { action, target, container }
    }

    /// Whether one sentence can report both actions: they do the same to different targets.
    #[must_use]
    pub fn is_similar_to(&self, other: &Self) -> bool {
        let is_same = match (&self.action, &other.action) {
            (
                Action::Registry(RegistryAction::AddMember { role, .. }),
                Action::Registry(RegistryAction::AddMember { role: others, .. }),
            )
            | (
                Action::Registry(RegistryAction::SetMemberRole { role, .. }),
                Action::Registry(RegistryAction::SetMemberRole { role: others, .. }),
            ) => role == others,
            (
                Action::Team(TeamAction::SetRole { role, .. }),
                Action::Team(TeamAction::SetRole { role: others, .. }),
            ) => role == others,
            (
                Action::Person(PersonAction::SetRole { role, .. }),
                Action::Person(PersonAction::SetRole { role: others, .. }),
            ) => role == others,
            (
                Action::Version(VersionAction::AddAlias { alias, .. }),
                Action::Version(VersionAction::AddAlias { alias: others, .. }),
            )
            | (
                Action::Version(VersionAction::RemoveAlias { alias, .. }),
                Action::Version(VersionAction::RemoveAlias { alias: others, .. }),
            ) => alias == others,
            (action, other) => action.is_same_kind(other),
        };
        is_same && self.container == other.container
    }

    #[must_use]
    pub(crate) fn targets_person(&self) -> bool {
        matches!(
            self.action,
            Action::Person(_)
                | Action::Team(
                    TeamAction::AddPerson { .. } | TeamAction::SetRole { .. } | TeamAction::RemovePerson { .. }
                )
                | Action::Registry(
                    RegistryAction::AddMember { member: Grantee::Person(_), .. }
                        | RegistryAction::SetMemberRole { member: Grantee::Person(_), .. }
                        | RegistryAction::RemoveMember { member: Grantee::Person(_), .. }
                        | RegistryAction::SetOwner { .. }
                )
        )
    }
}

/// The names of what an action on projects, versions and collections changes; `None` for other actions.
fn catalog_names<'a>(view: &'a View, action: &'a Action) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
    let catalog = view.catalog();
    let none = || Cow::Borrowed("");
    let project = |id: &ProjectId| catalog.project(id).map_or("", |project_view| project_view.project.name.as_str());
    let registry =
        |id: &RegistryId| view.registry(id).map_or("", |registry_view| registry_view.registry.name().as_str());
    let collection = |id: &CollectionId| catalog.collection(id).map_or("", |collection| collection.name.as_str());
    let version = |version: &VersionRef| Cow::from(catalog.name_of(version).unwrap_or_default());
    let registry_of = |id: &CollectionId| catalog.collection(id).map_or("", |one| registry(&one.registry));
    Some(match action {
        Action::Project(ProjectAction::Create { team, name }) => {
            (name.as_str().into(), view.name_of(&Grantee::Team(team.clone())).unwrap_or_default().into())
        }
        Action::Project(ProjectAction::Rename { project: id, .. } | ProjectAction::Delete(id)) => {
            (project(id).into(), none())
        }
        Action::Version(action) => match action {
            VersionAction::Log(new) => (new.name.as_str().into(), project(&new.project).into()),
            VersionAction::Edit { version: id, .. }
            | VersionAction::AddTags { version: id, .. }
            | VersionAction::RemoveTags { version: id, .. }
            | VersionAction::AddAlias { version: id, .. }
            | VersionAction::RemoveAlias { version: id, .. } => (version(id), none()),
            VersionAction::Delete(id) => (version(&VersionRef::Source(id.clone())), none()),
        },
        Action::Collection(action) => match action {
            CollectionAction::Create(new) => (new.name.as_str().into(), registry(&new.registry).into()),
            CollectionAction::Edit { collection: id, .. }
            | CollectionAction::AddTags { collection: id, .. }
            | CollectionAction::RemoveTags { collection: id, .. }
            | CollectionAction::Delete(id) => (collection(id).into(), registry_of(id).into()),
            CollectionAction::Link { version: id, target, .. } => {
                let (registry, name) = match target {
                    LinkTarget::Collection(id) => (registry_of(id), collection(id)),
                    LinkTarget::Named { registry: id, name } => (registry(id), name.as_str()),
                };
                (version(id), format!("{registry}/{name}").into())
            }
            CollectionAction::Unlink(id) => (version(&VersionRef::Linked(id.clone())), none()),
        },
        Action::Person(_)
        | Action::ServiceAccount(_)
        | Action::Team(_)
        | Action::Organization(_)
        | Action::Registry(_) => return None,
    })
}

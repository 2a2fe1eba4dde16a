//! Completed actions with the names of their targets. Names are kept as they were before the action, which may rename
//! or remove the target.

use std::rc::Rc;

use domain::{
    Action, Grantee, OrganizationAction, PersonAction, PersonId, RegistryAction, RegistryId, ServiceAccountAction,
    TeamAction, TeamId, View,
};

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
        let registry = |id: &RegistryId| view.registry(id).map_or("", |seen| seen.registry.name().as_str());
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
            },
        };
        Self { action: action.clone(), target: target.into(), container: container.into() }
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

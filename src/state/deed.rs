//! What was done, with the names that it was done to: kept as they were, because afterwards they can be others or gone.

use std::rc::Rc;

use domain::{
    Action, Grantee, OrganizationAction, PersonAction, PersonId, RegistryAction, RegistryId, ServiceAccountAction,
    TeamAction, TeamId, View,
};

/// Something that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// The action.
    pub action: Action,
    /// Whom or what it was done to, as it was called before; empty for settings of the organization.
    pub whom: Rc<str>,
    /// The team or registry that it was done in; empty if it was done in none.
    pub place: Rc<str>,
}

impl Deed {
    /// What an action does, seen before it is done.
    #[must_use]
    pub fn of(view: &View, action: &Action) -> Self {
        let named = |grantee: Grantee| view.name_of(&grantee).unwrap_or_default();
        let person = |id: &PersonId| named(Grantee::Person(id.clone()));
        let team = |id: &TeamId| named(Grantee::Team(id.clone()));
        let registry = |id: &RegistryId| view.registry(id).map_or("", |seen| seen.registry.name().as_str());
        let (whom, place) = match action {
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
                TeamAction::AddPerson { team: place, person: id, .. }
                | TeamAction::SetRole { team: place, person: id, .. }
                | TeamAction::RemovePerson { team: place, person: id } => (person(id), team(place)),
                TeamAction::AddServiceAccount { team: place, service_account: id }
                | TeamAction::RemoveServiceAccount { team: place, service_account: id } => {
                    (named(Grantee::ServiceAccount(id.clone())), team(place))
                }
            },
            Action::Organization(action) => match action {
                OrganizationAction::Rename(_)
                | OrganizationAction::SetDefaultRole(_)
                | OrganizationAction::SetRestrictedStays(_) => ("", ""),
            },
            Action::Registry(action) => match action {
                RegistryAction::Create(new) => (new.name.as_str(), ""),
                RegistryAction::Rename { registry: place, .. }
                | RegistryAction::Describe { registry: place, .. }
                | RegistryAction::SetVisibility { registry: place, .. }
                | RegistryAction::AcceptAllTypes(place)
                | RegistryAction::SpecifyTypes { registry: place, .. }
                | RegistryAction::AddTypes { registry: place, .. }
                | RegistryAction::RemoveType { registry: place, .. }
                | RegistryAction::Delete(place) => ("", registry(place)),
                RegistryAction::AddMember { registry: place, member, .. }
                | RegistryAction::SetMemberRole { registry: place, member, .. }
                | RegistryAction::RemoveMember { registry: place, member } => (named(member.clone()), registry(place)),
                RegistryAction::SetOwner { registry: place, person: id } => (person(id), registry(place)),
            },
        };
        Self { action: action.clone(), whom: whom.into(), place: place.into() }
    }

    /// Whether the two are the same done to different ones, and can be told of in one sentence.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
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
        is_same && self.place == other.place
    }

    /// Whether it was done to a person.
    #[must_use]
    pub fn is_of_person(&self) -> bool {
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

//! What was done, with the names that it was done to: kept as they were, because afterwards they can be others or gone.

use std::rc::Rc;

use registry::{Action, Grantee, PersonId, RegistryId, TeamId, View};

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
            Action::AddPerson(new) => (new.name.as_str(), ""),
            Action::EditPerson { person: id, .. }
            | Action::SetOrganizationRole { person: id, .. }
            | Action::RemovePerson(id) => (person(id), ""),
            Action::AddServiceAccount(name) | Action::AddTeam(name) => (name.as_str(), ""),
            Action::RenameServiceAccount { service_account: id, .. } | Action::RemoveServiceAccount(id) => {
                (named(Grantee::ServiceAccount(id.clone())), "")
            }
            Action::RenameTeam { team: id, .. } | Action::RemoveTeam(id) => (team(id), ""),
            Action::AddPersonToTeam { team: place, person: id, .. }
            | Action::SetTeamRole { team: place, person: id, .. }
            | Action::RemovePersonFromTeam { team: place, person: id } => (person(id), team(place)),
            Action::AddServiceAccountToTeam { team: place, service_account: id }
            | Action::RemoveServiceAccountFromTeam { team: place, service_account: id } => {
                (named(Grantee::ServiceAccount(id.clone())), team(place))
            }
            Action::RenameOrganization(_) | Action::SetDefaultRole(_) | Action::SetRestrictedStays(_) => ("", ""),
            Action::CreateRegistry(new) => (new.name.as_str(), ""),
            Action::RenameRegistry { registry: place, .. }
            | Action::DescribeRegistry { registry: place, .. }
            | Action::SetVisibility { registry: place, .. }
            | Action::AcceptAllTypes(place)
            | Action::SpecifyTypes { registry: place, .. }
            | Action::AddTypes { registry: place, .. }
            | Action::RemoveType { registry: place, .. }
            | Action::DeleteRegistry(place) => ("", registry(place)),
            Action::AddMember { registry: place, member, .. }
            | Action::SetMemberRole { registry: place, member, .. }
            | Action::RemoveMember { registry: place, member } => (named(member.clone()), registry(place)),
            Action::SetOwner { registry: place, person: id } => (person(id), registry(place)),
        };
        Self { action: action.clone(), whom: whom.into(), place: place.into() }
    }

    /// Whether the two are the same done to different ones, and can be told of in one sentence.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let is_same = match (&self.action, &other.action) {
            (Action::AddMember { role, .. }, Action::AddMember { role: others, .. })
            | (Action::SetMemberRole { role, .. }, Action::SetMemberRole { role: others, .. }) => role == others,
            (Action::SetTeamRole { role, .. }, Action::SetTeamRole { role: others, .. }) => role == others,
            (Action::SetOrganizationRole { role, .. }, Action::SetOrganizationRole { role: others, .. }) => {
                role == others
            }
            (action, other) => std::mem::discriminant(action) == std::mem::discriminant(other),
        };
        is_same && self.place == other.place
    }

    /// Whether it was done to a person.
    #[must_use]
    pub fn is_of_person(&self) -> bool {
        matches!(
            self.action,
            Action::AddPerson(_)
                | Action::EditPerson { .. }
                | Action::SetOrganizationRole { .. }
                | Action::RemovePerson(_)
                | Action::AddPersonToTeam { .. }
                | Action::SetTeamRole { .. }
                | Action::RemovePersonFromTeam { .. }
                | Action::AddMember { member: Grantee::Person(_), .. }
                | Action::SetMemberRole { member: Grantee::Person(_), .. }
                | Action::RemoveMember { member: Grantee::Person(_), .. }
                | Action::SetOwner { .. }
        )
    }
}

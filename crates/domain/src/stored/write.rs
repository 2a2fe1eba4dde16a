//! Conversions from domain types to stored entries. They move values and check nothing.

use super::entry::{Accepts, Entry, Member};
use super::text::{Keys, Text};
use crate::text::Unique;
use crate::{
    AcceptedTypes, Action, ArtifactType, Founding, Grantee, OrganizationAction, PersonAction, RegistryAction,
    ServiceAccountAction, TeamAction,
};

impl From<&AcceptedTypes> for Accepts {
    fn from(accepts: &AcceptedTypes) -> Self {
        if accepts.is_all() { Self::All } else { Self::Only(texts(accepts.saved())) }
    }
}

impl From<&Grantee> for Member {
    fn from(grantee: &Grantee) -> Self {
        match grantee {
            Grantee::Person(id) => Self::Person(Text(id.clone())),
            Grantee::ServiceAccount(id) => Self::ServiceAccount(Text(id.clone())),
            Grantee::Team(id) => Self::Team(Text(id.clone())),
        }
    }
}

fn texts<'a>(types: impl IntoIterator<Item = &'a ArtifactType>) -> Vec<Text<ArtifactType>> {
    types.into_iter().cloned().map(Text).collect()
}

impl From<&Founding> for Entry {
    fn from(founding: &Founding) -> Self {
        let Founding { organization, name, username, email } = founding.clone();
        let keys = Keys::to_store(email.comparison_to_store());
        let (organization, name, username) = (Text(organization), Text(name), Text(username));
        Self::Found { organization, name, username, email: Text(email), keys }
    }
}

impl From<&Action> for Entry {
    fn from(action: &Action) -> Self {
        match action {
            Action::Person(action) => action.into(),
            Action::ServiceAccount(action) => action.into(),
            Action::Team(action) => action.into(),
            Action::Organization(action) => action.into(),
            Action::Registry(action) => action.into(),
            Action::Project(action) => action.into(),
            Action::Version(action) => action.into(),
            Action::Collection(action) => action.into(),
        }
    }
}

impl From<&PersonAction> for Entry {
    fn from(action: &PersonAction) -> Self {
        match action {
            PersonAction::Add(new) => Self::AddPerson {
                name: Text(new.name.clone()),
                username: Text(new.username.clone()),
                email: Text(new.email.clone()),
                role: new.role,
                keys: Keys::to_store(new.email.comparison_to_store()),
            },
            PersonAction::Edit { person, name, username, email } => Self::EditPerson {
                person: Text(person.clone()),
                name: name.clone().map(Text),
                username: username.clone().map(Text),
                email: email.clone().map(Text),
                keys: email.as_ref().and_then(|email| Keys::to_store(email.comparison_to_store())),
            },
            PersonAction::SetRole { person, role } => {
                Self::SetOrganizationRole { person: Text(person.clone()), role: *role }
            }
            PersonAction::Remove(person) => Self::RemovePerson { person: Text(person.clone()) },
        }
    }
}

impl From<&ServiceAccountAction> for Entry {
    fn from(action: &ServiceAccountAction) -> Self {
        match action {
            ServiceAccountAction::Add(name) => Self::AddServiceAccount { name: Text(name.clone()) },
            ServiceAccountAction::Rename { service_account, name } => {
                Self::RenameServiceAccount { service_account: Text(service_account.clone()), name: Text(name.clone()) }
            }
            ServiceAccountAction::Remove(service_account) => {
                Self::RemoveServiceAccount { service_account: Text(service_account.clone()) }
            }
        }
    }
}

impl From<&TeamAction> for Entry {
    fn from(action: &TeamAction) -> Self {
        match action {
            TeamAction::Add(name) => Self::AddTeam { name: Text(name.clone()) },
            TeamAction::Rename { team, name } => {
                Self::RenameTeam { team: Text(team.clone()), name: Text(name.clone()) }
            }
            TeamAction::Remove(team) => Self::RemoveTeam { team: Text(team.clone()) },
            TeamAction::AddPerson { team, person, role } => {
                Self::AddPersonToTeam { team: Text(team.clone()), person: Text(person.clone()), role: *role }
            }
            TeamAction::SetRole { team, person, role } => {
                Self::SetTeamRole { team: Text(team.clone()), person: Text(person.clone()), role: *role }
            }
            TeamAction::RemovePerson { team, person } => {
                Self::RemovePersonFromTeam { team: Text(team.clone()), person: Text(person.clone()) }
            }
            TeamAction::AddServiceAccount { team, service_account } => Self::AddServiceAccountToTeam {
                team: Text(team.clone()),
                service_account: Text(service_account.clone()),
            },
            TeamAction::RemoveServiceAccount { team, service_account } => Self::RemoveServiceAccountFromTeam {
                team: Text(team.clone()),
                service_account: Text(service_account.clone()),
            },
        }
    }
}

impl From<&OrganizationAction> for Entry {
    fn from(action: &OrganizationAction) -> Self {
        match action {
            OrganizationAction::Rename(name) => Self::RenameOrganization { name: Text(name.clone()) },
            OrganizationAction::SetDefaultRole(role) => Self::SetDefaultRole { role: *role },
            OrganizationAction::SetRestrictedStays(stays) => Self::SetRestrictedStays { stays: *stays },
        }
    }
}

impl From<&RegistryAction> for Entry {
    fn from(action: &RegistryAction) -> Self {
        match action {
            RegistryAction::Create(new) => Self::CreateRegistry {
                name: Text(new.name.clone()),
                description: Text(new.description.clone()),
                visibility: new.visibility,
                accepts: Accepts::from(&new.accepts),
                keys: Keys::to_store(new.name.comparison_to_store()),
            },
            RegistryAction::Rename { registry, name } => Self::RenameRegistry {
                registry: Text(registry.clone()),
                name: Text(name.clone()),
                keys: Keys::to_store(name.comparison_to_store()),
            },
            RegistryAction::Describe { registry, description } => {
                Self::DescribeRegistry { registry: Text(registry.clone()), description: Text(description.clone()) }
            }
            RegistryAction::SetVisibility { registry, visibility } => {
                Self::SetVisibility { registry: Text(registry.clone()), visibility: *visibility }
            }
            RegistryAction::AcceptAllTypes(registry) => Self::AcceptAllTypes { registry: Text(registry.clone()) },
            RegistryAction::SpecifyTypes { registry, types } => {
                Self::SpecifyTypes { registry: Text(registry.clone()), types: texts(types) }
            }
            RegistryAction::AddTypes { registry, types } => {
                Self::AddTypes { registry: Text(registry.clone()), types: texts(types) }
            }
            RegistryAction::RemoveType { registry, artifact_type } => {
                Self::RemoveType { registry: Text(registry.clone()), artifact_type: Text(artifact_type.clone()) }
            }
            RegistryAction::AddMember { registry, member, role } => {
                Self::AddMember { registry: Text(registry.clone()), member: Member::from(member), role: *role }
            }
            RegistryAction::SetMemberRole { registry, member, role } => {
                Self::SetMemberRole { registry: Text(registry.clone()), member: Member::from(member), role: *role }
            }
            RegistryAction::RemoveMember { registry, member } => {
                Self::RemoveMember { registry: Text(registry.clone()), member: Member::from(member) }
            }
            RegistryAction::SetOwner { registry, person } => {
                Self::SetOwner { registry: Text(registry.clone()), person: Text(person.clone()) }
            }
            RegistryAction::ProtectAlias { registry, alias } => {
                Self::ProtectAlias { registry: Text(registry.clone()), alias: Text(alias.clone()) }
            }
            RegistryAction::UnprotectAlias { registry, alias } => {
                Self::UnprotectAlias { registry: Text(registry.clone()), alias: Text(alias.clone()) }
            }
            RegistryAction::Delete(registry) => Self::DeleteRegistry { registry: Text(registry.clone()) },
        }
    }
}

//! Shared by the tests: an organization for reviewed actions, and builders of actions and values.

use domain::{
    AcceptedTypes, AccountId, Action, DenialReason, Description, Email, Grantee, Id, LinkId, NewRegistry, Organization,
    OrganizationRole, PersonAction, PersonId, PersonName, ProjectId, Refusal, Registry, RegistryAction, RegistryId,
    Role, ServiceAccountAction, ServiceAccountId, TeamAction, TeamId, TeamRole, VersionAction, VersionId, View,
    Visibility, approve, found_organization,
};
pub use test_support::builders::*;
pub use test_support::properties::property_config;

/// An organization that grows by reviewed actions, as in the app.
pub struct World {
    pub organization: Organization,
    /// The founder, an Admin of the organization.
    pub founder: AccountId,
    /// The applied actions with their authors, in records of their own.
    pub log: Vec<(AccountId, Action)>,
}

impl World {
    pub fn new() -> Self {
        let id = Id::new(&record_name(0), 0);
        Self {
            organization: found_organization(&founding("Lighthouse"), id.clone(), time_of(0)),
            founder: AccountId::Person(PersonId(id)),
            log: Vec::new(),
        }
    }

    /// Reviews and applies an action, and returns the id for its new object. Ids ascend.
    pub fn act(&mut self, actor: &AccountId, action: &Action) -> Result<Id, Refusal> {
        let approved = approve(&mut self.organization, actor, action)?;
        self.log.push((actor.clone(), action.clone()));
        let id = Id::new(&record_name(self.log.len()), 0);
        approved.apply(id.clone(), time_of(self.log.len()));
        Ok(id)
    }

    /// The time of the last action.
    pub fn last_time(&self) -> i64 {
        time_of(self.log.len())
    }

    /// Applies an action that must be allowed.
    #[track_caller]
    pub fn apply(&mut self, actor: &AccountId, action: &Action) -> Id {
        self.act(actor, action).unwrap_or_else(|refusal| panic!("{action:?}: {refusal:?}"))
    }

    /// Tries an action that must be refused and change nothing.
    #[track_caller]
    pub fn expect_refusal(&mut self, actor: &AccountId, action: &Action) -> Refusal {
        let before = self.organization.clone();
        let answer = self.act(actor, action);
        assert!(answer.is_ok() || self.organization == before, "{action:?} left a trace");
        answer.map_or_else(|refusal| refusal, |_| panic!("{action:?} is to be refused"))
    }

    /// Tries an action that must be denied.
    #[track_caller]
    pub fn expect_denial(&mut self, actor: &AccountId, action: &Action) -> DenialReason {
        match self.expect_refusal(actor, action) {
            Refusal::Denied(denial) => denial.reason,
            other => panic!("{action:?}: {other:?}"),
        }
    }

    #[track_caller]
    pub fn apply_as_founder(&mut self, action: &Action) -> Id {
        self.apply(&self.founder.clone(), action)
    }

    /// Adds a member to a registry, as the founder.
    #[track_caller]
    pub fn add_member(&mut self, registry: &RegistryId, member: &Grantee, role: Role) {
        self.apply_as_founder(&add_member(registry, member, role));
    }

    pub fn role(&self, account: &AccountId, registry: &RegistryId) -> Option<Role> {
        self.organization.role_in(account, self.registry(registry))
    }

    /// Adds a team with these accounts as its Members.
    pub fn team_with(&mut self, name: &str, accounts: &[&AccountId]) -> TeamId {
        let team = self.team(name);
        for account in accounts {
            self.join_team(&team, account, TeamRole::Member);
        }
        team
    }

    /// Creates a Restricted registry with `admin` as its only member.
    pub fn registry_administered_by(&mut self, name: &str, admin: &Grantee) -> RegistryId {
        let founder = self.founder.clone();
        let id = self.create_registry(&founder, new_registry(name, Visibility::Restricted));
        self.add_member(&id, admin, Role::Admin);
        self.apply_as_founder(&remove_member(&id, &grantee(&founder)));
        id
    }

    pub fn person(&mut self, username: &str, role: OrganizationRole) -> AccountId {
        AccountId::Person(PersonId(
            self.apply_as_founder(&Action::Person(PersonAction::Add(new_person(username, role)))),
        ))
    }

    pub fn service_account(&mut self, name: &str) -> AccountId {
        AccountId::ServiceAccount(ServiceAccountId(
            self.apply_as_founder(&Action::ServiceAccount(ServiceAccountAction::Add(account_name(name)))),
        ))
    }

    pub fn team(&mut self, name: &str) -> TeamId {
        TeamId(self.apply_as_founder(&Action::Team(TeamAction::Add(account_name(name)))))
    }

    #[track_caller]
    pub fn join_team(&mut self, team: &TeamId, account: &AccountId, role: TeamRole) {
        self.apply_as_founder(&join_team(team, account, role));
    }

    #[track_caller]
    pub fn create_registry(&mut self, creator: &AccountId, new: NewRegistry) -> RegistryId {
        RegistryId(self.apply(creator, &Action::Registry(RegistryAction::Create(new))))
    }

    pub fn project(&mut self, team: &TeamId, name: &str) -> ProjectId {
        ProjectId(self.apply_as_founder(&create_project(team, name)))
    }

    /// Logs a version of the type `model` whose only file has this text.
    #[track_caller]
    pub fn log(&mut self, actor: &AccountId, project: &ProjectId, name: &str, text: &str) -> VersionId {
        let new = new_version(project, name, "model", &[("model.pt", text)]);
        VersionId(self.apply(actor, &Action::Version(VersionAction::Log(new))))
    }

    /// Links a version to a collection, which it may create.
    #[track_caller]
    pub fn link(&mut self, actor: &AccountId, version: &VersionId, registry: &RegistryId, name: &str) -> LinkId {
        LinkId(self.apply(actor, &link_to(version, registry, name, &[])))
    }

    pub fn registry(&self, id: &RegistryId) -> &Registry {
        self.organization.registry(id).unwrap()
    }

    pub fn view(&self, account: &AccountId) -> View {
        self.organization.view_for(account).unwrap()
    }
}

/// The name of a record by its number. Ids ascend.
pub fn record_name(number: usize) -> String {
    format!("r{number:03}")
}

/// The time of a record by its number; 0 is the founding.
pub fn time_of(number: usize) -> i64 {
    1_000 + i64::try_from(number).unwrap()
}

pub fn protect_alias(registry: &RegistryId, text: &str) -> Action {
    RegistryAction::ProtectAlias { registry: registry.clone(), alias: alias(text) }.into()
}

pub fn types<const N: usize>(texts: [&str; N]) -> AcceptedTypes {
    AcceptedTypes::specify(texts.map(artifact_type)).unwrap()
}

pub fn person_id(account: &AccountId) -> PersonId {
    match account {
        AccountId::Person(id) => id.clone(),
        AccountId::ServiceAccount(_) => panic!("{account:?} is no person"),
    }
}

/// The account as a possible member of a registry.
pub fn grantee(account: &AccountId) -> Grantee {
    account.clone().into()
}

pub fn team_grantee(team: &TeamId) -> Grantee {
    Grantee::Team(team.clone())
}

pub fn add_member(registry: &RegistryId, member: &Grantee, role: Role) -> Action {
    Action::Registry(RegistryAction::AddMember { registry: registry.clone(), member: member.clone(), role })
}

pub fn set_member_role(registry: &RegistryId, member: &Grantee, role: Role) -> Action {
    Action::Registry(RegistryAction::SetMemberRole { registry: registry.clone(), member: member.clone(), role })
}

pub fn remove_member(registry: &RegistryId, member: &Grantee) -> Action {
    Action::Registry(RegistryAction::RemoveMember { registry: registry.clone(), member: member.clone() })
}

pub fn set_owner(registry: &RegistryId, person: &AccountId) -> Action {
    Action::Registry(RegistryAction::SetOwner { registry: registry.clone(), person: person_id(person) })
}

pub fn set_visibility(registry: &RegistryId, visibility: Visibility) -> Action {
    Action::Registry(RegistryAction::SetVisibility { registry: registry.clone(), visibility })
}

pub fn rename_registry(registry: &RegistryId, name: &str) -> Action {
    Action::Registry(RegistryAction::Rename { registry: registry.clone(), name: registry_name(name) })
}

pub fn describe(registry: &RegistryId, text: &str) -> Action {
    Action::Registry(RegistryAction::Describe {
        registry: registry.clone(),
        description: Description::parse(text).unwrap(),
    })
}

pub fn add_types(registry: &RegistryId, types: &[&str]) -> Action {
    let types = types.iter().map(|text| artifact_type(text)).collect();
    Action::Registry(RegistryAction::AddTypes { registry: registry.clone(), types })
}

pub fn specify_types(registry: &RegistryId, types: &[&str]) -> Action {
    let types = types.iter().map(|text| artifact_type(text)).collect();
    Action::Registry(RegistryAction::SpecifyTypes { registry: registry.clone(), types })
}

pub fn remove_type(registry: &RegistryId, text: &str) -> Action {
    Action::Registry(RegistryAction::RemoveType { registry: registry.clone(), artifact_type: artifact_type(text) })
}

pub fn leave_team(team: &TeamId, person: &AccountId) -> Action {
    Action::Team(TeamAction::RemovePerson { team: team.clone(), person: person_id(person) })
}

pub fn set_team_role(team: &TeamId, person: &AccountId, role: TeamRole) -> Action {
    Action::Team(TeamAction::SetRole { team: team.clone(), person: person_id(person), role })
}

pub fn set_organization_role(person: &AccountId, role: OrganizationRole) -> Action {
    Action::Person(PersonAction::SetRole { person: person_id(person), role })
}

pub fn remove_person(person: &AccountId) -> Action {
    Action::Person(PersonAction::Remove(person_id(person)))
}

/// Changes a person's username, display name and address.
pub fn edit_person(person: &AccountId, username: &str, email: &str) -> Action {
    Action::Person(PersonAction::Edit {
        person: person_id(person),
        name: Some(PersonName::parse(username).unwrap()),
        username: Some(account_name(username)),
        email: Some(Email::parse(email).unwrap()),
    })
}

pub fn service_account_id(account: &AccountId) -> ServiceAccountId {
    match account {
        AccountId::ServiceAccount(id) => id.clone(),
        AccountId::Person(_) => panic!("{account:?} is no service account"),
    }
}

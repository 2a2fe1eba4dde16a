//! When each grant came to be. The state of an organization has no times of rows or memberships, since no rule needs them, so
//! they come from the log.

use std::collections::HashMap;

use crate::{
    AccountId, Action, CoreRegistry, DefaultRole, Grant, Grantee, Id, OrganizationAction, OrganizationRole,
    PersonAction, PersonId, RegistryAction, RegistryId, Role, ServiceAccountAction, ServiceAccountId, Source,
    TeamAction, TeamId, Visibility,
};

/// The times of everything that gives a role, in UTC milliseconds since 1970. It takes the applied records of the log in
/// their order.
///
/// A grant exists since the last of its conditions came to be: for a team's role these are the row of the team and the
/// membership in the team.
#[derive(Clone, Debug, Default)]
pub struct GrantTimes {
    default_role: (DefaultRole, i64),
    accounts: HashMap<AccountId, i64>,
    /// Since when a person is an organization admin.
    admins: HashMap<PersonId, i64>,
    memberships: HashMap<(TeamId, AccountId), i64>,
    registries: HashMap<RegistryId, i64>,
    /// Since when a registry is open to the organization.
    open: HashMap<RegistryId, i64>,
    rows: HashMap<(RegistryId, Grantee), RowTimes>,
}

/// The times of a row.
#[derive(Clone, Copy, Debug)]
struct RowTimes {
    role: Role,
    /// Since when the row has the role.
    since: i64,
    /// Since when the row has Member or Admin. A team's row then gives its service accounts Member.
    member_since: Option<i64>,
}

impl RowTimes {
    fn new(role: Role, at: i64) -> Self {
        Self { role, since: at, member_since: (role >= Role::Member).then_some(at) }
    }

    fn set_role(&mut self, role: Role, at: i64) {
        if self.role != role {
            let member_since = self.member_since.filter(|_| role >= Role::Member);
            *self = Self { member_since: member_since.or(Self::new(role, at).member_since), ..Self::new(role, at) };
        }
    }
}

impl GrantTimes {
    /// Takes the founding of the organization.
    pub fn take_founding(&mut self, founder: PersonId, at: i64) {
        self.default_role = (DefaultRole::default(), at);
        self.add_person(founder, OrganizationRole::Admin, at);
        for core in CoreRegistry::ALL {
            self.registries.insert(core.id(), at);
            self.open.insert(core.id(), at);
        }
    }

    /// Takes the actions of an applied record. `by` is the id of the acting account. Only people create registries.
    pub fn take(&mut self, by: &Id, actions: &[Action], record: &str, at: i64) {
        for (position, action) in actions.iter().enumerate() {
            let id = || Id::new(record, position);
            match action {
                Action::Person(action) => self.take_person(action, id, at),
                Action::ServiceAccount(ServiceAccountAction::Add(_)) => {
                    self.accounts.insert(AccountId::ServiceAccount(ServiceAccountId(id())), at);
                }
                Action::ServiceAccount(ServiceAccountAction::Rename { .. } | ServiceAccountAction::Remove(_)) => {}
                Action::Team(action) => self.take_team(action, at),
                Action::Organization(OrganizationAction::SetDefaultRole(role)) => {
                    if self.default_role.0 != *role {
                        self.default_role = (*role, at);
                    }
                }
                Action::Organization(OrganizationAction::Rename(_) | OrganizationAction::SetRestrictedStays(_)) => {}
                Action::Registry(action) => self.take_registry(by, action, id, at),
                Action::Project(_) | Action::Version(_) | Action::Collection(_) => {}
            }
        }
    }

    /// Since when the account has this grant in the registry: one of its grants as the organization is now.
    #[must_use]
    pub fn since(&self, account: &AccountId, registry: &RegistryId, grant: &Grant) -> Option<i64> {
        let row = |grantee: Grantee| self.rows.get(&(registry.clone(), grantee));
        let conditions = match (&grant.source, account) {
            (Source::OrganizationAdmin, AccountId::Person(person)) => {
                vec![self.registries.get(registry).copied(), self.admins.get(person).copied()]
            }
            (Source::OrganizationAdmin, AccountId::ServiceAccount(_)) => return None,
            (Source::OwnRow, account) => vec![row(account.clone().into()).map(|row| row.since)],
            (Source::Team(team), account) => {
                let row = row(Grantee::Team(team.clone()));
                let row = match account {
                    AccountId::Person(_) => row.map(|row| row.since),
                    AccountId::ServiceAccount(_) => row.and_then(|row| row.member_since),
                };
                vec![row, self.memberships.get(&(team.clone(), account.clone())).copied()]
            }
            (Source::Base, account) => {
                let default_role = match account {
                    AccountId::Person(_) => self.default_role.1,
                    AccountId::ServiceAccount(_) => i64::MIN,
                };
                vec![self.open.get(registry).copied(), self.accounts.get(account).copied(), Some(default_role)]
            }
        };
        conditions.into_iter().collect::<Option<Vec<i64>>>()?.into_iter().max()
    }

    fn add_person(&mut self, person: PersonId, role: OrganizationRole, at: i64) {
        self.accounts.insert(AccountId::Person(person.clone()), at);
        self.set_organization_role(&person, role, at);
    }

    fn set_organization_role(&mut self, person: &PersonId, role: OrganizationRole, at: i64) {
        if role == OrganizationRole::Admin {
            self.admins.entry(person.clone()).or_insert(at);
        } else {
            self.admins.remove(person);
        }
    }

    fn take_person(&mut self, action: &PersonAction, id: impl FnOnce() -> Id, at: i64) {
        match action {
            PersonAction::Add(new) => self.add_person(PersonId(id()), new.role, at),
            PersonAction::SetRole { person, role } => self.set_organization_role(person, *role, at),
            // Ids are never used again, so nothing asks for what is left of them.
            PersonAction::Edit { .. } | PersonAction::Remove(_) => {}
        }
    }

    fn take_team(&mut self, action: &TeamAction, at: i64) {
        let person = |team: &TeamId, id: &PersonId| (team.clone(), AccountId::Person(id.clone()));
        let service_account =
            |team: &TeamId, id: &ServiceAccountId| (team.clone(), AccountId::ServiceAccount(id.clone()));
        match action {
            TeamAction::AddPerson { team, person: id, .. } => {
                self.memberships.entry(person(team, id)).or_insert(at);
            }
            TeamAction::RemovePerson { team, person: id } => {
                self.memberships.remove(&person(team, id));
            }
            TeamAction::AddServiceAccount { team, service_account: id } => {
                self.memberships.entry(service_account(team, id)).or_insert(at);
            }
            TeamAction::RemoveServiceAccount { team, service_account: id } => {
                self.memberships.remove(&service_account(team, id));
            }
            // A role in a team gives no role in a registry.
            TeamAction::Add(_) | TeamAction::Rename { .. } | TeamAction::Remove(_) | TeamAction::SetRole { .. } => {}
        }
    }

    fn take_registry(&mut self, by: &Id, action: &RegistryAction, id: impl FnOnce() -> Id, at: i64) {
        match action {
            RegistryAction::Create(new) => {
                let id = RegistryId(id());
                self.registries.insert(id.clone(), at);
                let creator = Grantee::Person(PersonId(by.clone()));
                self.rows.insert((id.clone(), creator), RowTimes::new(Role::Admin, at));
                self.set_visibility(&id, new.visibility, at);
            }
            RegistryAction::SetVisibility { registry, visibility } => self.set_visibility(registry, *visibility, at),
            RegistryAction::AddMember { registry, member, role } => {
                self.rows.entry((registry.clone(), member.clone())).or_insert(RowTimes::new(*role, at));
            }
            RegistryAction::SetMemberRole { registry, member, role } => {
                if let Some(row) = self.rows.get_mut(&(registry.clone(), member.clone())) {
                    row.set_role(*role, at);
                }
            }
            RegistryAction::RemoveMember { registry, member } => {
                self.rows.remove(&(registry.clone(), member.clone()));
            }
            RegistryAction::Rename { .. }
            | RegistryAction::Describe { .. }
            | RegistryAction::AcceptAllTypes(_)
            | RegistryAction::SpecifyTypes { .. }
            | RegistryAction::AddTypes { .. }
            | RegistryAction::RemoveType { .. }
            | RegistryAction::SetOwner { .. }
            | RegistryAction::ProtectAlias { .. }
            | RegistryAction::UnprotectAlias { .. }
            | RegistryAction::Delete(_) => {}
        }
    }

    fn set_visibility(&mut self, registry: &RegistryId, visibility: Visibility, at: i64) {
        match visibility {
            Visibility::Organization => {
                self.open.entry(registry.clone()).or_insert(at);
            }
            Visibility::Restricted => {
                self.open.remove(registry);
            }
        }
    }
}

//! Whether an action may be carried out: permission first, then the rules. It changes nothing.

mod registry;

use crate::{
    AccountId, AccountName, Action, Email, Field, Grantee, Missing, Organization, OrganizationRole, Permission,
    PersonId, Refusal, Registry, ServiceAccountId, Team, TeamId,
};

/// Reviews an action of an account against the organization as it is.
///
/// # Errors
/// The first reason for refusing it. What `review` lets pass, [`apply`](crate::apply()) carries out.
pub fn review(organization: &Organization, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
    if !organization.has(actor) {
        return Err(Refusal::Missing(Missing::Actor));
    }
    let review = Review { organization, actor, action };
    match action {
        Action::AddPerson(_)
        | Action::EditPerson { .. }
        | Action::SetOrganizationRole { .. }
        | Action::RemovePerson(_)
        | Action::AddServiceAccount(_)
        | Action::RenameServiceAccount { .. }
        | Action::RemoveServiceAccount(_)
        | Action::AddTeam(_)
        | Action::RenameTeam { .. }
        | Action::RemoveTeam(_)
        | Action::RenameOrganization(_)
        | Action::SetDefaultRole(_)
        | Action::SetRestrictedStays(_) => review.directory(),
        Action::AddPersonToTeam { team, .. }
        | Action::SetTeamRole { team, .. }
        | Action::RemovePersonFromTeam { team, .. }
        | Action::AddServiceAccountToTeam { team, .. }
        | Action::RemoveServiceAccountFromTeam { team, .. } => review.team(team),
        Action::CreateRegistry(new) => {
            review.permitted(Permission::CreateRegistry)?;
            review.registry_name_is_free(&new.name, None)
        }
        Action::RenameRegistry { registry, .. }
        | Action::DescribeRegistry { registry, .. }
        | Action::SetVisibility { registry, .. }
        | Action::AcceptAllTypes(registry)
        | Action::SpecifyTypes { registry, .. }
        | Action::AddTypes { registry, .. }
        | Action::RemoveType { registry, .. }
        | Action::AddMember { registry, .. }
        | Action::SetMemberRole { registry, .. }
        | Action::RemoveMember { registry, .. }
        | Action::SetOwner { registry, .. }
        | Action::DeleteRegistry(registry) => review.registry(registry),
    }
}

/// One action under review.
struct Review<'a> {
    organization: &'a Organization,
    actor: &'a AccountId,
    action: &'a Action,
}

impl Review<'_> {
    fn permitted(&self, permission: Permission) -> Result<(), Refusal> {
        self.organization.may(self.actor, &permission).or_refusal()
    }

    /// The organization's people, service accounts, teams and settings.
    fn directory(&self) -> Result<(), Refusal> {
        self.permitted(Permission::ManageDirectory)?;
        match self.action {
            Action::AddPerson(new) => {
                self.name_is_free(&new.username, None)?;
                self.email_is_free(&new.email, None)
            }
            Action::EditPerson { person, username, email, .. } => {
                self.person_is_there(person)?;
                let itself = Grantee::Person(person.clone());
                self.name_is_free(username, Some(&itself))?;
                self.email_is_free(email, Some(&itself))
            }
            Action::SetOrganizationRole { person, role } => {
                self.person_is_there(person)?;
                if *role == OrganizationRole::Admin { Ok(()) } else { self.not_last_admin(person) }
            }
            Action::RemovePerson(person) => {
                self.person_is_there(person)?;
                self.not_last_admin(person)?;
                self.registries_keep_admins()
            }
            Action::AddServiceAccount(name) | Action::AddTeam(name) => self.name_is_free(name, None),
            Action::RenameServiceAccount { service_account, name } => {
                self.service_account_is_there(service_account)?;
                self.name_is_free(name, Some(&Grantee::ServiceAccount(service_account.clone())))
            }
            Action::RemoveServiceAccount(account) => self.service_account_is_there(account),
            Action::RenameTeam { team, name } => {
                self.team_of(team)?;
                self.name_is_free(name, Some(&Grantee::Team(team.clone())))
            }
            Action::RemoveTeam(team) => {
                self.team_of(team)?;
                self.registries_keep_admins()
            }
            // Settings can be set to whatever they offer.
            _ => Ok(()),
        }
    }

    /// The members of a team.
    fn team(&self, team: &TeamId) -> Result<(), Refusal> {
        let found = self.team_of(team)?;
        self.permitted(Permission::ManageTeam(team.clone()))?;
        let in_team = |is_in: bool| if is_in { Ok(()) } else { Err(Refusal::Missing(Missing::TeamMember)) };
        let not_in_team = |is_in: bool| if is_in { Err(Refusal::InTeamAlready) } else { Ok(()) };
        match self.action {
            Action::AddPersonToTeam { person, .. } => {
                self.person_is_there(person)?;
                not_in_team(found.people.contains_key(person))
            }
            Action::SetTeamRole { person, .. } => in_team(found.people.contains_key(person)),
            Action::RemovePersonFromTeam { person, .. } => {
                in_team(found.people.contains_key(person))?;
                self.registries_keep_admins()
            }
            Action::AddServiceAccountToTeam { service_account, .. } => {
                self.service_account_is_there(service_account)?;
                not_in_team(found.service_accounts.contains(service_account))
            }
            Action::RemoveServiceAccountFromTeam { service_account, .. } => {
                in_team(found.service_accounts.contains(service_account))
            }
            _ => Ok(()),
        }
    }

    fn person_is_there(&self, person: &PersonId) -> Result<(), Refusal> {
        there(self.organization.people.has(person), Missing::Person)
    }

    fn service_account_is_there(&self, account: &ServiceAccountId) -> Result<(), Refusal> {
        there(self.organization.service_accounts.has(account), Missing::ServiceAccount)
    }

    fn team_of(&self, team: &TeamId) -> Result<&Team, Refusal> {
        self.organization.team(team).map(|team| &**team).ok_or(Refusal::Missing(Missing::Team))
    }

    /// Usernames, service accounts and teams share one namespace (R).
    fn name_is_free(&self, name: &AccountName, itself: Option<&Grantee>) -> Result<(), Refusal> {
        free(self.organization.names.called(&name.key()), itself, Field::AccountName)
    }

    fn email_is_free(&self, email: &Email, itself: Option<&Grantee>) -> Result<(), Refusal> {
        free(self.organization.names.reached_at(&email.key()), itself, Field::Email)
    }

    /// The organization keeps at least one Admin (D).
    fn not_last_admin(&self, person: &PersonId) -> Result<(), Refusal> {
        let is_admin = |id: &PersonId| self.organization.is_admin(&AccountId::Person(id.clone()));
        let other = self.organization.people().any(|other| other.id != *person && is_admin(&other.id));
        if is_admin(person) && !other { Err(Refusal::LastOrganizationAdmin) } else { Ok(()) }
    }

    /// A custom registry never loses its last registry admin, whichever way it comes: so it is looked up what would be left
    /// (R). The refusal names them, and tells nothing: whoever may take the last admin away sees the registry, as an admin of
    /// it, of the organization, or of the team that its last admins are in.
    fn registries_keep_admins(&self) -> Result<(), Refusal> {
        let next = self.organization.after(self.actor, self.action);
        let custom = self.organization.registries().filter(|registry| registry.core_kind().is_none());
        let loses = |registry: &Registry| {
            let left = next.registry(registry.id());
            self.organization.has_registry_admin(registry) && left.is_some_and(|left| !next.has_registry_admin(left))
        };
        let lost = custom.filter(|registry| loses(registry)).map(|registry| registry.name().clone());
        let registries: Vec<_> = lost.collect();
        if registries.is_empty() { Ok(()) } else { Err(Refusal::LastRegistryAdmin(registries)) }
    }
}

fn there(is_there: bool, missing: Missing) -> Result<(), Refusal> {
    if is_there { Ok(()) } else { Err(Refusal::Missing(missing)) }
}

fn free(holder: Option<&Grantee>, itself: Option<&Grantee>, field: Field) -> Result<(), Refusal> {
    match holder {
        Some(holder) if Some(holder) != itself => Err(Refusal::Taken { field, holder: None }),
        _ => Ok(()),
    }
}

//! Whether an action may be carried out: permission first, then the rules. It changes nothing.

use crate::{
    AccountId, AccountName, Action, Email, Field, Missing, NewRegistry, Organization, Permission, Refusal, Team,
    TeamId, Verdict,
};

/// Reviews an action of an account against the organization as it is.
///
/// # Errors
/// The first reason for refusing it. What `review` lets pass, [`apply`](crate::apply()) carries out.
pub fn review(organization: &Organization, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
    if !organization.has(actor) {
        return Err(Refusal::Missing(Missing::Actor));
    }
    let permitted = |permission: &Permission| match organization.may(actor, permission) {
        Verdict::Granted => Ok(()),
        Verdict::Denied(denial) => Err(Refusal::Denied(denial)),
    };
    match action {
        Action::AddPerson(new) => {
            permitted(&Permission::ManageDirectory)?;
            account_name_is_free(organization, &new.username)?;
            email_is_free(organization, &new.email)
        }
        Action::AddServiceAccount(name) | Action::AddTeam(name) => {
            permitted(&Permission::ManageDirectory)?;
            account_name_is_free(organization, name)
        }
        Action::AddPersonToTeam { team, person, .. } => {
            let found = team_of(organization, team)?;
            permitted(&Permission::ManageTeam(team.clone()))?;
            organization.person(person).ok_or(Refusal::Missing(Missing::Person))?;
            not_in_team(found.people.contains_key(person))
        }
        Action::AddServiceAccountToTeam { team, service_account } => {
            let found = team_of(organization, team)?;
            permitted(&Permission::ManageTeam(team.clone()))?;
            if !organization.service_accounts.has(service_account) {
                return Err(Refusal::Missing(Missing::ServiceAccount));
            }
            not_in_team(found.service_accounts.contains(service_account))
        }
        Action::CreateRegistry(new) => {
            permitted(&Permission::CreateRegistry)?;
            registry_name_is_free(organization, actor, new)
        }
    }
}

/// Names are unique by case-fold, core registries included; what holds the name is told to those who may see it (R).
fn registry_name_is_free(organization: &Organization, actor: &AccountId, new: &NewRegistry) -> Result<(), Refusal> {
    let Some(holder) = organization.holder_of(&new.name) else { return Ok(()) };
    let seen = organization.standing(actor, holder).is_some();
    Err(Refusal::Taken { field: Field::RegistryName, holder: seen.then(|| holder.name().clone()) })
}

/// Usernames, service accounts and teams share one namespace (R).
fn account_name_is_free(organization: &Organization, name: &AccountName) -> Result<(), Refusal> {
    free(!organization.has_account_name(name), Field::AccountName)
}

fn email_is_free(organization: &Organization, email: &Email) -> Result<(), Refusal> {
    free(!organization.has_email(email), Field::Email)
}

fn free(is_free: bool, field: Field) -> Result<(), Refusal> {
    if is_free { Ok(()) } else { Err(Refusal::Taken { field, holder: None }) }
}

fn team_of<'a>(organization: &'a Organization, team: &TeamId) -> Result<&'a Team, Refusal> {
    organization.team(team).map(|team| &**team).ok_or(Refusal::Missing(Missing::Team))
}

fn not_in_team(is_in: bool) -> Result<(), Refusal> {
    if is_in { Err(Refusal::InTeamAlready) } else { Ok(()) }
}

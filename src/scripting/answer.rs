//! The answers to scripts: the view of the acting account, roles with their sources, consequences and verdicts. They
//! are made of a [`View`] alone.

mod accounts;
mod catalog;

use std::borrow::Cow;

use domain::{
    AccountId, Action, Grantee, PERMISSIONS, PersonAction, PersonId, RegistryAction, RegistryId, RegistryName,
    RegistryView, ServiceAccountAction, Standing, Team, TeamAction, Verdict, View,
};
use workspace::{Receipt, WorkspaceSummary};

use self::accounts::stamp;
use super::error::denial;
use super::intent::Intent;
use super::types::answer;
pub use accounts::{account, time, username};
pub use catalog::{alias_span, bytes, file, version, version_summary};

/// The view of the acting account.
pub fn view(view: &View) -> answer::View<'_> {
    answer::View {
        organization: view.organization.as_str(),
        account: account(view, &view.account),
        people: view.people.into_iter().map(|one| person(view, one)).collect(),
        service_accounts: view.service_accounts.into_iter().map(|one| service_account(one)).collect(),
        teams: view.teams.into_iter().map(|one| team(view, one)).collect(),
        projects: view.catalog().projects().iter().map(|project_view| catalog::project(view, project_view)).collect(),
        registries: view.registries.iter().map(|registry_view| registry(view, registry_view)).collect(),
        settings: answer::Settings { default_role: view.default_role.into(), restricted_stays: view.restricted_stays },
    }
}

fn person<'a>(view: &View, person: &'a domain::Person) -> answer::Person<'a> {
    answer::Person {
        id: person.id.0.as_str(),
        name: person.name.as_str(),
        username: person.username.as_str(),
        email: person.email.as_str(),
        role: person.role.into(),
        team_administrator: view.is_team_administrator(&person.id),
    }
}

fn service_account(account: &domain::ServiceAccount) -> answer::ServiceAccount<'_> {
    answer::ServiceAccount { id: account.id.0.as_str(), name: account.name.as_str() }
}

fn team<'a>(view: &'a View, team: &'a Team) -> answer::Team<'a> {
    let people = team.people.iter().map(|(id, role)| answer::TeamMember {
        kind: answer::AccountKind::Person,
        id: id.0.as_str(),
        name: username(view, id),
        role: Some((*role).into()),
    });
    let accounts = team.service_accounts.iter().map(|id| answer::TeamMember {
        kind: answer::AccountKind::ServiceAccount,
        id: id.0.as_str(),
        name: view.service_accounts.get(id).map(|account| account.name.as_str()),
        role: None,
    });
    answer::Team { id: team.id.0.as_str(), name: team.name.as_str(), members: people.chain(accounts).collect() }
}

fn registry_member<'a>(view: &'a View, row: &'a domain::Row) -> answer::RegistryMember<'a> {
    let (kind, id, name) = match &row.grantee {
        Grantee::Person(id) => (answer::GranteeKind::Person, &id.0, username(view, id)),
        Grantee::ServiceAccount(id) => (answer::GranteeKind::ServiceAccount, &id.0, view.name_of(&row.grantee)),
        Grantee::Team(id) => (answer::GranteeKind::Team, &id.0, view.name_of(&row.grantee)),
    };
    answer::RegistryMember { kind, id: id.as_str(), name, role: row.role.into() }
}

fn registry<'a>(view: &'a View, registry_view: &'a RegistryView) -> answer::Registry<'a> {
    let registry = &registry_view.registry;
    let answer::Standing { role, sources } = standing(view, &registry_view.standing);
    answer::Registry {
        id: registry.id().0.as_str(),
        name: registry.name().as_str(),
        full_name: Cow::from(registry.full_name()),
        core: registry.core_kind().is_some(),
        description: registry.description().as_str(),
        visibility: registry.visibility().into(),
        accepts: accepted_types(registry),
        members: registry.rows().iter().map(|row| registry_member(view, row)).collect(),
        owner: registry.owner().and_then(|owner| username(view, owner)),
        protected_aliases: registry.protected_aliases().iter().map(|alias| alias.as_str()).collect(),
        collections: view
            .catalog()
            .collections_of(registry.id())
            .map(|collection| catalog::collection(view, registry, collection))
            .collect(),
        created: stamp(view, registry.created()),
        changed: stamp(view, registry.changed()),
        role,
        sources,
    }
}

/// The types that a registry accepts.
pub fn accepted_types(registry: &domain::Registry) -> answer::AcceptedTypes<'_> {
    answer::AcceptedTypes {
        all: registry.accepts().is_all(),
        types: registry.accepts().saved().iter().map(|one| one.as_str()).collect(),
    }
}

/// A role and all of its sources.
pub fn standing<'a>(view: &'a View, standing: &'a Standing) -> answer::Standing<'a> {
    let sources = standing.grants().iter().map(|grant| answer::RoleSource {
        role: grant.role.into(),
        source: match &grant.source {
            domain::Source::OrganizationAdmin => answer::Source::OrganizationAdmin,
            domain::Source::OwnRow => answer::Source::OwnRow,
            domain::Source::Base => answer::Source::Base,
            domain::Source::Team(team) => {
                answer::Source::Team { team: view.teams.get(team).map(|team| team.name.as_str()) }
            }
        },
    });
    answer::Standing { role: standing.role().into(), sources: sources.collect() }
}

pub fn verdict(view: &View, verdict: &Verdict) -> answer::Verdict {
    answer::Verdict { granted: verdict.is_granted(), denial: verdict.denial().map(|denied| denial(view, denied)) }
}

/// The permissions in a registry as a table.
pub fn permissions() -> Vec<answer::PermissionRule> {
    let rules = PERMISSIONS.iter().map(|rule| answer::PermissionRule {
        permission: rule.code,
        group: rule.group.into(),
        least: rule.lowest_role.into(),
        custom_only: rule.custom_only,
        team_administrators: rule.team_administrators,
        creator_only: rule.creator_only,
    });
    rules.collect()
}

/// The changes of access. Names are the previous ones, or the next ones for new objects.
pub fn consequences<'a>(
    before: &'a View,
    after: Option<&'a View>,
    consequences: &'a domain::Consequences,
) -> answer::Consequences<'a> {
    let named = |id: &'a AccountId| {
        let known = account(before, id);
        match after {
            Some(after) if known.name.is_none() => account(after, id),
            _ => known,
        }
    };
    let owner = |person: &'a Option<PersonId>| {
        let person = person.as_ref()?;
        username(before, person).or_else(|| username(after?, person))
    };
    let place = |id: &'a RegistryId, name: &'a RegistryName| answer::Place { id: id.0.as_str(), name: name.as_str() };
    let access = consequences.access.iter().map(|change| answer::AccessChange {
        registry: place(&change.registry, &change.name),
        account: named(&change.account),
        before: change.before.map(Into::into),
        after: change.after.map(Into::into),
    });
    let owners = consequences.owners.iter().map(|change| answer::OwnerChange {
        registry: place(&change.registry, &change.name),
        before: owner(&change.before),
        after: owner(&change.after),
    });
    answer::Consequences {
        access: access.collect(),
        owners: owners.collect(),
        gone: consequences.gone.iter().map(catalog::gone).collect(),
        aliases: consequences.aliases.iter().map(catalog::alias_change).collect(),
        protections: consequences.protections.iter().map(catalog::protection_change).collect(),
    }
}

/// The record of a dispatch, and the objects that it made. Those in projects and registries are named as `after` shows them.
pub fn receipt(intent: &Intent, receipt: &Receipt, after: Option<&View>) -> answer::Receipt {
    let mut all = Vec::new();
    for (position, (action, script_position)) in intent.actions.iter().zip(&intent.script_positions).enumerate() {
        let id = receipt.made(position);
        let kind = match action {
            Action::Person(PersonAction::Add(_)) => answer::MadeKind::Person,
            Action::ServiceAccount(ServiceAccountAction::Add(_)) => answer::MadeKind::ServiceAccount,
            Action::Team(TeamAction::Add(_)) => answer::MadeKind::Team,
            Action::Registry(RegistryAction::Create(_)) => answer::MadeKind::Registry,
            Action::Person(PersonAction::Edit { .. } | PersonAction::SetRole { .. } | PersonAction::Remove(_))
            | Action::ServiceAccount(ServiceAccountAction::Rename { .. } | ServiceAccountAction::Remove(_))
            | Action::Team(
                TeamAction::Rename { .. }
                | TeamAction::Remove(_)
                | TeamAction::AddPerson { .. }
                | TeamAction::SetRole { .. }
                | TeamAction::RemovePerson { .. }
                | TeamAction::AddServiceAccount { .. }
                | TeamAction::RemoveServiceAccount { .. },
            )
            | Action::Organization(_)
            | Action::Registry(
                RegistryAction::Rename { .. }
                | RegistryAction::Describe { .. }
                | RegistryAction::SetVisibility { .. }
                | RegistryAction::AcceptAllTypes(_)
                | RegistryAction::SpecifyTypes { .. }
                | RegistryAction::AddTypes { .. }
                | RegistryAction::RemoveType { .. }
                | RegistryAction::AddMember { .. }
                | RegistryAction::SetMemberRole { .. }
                | RegistryAction::RemoveMember { .. }
                | RegistryAction::SetOwner { .. }
                | RegistryAction::ProtectAlias { .. }
                | RegistryAction::UnprotectAlias { .. }
                | RegistryAction::Delete(_),
            ) => continue,
            Action::Project(_) | Action::Version(_) | Action::Collection(_) => {
                let made = intent.made.get(position).and_then(Option::as_ref);
                all.extend(catalog::made(action, &id, *script_position, made, after));
                continue;
            }
        };
        let id = id.as_str().to_owned();
        all.push(answer::Made { action: *script_position, kind, id, name: None, existed: None });
    }
    answer::Receipt { record: receipt.record.to_string(), made: all }
}

/// A stored workspace.
pub fn workspace(listed: &WorkspaceSummary, current: bool) -> answer::Workspace<'_> {
    answer::Workspace {
        key: listed.key.to_string(),
        organization: listed.organization.as_deref(),
        current,
        size: listed.size,
    }
}

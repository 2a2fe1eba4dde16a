//! The method that compares two moments of the log.

use domain::{Grantee, Missing, Names, Party, Registry, RegistryDifference, Settings};
use wasm_bindgen::JsValue;

use super::{count_at, moment};
use crate::scripting::error::Answer;
use crate::scripting::javascript::to_js;
use crate::scripting::types::argument::Between;
use crate::scripting::types::problem::Failure;
use crate::scripting::types::{answer as types, history as of_log};
use crate::scripting::{Api, answer, call};

/// `changes(between)`.
pub fn between(api: &Api, between: &JsValue, _: &JsValue) -> Answer<JsValue> {
    api.view()?;
    let Between { from, to } = call::argument(&api.copier, between)?;
    let from = count_at(api, moment(from, "argument.from")?)?;
    let to = match to {
        Some(to) => count_at(api, moment(to, "argument.to")?)?,
        None => usize::MAX,
    };
    let found = api.store.differences(from, to).ok_or_else(|| Failure::missing(Missing::Actor))?;
    let changes = of_log::Changes {
        joined: found.joined.iter().map(who).collect(),
        left: found.left.iter().map(who).collect(),
        registries: found.registries.iter().filter_map(registry).collect(),
        members: (found.members.iter())
            .map(|change| of_log::MemberChange {
                registry: place(&change.registry),
                member: who(&change.member),
                before: change.before.map(Into::into),
                after: change.after.map(Into::into),
            })
            .collect(),
        access: (found.access.iter())
            .map(|change| types::AccessChange {
                registry: place(&change.registry),
                account: account(&change.account),
                before: change.before.map(Into::into),
                after: change.after.map(Into::into),
            })
            .collect(),
        organization_roles: (found.organization_roles.iter())
            .map(|change| of_log::OrganizationRoleChange {
                person: who(&change.person),
                before: change.before.map(Into::into),
                after: change.after.map(Into::into),
            })
            .collect(),
        team_members: (found.team_members.iter())
            .map(|change| of_log::TeamMemberChange {
                team: &change.team.name,
                member: who(&change.member),
                before: change.before.map(Into::into),
                after: change.after.map(Into::into),
            })
            .collect(),
        owners: (found.owners.iter())
            .map(|change| types::OwnerChange {
                registry: place(&change.registry),
                before: change.before.as_ref().map(|owner| &*owner.reference),
                after: change.after.as_ref().map(|owner| &*owner.reference),
            })
            .collect(),
        renamed: (found.renamed.iter())
            .map(|change| of_log::NamesChange {
                who: who(&change.party),
                before: names(&change.before),
                after: names(&change.after),
            })
            .collect(),
        organization: found.settings.as_ref().map(|change| of_log::OrganizationChange {
            before: change.before.as_ref().map(organization),
            after: change.after.as_ref().map(organization),
        }),
        collections: (found.collections.iter())
            .map(|change| of_log::CollectionChange {
                registry: place(&change.registry),
                id: change.id.0.as_str(),
                before: change.before.as_deref(),
                after: change.after.as_deref(),
            })
            .collect(),
    };
    Ok(to_js(&changes))
}

fn place(registry: &Registry) -> types::Place<'_> {
    types::Place { id: registry.id().0.as_str(), name: registry.name().as_str() }
}

fn who(party: &Party) -> types::Who<'_, types::GranteeKind> {
    let (kind, id) = match &party.grantee {
        Grantee::Person(id) => (types::GranteeKind::Person, &id.0),
        Grantee::ServiceAccount(id) => (types::GranteeKind::ServiceAccount, &id.0),
        Grantee::Team(id) => (types::GranteeKind::Team, &id.0),
    };
    types::Who { kind, id: id.as_str(), name: Some(&party.reference) }
}

fn account(party: &Party) -> types::Account<'_> {
    let types::Who { kind, id, name } = who(party);
    let kind = match kind {
        types::GranteeKind::ServiceAccount => types::AccountKind::ServiceAccount,
        types::GranteeKind::Person | types::GranteeKind::Team => types::AccountKind::Person,
    };
    types::Who { kind, id, name }
}

fn names(names: &Names) -> of_log::Names<'_> {
    of_log::Names { name: &names.name, username: names.username.as_deref(), email: names.email.as_deref() }
}

fn organization(settings: &Settings) -> of_log::OrganizationFacts<'_> {
    let Settings { name, default_role, restricted_stays } = settings;
    let settings = types::Settings { default_role: (*default_role).into(), restricted_stays: *restricted_stays };
    of_log::OrganizationFacts { name: name.as_str(), settings }
}

fn registry(change: &RegistryDifference) -> Option<of_log::RegistryChange<'_>> {
    let (before, after) = (change.before.as_deref().map(facts), change.after.as_deref().map(facts));
    Some(of_log::RegistryChange { registry: place(change.registry()?), before, after })
}

fn facts(registry: &Registry) -> of_log::RegistryFacts<'_> {
    of_log::RegistryFacts {
        name: registry.name().as_str(),
        description: registry.description().as_str(),
        visibility: registry.visibility().into(),
        accepts: answer::accepted_types(registry),
        protected_aliases: registry.protected_aliases().iter().map(|alias| alias.as_str()).collect(),
    }
}

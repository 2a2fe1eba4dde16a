//! What a script calls something, as an id. An id comes first, then the name as the rules compare names; and what the
//! acting account cannot see is not there.
//!
//! What is not found gets an id that nothing has. So the rules answer for it, in their own order: who may not do
//! something is told that, and not that somebody else is missing.

use domain::{AccountId, FoldKey, Grantee, Id, PersonId, RegistryId, SeenRegistry, ServiceAccountId, TeamId, View};

/// The id of nothing.
pub fn nothing() -> Id {
    Id::from_text("")
}

/// The registry with this id or of this name.
pub fn registry<'a>(view: &'a View, text: &str) -> Option<&'a SeenRegistry> {
    let key = FoldKey::of(text.trim());
    let by_id = view.registry(&RegistryId(Id::from_text(text)));
    by_id.or_else(|| view.registries.iter().find(|seen| *seen.registry.name().key() == key))
}

/// The id of that registry.
pub fn registry_id(view: &View, text: &str) -> RegistryId {
    registry(view, text).map_or_else(|| RegistryId(nothing()), |seen| seen.registry.id().clone())
}

/// The person, service account or team with this id, username, email or name.
pub fn grantee(view: &View, text: &str) -> Option<Grantee> {
    let id = Id::from_text(text);
    let (person, account, team) = (PersonId(id.clone()), ServiceAccountId(id.clone()), TeamId(id));
    if view.people.has(&person) {
        Some(Grantee::Person(person))
    } else if view.service_accounts.has(&account) {
        Some(Grantee::ServiceAccount(account))
    } else if view.teams.has(&team) {
        Some(Grantee::Team(team))
    } else {
        view.grantee_named(text)
    }
}

/// The person or service account with this id, username, email or name.
pub fn account(view: &View, text: &str) -> Option<AccountId> {
    match grantee(view, text)? {
        Grantee::Person(person) => Some(AccountId::Person(person)),
        Grantee::ServiceAccount(account) => Some(AccountId::ServiceAccount(account)),
        Grantee::Team(_) => None,
    }
}

/// The id of the person of this name.
pub fn person(view: &View, text: &str) -> PersonId {
    match grantee(view, text) {
        Some(Grantee::Person(person)) => person,
        _ => PersonId(nothing()),
    }
}

/// The id of the service account of this name.
pub fn service_account(view: &View, text: &str) -> ServiceAccountId {
    match grantee(view, text) {
        Some(Grantee::ServiceAccount(account)) => account,
        _ => ServiceAccountId(nothing()),
    }
}

/// The id of the team of this name.
pub fn team(view: &View, text: &str) -> TeamId {
    match grantee(view, text) {
        Some(Grantee::Team(team)) => team,
        _ => TeamId(nothing()),
    }
}

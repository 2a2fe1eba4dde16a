//! Resolves a script's references to ids. An id takes precedence over a name, and names are compared by the rules'
//! keys. A reference to an object that the acting account cannot see is unknown.
//!
//! An unknown reference becomes an id that no object has. The rules then answer in their own order: an account
//! without the permission learns that, and not that the object is missing.

use domain::{AccountId, FoldKey, Grantee, Id, PersonId, RegistryId, SeenRegistry, ServiceAccountId, TeamId, View};

/// An id that no object has.
pub fn unknown_id() -> Id {
    Id::from_text("")
}

/// The registry with this id or name.
pub fn registry<'a>(view: &'a View, text: &str) -> Option<&'a SeenRegistry> {
    let key = FoldKey::of(text.trim());
    let by_id = view.registry(&RegistryId(Id::from_text(text)));
    by_id.or_else(|| view.registries.iter().find(|seen| *seen.registry.name().key() == key))
}

/// The id of the registry with this id or name.
pub fn registry_id(view: &View, text: &str) -> RegistryId {
    registry(view, text).map_or_else(|| RegistryId(unknown_id()), |seen| seen.registry.id().clone())
}

/// The person, service account or team with this id, username, email or name.
pub fn grantee(view: &View, text: &str) -> Option<Grantee> {
    let id = Id::from_text(text);
    let (person, account, team) = (PersonId(id.clone()), ServiceAccountId(id.clone()), TeamId(id));
    if view.people.contains(&person) {
        Some(Grantee::Person(person))
    } else if view.service_accounts.contains(&account) {
        Some(Grantee::ServiceAccount(account))
    } else if view.teams.contains(&team) {
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

pub fn person(view: &View, text: &str) -> PersonId {
    match grantee(view, text) {
        Some(Grantee::Person(person)) => person,
        _ => PersonId(unknown_id()),
    }
}

pub fn service_account(view: &View, text: &str) -> ServiceAccountId {
    match grantee(view, text) {
        Some(Grantee::ServiceAccount(account)) => account,
        _ => ServiceAccountId(unknown_id()),
    }
}

pub fn team(view: &View, text: &str) -> TeamId {
    match grantee(view, text) {
        Some(Grantee::Team(team)) => team,
        _ => TeamId(unknown_id()),
    }
}

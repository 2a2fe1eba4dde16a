//! Resolves a script's references to ids. An id takes precedence over a name, and names are compared by the rules'
//! keys. A reference to an object that the acting account cannot see is unknown.
//!
//! An unknown reference becomes an id that no object has. The rules then answer in their own order: an account
//! without the permission learns that, and not that the object is missing.

use domain::{AccountId, Grantee, Id, Lookup, PersonId, Registry, RegistryId, ServiceAccountId, TeamId};

/// An id that no object has.
pub fn unknown_id() -> Id {
    Id::from_text("")
}

/// The registry with this id or name.
pub fn registry<'a>(lookup: Lookup<'a>, text: &str) -> Option<&'a Registry> {
    let by_id = lookup.registry(&RegistryId(Id::from_text(text)));
    by_id.or_else(|| lookup.registry_named(text))
}

/// The id of the registry with this id or name.
pub fn registry_id(lookup: Lookup<'_>, text: &str) -> RegistryId {
    registry(lookup, text).map_or_else(|| RegistryId(unknown_id()), |registry| registry.id().clone())
}

/// The person, service account or team with this id, username, email or name.
pub fn grantee(lookup: Lookup<'_>, text: &str) -> Option<Grantee> {
    let id = Id::from_text(text);
    let with_id = [
        Grantee::Person(PersonId(id.clone())),
        Grantee::ServiceAccount(ServiceAccountId(id.clone())),
        Grantee::Team(TeamId(id)),
    ];
    with_id.into_iter().find(|grantee| lookup.has(grantee)).or_else(|| lookup.grantee_named(text))
}

/// The person or service account with this id, username, email or name.
pub fn account(lookup: Lookup<'_>, text: &str) -> Option<AccountId> {
    match grantee(lookup, text)? {
        Grantee::Person(person) => Some(AccountId::Person(person)),
        Grantee::ServiceAccount(account) => Some(AccountId::ServiceAccount(account)),
        Grantee::Team(_) => None,
    }
}

pub fn person(lookup: Lookup<'_>, text: &str) -> PersonId {
    match grantee(lookup, text) {
        Some(Grantee::Person(person)) => person,
        _ => PersonId(unknown_id()),
    }
}

pub fn service_account(lookup: Lookup<'_>, text: &str) -> ServiceAccountId {
    match grantee(lookup, text) {
        Some(Grantee::ServiceAccount(account)) => account,
        _ => ServiceAccountId(unknown_id()),
    }
}

pub fn team(lookup: Lookup<'_>, text: &str) -> TeamId {
    match grantee(lookup, text) {
        Some(Grantee::Team(team)) => team,
        _ => TeamId(unknown_id()),
    }
}

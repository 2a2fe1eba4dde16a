//! Finding what an account refers to. A [`View`] finds the same, but making one takes longer the more registries there are.

use super::View;
use crate::{AccountId, Grantee, Organization, Permission, Person, PersonId, Registry, RegistryId, Trial, Verdict};

/// Finds people, service accounts, teams, and the registries that one account can access.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    pub(super) organization: &'a Organization,
    pub(super) account: &'a AccountId,
}

impl<'a> Lookup<'a> {
    /// The person with this id.
    #[must_use]
    pub fn person(self, id: &PersonId) -> Option<&'a Person> {
        self.organization.person(id).map(|person| &**person)
    }

    /// Decides whether the account has a permission.
    #[must_use]
    pub fn may(self, permission: &Permission) -> Verdict {
        self.organization.may(self.account, permission)
    }

    /// The name of the organization.
    #[must_use]
    pub fn organization_name(self) -> &'a str {
        self.organization.name.as_str()
    }

    /// All people.
    pub(crate) fn people(self) -> impl Iterator<Item = &'a Person> {
        self.organization.people().map(|person| &**person)
    }

    /// Whether the person, service account or team is in the organization.
    #[must_use]
    pub fn has(self, grantee: &Grantee) -> bool {
        self.organization.has_grantee(grantee)
    }

    /// The person with this username or address, or the service account or team with this name. Case and outer white space
    /// do not matter (R).
    #[must_use]
    pub fn grantee_named(self, text: &str) -> Option<Grantee> {
        self.organization.grantee_named(text)
    }

    /// The registry with this id, if it exists *and* the account can access it.
    #[must_use]
    pub fn registry(self, id: &RegistryId) -> Option<&'a Registry> {
        self.if_seen(self.organization.registry(id)?)
    }

    /// The registry with this display name or full name, if it exists *and* the account can access it. Of several registries
    /// with the same key, the one with exactly this name is found first (R).
    #[must_use]
    pub fn registry_named(self, text: &str) -> Option<&'a Registry> {
        self.organization.registries_named(text).into_iter().find_map(|registry| self.if_seen(registry))
    }

    fn if_seen(self, registry: &'a Registry) -> Option<&'a Registry> {
        self.organization.role_in(self.account, registry).map(|_| registry)
    }
}

impl View {
    /// Finds what the account refers to.
    #[must_use]
    pub fn lookup(&self) -> Lookup<'_> {
        Lookup { organization: &self.organization_state.0, account: &self.account }
    }
}

impl Trial {
    /// Finds what the account refers to in the copy, or `None` after the account has removed itself.
    #[must_use]
    pub fn lookup(&self) -> Option<Lookup<'_>> {
        let Self { organization, account } = self;
        organization.has(account).then_some(Lookup { organization, account })
    }
}

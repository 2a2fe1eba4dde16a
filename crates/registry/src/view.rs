//! What one account may see: the only thing that pages, search, counts and titles ever read.

use std::rc::Rc;

use crate::table::Table;
use crate::{
    AcceptedTypes, AccountId, Description, Id, NewRegistry, Organization, OrganizationName, Permission, Person,
    PersonId, Registry, RegistryId, RegistryName, Role, ServiceAccount, ServiceAccountId, Stamp, Standing, Team,
    Verdict, Visibility,
};

/// The organization as one account sees it. A registry that the account cannot access is not in it, in no form (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The organization's name.
    pub organization: OrganizationName,
    /// The account that sees this.
    pub account: AccountId,
    /// The people of the organization: everybody sees the directory.
    pub people: Table<Person>,
    /// Its service accounts.
    pub service_accounts: Table<ServiceAccount>,
    /// Its teams.
    pub teams: Table<Team>,
    /// The registries that the account can access: the core ones, then the others in the order of their ids.
    pub registries: Vec<SeenRegistry>,
    /// The role that everybody has in a registry that is open to the organization, without being listed.
    pub default_role: Role,
    /// Whether the account may create a registry.
    pub may_create: Verdict,
}

/// A registry that the account can access, with what the account is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenRegistry {
    /// The registry. Whoever can access it sees all of it, its members too (D: every role reads settings and members).
    pub registry: Rc<Registry>,
    /// The account's role in it, with every source.
    pub standing: Standing,
}

/// Who can access a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The people, in the order of their ids.
    pub people: Vec<PersonId>,
    /// The service accounts.
    pub service_accounts: Vec<ServiceAccountId>,
}

impl View {
    /// The registry with this id, if it is there *and* the account can access it.
    #[must_use]
    pub fn registry(&self, id: &RegistryId) -> Option<&SeenRegistry> {
        self.registries.iter().find(|seen| seen.registry.id() == id)
    }
}

impl Organization {
    /// What the account may see, or nothing if it is not in the organization.
    #[must_use]
    pub fn seen_by(&self, account: &AccountId) -> Option<View> {
        if !self.has(account) {
            return None;
        }
        let (core, custom): (Vec<_>, Vec<_>) =
            self.registries.iter().partition(|registry| registry.core_kind().is_some());
        // Under their ids *Datasets* comes before *Models*; they are shown the other way round.
        let in_order = core.into_iter().rev().chain(custom);
        let registries = in_order
            .filter_map(|registry| {
                let standing = self.standing(account, registry)?;
                Some(SeenRegistry { registry: Rc::clone(registry), standing })
            })
            .collect();
        Some(View {
            organization: self.name.clone(),
            account: account.clone(),
            people: self.people.clone(),
            service_accounts: self.service_accounts.clone(),
            teams: self.teams.clone(),
            registries,
            default_role: self.default_role,
            may_create: self.may(account, &Permission::CreateRegistry),
        })
    }

    /// Who can access a registry.
    #[must_use]
    pub fn audience(&self, registry: &Registry) -> Audience {
        Audience {
            people: self
                .people
                .iter()
                .map(|person| person.id.clone())
                .filter(|id| self.standing(&AccountId::Person(id.clone()), registry).is_some())
                .collect(),
            service_accounts: self
                .service_accounts
                .iter()
                .map(|account| account.id.clone())
                .filter(|id| self.standing(&AccountId::ServiceAccount(id.clone()), registry).is_some())
                .collect(),
        }
    }

    /// Who could access a registry if this account created one with this visibility: asked of a registry made for the
    /// purpose, not of rules written a second time.
    #[must_use]
    pub fn audience_of_new(&self, creator: &AccountId, visibility: Visibility) -> Audience {
        let new = NewRegistry {
            name: RegistryName::accepted(""),
            description: Description::none(),
            visibility,
            accepts: AcceptedTypes::all(),
        };
        let id = RegistryId(Id::from_text(""));
        self.audience(&Registry::custom(id, &new, Stamp { at: 0, by: creator.clone() }))
    }
}

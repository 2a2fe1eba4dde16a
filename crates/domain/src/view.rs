//! The view of one account. Pages, search, counts and titles read nothing else.

mod catalog;
mod lookalikes;
mod lookup;
mod members;
mod references;
mod roles;

use std::fmt;
use std::rc::Rc;

use crate::access::membership::RoleIndex;
use crate::table::Table;
use crate::{
    AcceptedTypes, AccountId, Action, Consequences, DefaultRole, DenialReason, Description, Grantee, Id, NewRegistry,
    Organization, OrganizationName, Permission, Person, PersonId, Refusal, Registry, RegistryId, RegistryName, Role,
    ServiceAccount, ServiceAccountId, Stamp, Standing, Team, Trial, Verdict, Visibility, review,
};
pub use catalog::{CatalogView, ProjectView, VersionView};
pub use lookalikes::{Lookalikes, TypeNote};
pub use lookup::Lookup;
pub use members::ListedName;
pub use roles::{AccountRef, RoleMatrix};

/// The organization as one account sees it. It does not reveal any registry that the account cannot access (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The organization's name.
    pub organization: OrganizationName,
    /// The account whose view it is.
    pub account: AccountId,
    /// The people of the organization. The directory is visible to all accounts.
    pub people: Table<Person>,
    /// The service accounts of the organization.
    pub service_accounts: Table<ServiceAccount>,
    /// The teams of the organization.
    pub teams: Table<Team>,
    /// The registries that the account can access: core registries, then custom ones in the order of their ids.
    pub registries: Vec<RegistryView>,
    /// The default role of new members, and of every person in open registries.
    pub default_role: DefaultRole,
    /// Whether Restricted registries can never become open.
    pub restricted_stays: bool,
    /// Whether the account may create a registry.
    pub may_create: Verdict,
    organization_state: OpaqueOrganization,
}

/// The whole organization, for rules and queries. The methods of [`View`] filter their answers.
#[derive(Clone, PartialEq, Eq)]
struct OpaqueOrganization(Organization);

/// Reveals nothing, so that a view can be logged.
impl fmt::Debug for OpaqueOrganization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpaqueOrganization")
    }
}

/// A registry that the account can access, with its standing there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryView {
    /// The registry. It is visible as a whole, since every role reads settings and members (D).
    pub registry: Rc<Registry>,
    /// The account's role in it, with every source.
    pub standing: Standing,
}

/// The registries of an earlier view that are not passed yet, in the order in which a view has them.
struct EarlierRegistries<'a>(&'a [RegistryView]);

impl<'a> EarlierRegistries<'a> {
    /// The earlier entry of a registry, if the registry is the same object. Registries are asked for in their order.
    fn unchanged(&mut self, registry: &Rc<Registry>) -> Option<&'a RegistryView> {
        while let Some((first, others)) = self.0.split_first() {
            if Rc::ptr_eq(&first.registry, registry) {
                self.0 = others;
                return Some(first);
            }
            let are_custom = first.registry.core_kind().is_none() && registry.core_kind().is_none();
            let is_core_behind = first.registry.core_kind().is_some() && registry.core_kind().is_none();
            let is_passed = first.registry.id() == registry.id()
                || is_core_behind
                || (are_custom && first.registry.id() < registry.id());
            if !is_passed {
                return None;
            }
            self.0 = others;
        }
        None
    }
}

/// The accounts that can access a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The people, in the order of their ids.
    pub people: Vec<PersonId>,
    /// The service accounts, in the order of their ids.
    pub service_accounts: Vec<ServiceAccountId>,
}

impl View {
    /// Whether it is the account's view of this very state of the organization. It compares pointers, so it is false for
    /// an equal state of another origin.
    #[must_use]
    pub fn is_view_of(&self, organization: &Organization, account: &AccountId) -> bool {
        self.account == *account && self.organization_state.0.ptr_eq(organization)
    }

    /// The registry with this id, if it exists *and* the account can access it. It compares with a few of them only, since
    /// pages ask for each of thousands.
    #[must_use]
    pub fn registry(&self, id: &RegistryId) -> Option<&RegistryView> {
        let core_count = self.registries.partition_point(|registry_view| registry_view.registry.core_kind().is_some());
        let (core, custom) = self.registries.split_at_checked(core_count)?;
        match custom.binary_search_by(|registry_view| registry_view.registry.id().cmp(id)) {
            Ok(index) => custom.get(index),
            Err(_) => core.iter().find(|registry_view| registry_view.registry.id() == id),
        }
    }

    /// Decides whether the account has a permission. In a registry without access it has none.
    #[must_use]
    pub fn may(&self, permission: &Permission) -> Verdict {
        match self.organization_state.0.may(&self.account, permission) {
            // Don't reveal who has access to a registry that the account cannot see.
            Verdict::Denied(denial) if denial.reason == DenialReason::NoAccess => {
                Verdict::Denied(crate::Denial { permitted: Vec::new(), ..denial })
            }
            verdict => verdict,
        }
    }

    /// Reviews an action of the account against the current state.
    ///
    /// # Errors
    /// The same refusal as for the action itself.
    pub fn review(&self, action: &Action) -> Result<(), Refusal> {
        review(&self.organization_state.0, &self.account, action)
    }

    /// Starts a trial of several actions of the account. Later actions can refer to objects that earlier ones create.
    #[must_use]
    pub fn trial(&self) -> Trial {
        self.organization_state.0.trial(&self.account)
    }

    /// Computes how the account's actions, as one intent, would change roles and owners.
    ///
    /// # Errors
    /// The refusal of the first refused action, and its position.
    pub fn consequences(&self, actions: &[Action]) -> Result<Consequences, (usize, Refusal)> {
        self.organization_state.0.consequences(&self.account, actions)
    }

    /// As [`consequences`](Self::consequences), but only in the first `most` registries in which something changes. The
    /// others are counted.
    ///
    /// # Errors
    /// As for all.
    pub fn consequences_in_first(&self, most: usize, actions: &[Action]) -> Result<Consequences, (usize, Refusal)> {
        self.organization_state.0.consequences_in_first(most, &self.account, actions)
    }

    /// The standing of any account in a visible registry, or `None` if the registry is hidden or that account has no
    /// access.
    #[must_use]
    pub fn standing_of(&self, account: &AccountId, registry: &RegistryId) -> Option<Standing> {
        self.organization_state.0.standing(account, &self.registry(registry)?.registry)
    }

    /// The audience of a registry, or `None` if the registry is hidden.
    #[must_use]
    pub fn audience(&self, registry: &RegistryId) -> Option<Audience> {
        Some(self.organization_state.0.audience(&self.registry(registry)?.registry))
    }

    /// The audience of a new registry of this account.
    #[must_use]
    pub fn audience_of_new(&self, visibility: Visibility) -> Audience {
        self.organization_state.0.audience_of_new(&self.account, visibility)
    }

    /// The person with this username or address, or the service account or team with this name. Case and outer white space
    /// do not matter (R).
    #[must_use]
    pub fn grantee_named(&self, text: &str) -> Option<Grantee> {
        self.organization_state.0.grantee_named(text)
    }

    /// The person with this username, or the service account with this name. Case does not matter.
    #[must_use]
    pub fn account_named(&self, name: &str) -> Option<AccountId> {
        self.organization_state.0.account_named(name)
    }

    /// The role of a new member unless another one is chosen (D).
    #[must_use]
    pub fn default_role_of(&self, grantee: &Grantee) -> Role {
        self.organization_state.0.default_role_of(grantee)
    }

    /// Whether the person is an Admin of any team.
    #[must_use]
    pub fn is_team_administrator(&self, person: &PersonId) -> bool {
        self.organization_state.0.is_team_administrator(person)
    }

    /// The display name of a grantee, or `None` if it is no longer in the organization.
    #[must_use]
    pub fn name_of(&self, grantee: &Grantee) -> Option<&str> {
        match grantee {
            Grantee::Person(id) => self.people.get(id).map(|person| person.name.as_str()),
            Grantee::ServiceAccount(id) => self.service_accounts.get(id).map(|account| account.name.as_str()),
            Grantee::Team(id) => self.teams.get(id).map(|team| team.name.as_str()),
        }
    }
}

impl Organization {
    /// The view of an account, or `None` if the account is not in the organization.
    #[must_use]
    pub fn view_for(&self, account: &AccountId) -> Option<View> {
        self.updated_view_for(account, None)
    }

    /// As [`view_for`](Self::view_for), faster than without an earlier view of the account: registries that have not changed
    /// keep their standings if nothing else has changed that gives roles.
    #[must_use]
    pub fn updated_view_for(&self, account: &AccountId, earlier: Option<&View>) -> Option<View> {
        if !self.has(account) {
            return None;
        }
        let has_same_roles = |view: &&View| {
            view.account == *account
                && view.people.ptr_eq(&self.people)
                && view.service_accounts.ptr_eq(&self.service_accounts)
                && view.teams.ptr_eq(&self.teams)
                && view.default_role == self.default_role
        };
        let mut earlier = EarlierRegistries(earlier.filter(has_same_roles).map_or(&[], |view| &view.registries));
        let (core, custom): (Vec<_>, Vec<_>) =
            self.registries.iter().partition(|registry| registry.core_kind().is_some());
        // By id *Datasets* comes first, but *Models* is displayed first.
        let ordered = core.into_iter().rev().chain(custom);
        let registries = ordered
            .filter_map(|registry| {
                if let Some(registry_view) = earlier.unchanged(registry) {
                    return Some(registry_view.clone());
                }
                let standing = self.standing(account, registry)?;
                Some(RegistryView { registry: Rc::clone(registry), standing })
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
            restricted_stays: self.restricted_stays,
            may_create: self.may(account, &Permission::CreateRegistry),
            organization_state: OpaqueOrganization(self.clone()),
        })
    }

    /// The accounts that can access a registry.
    #[must_use]
    pub fn audience(&self, registry: &Registry) -> Audience {
        let roles = RoleIndex::of(self).roles_in(registry).to_vec();
        let service_account_roles = roles.iter().skip(self.people.len());
        let people = self.people.iter().zip(&roles).filter(|(_, role)| role.is_some());
        let service_accounts = self.service_accounts.iter().zip(service_account_roles);
        let service_accounts = service_accounts.filter(|(_, role)| role.is_some());
        Audience {
            people: people.map(|(person, _)| person.id.clone()).collect(),
            service_accounts: service_accounts.map(|(account, _)| account.id.clone()).collect(),
        }
    }

    /// The audience of a new registry. It evaluates a temporary registry, so that no rule is duplicated.
    #[must_use]
    pub fn audience_of_new(&self, creator: &AccountId, visibility: Visibility) -> Audience {
        let new = NewRegistry {
            name: RegistryName::new_unchecked(""),
            description: Description::empty(),
            visibility,
            accepts: AcceptedTypes::all(),
        };
        let id = RegistryId(Id::from_text(""));
        self.audience(&Registry::custom(id, &new, Stamp { at: 0, by: creator.clone() }))
    }
}

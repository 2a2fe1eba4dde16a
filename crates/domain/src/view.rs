//! What one account may see: the only thing that pages, search, counts and titles ever read.

mod members;
mod roles;

use std::fmt;
use std::rc::Rc;

use crate::table::Table;
use crate::{
    AcceptedTypes, AccountId, Action, Consequences, DefaultRole, Description, Grantee, Id, NewRegistry, Organization,
    OrganizationName, Permission, Person, PersonId, Refusal, Registry, RegistryId, RegistryName, Role, ServiceAccount,
    ServiceAccountId, Stamp, Standing, Team, Trial, Verdict, Visibility, review,
};
pub use members::names_in;
pub use roles::{Placed, Roles};

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
    pub default_role: DefaultRole,
    /// Whether Restricted registries stay restricted.
    pub restricted_stays: bool,
    /// Whether the account may create a registry.
    pub may_create: Verdict,
    behind: Behind,
}

/// What the view is cut out of: its methods ask the rules, and tell no more than the account may know.
#[derive(Clone, PartialEq, Eq)]
struct Behind(Organization);

/// Nothing of it is shown, not even for debugging.
impl fmt::Debug for Behind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Behind")
    }
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
    /// Whether it is what the account sees of this very organization. It looks at pointers only, so that it may say no of
    /// one that was changed back.
    #[must_use]
    pub fn is_of(&self, organization: &Organization, account: &AccountId) -> bool {
        self.account == *account && self.behind.0.is_same(organization)
    }

    /// The registry with this id, if it is there *and* the account can access it.
    #[must_use]
    pub fn registry(&self, id: &RegistryId) -> Option<&SeenRegistry> {
        self.registries.iter().find(|seen| seen.registry.id() == id)
    }

    /// Whether the account may do something. In a registry that it cannot access it may do nothing.
    #[must_use]
    pub fn may(&self, permission: &Permission) -> Verdict {
        let verdict = self.behind.0.may(&self.account, permission);
        match (verdict, permission) {
            // Who could is nobody's business who cannot see the registry.
            (Verdict::Denied(denial), Permission::InRegistry(id, _)) if self.registry(id).is_none() => {
                Verdict::Denied(crate::Denial { could: Vec::new(), ..denial })
            }
            (verdict, _) => verdict,
        }
    }

    /// Whether an action of the account would be refused now.
    ///
    /// # Errors
    /// The refusal that it would be answered with.
    pub fn review(&self, action: &Action) -> Result<(), Refusal> {
        review(&self.behind.0, &self.account, action)
    }

    /// A copy of the organization, to try several actions of the account one after the other, and to speak of what they
    /// make.
    #[must_use]
    pub fn trial(&self) -> Trial {
        self.behind.0.trial(&self.account)
    }

    /// What actions of the account would change in who can access what, if they were done now as one intent.
    ///
    /// # Errors
    /// The refusal of the intent, with the position of the action that it is about.
    pub fn consequences(&self, actions: &[Action]) -> Result<Consequences, (usize, Refusal)> {
        self.behind.0.consequences(&self.account, actions)
    }

    /// What any account has in a registry that this one can access, or nothing if it cannot access it.
    #[must_use]
    pub fn standing_of(&self, account: &AccountId, registry: &RegistryId) -> Option<Standing> {
        self.behind.0.standing(account, &self.registry(registry)?.registry)
    }

    /// Who can access a registry that this account can access.
    #[must_use]
    pub fn audience(&self, registry: &RegistryId) -> Option<Audience> {
        Some(self.behind.0.audience(&self.registry(registry)?.registry))
    }

    /// Who could access a registry if the account created one with this visibility.
    #[must_use]
    pub fn audience_of_new(&self, visibility: Visibility) -> Audience {
        self.behind.0.audience_of_new(&self.account, visibility)
    }

    /// Who can be listed under this text: a username, an email, the name of a service account or of a team, exact but for
    /// case and outer white space (R).
    #[must_use]
    pub fn grantee_named(&self, text: &str) -> Option<Grantee> {
        self.behind.0.grantee_named(text)
    }

    /// The person or service account of this name, compared by case-fold.
    #[must_use]
    pub fn account_named(&self, name: &str) -> Option<AccountId> {
        self.behind.0.account_named(name)
    }

    /// The role that somebody is added to a registry with if nobody says otherwise (D).
    #[must_use]
    pub fn default_role_of(&self, grantee: &Grantee) -> Role {
        self.behind.0.default_role_of(grantee)
    }

    /// Whether the person is an Admin of at least one team.
    #[must_use]
    pub fn is_team_administrator(&self, person: &PersonId) -> bool {
        self.behind.0.is_team_administrator(person)
    }

    /// What somebody or something that can be listed is called; nothing if it is not in the organization any more.
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
            restricted_stays: self.restricted_stays,
            may_create: self.may(account, &Permission::CreateRegistry),
            behind: Behind(self.clone()),
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
                .filter(|id| self.role_in(&AccountId::Person(id.clone()), registry).is_some())
                .collect(),
            service_accounts: self
                .service_accounts
                .iter()
                .map(|account| account.id.clone())
                .filter(|id| self.role_in(&AccountId::ServiceAccount(id.clone()), registry).is_some())
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

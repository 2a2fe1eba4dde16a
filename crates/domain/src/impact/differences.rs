//! The differences between two states of an organization: who gained, lost or changed which access, and which settings, names,
//! registries, members, types and visibilities differ. Registries are compared as far as an account could see them in each of the
//! states, and the settings, the directory and the teams in any case. What is in the collections and projects is not compared.
//!
//! Of a registry that exists and that the account could not see at one of the two moments, it learns nothing about that
//! moment, except for its own role.

mod comparison;

use std::rc::Rc;

use self::comparison::Comparison;
use crate::{
    AccountId, CollectionId, DefaultRole, Grantee, Organization, OrganizationName, OrganizationRole, Registry, Role,
    TeamRole,
};

/// The differences of two states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The people, service accounts and teams that are new.
    pub joined: Vec<Party>,
    /// The people, service accounts and teams that are gone.
    pub left: Vec<Party>,
    /// The people, service accounts and teams with another name, username or address, in this order.
    pub renamed: Vec<NamesDifference>,
    /// The settings of the organization, unless all of them are the same.
    pub settings: Option<SettingsDifference>,
    /// The roles in the organization that changed, also of people who are new or gone.
    pub organization_roles: Vec<OrganizationRoleDifference>,
    /// The memberships of teams that are new, gone or changed, by team.
    pub team_members: Vec<TeamMemberDifference>,
    /// The registries that are new, gone or changed: core registries, then by id.
    pub registries: Vec<RegistryDifference>,
    /// The rows that are new, gone or changed, by registry.
    pub members: Vec<MemberDifference>,
    /// The effective roles that changed, by registry.
    pub access: Vec<RoleDifference>,
    /// The owners that changed, of registries that exist and are visible at both moments.
    pub owners: Vec<OwnerDifference>,
    /// The collections that are new, gone or renamed, by registry.
    pub collections: Vec<CollectionDifference>,
}

/// A person, service account or team with its names: those of the later state, if it is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party {
    /// The person, service account or team.
    pub grantee: Grantee,
    /// The shown name.
    pub name: Rc<str>,
    /// The username, or the name of a service account or team.
    pub reference: Rc<str>,
}

/// The names of a person, service account or team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The shown name.
    pub name: Rc<str>,
    /// The username of a person.
    pub username: Option<Rc<str>>,
    /// The address of a person.
    pub email: Option<Rc<str>>,
}

/// The names of a person, service account or team at two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesDifference {
    /// The person, service account or team.
    pub party: Party,
    /// The names before.
    pub before: Names,
    /// The names after.
    pub after: Names,
}

/// The settings of the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The display name.
    pub name: OrganizationName,
    /// The default role.
    pub default_role: DefaultRole,
    /// Whether Restricted registries can never become open.
    pub restricted_stays: bool,
}

/// The settings of the organization at two moments. `None` before the founding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsDifference {
    /// Before.
    pub before: Option<Settings>,
    /// After.
    pub after: Option<Settings>,
}

/// A role in the organization at two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationRoleDifference {
    /// The person.
    pub person: Party,
    /// The role before, or `None` if the person was not there.
    pub before: Option<OrganizationRole>,
    /// The role after, or `None` if the person is not there.
    pub after: Option<OrganizationRole>,
}

/// A membership of a team at two moments. A service account, which has no role in a team, counts as Member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamMemberDifference {
    /// The team.
    pub team: Party,
    /// The member.
    pub member: Party,
    /// The role before, or `None` if it was no member.
    pub before: Option<TeamRole>,
    /// The role after, or `None` if it is no member.
    pub after: Option<TeamRole>,
}

/// A registry at two moments. `None` if it did not exist, or the account could not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryDifference {
    /// Before.
    pub before: Option<Rc<Registry>>,
    /// After.
    pub after: Option<Rc<Registry>>,
}

/// A row at two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberDifference {
    /// The registry.
    pub registry: Rc<Registry>,
    /// The member.
    pub member: Party,
    /// The role before, or `None` without a row.
    pub before: Option<Role>,
    /// The role after, or `None` without a row.
    pub after: Option<Role>,
}

/// An effective role at two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleDifference {
    /// The registry.
    pub registry: Rc<Registry>,
    /// The account.
    pub account: Party,
    /// The role before, or `None` without access.
    pub before: Option<Role>,
    /// The role after, or `None` without access.
    pub after: Option<Role>,
}

/// An owner at two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerDifference {
    /// The registry.
    pub registry: Rc<Registry>,
    /// The owner before, if any.
    pub before: Option<Party>,
    /// The owner after, if any.
    pub after: Option<Party>,
}

/// A collection at two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionDifference {
    /// The registry.
    pub registry: Rc<Registry>,
    /// The collection.
    pub id: CollectionId,
    /// The name before, or `None` if it was not there.
    pub before: Option<Rc<str>>,
    /// The name after, or `None` if it is not there.
    pub after: Option<Rc<str>>,
}

impl RegistryDifference {
    /// The registry after, or before if it is gone.
    #[must_use]
    pub fn registry(&self) -> Option<&Rc<Registry>> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

impl Differences {
    /// Compares two states. A state is missing before the founding.
    #[must_use]
    pub fn between(before: Option<&Organization>, after: Option<&Organization>, viewer: &AccountId) -> Self {
        Comparison::of(before, after, viewer).differences()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Organization {
    /// The shown name and the reference of a person, service account or team.
    #[must_use]
    pub fn names_of(&self, grantee: &Grantee) -> Option<(&str, &str)> {
        match grantee {
            Grantee::Person(id) => self.person(id).map(|person| (person.name.as_str(), person.username.as_str())),
            Grantee::ServiceAccount(id) => {
                self.service_accounts.get(id).map(|account| (account.name.as_str(), account.name.as_str()))
            }
            Grantee::Team(id) => self.team(id).map(|team| (team.name.as_str(), team.name.as_str())),
        }
    }

    /// All names of a person, service account or team.
    fn all_names_of(&self, grantee: &Grantee) -> Option<Names> {
        let Grantee::Person(id) = grantee else {
            return self.names_of(grantee).map(|(name, _)| Names { name: name.into(), username: None, email: None });
        };
        self.person(id).map(|person| Names {
            name: person.name.as_str().into(),
            username: Some(person.username.as_str().into()),
            email: Some(person.email.as_str().into()),
        })
    }

    fn settings(&self) -> Settings {
        Settings {
            name: self.name().clone(),
            default_role: self.default_role(),
            restricted_stays: self.restricted_stays(),
        }
    }
}

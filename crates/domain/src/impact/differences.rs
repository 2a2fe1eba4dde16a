//! The differences between two states of an organization, as far as an account could see each of them: who gained, lost or
//! changed which access, and which registries, members, types and visibilities differ.
//!
//! Of a registry that exists and that the account could not see at one of the two moments, it learns nothing about that
//! moment, except for its own role.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::access::membership::RoleIndex;
use crate::{
    AccountId, Grantee, Organization, OrganizationRole, PersonId, Registry, RegistryId, Role, Team, TeamId, TeamRole,
};

/// The differences of two states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The people, service accounts and teams that are new.
    pub joined: Vec<Party>,
    /// The people, service accounts and teams that are gone.
    pub left: Vec<Party>,
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
        Comparison { before, after, viewer }.differences()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

struct Comparison<'a> {
    before: Option<&'a Organization>,
    after: Option<&'a Organization>,
    viewer: &'a AccountId,
}

/// A registry at one moment.
enum Side<'a> {
    Absent,
    /// It exists, and the account cannot see it.
    Hidden,
    Seen(&'a Rc<Registry>),
}

impl<'a> Side<'a> {
    fn of(organization: Option<&'a Organization>, id: &RegistryId, viewer: &AccountId) -> Self {
        let Some(organization) = organization else { return Self::Absent };
        match organization.registry(id) {
            None => Self::Absent,
            Some(registry) if organization.role_in(viewer, registry).is_some() => Self::Seen(registry),
            Some(_) => Self::Hidden,
        }
    }

    fn seen(&self) -> Option<&'a Rc<Registry>> {
        match self {
            Self::Seen(registry) => Some(registry),
            Self::Absent | Self::Hidden => None,
        }
    }

    fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden)
    }
}

impl Comparison<'_> {
    fn differences(&self) -> Differences {
        let mut differences = Differences::default();
        let [before, after] = [self.before, self.after].map(grantees);
        differences.joined =
            after.iter().filter(|one| !before.contains(one)).filter_map(|one| self.party(one)).collect();
        differences.left = before.iter().filter(|one| !after.contains(one)).filter_map(|one| self.party(one)).collect();
        self.compare_organization_roles(&mut differences);
        self.compare_teams(&mut differences);
        let indexes = [self.before, self.after].map(|organization| organization.map(RoleIndex::of));
        for id in self.registries() {
            let sides = [self.before, self.after].map(|organization| Side::of(organization, &id, self.viewer));
            self.compare(&sides, &indexes, &mut differences);
        }
        differences
    }

    fn compare_organization_roles(&self, differences: &mut Differences) {
        let roles = both([self.before, self.after].map(|organization| {
            let people = organization.into_iter().flat_map(|organization| organization.people());
            people.map(|person| (person.id.clone(), person.role)).collect()
        }));
        for (person, [before, after]) in roles {
            if let Some(person) = self.person(&person) {
                differences.organization_roles.push(OrganizationRoleDifference { person, before, after });
            }
        }
    }

    fn compare_teams(&self, differences: &mut Differences) {
        let members = both([self.before, self.after].map(|organization| {
            let teams = organization.into_iter().flat_map(|organization| organization.teams());
            teams.flat_map(|team| members_of(team)).collect()
        }));
        for ((team, member), [before, after]) in members {
            if let Some((team, member)) = self.party(&Grantee::Team(team)).zip(self.party(&member)) {
                differences.team_members.push(TeamMemberDifference { team, member, before, after });
            }
        }
    }

    /// The ids of all registries of both states: core registries, then by id.
    fn registries(&self) -> Vec<RegistryId> {
        let all = [self.before, self.after].into_iter().flatten().flat_map(Organization::registries);
        let ordered: BTreeMap<(bool, RegistryId), ()> =
            all.map(|registry| ((registry.core_kind().is_none(), registry.id().clone()), ())).collect();
        ordered.into_keys().map(|(_, id)| id).collect()
    }

    fn compare(&self, sides: &[Side<'_>; 2], indexes: &[Option<RoleIndex<'_>>; 2], differences: &mut Differences) {
        let [before, after] = sides;
        let (old, new) = (before.seen(), after.seen());
        let Some(registry) = new.or(old) else { return };
        let has_hidden = before.is_hidden() || after.is_hidden();
        if old.map(facts) != new.map(facts) {
            differences.registries.push(RegistryDifference { before: old.cloned(), after: new.cloned() });
        }
        self.compare_roles(registry, [old, new], has_hidden, indexes, differences);
        if has_hidden {
            return;
        }
        self.compare_rows(registry, [old, new], differences);
        if let (Some(old), Some(new)) = (old, new)
            && old.owner() != new.owner()
        {
            let owner = |registry: &Registry| registry.owner().and_then(|person| self.person(person));
            let (before, after) = (owner(old), owner(new));
            differences.owners.push(OwnerDifference { registry: Rc::clone(registry), before, after });
        }
    }

    /// With a side that is hidden, only the account's own role is compared: it has none there.
    fn compare_roles(
        &self,
        registry: &Rc<Registry>,
        sides: [Option<&Rc<Registry>>; 2],
        is_own_only: bool,
        indexes: &[Option<RoleIndex<'_>>; 2],
        differences: &mut Differences,
    ) {
        let mut roles: BTreeMap<AccountId, [Option<Role>; 2]> = BTreeMap::new();
        let organizations = [self.before, self.after];
        for (side, ((organization, index), registry)) in organizations.iter().zip(indexes).zip(sides).enumerate() {
            let (Some(organization), Some(index), Some(registry)) = (organization, index, registry) else { continue };
            for (account, role) in organization.accounts().zip(index.roles_in(registry).to_vec()) {
                if let Some(slot) = roles.entry(account).or_default().get_mut(side) {
                    *slot = role;
                }
            }
        }
        for (account, [before, after]) in roles {
            let is_shown = before != after && (!is_own_only || account == *self.viewer);
            if let Some(account) = self.party(&account.into()).filter(|_| is_shown) {
                differences.access.push(RoleDifference { registry: Rc::clone(registry), account, before, after });
            }
        }
    }

    fn compare_rows(&self, registry: &Rc<Registry>, sides: [Option<&Rc<Registry>>; 2], differences: &mut Differences) {
        let rows = both(sides.map(|registry| {
            let rows = registry.into_iter().flat_map(|registry| registry.rows());
            rows.map(|row| (row.grantee.clone(), row.role)).collect()
        }));
        for (grantee, [before, after]) in rows {
            if let Some(member) = self.party(&grantee) {
                differences.members.push(MemberDifference { registry: Rc::clone(registry), member, before, after });
            }
        }
    }

    fn person(&self, person: &PersonId) -> Option<Party> {
        self.party(&Grantee::Person(person.clone()))
    }

    fn party(&self, grantee: &Grantee) -> Option<Party> {
        let (name, reference) =
            [self.after, self.before].into_iter().flatten().find_map(|one| one.names_of(grantee))?;
        Some(Party { grantee: grantee.clone(), name: name.into(), reference: reference.into() })
    }
}

/// The values that differ between two moments, by their keys.
fn both<K: Ord, V: PartialEq>(sides: [Vec<(K, V)>; 2]) -> impl Iterator<Item = (K, [Option<V>; 2])> {
    let mut values: BTreeMap<K, [Option<V>; 2]> = BTreeMap::new();
    for (side, entries) in sides.into_iter().enumerate() {
        for (key, value) in entries {
            if let Some(slot) = values.entry(key).or_insert([None, None]).get_mut(side) {
                *slot = Some(value);
            }
        }
    }
    values.into_iter().filter(|(_, [before, after])| before != after)
}

/// The members of a team with their roles.
fn members_of(team: &Team) -> impl Iterator<Item = ((TeamId, Grantee), TeamRole)> {
    let people = team.people.iter().map(|(id, role)| (Grantee::Person(id.clone()), *role));
    let accounts = team.service_accounts.iter().map(|id| (Grantee::ServiceAccount(id.clone()), TeamRole::Member));
    people.chain(accounts).map(|(member, role)| ((team.id.clone(), member), role))
}

/// The properties of a registry that are compared, besides rows and owners.
fn facts(registry: &Rc<Registry>) -> impl PartialEq {
    let registry = Rc::clone(registry);
    (
        registry.name().as_str().to_owned(),
        registry.description().as_str().to_owned(),
        registry.visibility(),
        registry.accepts().clone(),
    )
}

fn grantees(organization: Option<&Organization>) -> std::collections::BTreeSet<Grantee> {
    let Some(organization) = organization else { return std::collections::BTreeSet::new() };
    let accounts = organization.accounts().map(Grantee::from);
    accounts.chain(organization.teams().map(|team| Grantee::Team(team.id.clone()))).collect()
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
}

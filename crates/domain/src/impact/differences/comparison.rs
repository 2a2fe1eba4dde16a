//! The comparison of two states. It makes the differences, and knows no words for them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    CollectionDifference, Differences, MemberDifference, NamesDifference, OrganizationRoleDifference, OwnerDifference,
    Party, RegistryDifference, RoleDifference, SettingsDifference, TeamMemberDifference,
};
use crate::access::membership::RoleIndex;
use crate::{AccountId, Grantee, Organization, PersonId, Registry, RegistryId, Role, Team, TeamId, TeamRole};

/// Two states, and the account that sees them.
pub(super) struct Comparison<'a> {
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

impl<'a> Comparison<'a> {
    pub fn of(before: Option<&'a Organization>, after: Option<&'a Organization>, viewer: &'a AccountId) -> Self {
        Self { before, after, viewer }
    }

    pub fn differences(&self) -> Differences {
        let mut differences = Differences::default();
        self.compare_settings(&mut differences);
        self.compare_names(&mut differences);
        self.compare_organization_roles(&mut differences);
        self.compare_teams(&mut differences);
        let indexes = [self.before, self.after].map(|organization| organization.map(RoleIndex::of));
        for id in self.registries() {
            let sides = [self.before, self.after].map(|organization| Side::of(organization, &id, self.viewer));
            self.compare(&sides, &indexes, &mut differences);
        }
        differences
    }

    fn compare_settings(&self, differences: &mut Differences) {
        let [before, after] = [self.before, self.after].map(|organization| organization.map(Organization::settings));
        if before != after {
            differences.settings = Some(SettingsDifference { before, after });
        }
    }

    fn compare_names(&self, differences: &mut Differences) {
        let names = both([self.before, self.after].map(|organization| {
            let all = organization.into_iter().flat_map(|one| grantees(one).map(|who| (one.all_names_of(&who), who)));
            all.filter_map(|(names, who)| Some((who, names?))).collect()
        }));
        for (grantee, sides) in names {
            let Some(party) = self.party(&grantee) else { continue };
            match sides {
                [Some(before), Some(after)] => differences.renamed.push(NamesDifference { party, before, after }),
                [None, Some(_)] => differences.joined.push(party),
                [Some(_), None] => differences.left.push(party),
                [None, None] => {}
            }
        }
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
        self.compare_collections(registry, differences);
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

    /// Of a registry that is hidden at neither moment.
    fn compare_collections(&self, registry: &Rc<Registry>, differences: &mut Differences) {
        let names = both([self.before, self.after].map(|organization| {
            let all = organization.into_iter().flat_map(|one| one.catalog.collections_of(registry.id()));
            all.map(|collection| (collection.id.clone(), Rc::<str>::from(collection.name.as_str()))).collect()
        }));
        for (id, [before, after]) in names {
            let registry = Rc::clone(registry);
            differences.collections.push(CollectionDifference { registry, id, before, after });
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
fn facts(registry: &Rc<Registry>) -> impl PartialEq + '_ {
    (
        registry.name(),
        registry.description(),
        registry.visibility(),
        registry.accepts().specified(),
        registry.protected_aliases(),
    )
}

fn grantees(organization: &Organization) -> impl Iterator<Item = Grantee> {
    let accounts = organization.accounts().map(Grantee::from);
    accounts.chain(organization.teams().map(|team| Grantee::Team(team.id.clone())))
}

//! When grants came to be.

use std::collections::BTreeMap;

use domain::{
    AccountId, Action, DefaultRole, Grant, GrantTimes, Grantee, Id, Organization, OrganizationAction, OrganizationRole,
    PersonId, Registry, RegistryId, Role, Source, Visibility, found_organization, replay,
};
use proptest::prelude::*;

use crate::attempts::actor as actor_of;
use crate::sequences::{steps, world};
use crate::support::{
    World, add_member, founding, new_registry, property_config, record_name, set_member_role, set_visibility, time_of,
};

/// Every grant of an organization, and since when it exists.
type Since = BTreeMap<(AccountId, RegistryId, Role, Source), i64>;

/// The times of a world's log.
fn times_of(world: &World) -> GrantTimes {
    let mut times = GrantTimes::default();
    if let AccountId::Person(founder) = &world.founder {
        times.take_founding(founder.clone(), time_of(0));
    }
    for (index, (actor, action)) in world.log.iter().enumerate() {
        times.take(actor.id(), std::slice::from_ref(action), &record_name(index + 1), time_of(index + 1));
    }
    times
}

fn grants(organization: &Organization) -> impl Iterator<Item = (AccountId, &Registry, Grant)> {
    organization.accounts().flat_map(move |account| {
        organization.registries().flat_map(move |registry| {
            let standing = organization.standing(&account, registry);
            let grants = standing.map(|standing| standing.grants().to_vec()).unwrap_or_default();
            let account = account.clone();
            grants.into_iter().map(move |grant| (account.clone(), &**registry, grant))
        })
    })
}

/// The same times without a rule: all grants are found after each record, and those that were there before are older.
fn naive_times(world: &World) -> Since {
    let id = Id::new(&record_name(0), 0);
    let mut organization = found_organization(&founding("Lighthouse"), id, time_of(0));
    let mut since = Since::new();
    let mut note = |organization: &Organization, at| {
        let found = grants(organization).map(|(account, registry, Grant { role, source })| {
            let grant = (account, registry.id().clone(), role, source);
            let before = since.get(&grant).copied();
            (grant, before.unwrap_or(at))
        });
        since = found.collect();
    };
    note(&organization, time_of(0));
    for (index, (actor, action)) in world.log.iter().enumerate() {
        replay(&mut organization, actor, std::slice::from_ref(action), &record_name(index + 1), 0);
        note(&organization, time_of(index + 1));
    }
    assert_eq!(organization.accounts().count(), world.organization.accounts().count());
    since
}

fn check_times(world: &World) {
    let (times, naive) = (times_of(world), naive_times(world));
    for (account, registry, grant) in grants(&world.organization) {
        let since = times.since(&account, registry.id(), &grant);
        let expected = naive.get(&(account.clone(), registry.id().clone(), grant.role, grant.source.clone()));
        assert_eq!(since, expected.copied(), "{account:?} in {}: {grant:?}", registry.name());
    }
}

#[test]
fn a_grant_through_a_team_begins_with_the_later_of_row_and_membership() {
    let mut world = World::new();
    let (early, late) =
        (world.person("early", OrganizationRole::Member), world.person("late", OrganizationRole::Member));
    let team = world.team_with("vision", &[&early]);
    let registry = world.create_registry(&world.founder.clone(), new_registry("Quartz", Visibility::Restricted));
    world.add_member(&registry, &Grantee::Team(team.clone()), Role::Viewer);
    let listed = world.last_time();
    world.join_team(&team, &late, domain::TeamRole::Member);
    let joined = world.last_time();
    let grant = Grant { role: Role::Viewer, source: Source::Team(team) };
    let times = times_of(&world);
    assert_eq!(times.since(&early, &registry, &grant), Some(listed));
    assert_eq!(times.since(&late, &registry, &grant), Some(joined));
    assert_eq!(times.since(&AccountId::Person(PersonId(Id::from_text("nobody"))), &registry, &grant), None);
    check_times(&world);
}

#[test]
fn a_changed_role_is_a_new_grant_and_the_same_role_is_not() {
    let mut world = World::new();
    let mina = world.person("mina", OrganizationRole::Member);
    let registry = world.create_registry(&world.founder.clone(), new_registry("Quartz", Visibility::Organization));
    let grantee = Grantee::from(mina.clone());
    world.apply_as_founder(&add_member(&registry, &grantee, Role::Viewer));
    world.apply_as_founder(&set_member_role(&registry, &grantee, Role::Member));
    let changed = world.last_time();
    world.apply_as_founder(&set_member_role(&registry, &grantee, Role::Member));
    world.apply_as_founder(&set_visibility(&registry, Visibility::Organization));
    world.apply_as_founder(&Action::Organization(OrganizationAction::SetDefaultRole(DefaultRole::Viewer)));
    let times = times_of(&world);
    let since = |role, source| times.since(&mina, &registry, &Grant { role, source });
    assert_eq!(since(Role::Member, Source::OwnRow), Some(changed));
    assert_eq!(since(Role::Viewer, Source::Base), Some(world.last_time()));
    check_times(&world);
}

proptest! {
    #![proptest_config(property_config(100))]

    #[test]
    fn the_times_of_all_grants_are_those_of_the_records_that_made_them(steps in steps()) {
        let mut world = world();
        for (number, attempt) in &steps {
            let actor = actor_of(&world.organization, *number);
            let _ = world.act(&actor, &attempt.action(&world.organization));
        }
        check_times(&world);
    }
}

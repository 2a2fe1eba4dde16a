//! Random sequences of actions, checked against the naive rules.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::{Discriminant, discriminant};

use domain::stored::{self, DecodedEntry};
use domain::{
    AccountId, Action, ArtifactId, CollectionId, Consequences, Grantee, Id, Missing, Organization, Permission, Refusal,
    Registry, RegistryAction, RegistryId, SeriesId, Visibility, approve, carry_out, replay, review,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::attempts::{Attempt, actor as actor_of, attempt, pick};
use crate::support::{World, link_to, new_registry, property_config, protect_alias};
use crate::{invariants, naive};

/// The number of the acting account, and its action.
pub type Step = (usize, Attempt);

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec((any::<usize>(), attempt()), 1..60)
}

/// A world with some objects, so that the first actions have targets.
pub fn world() -> World {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", domain::OrganizationRole::Member);
    let robot = world.service_account("robot");
    let lead = world.person("tom", domain::OrganizationRole::Viewer);
    let led = world.team("vision");
    world.join_team(&led, &lead, domain::TeamRole::Admin);
    let team = world.team_with("platform", &[&mina, &robot]);
    world.join_team(&team, &founder, domain::TeamRole::Viewer);
    world.create_registry(&mina, new_registry("Quartz", Visibility::Restricted));
    world.create_registry(&founder, new_registry("Basalt", Visibility::Organization));
    let project = world.project(&team, "Lava field");
    let versions = ["one", "two"].map(|text| world.log(&founder, &project, "shale", text));
    let models = domain::CoreRegistry::Models.id();
    world.apply_as_founder(&protect_alias(&models, "production"));
    for version in &versions {
        world.apply_as_founder(&link_to(version, &models, "tide-1", &["production"]));
    }
    world
}

/// The review agrees with the rules, and checks them in the right order.
fn check_review(organization: &Organization, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
    let reviewed = review(organization, actor, action);
    let allowed = naive::allows(organization, actor, action);
    assert_eq!(reviewed.is_ok(), allowed, "{actor:?}: {action:?}: {reviewed:?}");
    if let Some(outcome) = naive::catalog::outcome(organization, actor, action) {
        assert_eq!(naive::catalog::Outcome::of(&reviewed), outcome, "{actor:?}: {action:?}: {reviewed:?}");
        return reviewed;
    }
    let needed = naive::needs(action);
    match &needed {
        Permission::InRegistry(id, _) if !naive::sees(organization, actor, id) => {
            assert_eq!(reviewed, Err(Refusal::Missing(Missing::Registry)));
        }
        Permission::ManageTeam(team) if organization.team(team).is_none() => {
            assert_eq!(reviewed, Err(Refusal::Missing(Missing::Team)));
        }
        _ => {
            let may = naive::may(organization, actor, &needed);
            assert_eq!(matches!(reviewed, Err(Refusal::Denied(_))), !may, "{actor:?}: {action:?}: {reviewed:?}");
        }
    }
    match &reviewed {
        Err(Refusal::LastRegistryAdmin(registries)) => {
            assert!(!registries.is_empty());
            // Only accounts that see the registry can cause this refusal.
            check_visible(organization, actor, registries);
        }
        Err(Refusal::Taken { holder: Some(holder), .. }) => {
            check_visible(organization, actor, std::slice::from_ref(holder));
        }
        _ => {}
    }
    reviewed
}

fn check_visible(organization: &Organization, actor: &AccountId, names: &[domain::RegistryName]) {
    for name in names {
        let holder = organization.holder_of(name).map(|holder| holder.id().clone());
        assert!(holder.is_some_and(|id| naive::sees(organization, actor, &id)), "{name} is revealed to {actor:?}");
    }
}

fn check_stored(action: &Action) {
    let text = stored::write(action);
    assert_eq!(stored::read(text.get()), Some(DecodedEntry::Action(action.clone())), "{text:?}");
}

/// The predicted changes of roles and owners are exactly the real ones, in registries that the account may see.
fn check_consequences(before: &Organization, after: &Organization, actor: &AccountId, announced: &Consequences) {
    let found: Vec<_> = announced
        .access
        .iter()
        .map(|change| (change.registry.clone(), change.account.clone(), change.before, change.after))
        .collect();
    let expected: Vec<_> = naive::differences(before, after, actor).into_iter().collect();
    let mut sorted = found.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
    let by_registry = |id: &domain::RegistryId| before.registry(id).or_else(|| after.registry(id)).unwrap().clone();
    for change in &announced.access {
        assert_eq!(&change.name, by_registry(&change.registry).name());
    }
    for change in &announced.owners {
        assert_eq!(&change.name, by_registry(&change.registry).name());
    }
    let owner = |organization: &Organization, id| organization.registry(id).map(|one| one.owner().cloned());
    let changed = before.registries().filter(|one| {
        let (old, new) = (owner(before, one.id()), owner(after, one.id()));
        new.is_some() && old != new && (naive::sees(before, actor, one.id()) || naive::sees(after, actor, one.id()))
    });
    let expected: Vec<_> = changed
        .map(|one| (one.id().clone(), owner(before, one.id()).flatten(), owner(after, one.id()).flatten()))
        .collect();
    let owners =
        announced.owners.iter().map(|change| (change.registry.clone(), change.before.clone(), change.after.clone()));
    assert_eq!(owners.collect::<Vec<_>>(), expected);
    let gone: Vec<_> = announced.gone.iter().map(|gone| gone.object.clone()).collect();
    assert_eq!(gone.len(), gone.iter().collect::<BTreeSet<_>>().len());
    assert_eq!(gone.into_iter().collect::<BTreeSet<_>>(), naive::consequences::gone(before, after, actor));
    let aliases = announced.aliases.iter();
    let moved: BTreeSet<_> =
        aliases.map(|change| (change.series.clone(), change.alias.clone(), change.before, change.after)).collect();
    assert_eq!(moved, naive::consequences::alias_changes(before, after, actor));
}

/// A view that is made from an earlier one is the same as one that is made alone.
fn check_views_after(before: &Organization, after: &Organization) {
    for account in after.accounts() {
        let earlier = before.view_for(&account);
        assert_eq!(after.updated_view_for(&account, earlier.as_ref()), after.view_for(&account), "{account:?}");
    }
}

/// The owners after the action follow the rules.
fn check_owners(before: &Organization, after: &Organization, actor: &AccountId, action: &Action) {
    for registry in after.registries() {
        let Some(old) = before.registry(registry.id()) else { continue };
        let is_listed = |grantee: &Grantee| registry.rows().iter().any(|row| row.grantee == *grantee);
        let expected = match (action, old.owner()) {
            (Action::Registry(RegistryAction::SetOwner { registry: id, person }), _) if id == registry.id() => {
                Some(person.clone())
            }
            (_, Some(owner)) if !is_listed(&Grantee::Person(owner.clone())) => next_owner(registry, actor),
            (_, owner) => owner.cloned(),
        };
        assert_eq!(registry.owner(), expected.as_ref(), "{action:?}");
    }
}

/// The acting admin if listed, otherwise the admin with the oldest row.
fn next_owner(registry: &Registry, actor: &AccountId) -> Option<domain::PersonId> {
    let mut admins = Vec::new();
    for row in registry.rows() {
        let Grantee::Person(person) = &row.grantee else { continue };
        if AccountId::Person(person.clone()) == *actor {
            return Some(person.clone());
        }
        if row.role == domain::Role::Admin {
            admins.push(person.clone());
        }
    }
    admins.first().cloned()
}

/// Tries an action and checks all results. Returns whether it was applied.
fn check_step(world: &mut World, actor: &AccountId, action: &Action) -> bool {
    check_stored(action);
    let before = world.organization.clone();
    let reviewed = check_review(&before, actor, action);
    let view = world.view(actor);
    assert_eq!(view.review(action), reviewed);
    let announced = view.consequences(std::slice::from_ref(action));
    let answer = world.act(actor, action);
    assert_eq!(answer.clone().map(drop), reviewed);
    match answer {
        Err(refusal) => {
            assert_eq!(world.organization, before, "what is refused changes nothing");
            assert_eq!(announced, Err((0, refusal)));
            return false;
        }
        Ok(made) => {
            invariants::check(&world.organization);
            check_owners(&before, &world.organization, actor, action);
            check_views_after(&before, &world.organization);
            // A prediction does not know the id of the created object yet.
            let mut announced = announced.unwrap();
            for change in &mut announced.aliases {
                rename_series(&mut change.series, &made);
            }
            let made = domain::RegistryId(made);
            for change in announced.access.iter_mut() {
                rename(&mut change.registry, &made);
                if let AccountId::Person(id) = &mut change.account {
                    rename(id, &domain::PersonId(made.0.clone()));
                }
                if let AccountId::ServiceAccount(id) = &mut change.account {
                    rename(id, &domain::ServiceAccountId(made.0.clone()));
                }
            }
            check_consequences(&before, &world.organization, actor, &announced);
        }
    }
    true
}

/// The first consequences are those of all in the first registries with any, and the number of the other registries. New
/// registries come last.
fn check_first(before: &Organization, all: &Consequences, most: usize, first: &Consequences) {
    let access = all.access.iter().map(|change| &change.registry);
    let mut registries: Vec<&RegistryId> = access.chain(all.owners.iter().map(|change| &change.registry)).collect();
    registries.sort_by_key(|id| (before.registry(id).is_none(), *id));
    registries.dedup();
    let is_first = |registry: &RegistryId| registries.iter().take(most).any(|first| *first == registry);
    let expected = Consequences {
        access: all.access.iter().filter(|change| is_first(&change.registry)).cloned().collect(),
        owners: all.owners.iter().filter(|change| is_first(&change.registry)).cloned().collect(),
        more_registries: registries.len().saturating_sub(most),
        ..all.clone()
    };
    assert_eq!(*first, expected);
}

/// The position of the refused action, and the kind of the refusal.
fn place_of_refusal<T>(answer: &Result<T, (usize, Refusal)>) -> Option<(usize, Discriminant<Refusal>)> {
    answer.as_ref().err().map(|(position, refusal)| (*position, discriminant(refusal)))
}

/// Replaces the id of a predicted collection or artifact by its real id.
fn rename_series(id: &mut SeriesId, made: &Id) {
    let (SeriesId::Collection(CollectionId(id)) | SeriesId::Artifact(ArtifactId(id))) = id;
    if let Some(rest) = id.as_str().strip_prefix(Id::new("", 0).as_str()) {
        *id = Id::from_text(&format!("{made}{rest}"));
    }
}

/// Replaces the id of a predicted object by its real id.
fn rename<T: Clone + PartialEq + std::fmt::Display>(id: &mut T, made: &T) {
    if id.to_string() == Id::new("", 0).as_str() {
        *id = made.clone();
    }
}

proptest! {
    #![proptest_config(property_config(150))]

    #[test]
    fn random_actions_follow_the_rules_and_keep_every_invariant(steps in steps()) {
        let mut world = world();
        invariants::check(&world.organization);
        let mut tried = Vec::new();
        for (number, attempt) in &steps {
            let actor = actor_of(&world.organization, *number);
            let action = attempt.action(&world.organization);
            check_step(&mut world, &actor, &action);
            tried.push(action);
        }
        for account in world.organization.accounts() {
            invariants::check_view(&world.organization, &world.view(&account));
            invariants::check_nothing_leaks(&world.organization, &account, &tried);
        }
    }

    #[test]
    fn an_intent_is_applied_completely_or_not_at_all(
        grown in steps(),
        actor in any::<usize>(),
        intent in vec(attempt(), 0..5),
    ) {
        let mut world = world();
        for (number, attempt) in &grown {
            let actor = actor_of(&world.organization, *number);
            let _ = world.act(&actor, &attempt.action(&world.organization));
        }
        let before = world.organization.clone();
        let actor = actor_of(&before, actor);
        let actions: Vec<Action> = intent.iter().map(|attempt| attempt.action(&before)).collect();
        let mut one_by_one = Ok(before.clone());
        for (position, action) in actions.iter().enumerate() {
            let Ok(organization) = &mut one_by_one else { break };
            match approve(organization, &actor, action) {
                Ok(approved) => approved.apply(Id::new("next", position), 7),
                Err(refusal) => one_by_one = Err((position, refusal)),
            }
        }
        let whole = carry_out(&before, &actor, &actions, "next", 7);
        prop_assert_eq!(&whole, &one_by_one);
        prop_assert_eq!(&world.organization, &before);
        let announced = before.consequences(&actor, &actions);
        // With the same ids, the prediction equals the result. A refusal can name a link that the intent itself makes.
        let rehearsed = carry_out(&before, &actor, &actions, "", 0);
        prop_assert_eq!(place_of_refusal(&rehearsed), place_of_refusal(&whole));
        match rehearsed {
            Err(refusal) => prop_assert_eq!(announced, Err(refusal)),
            Ok(rehearsed) => {
                invariants::check(&whole.unwrap());
                let announced = announced.unwrap();
                check_consequences(&before, &rehearsed, &actor, &announced);
                for most in 0..3 {
                    check_first(&before, &announced, most, &before.consequences_in_first(most, &actor, &actions).unwrap());
                }
            }
        }
    }

    #[test]
    fn unreviewed_actions_leave_no_dangling_reference(steps in steps()) {
        let mut world = world();
        for (position, (number, attempt)) in steps.iter().enumerate() {
            let Some(by) = pick(&world.organization.accounts().collect::<Vec<_>>(), *number) else { break };
            let action = attempt.action(&world.organization);
            let record = format!("unreviewed{position}");
            replay(&mut world.organization, &by, std::slice::from_ref(&action), &record, 0);
            let organization = &world.organization;
            for registry in organization.registries() {
                prop_assert!(invariants::all_different(registry.rows().iter().map(|row| &row.grantee)));
                for row in registry.rows() {
                    let is_there = match &row.grantee {
                        Grantee::Person(id) => organization.person(id).is_some(),
                        Grantee::ServiceAccount(id) => organization.has(&AccountId::ServiceAccount(id.clone())),
                        Grantee::Team(id) => organization.team(id).is_some(),
                    };
                    prop_assert!(is_there, "{:?} after {:?}", row, action);
                }
                let owner = registry.owner().map(|owner| Grantee::Person(owner.clone()));
                prop_assert!(owner.is_none_or(|owner| registry.row(&owner).is_some()), "after {action:?}");
            }
            for team in organization.teams() {
                prop_assert!(team.people.keys().all(|id| organization.person(id).is_some()), "after {action:?}");
            }
        }
    }
}

/// Checks that the random sequences reach every rule.
#[test]
fn random_sequences_apply_and_refuse_every_kind_of_action() {
    let mut runner = TestRunner::deterministic();
    let mut counts: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    let mut refusals: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..300 {
        let mut world = world();
        for (number, attempt) in steps().new_tree(&mut runner).unwrap().current() {
            let actor = actor_of(&world.organization, number);
            let action = attempt.action(&world.organization);
            let words = |value: &str, count| value.split(['(', ' ']).take(count).collect::<Vec<_>>().join("::");
            let count = counts.entry(words(&format!("{action:?}"), 2)).or_default();
            match world.act(&actor, &action) {
                Ok(_) => count[0] += 1,
                Err(refusal) => {
                    count[1] += 1;
                    *refusals.entry(words(&format!("{refusal:?}"), 1)).or_default() += 1;
                }
            }
        }
    }
    assert_eq!(counts.len(), 50);
    for (action, [done, refused]) in &counts {
        assert_eq!(*done > 0, action != "Registry::RemoveType", "{action}: {counts:?}");
        assert!(*refused > 0, "{action}: {counts:?}");
    }
    assert_eq!(refusals.len(), 21, "every reason comes up: {refusals:?}");
}

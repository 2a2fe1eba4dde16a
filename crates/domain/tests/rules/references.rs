//! References in addresses: by id, by name, by an older name, as the account sees them; and the names of versions.

use domain::{
    AccountId, Action, CollectionAction, CollectionId, CollectionName, Description, NewCollection, OrganizationRole,
    PersonAction, RegistryAction, RegistryId, ServiceAccountAction, VersionAction, VersionRef, View, Visibility,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::*;

#[track_caller]
fn check_registry(view: &View, reference: &str, expected: Option<&RegistryId>) {
    let found = view.registry_by_reference(reference).map(|seen| seen.registry.id());
    assert_eq!(found, expected, "{reference:?}");
}

#[track_caller]
fn check_account(view: &View, reference: &str, expected: Option<&AccountId>) {
    assert_eq!(view.account_by_reference(reference).as_ref(), expected, "{reference:?}");
}

fn rename_person(person: &AccountId, username: &str) -> Action {
    Action::Person(PersonAction::Edit {
        person: person_id(person),
        name: None,
        username: Some(account_name(username)),
        email: None,
    })
}

fn create_collection(registry: &RegistryId, name: &str) -> CollectionAction {
    CollectionAction::Create(NewCollection {
        registry: registry.clone(),
        name: CollectionName::parse(name).unwrap(),
        artifact_type: artifact_type("model"),
        description: Description::parse("").unwrap(),
        tags: Default::default(),
    })
}

fn edit_collection(collection: &CollectionId, name: &str) -> CollectionAction {
    CollectionAction::Edit {
        collection: collection.clone(),
        name: Some(CollectionName::parse(name).unwrap()),
        description: None,
        tags: None,
    }
}

#[test]
fn every_spelling_of_a_name_leads_to_the_registry_and_one_is_written() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let id = world.create_registry(&founder, new_registry("Fine Tuned", Visibility::Organization));
    let view = world.view(&founder);
    for reference in
        ["Fine Tuned", "fine tuned", "FINE\u{a0}TUNED", " Fine  Tuned ", "wandb-registry-Fine Tuned", id.0.as_str()]
    {
        check_registry(&view, reference, Some(&id));
    }
    check_registry(&view, "FineTuned", None);
    check_registry(&view, "", None);
    assert_eq!(view.reference_to_registry(&id), "Fine Tuned");
}

#[test]
fn core_registries_are_named_like_any_other() {
    let world = World::new();
    let view = world.view(&world.founder);
    for seen in &view.registries {
        let (id, name) = (seen.registry.id(), seen.registry.name().as_str());
        check_registry(&view, name, Some(id));
        check_registry(&view, id.0.as_str(), Some(id));
        assert_eq!(view.reference_to_registry(id), name);
    }
    check_registry(&view, "wandb-registry-model", view.registries.first().map(|seen| seen.registry.id()));
}

#[test]
fn an_older_name_leads_to_the_registry_until_another_one_has_it() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let first = world.create_registry(&founder, new_registry("Speech", Visibility::Organization));
    world.apply_as_founder(&rename_registry(&first, "Voice"));
    check_registry(&world.view(&founder), "speech", Some(&first));
    let second = world.create_registry(&founder, new_registry("Speech", Visibility::Organization));
    check_registry(&world.view(&founder), "Speech", Some(&second));
    world.apply_as_founder(&rename_registry(&second, "Sound"));
    check_registry(&world.view(&founder), "Speech", Some(&second));
    world.apply_as_founder(&Action::Registry(RegistryAction::Delete(second.clone())));
    check_registry(&world.view(&founder), "Speech", Some(&first));
    world.apply_as_founder(&rename_registry(&first, "SPEECH"));
    let view = world.view(&founder);
    check_registry(&view, "Voice", Some(&first));
    assert_eq!(view.reference_to_registry(&first), "SPEECH");
}

#[test]
fn a_hidden_registry_neither_takes_nor_keeps_a_name() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", OrganizationRole::Member);
    let open = world.create_registry(&founder, new_registry("Speech", Visibility::Organization));
    world.apply_as_founder(&rename_registry(&open, "Voice"));
    let hidden = world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    check_registry(&world.view(&founder), "Speech", Some(&hidden));
    check_registry(&world.view(&mina), "Speech", Some(&open));
    check_registry(&world.view(&mina), hidden.0.as_str(), None);
    assert_eq!(world.view(&mina).reference_to_registry(&hidden), hidden.0.as_str());
    world.apply_as_founder(&rename_registry(&hidden, "Sound"));
    check_registry(&world.view(&founder), "Speech", Some(&hidden));
    check_registry(&world.view(&mina), "Speech", Some(&open));
}

#[test]
fn a_name_that_equals_an_id_gives_way_to_it_where_the_id_is_seen() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", OrganizationRole::Member);
    let hidden = world.create_registry(&founder, new_registry("Safety", Visibility::Restricted));
    let named = world.create_registry(&founder, new_registry(hidden.0.as_str(), Visibility::Organization));
    let view = world.view(&founder);
    check_registry(&view, hidden.0.as_str(), Some(&hidden));
    assert_eq!(view.reference_to_registry(&named), named.0.as_str());
    // For an account that does not see the other registry, the address gives no hint of it.
    assert_eq!(world.view(&mina).reference_to_registry(&named), hidden.0.as_str());
    check_registry(&world.view(&mina), hidden.0.as_str(), Some(&named));
}

#[test]
fn a_collection_is_found_by_id_exact_name_and_older_name_in_its_registry() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let [models, other] =
        ["Speech", "Vision"].map(|name| world.create_registry(&founder, new_registry(name, Visibility::Organization)));
    let mut create = |registry: &RegistryId, name: &str| {
        CollectionId(world.apply_as_founder(&create_collection(registry, name).into()))
    };
    let (churn, upper, elsewhere) = (create(&models, "churn"), create(&models, "Churn"), create(&other, "churn"));
    let rename = |collection: &CollectionId, name: &str| -> Action { edit_collection(collection, name).into() };
    #[track_caller]
    fn check(world: &World, registry: &RegistryId, reference: &str, expected: Option<&CollectionId>) {
        let view = world.view(&world.founder);
        let found = view.collection_by_reference(registry, reference).map(|found| found.id.clone());
        assert_eq!(found.as_ref(), expected, "{reference:?}");
    }
    check(&world, &models, " churn ", Some(&churn));
    check(&world, &models, "Churn", Some(&upper));
    check(&world, &models, "CHURN", None);
    check(&world, &other, "churn", Some(&elsewhere));
    world.apply_as_founder(&rename(&churn, "churn-model"));
    check(&world, &models, "churn", Some(&churn));
    check(&world, &other, "churn-model", None);
    let taker = CollectionId(world.apply_as_founder(&create_collection(&models, "churn").into()));
    check(&world, &models, "churn", Some(&taker));
    world.apply_as_founder(&rename(&upper, churn.0.as_str()));
    check(&world, &models, churn.0.as_str(), Some(&churn));
    let view = world.view(&founder);
    let written = |id: &CollectionId| view.reference_to_collection(view.catalog().collection(id).unwrap());
    assert_eq!(written(&churn), "churn-model");
    assert_eq!(written(&upper), upper.0.as_str(), "its name is the id of another one");
}

#[test]
fn accounts_are_found_by_id_name_and_older_name() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina.park", OrganizationRole::Member);
    let runner = world.service_account("ci-runner");
    world.team("platform");
    let view = world.view(&founder);
    for (reference, account) in [
        ("mina.park", Some(&mina)),
        ("MINA.park", Some(&mina)),
        (mina.id().as_str(), Some(&mina)),
        ("ci-runner", Some(&runner)),
        (runner.id().as_str(), Some(&runner)),
        ("platform", None),
        ("nobody", None),
        ("", None),
    ] {
        check_account(&view, reference, account);
    }
    assert_eq!(view.reference_to_account(&mina), "mina.park");
    assert_eq!(view.reference_to_account(&runner), "ci-runner");
    world.apply_as_founder(&rename_person(&mina, "mina.lee"));
    world.apply_as_founder(&Action::ServiceAccount(ServiceAccountAction::Rename {
        service_account: service_account_id(&runner),
        name: account_name("builder"),
    }));
    let view = world.view(&founder);
    check_account(&view, "Mina.Park", Some(&mina));
    check_account(&view, "ci-runner", Some(&runner));
    assert_eq!(view.reference_to_account(&mina), "mina.lee");
    world.apply_as_founder(&remove_person(&mina));
    check_account(&world.view(&founder), "mina.park", None);
}

#[test]
fn a_username_that_equals_an_id_gives_way_to_it() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", OrganizationRole::Member);
    let other = world.person(mina.id().as_str(), OrganizationRole::Member);
    let view = world.view(&founder);
    check_account(&view, mina.id().as_str(), Some(&mina));
    assert_eq!(view.reference_to_account(&other), other.id().as_str());
}

proptest! {
    #![proptest_config(property_config(200))]

    #[test]
    fn every_reference_that_is_written_leads_back(
        steps in vec((0_usize..4, 0_usize..6, select(vec!["a", "A", "b", "r001.0", "r002.0", "models", "..", "한", "x y", "x\u{a0}y"])), 1..30),
    ) {
        let mut world = World::new();
        let founder = world.founder.clone();
        let mina = world.person("mina", OrganizationRole::Member);
        let mut ids = Vec::new();
        for (what, which, name) in steps {
            let visibility = if what == 0 { Visibility::Restricted } else { Visibility::Organization };
            let action = match ids.get(which) {
                Some(id) if what == 2 => rename_registry(id, name),
                Some(id) if what == 3 => Action::Registry(RegistryAction::Delete(id.clone())),
                _ => Action::Registry(RegistryAction::Create(new_registry(name, visibility))),
            };
            if let (Ok(id), Action::Registry(RegistryAction::Create(_))) = (world.act(&founder, &action), &action) {
                ids.push(RegistryId(id));
            }
        }
        for account in [founder, mina] {
            let view = world.view(&account);
            for seen in &view.registries {
                let reference = view.reference_to_registry(seen.registry.id());
                let found = view.registry_by_reference(reference).unwrap();
                prop_assert_eq!(found.registry.id(), seen.registry.id(), "{}", reference);
            }
        }
    }
}

#[test]
fn a_version_is_named_by_its_number_without_zeros_or_by_an_alias() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let team = world.team("vision");
    let project = world.project(&team, "Churn");
    world.log(&founder, &project, "churn", "one");
    let newest = world.log(&founder, &project, "churn", "two");
    let aliased = VersionAction::AddAlias { version: VersionRef::Source(newest), alias: alias("best") };
    world.apply_as_founder(&aliased.into());
    let view = world.view(&founder);
    let artifact = view.catalog().artifact_named(&project, "churn").unwrap();
    let number = |text| artifact.versions.named(text).map(|version| version.number);
    for (text, expected) in [("v0", 0), ("v1", 1), ("best", 1), ("latest", 1), (" best ", 1), ("v1 ", 1)] {
        assert_eq!(number(text), Some(expected), "{text:?}");
    }
    for text in ["v2", "v01", "v00", "v+1", "v", "1", "V1", "v 1", "v4294967296", "v4294967297", "", "worst", "Best"] {
        assert_eq!(number(text), None, "{text:?}");
    }
}

//! Taken names.

use domain::{
    Action, Id, Missing, OrganizationRole, PersonAction, Refusal, RegistryAction, RegistryId, RegistryName,
    ServiceAccountAction, TeamAction, TeamId, UniqueField, Visibility, replay,
};

use crate::support::{World, account_name, new_person, new_registry};

/// Creates a registry, then a second one. `holder` is the expected holder in the refusal, if the name is taken.
#[track_caller]
fn check_registry(first: Option<&str>, second: &str, holder: Option<&str>) {
    let mut world = World::new();
    let founder = world.founder.clone();
    if let Some(name) = first {
        world.create_registry(&founder, new_registry(name, Visibility::Organization));
    }
    let before = world.organization.clone();
    let answer =
        world.act(&founder, &Action::Registry(RegistryAction::Create(new_registry(second, Visibility::Organization))));
    match holder {
        None => assert!(answer.is_ok(), "{second:?}: {answer:?}"),
        Some(holder) => {
            assert_eq!(answer, Err(taken(Some(holder))), "{second:?}");
            assert_eq!(world.organization, before, "{second:?}");
        }
    }
}

fn taken(holder: Option<&str>) -> Refusal {
    Refusal::Taken { field: UniqueField::RegistryName, holder: holder.map(|name| RegistryName::parse(name).unwrap()) }
}

#[track_caller]
fn check_directory(action: &Action, field: UniqueField) {
    let mut world = World::new();
    let founder = world.founder.clone();
    world.person("Mina", OrganizationRole::Member);
    world.service_account("ci-runner");
    world.team("platform");
    assert_eq!(world.act(&founder, action), Err(Refusal::Taken { field, holder: None }), "{action:?}");
}

#[test]
fn core_registries_take_their_display_names_and_full_names() {
    for name in ["Models", "models", "MODELS", "Model", "MODEL", "model", "mo\u{200b}del"] {
        check_registry(None, name, Some("Models"));
    }
    for name in ["Datasets", "datasets", "Dataset", "dataset", "DATASET"] {
        check_registry(None, name, Some("Datasets"));
    }
}

#[test]
fn names_similar_to_core_registries_are_free() {
    for name in ["Models 2", "modelss", "data sets", "데이터셋", "ｍodel", "artifact", "wandb-registry"] {
        check_registry(None, name, None);
    }
}

#[test]
fn taken_names_ignore_case_normalization_and_invisible_characters() {
    for (first, second) in [
        ("Speech", "Speech"),
        ("Speech", "sPEECH"),
        ("Straße", "STRASSE"),
        ("STRASSE", "Straße"),
        ("Modèle", "MODE\u{300}LE"),
        ("ﬁne", "FINE"),
        ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
        ("Speech", "Spe\u{ad}ech"),
        ("Fine Tuned", "Fine\u{a0}Tuned"),
        ("Fine\u{2009}Tuned", "fine  tuned"),
        ("Release 2025-11", "Release 2025\u{2011}11"),
        ("👩\u{200d}🔬", "👩🔬"),
    ] {
        check_registry(Some(first), second, Some(first));
    }
}

#[test]
fn another_name_is_free() {
    for (first, second) in [("Speech", "Speeches"), ("a b", "ab"), ("resume", "résumé"), ("음성", "음악")] {
        check_registry(Some(first), second, None);
    }
}

#[test]
fn the_holder_of_a_taken_name_is_named_only_if_visible() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", OrganizationRole::Member);
    let tomasz = world.person("tomasz", OrganizationRole::Member);
    world.create_registry(&mina, new_registry("Safety", Visibility::Restricted));
    let again = Action::Registry(RegistryAction::Create(new_registry("SAFETY", Visibility::Organization)));
    assert_eq!(world.act(&mina, &again), Err(taken(Some("Safety"))));
    assert_eq!(world.act(&founder, &again), Err(taken(Some("Safety"))));
    assert_eq!(world.act(&tomasz, &again), Err(taken(None)));
}

#[test]
fn creating_without_the_permission_does_not_reveal_taken_names() {
    let mut world = World::new();
    let viewer = world.person("noa", OrganizationRole::Viewer);
    let answer =
        world.act(&viewer, &Action::Registry(RegistryAction::Create(new_registry("Models", Visibility::Organization))));
    assert!(matches!(answer, Err(Refusal::Denied(_))), "{answer:?}");
}

#[test]
fn usernames_service_accounts_and_teams_share_one_namespace() {
    for name in ["ada", "ADA", "mina", "MINA", "ci-runner", "CI-Runner", "platform", "Platform"] {
        let mut person = new_person(name, OrganizationRole::Member);
        person.email = domain::Email::parse("somebody@else.example").unwrap();
        check_directory(&Action::Person(PersonAction::Add(person)), UniqueField::AccountName);
        check_directory(
            &Action::ServiceAccount(ServiceAccountAction::Add(account_name(name))),
            UniqueField::AccountName,
        );
        check_directory(&Action::Team(TeamAction::Add(account_name(name))), UniqueField::AccountName);
    }
}

#[test]
fn an_email_belongs_to_one_person() {
    for address in ["ada@lighthouse.example", "ADA@Lighthouse.Example", "mina@lighthouse.example"] {
        let mut person = new_person("somebody", OrganizationRole::Member);
        person.email = domain::Email::parse(address).unwrap();
        check_directory(&Action::Person(PersonAction::Add(person)), UniqueField::Email);
    }
}

#[test]
fn a_registry_may_have_the_name_of_an_account() {
    check_registry(None, "ada", None);
}

#[test]
fn actions_of_an_unknown_account_are_refused() {
    let mut world = World::new();
    let mut elsewhere = World::new();
    let stranger = elsewhere.person("stranger", OrganizationRole::Admin);
    let answer = world
        .act(&stranger, &Action::Registry(RegistryAction::Create(new_registry("Speech", Visibility::Organization))));
    assert_eq!(answer, Err(Refusal::Missing(Missing::Actor)));
    assert_eq!(world.organization.view_for(&stranger), None);
}

/// Replays records of an earlier program, which considered two equal names different.
fn replay_twins(world: &mut World, actions: [Action; 2]) {
    let founder = world.founder.clone();
    for (record, action) in ["old1", "old2"].into_iter().zip(actions) {
        replay(&mut world.organization, &founder, &[action], record, 1_000);
    }
}

#[test]
fn a_name_of_two_registries_stays_taken_until_both_are_deleted() {
    let mut world = World::new();
    let create = |name| Action::Registry(RegistryAction::Create(new_registry(name, Visibility::Organization)));
    replay_twins(&mut world, [create("Speech"), create("SPEECH")]);
    let founder = world.founder.clone();
    for (record, expected) in [("old1", Err(taken(Some("SPEECH")))), ("old2", Ok(()))] {
        world.apply_as_founder(&Action::Registry(RegistryAction::Delete(RegistryId(Id::new(record, 0)))));
        assert_eq!(world.act(&founder, &create("speech")).map(drop), expected);
    }
}

#[test]
fn a_name_of_two_teams_stays_taken_until_both_are_removed() {
    let mut world = World::new();
    let add = |name| Action::Team(TeamAction::Add(account_name(name)));
    replay_twins(&mut world, [add("vision"), add("Vision")]);
    let founder = world.founder.clone();
    let taken = Refusal::Taken { field: UniqueField::AccountName, holder: None };
    for (record, expected) in [("old1", Err(taken)), ("old2", Ok(()))] {
        world.apply_as_founder(&Action::Team(TeamAction::Remove(TeamId(Id::new(record, 0)))));
        assert_eq!(world.act(&founder, &add("VISION")).map(drop), expected);
    }
}

/// Two names of an earlier program stay two names, and each is found by its exact text.
#[test]
fn names_that_an_earlier_program_told_apart_stay_and_take_every_new_name_of_their_key() {
    let mut world = World::new();
    let founder = world.founder.clone();
    for (number, name) in ["Fine Tuned", "Fine\u{a0}Tuned", "fine  tuned"].into_iter().enumerate() {
        let name = serde_json::to_string(name).unwrap();
        let entry = format!(
            r#"{{"create_registry":{{"name":{name},"description":"","visibility":"organization","accepts":"all"}}}}"#
        );
        let Some(domain::stored::DecodedEntry::Action(action)) = domain::stored::read(&entry) else {
            panic!("{entry}")
        };
        let record = format!("old.{number}");
        let copy = domain::carry_out(&world.organization, &founder, std::slice::from_ref(&action), &record, 1);
        world.organization = copy.unwrap();
    }
    let named = |text: &str| {
        let view = world.view(&founder);
        view.lookup().registry_named(text).map(|registry| registry.name().to_string())
    };
    for text in ["Fine Tuned", "Fine\u{a0}Tuned", "fine  tuned"] {
        assert_eq!(named(text).as_deref(), Some(text));
        assert_eq!(named(&format!("\u{feff}{text} ")).as_deref(), Some(text));
        let new = new_registry(
            &format!("FINE{}", text.trim_start_matches("Fine").trim_start_matches("fine")),
            Visibility::Organization,
        );
        let answer = domain::review(&world.organization, &founder, &Action::Registry(RegistryAction::Create(new)));
        assert!(matches!(answer, Err(Refusal::Taken { holder: Some(_), .. })), "{answer:?}");
    }
    assert_eq!(named("FINE\u{2003}TUNED").as_deref(), Some("Fine Tuned"));
    assert_eq!(named("wandb\u{2011}registry-fine tuned").as_deref(), Some("Fine Tuned"));
    assert_eq!(named("wandb-registry-model").as_deref(), Some("Models"));
    assert_eq!(named("wandb-registry-models"), None);
}

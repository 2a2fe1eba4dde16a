//! Names and types that look like others.

use domain::{Appearance, Lookalikes, TypeNote, Visibility};

use crate::support::{World, artifact_type, new_registry, types};

#[track_caller]
fn check(one: &str, other: &str, alike: bool) {
    assert_eq!(Appearance::of(one).is_like(&Appearance::of(other)), alike, "{one:?} and {other:?}");
    assert_eq!(Appearance::of(other).is_like(&Appearance::of(one)), alike, "{other:?} and {one:?}");
}

#[test]
fn texts_with_one_key_or_one_skeleton_look_alike() {
    for (one, other) in [
        ("model", "Model"),
        ("model", "m\u{43e}del"),
        ("model", "M\u{41e}DEL"),
        ("model", "modeI"),
        ("model", "mode1"),
        ("raw data", "raw\u{a0}data"),
        ("eval-set", "eval\u{2011}set"),
        ("modern", "modem"),
        ("model", "model\u{200b}"),
        ("ﬁne", "fine"),
    ] {
        check(one, other, true);
    }
    for (one, other) in [("model", "models"), ("model", "dataset"), ("raw data", "rawdata"), ("음성", "음악")] {
        check(one, other, false);
    }
}

/// Ada sees everything; Mina does not see the restricted registry.
fn world() -> World {
    let mut world = World::new();
    let founder = world.founder.clone();
    for (name, visibility, accepted) in [
        ("Speech", Visibility::Organization, ["report", "raw data"]),
        ("Secret", Visibility::Restricted, ["finding", "leak"]),
    ] {
        let mut new = new_registry(name, visibility);
        new.accepts = types(accepted);
        world.create_registry(&founder, new);
    }
    world
}

#[test]
fn a_type_that_looks_like_another_is_noted_with_the_other_one() {
    let world = world();
    let lookalikes = Lookalikes::of(&world.view(&world.founder));
    let noted = |typed: &[&str]| {
        let typed: Vec<_> = typed.iter().map(|text| artifact_type(text)).collect();
        let notes = lookalikes.notes_on_types(&typed).into_iter();
        notes.map(|(one, note)| (one.to_string(), note)).collect::<Vec<_>>()
    };
    let like = |text: &str| TypeNote::LooksLike(artifact_type(text));
    assert_eq!(noted(&["rep\u{43e}rt"]), [("rep\u{43e}rt".to_owned(), like("report"))]);
    assert_eq!(noted(&["Model"]), [("Model".to_owned(), like("model"))]);
    assert_eq!(noted(&["table", "Table"]), [("Table".to_owned(), like("table"))]);
    assert_eq!(noted(&["report", "model", "raw data", "new"]), []);
    assert_eq!(
        noted(&["raw\u{a0}data", "a; b"]),
        [
            ("raw\u{a0}data".to_owned(), like("raw data")),
            ("raw\u{a0}data".to_owned(), TypeNote::RefusedByClient),
            ("a; b".to_owned(), TypeNote::RefusedByClient),
        ]
    );
}

#[test]
fn a_registry_is_noted_that_has_a_similar_name_unless_it_is_the_same() {
    let world = world();
    let lookalikes = Lookalikes::of(&world.view(&world.founder));
    let like = |name: &str, owner| {
        let found = lookalikes.registries_like(name, owner).into_iter();
        found.map(|registry| registry.name().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(like("Spee\u{441}h", None), ["Speech"]);
    assert_eq!(like("M\u{43e}dels", None), ["Models"]);
    assert!(like("Speeches", None).is_empty());
    let view = world.view(&world.founder);
    let speech = view.lookup().registry_named("Speech").unwrap().id();
    assert!(like("Spee\u{441}h", Some(speech)).is_empty());
}

#[test]
fn hidden_names_are_not_compared() {
    let mut world = world();
    let mina = world.person("mina", domain::OrganizationRole::Member);
    let lookalikes = Lookalikes::of(&world.view(&mina));
    assert!(lookalikes.registries_like("\u{405}ecret", None).is_empty());
    assert!(lookalikes.notes_on_types(&[artifact_type("Finding")]).is_empty());
    let lookalikes = Lookalikes::of(&world.view(&world.founder));
    assert_eq!(lookalikes.registries_like("\u{405}ecret", None).len(), 1);
}

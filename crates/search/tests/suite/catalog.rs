//! Collections, tags, aliases and versions, as an account finds them.

use domain::{AccountId, CollectionAction, CoreRegistry, View, Visibility};
use search::{Building, CatalogIndex, CatalogQuery, CatalogResults, Found, Group};

use crate::support::World;

const LIMIT: usize = 5;

fn index(view: &View) -> CatalogIndex {
    let mut building = Building::of(view);
    while !building.step(3) {}
    building.finish()
}

fn find(view: &View, typed: &str) -> CatalogResults {
    index(view).find(&mut CatalogQuery::of(view, typed), LIMIT)
}

fn name(found: &Found) -> String {
    let version = |number: Option<u32>| number.map(|number| format!(":v{number}")).unwrap_or_default();
    match found {
        Found::Collection(one) => one.name.to_string(),
        Found::Tag(tag, one, number) => format!("{tag} {}{}", one.name, version(*number)),
        Found::Alias(alias, one, number) => format!("{alias} {}:v{number}", one.name),
        Found::Version(one, number) => format!("{}:v{number}", one.name),
    }
}

fn names(group: &Group<Found>) -> Vec<String> {
    group.items.iter().map(name).collect()
}

/// *Models* with two collections, and an open registry with a third.
struct Fixture {
    world: World,
    view: View,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let models = CoreRegistry::Models.id();
        let churn = world.collection(&models, "churn-model", "Who cancels, and when.", &["tabular", "GDPR reviewed"]);
        world.link(&churn, &["staging"], &["nightly"]);
        world.link(&churn, &["production"], &[]);
        let speech = world.collection(&models, "음성 인식", "", &["speech"]);
        world.link(&speech, &["production", "best"], &["nightly"]);
        let open = world.registry("Evaluation Sets", Visibility::Organization);
        let other = world.collection(&open, "churn-holdout", "", &[]);
        world.link(&other, &["frozen"], &[]);
        let view = world.view(&world.founder);
        Self { world, view }
    }

    #[track_caller]
    fn check(&self, typed: &str, kind: fn(&CatalogResults) -> &Group<Found>, expected: &[&str]) {
        let results = find(&self.view, typed);
        assert_eq!(names(kind(&results)), expected, "{typed:?}");
        assert_eq!(kind(&results).more, 0, "{typed:?}");
    }

    #[track_caller]
    fn check_nothing(&self, account: &AccountId, typed: &str) {
        let view = self.world.view(account);
        assert_eq!(find(&view, typed), CatalogResults::default(), "{typed:?}");
    }
}

#[test]
fn collections_are_found_by_name_registry_words_and_description() {
    let fixture = Fixture::new();
    let check = |typed: &str, expected: &[&str]| fixture.check(typed, |found| &found.collections, expected);
    check("churn", &["churn-holdout", "churn-model"]);
    check("churn-model", &["churn-model"]);
    check("MODEL churn", &["churn-model"]);
    check("holdout evaluation", &["churn-holdout"]);
    check("chrun-model", &["churn-model"]);
    check("음성", &["음성 인식"]);
    check("인식 음성", &["음성 인식"]);
    check("ㅇㅅ", &["음성 인식"]);
    check("who cancels", &["churn-model"]);
    check("nothing like it", &[]);
    // The registry itself is among the registries.
    check("evaluation sets", &[]);
    for nothing in ["", "  ", "\u{200b}"] {
        assert_eq!(find(&fixture.view, nothing), CatalogResults::default(), "{nothing:?}");
    }
}

#[test]
fn full_names_and_references_find_collections_and_versions() {
    let fixture = Fixture::new();
    for typed in [
        "Models/churn-model",
        "wandb-registry-model/churn-model",
        "wandb\u{2011}registry\u{2011}Models/churn-model",
        "Lighthouse Labs/wandb-registry-model/churn-model",
        "lighthouse labs/WANDB-registry-model/churn-m",
        "model/churn-model",
    ] {
        fixture.check(typed, |found| &found.collections, &["churn-model"]);
    }
    fixture.check("evaluation sets/", |found| &found.collections, &["churn-holdout"]);
    let version = |typed: &str, expected: &[&str]| fixture.check(typed, |found| &found.versions, expected);
    version("Models/churn-model:v1", &["churn-model:v1"]);
    version("Lighthouse Labs/wandb-registry-model/churn-model:v0", &["churn-model:v0"]);
    version("wandb-registry-Evaluation Sets/churn-holdout:v0", &["churn-holdout:v0"]);
    version("Models/churn-model:latest", &["churn-model:v1"]);
    version("v1 churn", &["churn-model:v1"]);
    version("churn v0", &["churn-holdout:v0", "churn-model:v0"]);
    version("churn v7", &[]);
    version("v99999999999", &[]);
    version("v+1", &[]);
    fixture.check("Models/churn-model:production", |found| &found.aliases, &["production churn-model:v1"]);
}

#[test]
fn tags_and_aliases_are_found_with_their_holders() {
    let fixture = Fixture::new();
    let aliases = |typed: &str, expected: &[&str]| fixture.check(typed, |found| &found.aliases, expected);
    aliases("production", &["production churn-model:v1", "production 음성 인식:v0"]);
    aliases("production churn", &["production churn-model:v1"]);
    aliases("churn models production", &["production churn-model:v1"]);
    aliases("prodction", &["production churn-model:v1", "production 음성 인식:v0"]);
    aliases("churn", &[]);
    let tags = |typed: &str, expected: &[&str]| fixture.check(typed, |found| &found.tags, expected);
    tags("nightly", &["nightly churn-model:v0", "nightly 음성 인식:v0"]);
    tags("reviewed gdpr", &["GDPR reviewed churn-model"]);
    tags("tabular models", &["tabular churn-model"]);
    tags("nothing", &[]);
}

#[test]
fn each_group_is_limited_and_counts_the_rest() {
    let mut world = World::new();
    let models = CoreRegistry::Models.id();
    for nth in 0..9 {
        let one = world.collection(&models, &format!("run {nth}"), "", &["swept"]);
        world.link(&one, &["kept"], &[]);
    }
    let view = world.view(&world.founder);
    let results = find(&view, "run");
    assert_eq!(names(&results.collections), ["run 0", "run 1", "run 2", "run 3", "run 4"]);
    assert_eq!(results.collections.more, 4);
    assert_eq!((find(&view, "swept").tags.more, find(&view, "kept").aliases.more), (4, 4));
    let versions = find(&view, "v0").versions;
    assert_eq!((versions.items.len(), versions.more), (5, 4));
}

#[test]
fn a_group_of_typing_errors_alone_is_a_guess() {
    let fixture = Fixture::new();
    let guesses = |typed: &str| find(&fixture.view, typed).aliases.is_guess;
    assert_eq!((guesses("production"), guesses("prodction"), guesses("nothing")), (false, true, false));
}

#[test]
fn the_newest_version_with_a_label_comes_first() {
    let mut world = World::new();
    let one = world.collection(&CoreRegistry::Models.id(), "churn", "", &["good"]);
    for _ in 0..3 {
        world.link(&one, &[], &["good"]);
    }
    let view = world.view(&world.founder);
    assert_eq!(names(&find(&view, "good").tags), ["good churn:v2", "good churn:v1", "good churn:v0", "good churn"]);
}

#[test]
fn an_unlinked_version_is_not_found() {
    let mut world = World::new();
    let one = world.collection(&CoreRegistry::Models.id(), "churn", "", &[]);
    let link = world.link(&one, &["staging"], &["nightly"]);
    world.link(&one, &[], &[]);
    world.act(CollectionAction::Unlink(link));
    let view = world.view(&world.founder);
    for typed in ["nightly", "staging", "churn:v0", "v0"] {
        let CatalogResults { tags, aliases, versions, .. } = find(&view, typed);
        assert_eq!((tags, aliases, versions), Default::default(), "{typed:?}");
    }
    assert_eq!(names(&find(&view, "latest").versions), ["churn:v1"]);
}

#[test]
fn no_query_finds_a_hidden_registry() {
    let mut fixture = Fixture::new();
    let mina = fixture.world.person("mina.park");
    let hidden = fixture.world.registry("Safety", Visibility::Restricted);
    let secret = fixture.world.collection(&hidden, "secret-model", "nobody knows", &["classified"]);
    fixture.world.link(&secret, &["red-team"], &["embargo"]);
    fixture.world.link(&secret, &[], &[]);
    let seen = fixture.world.view(&fixture.world.founder);
    for typed in [
        "secret",
        "secret-model",
        "sceret",
        "nobody knows",
        "classified",
        "embargo",
        "red-team",
        "Safety/secret-model",
        "Safety/",
        "wandb-registry-Safety/secret-model:v1",
        "secret v1",
        "safety v0",
    ] {
        assert_ne!(find(&seen, typed), CatalogResults::default(), "{typed:?}");
        fixture.check_nothing(&mina, typed);
    }
    // What both see is the same, so that counts hint at nothing.
    let not_seen = fixture.world.view(&mina);
    for typed in ["churn", "production", "nightly", "v1", "model", "latest"] {
        let [all, part] = [&seen, &not_seen].map(|view| find(view, typed));
        let visible = |results: &CatalogResults| {
            [&results.collections, &results.tags, &results.aliases, &results.versions]
                .iter()
                .flat_map(|group| names(group))
                .filter(|name| !name.contains("secret"))
                .collect::<Vec<_>>()
        };
        assert_eq!(visible(&all), visible(&part), "{typed:?}");
    }
}

#[test]
fn steps_of_any_size_give_the_same_index() {
    let fixture = Fixture::new();
    let whole = {
        let mut building = Building::of(&fixture.view);
        assert!(building.step(1_000));
        building.finish()
    };
    for versions in [0, 1, 2, 5] {
        let mut building = Building::of(&fixture.view);
        while !building.step(versions) {}
        let stepwise = building.finish();
        for typed in ["churn", "production", "nightly", "v0", "speech", "best"] {
            let mut query = CatalogQuery::of(&fixture.view, typed);
            assert_eq!(stepwise.find(&mut query, LIMIT), whole.find(&mut query, LIMIT), "{versions}, {typed:?}");
        }
    }
}

#[test]
fn any_query_is_accepted() {
    let fixture = Fixture::new();
    let index = index(&fixture.view);
    let long = "v1 ".repeat(200) + &"x".repeat(5_000);
    for typed in [":", "/", "//:", "v", "v-1", "v00", "%", "\u{0}", "wandb-registry-", "a b c d e f g h i j", &long] {
        let _ = index.find(&mut CatalogQuery::of(&fixture.view, typed), LIMIT);
        assert_eq!(index.find(&mut CatalogQuery::of(&fixture.view, typed), 0).collections.items, []);
    }
}

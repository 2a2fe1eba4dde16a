//! Storage that was damaged in thousands of ways: it is opened all the same, what is wrong is accounted for, and not a
//! byte of it is touched.

use std::collections::BTreeSet;

use domain::{
    AccountId, Action, DefaultRole, Grantee, Missing, OrganizationAction, PersonAction, Refusal, RegistryAction,
    RegistryName, Role, TeamAction, TeamRole, Visibility,
};
use journal::{MemoryStore, Record, RecordId, record_key};
use workspace::{Current, Outcome, Site, Workspace};

use crate::invariants;
use crate::support::*;

const IMAGES: u64 = 2_000;
const FOUNDING: &str = "registrar:aaaaaaaaaa:log:0000000000:0";
const POINTER: &str = "registrar:current:/";

/// Numbers that look random and are the same in every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// The demo organization in workspace `a`, with some of everything done to it, another in `b`, and a pointer to the first.
fn image() -> Image {
    let storage = MemoryStore::new();
    let mut demo = open(&storage, 'a', '0');
    let founder = samples::demo::fill(&mut demo, samples::demo::Language::English).unwrap();
    add_records(&mut demo, &founder);
    demo.make_current().unwrap();
    open(&storage, 'b', '0').found(&founding("Second"), at(5)).unwrap();
    storage.snapshot()
}

/// Does some of everything, one record each. Nobody is removed who has done something.
fn add_records(workspace: &mut Workspace<MemoryStore>, founder: &AccountId) {
    let named =
        |workspace: &Workspace<MemoryStore>, text| workspace.organization().unwrap().grantee_named(text).unwrap();
    let registry = |workspace: &Workspace<MemoryStore>, name| {
        let name = RegistryName::parse(name).unwrap();
        workspace.organization().unwrap().holder_of(&name).unwrap().id().clone()
    };
    let id = registry(workspace, "Safety_Reviews");
    let open = registry(workspace, "Playground");
    let [omar, sofia, robot, team, mina] =
        ["omar.haddad", "sofia.lindqvist", "ci-runner", "vision", "mina.park"].map(|name| named(workspace, name));
    let (Grantee::Person(omar_id), Grantee::Team(team_id)) = (&omar, &team) else { panic!("{omar:?}, {team:?}") };
    let add = |member: &Grantee, role| {
        Action::Registry(RegistryAction::AddMember { registry: id.clone(), member: member.clone(), role })
    };
    let set = |member: &Grantee, role| {
        Action::Registry(RegistryAction::SetMemberRole { registry: id.clone(), member: member.clone(), role })
    };
    let actions = [
        add(&omar, Role::Viewer),
        add(&sofia, Role::RestrictedViewer),
        add(&robot, Role::Member),
        add(&team, Role::Admin),
        set(&omar, Role::Admin),
        Action::Registry(RegistryAction::SetOwner { registry: id.clone(), person: omar_id.clone() }),
        Action::Registry(RegistryAction::RemoveMember { registry: id.clone(), member: sofia.clone() }),
        Action::Registry(RegistryAction::Rename {
            registry: id.clone(),
            name: RegistryName::parse("Red Team").unwrap(),
        }),
        Action::Registry(RegistryAction::AcceptAllTypes(id.clone())),
        Action::Registry(RegistryAction::SpecifyTypes { registry: id.clone(), types: Vec::new() }),
        Action::Registry(RegistryAction::SetVisibility { registry: open.clone(), visibility: Visibility::Restricted }),
        Action::Organization(OrganizationAction::SetDefaultRole(DefaultRole::Viewer)),
        Action::Organization(OrganizationAction::SetRestrictedStays(true)),
        join_team(team_id, &AccountId::Person(omar_id.clone()), TeamRole::Admin),
        add(&mina, Role::Admin),
        Action::Person(PersonAction::Remove(omar_id.clone())),
        Action::Team(TeamAction::Remove(team_id.clone())),
        create_open("Safety_Reviews"),
        Action::Registry(RegistryAction::Delete(open)),
    ];
    for action in actions {
        workspace.dispatch(founder, &[action], at(1_790_000_000_001)).unwrap();
    }
}

/// The keys of the demo's records.
fn records(image: &Image) -> Vec<String> {
    image.keys().filter(|key| key.starts_with("registrar:aaaaaaaaaa:log:")).cloned().collect()
}

fn truncated(text: &str, at: usize) -> String {
    text.chars().take(at).collect()
}

/// Changes one character.
fn flipped(text: &str, at: usize, numbers: &mut Numbers) -> String {
    let replacement = *numbers.pick(&['0', '1', 'a', '"', '{', '}', '\\', ',', ':', '\u{0}', '한', '\u{202e}']);
    let change = |(place, letter): (usize, char)| match place == at {
        true if letter == replacement => '~',
        true => replacement,
        false => letter,
    };
    text.chars().enumerate().map(change).collect()
}

/// Damages some of the demo.
fn damage(image: &mut Image, numbers: &mut Numbers) {
    let keys = records(image);
    if keys.is_empty() {
        return;
    }
    let key = numbers.pick(&keys).clone();
    let value = image[&key].clone();
    let place = numbers.below(value.chars().count());
    match numbers.below(8) {
        0 => drop(image.insert(key, truncated(&value, place))),
        1 => drop(image.insert(key, flipped(&value, place, numbers))),
        2 => {
            let other = numbers.pick(&keys).clone();
            let swapped = image.insert(other, value).unwrap();
            image.insert(key, swapped);
        }
        3 => drop(image.remove(&key)),
        4 => {
            let number = numbers.below(40);
            let copy = numbers.pick(&["0000000000:99", "zzzzzzzzzz:0", "nonsense", "0000000000:007", ""]).to_string();
            image.insert(format!("registrar:aaaaaaaaaa:log:{copy}"), value.clone());
            image.insert(format!("registrar:aaaaaaaaaa:log:0000000000:{number}"), value);
        }
        5 => drop(image.insert(key, value.replacen(r#"{"v":1,"#, r#"{"v":2,"#, 1))),
        6 => drop(image.insert(
            POINTER.to_owned(),
            numbers.pick(&["", "none", "aaaaaaaaaa", "bbbbbbbbbb", "AAAAAAAAAA", "{}"]).to_string(),
        )),
        _ => drop(image.insert(key, numbers.pick(&["", "null", "{}", "[]", "\u{0}", "{\"v\":1}"]).to_string())),
    }
}

/// The record that a key stands for, if its value is one.
fn decode(key: &str, value: &str) -> Option<Record> {
    let id: RecordId = key.strip_prefix("registrar:aaaaaaaaaa:log:")?.replacen(':', ".", 1).parse().ok()?;
    Record::decode(id, value).ok()
}

fn check(image: &Image, original: &Image) {
    let storage = MemoryStore::from_snapshot(image.clone());
    let site = Site::new(storage.clone(), "/");

    let listed = site.workspaces(writer('y')).unwrap();
    let second = listed.iter().find(|one| one.key == key('b')).unwrap();
    assert_eq!(second.organization.as_deref(), Some("Second"), "the rest is listed");
    let demo = listed.iter().find(|one| one.key == key('a'));
    assert_eq!(demo.is_some(), !records(image).is_empty());

    let workspace = open(&storage, 'a', 'y');
    assert!(!matches!(site.current(), Ok(Current::Workspace(current)) if current != key('a') && current != key('b')));
    let health = workspace.health();
    let damaged: BTreeSet<&String> = image
        .iter()
        .filter(|(key, value)| key.starts_with("registrar:aaaaaaaaaa:log:") && original.get(*key) != Some(value))
        .map(|(key, _)| key)
        .collect();
    // Whatever is not as it was written is reported, and nothing else is.
    let unreadable: BTreeSet<&String> = health.unreadable.iter().map(|one| &one.key).collect();
    assert!(unreadable.is_subset(&damaged), "{unreadable:?} and {damaged:?}");
    assert_eq!(unreadable.len() + health.newer, damaged.len());
    for one in health.unreadable.iter() {
        assert_eq!(image.get(&one.key), Some(&one.text), "kept as it is");
    }
    check_missing(image, &health);
    check_outcomes(image, &workspace);
    if let Some(organization) = workspace.organization() {
        invariants::check(organization);
    }
    if !image.contains_key(FOUNDING) {
        assert_eq!(workspace.organization(), None);
        assert_eq!(demo.and_then(|demo| demo.organization.clone()), None);
    }
    assert_eq!(&storage.snapshot(), image, "opening and listing touch nothing");
}

/// Everything that must exist, since something later of the same writer does or is spoken of, and that is not there.
fn check_missing(image: &Image, health: &workspace::Health) {
    let ids: BTreeSet<RecordId> = image
        .keys()
        .filter_map(|key| key.strip_prefix("registrar:aaaaaaaaaa:log:")?.replacen(':', ".", 1).parse().ok())
        .collect();
    let named = image.iter().filter_map(|(key, value)| decode(key, value)).flat_map(|record| record.after);
    let known: BTreeSet<RecordId> = ids.iter().copied().chain(named).collect();
    let mut expected = BTreeSet::new();
    for id in &known {
        expected.extend((0..=id.n).map(|n| RecordId { writer: id.writer, n }).filter(|id| !ids.contains(id)));
    }
    let missing: BTreeSet<RecordId> = health
        .missing
        .iter()
        .flat_map(|gap| (gap.first..=gap.last).map(|n| RecordId { writer: gap.writer, n }))
        .collect();
    assert_eq!(missing, expected);
}

fn check_outcomes(image: &Image, workspace: &Workspace<MemoryStore>) {
    let readable: Vec<Record> = image.iter().filter_map(|(key, value)| decode(key, value)).collect();
    assert_eq!(workspace.outcomes().len(), readable.len());
    for record in readable {
        let (_, outcome) = workspace.outcomes().iter().find(|(id, _)| *id == record.id).unwrap();
        let author =
            workspace.organization().and_then(|organization| organization.account(&domain::Id::from_text(&record.by)));
        match outcome {
            Outcome::Overtaken(Refusal::Missing(Missing::Actor)) => assert_eq!(author, None, "{}", record.id),
            // What it builds on is missing, and then there are many reasons.
            Outcome::Applied | Outcome::Overtaken(_) => assert!(author.is_some(), "{}", record.id),
            Outcome::NotUnderstood | Outcome::Undone(_) | Outcome::NotUndone(_) => panic!("{}", record.id),
        }
    }
}

#[test]
fn the_undamaged_storage_has_nothing_to_report() {
    let image = image();
    let workspace = open(&MemoryStore::from_snapshot(image.clone()), 'a', 'y');
    assert!(workspace.health().is_sound());
    check(&image, &image);
}

#[test]
fn thousands_of_damaged_storages_are_opened_accounted_for_and_left_alone() {
    let original = image();
    for seed in 0..IMAGES {
        let mut numbers = Numbers(seed);
        let mut image = original.clone();
        for _ in 0..=numbers.below(4) {
            damage(&mut image, &mut numbers);
        }
        let result = std::panic::catch_unwind(|| check(&image, &original));
        assert!(result.is_ok(), "image {seed}");
    }
}

#[test]
fn every_record_may_be_missing_alone() {
    let original = image();
    for key in records(&original) {
        let mut image = original.clone();
        image.remove(&key);
        check(&image, &original);
    }
}

#[test]
fn a_deleted_founding_leaves_no_organization_and_everything_else_listed() {
    let original = image();
    let mut image = original.clone();
    image.remove(FOUNDING);
    check(&image, &original);
    let storage = MemoryStore::from_snapshot(image);
    let workspace = open(&storage, 'a', 'y');
    let none_has_an_author =
        |(_, outcome): &(RecordId, Outcome)| *outcome == Outcome::Overtaken(Refusal::Missing(Missing::Actor));
    assert!(workspace.outcomes().iter().all(none_has_an_author));
    assert_eq!(workspace.health().missing.len(), 1);
    assert_eq!(site(&storage).workspaces(writer('y')).unwrap().len(), 2);
}

#[test]
fn a_record_in_the_wrong_place_is_unreadable_and_in_another_workspace_it_is_not() {
    let original = image();
    let from = record_key(key('a'), "0000000000.1".parse().unwrap());
    let mut image = original.clone();
    image.insert("registrar:aaaaaaaaaa:log:zzzzzzzzzz:1".to_owned(), original[&from].clone());
    check(&image, &original);
    let copied: Image =
        original.iter().map(|(key, value)| (key.replace("aaaaaaaaaa", "cccccccccc"), value.clone())).collect();
    let copy = open(&MemoryStore::from_snapshot(copied), 'c', 'y');
    assert!(copy.health().is_sound());
}

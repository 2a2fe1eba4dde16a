//! Every call to the storage fails in turn, in every way, once and from then on.
//!
//! In every case: after opening on healthy storage, acknowledged records are there, refused ones are not, earlier values are
//! untouched, and the pointer names a whole workspace.

use std::collections::BTreeSet;
use std::rc::Rc;

use domain::{AccountId, Id, OrganizationRole};
use journal::{KeyValue, MemoryStore, SaveError};
use test_support::faults::{Fault, FaultyStore, Span};
use workspace::{Archive, Current, Deletions, DispatchError, Outcome, Site, Workspace};

use crate::support::*;

type Faulty = Rc<FaultyStore<MemoryStore>>;

const POINTER: &str = "registrar:current:/";

/// The answers that a person at the page got. Every intent makes something whose name occurs nowhere else.
#[derive(Debug, Default)]
struct Told {
    /// It was done: in which workspace, and what.
    done: Vec<(char, String)>,
    /// It was not done.
    refused: Vec<(char, String)>,
    /// That this is the current workspace now.
    current: Option<char>,
    /// That these are not, for all that is known: storage failed at that moment.
    not_current: Vec<char>,
    /// The content that a workspace must have if the pointer names it.
    whole: Vec<(char, Image)>,
}

impl Told {
    /// An account creates a registry.
    fn create(&mut self, workspace: &mut Workspace<Faulty>, letter: char, actor: &AccountId, name: &str) -> bool {
        let answer = workspace.dispatch(actor, &[create_open(name)], at(9));
        self.answer(letter, name, &answer)
    }

    fn answer<T>(&mut self, letter: char, mark: &str, answer: &Result<T, DispatchError>) -> bool {
        match answer {
            Ok(_) => self.done.push((letter, mark.to_owned())),
            // The one answer that leaves it open.
            Err(DispatchError::NotSaved(SaveError::Unconfirmed(_))) => {}
            Err(_) => self.refused.push((letter, mark.to_owned())),
        }
        answer.is_ok()
    }

    /// Makes a workspace current, or takes it back, as the page does.
    fn switch(&mut self, mut workspace: Workspace<Faulty>, letter: char) -> Option<Workspace<Faulty>> {
        if workspace.make_current().is_ok() {
            self.current = Some(letter);
            return Some(workspace);
        }
        self.not_current.push(letter);
        self.discard(workspace, letter);
        None
    }

    fn discard(&mut self, workspace: Workspace<Faulty>, letter: char) {
        // Whether it worked or not: nobody counts on anything in it.
        let mut deletions = Deletions::new(workspace.site().clone());
        let _ = workspace.discard(&mut deletions, 9);
        self.done.retain(|(workspace, _)| *workspace != letter);
        self.refused.retain(|(workspace, _)| *workspace != letter);
    }
}

/// A storage in which there is much already, a current workspace among it, and who may act in that.
struct Before {
    storage: MemoryStore,
    ada: AccountId,
    mina: AccountId,
}

impl Before {
    fn new() -> Self {
        let storage = MemoryStore::new();
        let mut small = Small::new(&storage);
        small.workspace.dispatch(&small.mina, &[create_open("Was there before")], at(3)).unwrap();
        open(&storage, 'x', '0').found(&founding("Earlier"), at(1)).unwrap();
        for (key, value) in [
            ("registrar:prefs", "{}"),
            ("registrar:current:/elsewhere/", "xxxxxxxxxx"),
            ("registrar:aaaaaaaaaa:log:damaged", "?"),
            ("another program", "of this origin"),
        ] {
            storage.set(key, value).unwrap();
        }
        Self { storage, ada: small.ada, mina: small.mina }
    }
}

/// Opens a workspace, a few times if it must be: somebody reloads the page.
fn reopen(storage: &Faulty, letter: char, tabs: &str) -> Option<Workspace<Faulty>> {
    tabs.chars().find_map(|tab| Workspace::open(&site(storage), key(letter), writer(tab)).ok())
}

/// Somebody begins an organization of their own and works in it.
fn beginning(storage: &Faulty, _: &Before) -> Told {
    let mut told = Told::default();
    let Some(mut workspace) = reopen(storage, 'b', "12") else { return told };
    let founded = workspace.found(&founding("Begun"), at(5));
    told.answer('b', "Begun", &founded);
    let Ok(ada) = founded else {
        told.discard(workspace, 'b');
        return told;
    };
    told.whole.push(('b', values(storage, 'b')));
    let Some(mut workspace) = told.switch(workspace, 'b') else { return told };
    for name in ["First", "Second", "Third"] {
        told.create(&mut workspace, 'b', &ada, name);
    }
    let _ = workspace.refresh(&[]);
    if let Some(mut anew) = reopen(storage, 'b', "34") {
        told.create(&mut anew, 'b', &ada, "Fourth");
    }
    told
}

/// Two tabs take turns in the current workspace, are told of each other, and one is reloaded.
fn two_tabs(storage: &Faulty, before: &Before) -> Told {
    let mut told = Told::default();
    let (Some(mut one), Some(mut other)) = (reopen(storage, 'a', "12"), reopen(storage, 'a', "34")) else {
        return told;
    };
    told.create(&mut one, 'a', &before.mina, "One by one");
    told.create(&mut other, 'a', &before.ada, "One by other");
    let _ = one.refresh(&[]);
    let newcomer = one.dispatch(&before.ada, &[add_person("newcomer", OrganizationRole::Member)], at(6));
    told.answer('a', "newcomer", &newcomer);
    told.create(&mut one, 'a', &before.mina, "Two by one");
    let _ = other.refresh(&storage.keys("registrar:aaaaaaaaaa:log:").unwrap_or_default());
    if let Ok(receipt) = newcomer {
        told.create(&mut other, 'a', &person(receipt.made(0)), "Two by other");
    }
    if let Some(mut anew) = reopen(storage, 'a', "56") {
        told.create(&mut anew, 'a', &before.mina, "Three anew");
        told.create(&mut other, 'a', &before.ada, "Three by other");
        told.create(&mut anew, 'a', &before.mina, "Four anew");
    }
    let _ = one.refresh(&[]);
    told.create(&mut one, 'a', &before.ada, "Four by one");
    told
}

/// Somebody restores a file, works in what came back, and starts over. Another tab still shows the workspace before.
fn switching(storage: &Faulty, before: &Before) -> Told {
    let mut told = Told::default();
    let mut old = reopen(storage, 'a', "12");
    if let Ok(archive) = Archive::of(&site(storage), key('a')) {
        let text = archive.to_text(key('a'), 5);
        if Archive::parse(&text).unwrap().restore(&site(storage), key('b')).is_ok() {
            told.whole.push(('b', archived(&archive)));
            let opened = reopen(storage, 'b', "34");
            if let Some(mut restored) = opened.and_then(|workspace| told.switch(workspace, 'b')) {
                told.create(&mut restored, 'b', &before.mina, "In what was restored");
            }
        }
    }
    if let Some(old) = &mut old {
        told.create(old, 'a', &before.mina, "In what was before");
    }
    if let Some(mut over) = reopen(storage, 'c', "56") {
        let founded = over.found(&founding("Over"), at(7));
        told.answer('c', "Over", &founded);
        match founded {
            Err(_) => told.discard(over, 'c'),
            Ok(ada) => {
                told.whole.push(('c', values(storage, 'c')));
                if let Some(mut over) = told.switch(over, 'c') {
                    told.create(&mut over, 'c', &ada, "In what is new");
                }
            }
        }
    }
    told
}

/// The stored values of a workspace, by their full keys.
fn values(storage: &Faulty, letter: char) -> Image {
    Site::new(storage.inner().clone(), "/").values(key(letter)).unwrap().into_iter().collect()
}

/// The values of an archive by the full keys that they get in workspace `b`.
fn archived(archive: &Archive) -> Image {
    let elsewhere = MemoryStore::new();
    archive.restore(&site(&elsewhere), key('b')).unwrap();
    elsewhere.snapshot()
}

#[track_caller]
fn check(scenario: fn(&Faulty, &Before) -> Told) {
    let before = Before::new();
    let healthy: Faulty = Rc::new(FaultyStore::new(fork(&before.storage)));
    let told = scenario(&healthy, &before);
    check_kept(&before, healthy.inner(), &told, Span::Once);
    assert!(told.done.len() > 3 || told.current.is_some(), "the scenario does what it should: {told:?}");
    let mut seen = BTreeSet::new();
    for fault in Fault::ALL {
        for span in Span::ALL {
            for call in 0..healthy.calls() {
                let faulty: Faulty = Rc::new(FaultyStore::new(fork(&before.storage)).with(fault, call, span));
                let told = scenario(&faulty, &before);
                let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                    check_kept(&before, faulty.inner(), &told, span)
                }));
                assert!(result.is_ok(), "{fault:?} at call {call}, {span:?}: {told:#?}");
                seen.insert((told.done.len(), told.refused.len()));
            }
        }
    }
    assert!(seen.len() > 3, "the faults make a difference: {seen:?}");
}

fn check_kept(before: &Before, storage: &MemoryStore, told: &Told, span: Span) {
    let image = storage.snapshot();
    for (key, value) in before.storage.snapshot() {
        assert!(key == POINTER || image.get(&key) == Some(&value), "{key} was there before");
    }
    for (letter, mark) in &told.refused {
        let prefix = format!("registrar:{}:", key(*letter));
        let back = image.iter().find(|(key, value)| key.starts_with(&prefix) && value.contains(mark));
        assert_eq!(back, None, "{mark} was refused");
    }
    for (letter, mark) in &told.done {
        check_done(storage, *letter, mark);
    }
    check_pointer(storage, told, span);
}

/// It is in storage once, and it is carried out: nothing in these scenarios stands against anything else.
fn check_done(storage: &MemoryStore, letter: char, mark: &str) {
    let workspace = open(storage, letter, 'z');
    let values = workspace.site().values(key(letter)).unwrap();
    let holding: Vec<&String> = values.iter().filter(|(_, value)| value.contains(mark)).map(|(key, _)| key).collect();
    let [holding] = holding.as_slice() else { panic!("{mark} is held by {holding:?}") };
    let outcome = workspace.outcomes().iter().find(|(id, _)| journal::record_key(key(letter), *id) == **holding);
    assert_eq!(outcome.map(|(_, outcome)| outcome), Some(&Outcome::Applied), "{mark}");
    let organization = workspace.organization().unwrap();
    let mut names = organization.registries().map(|registry| registry.name().to_string());
    let mut people = organization.people().map(|person| person.username.to_string());
    assert!(
        names.any(|name| name == mark) || people.any(|name| name == mark) || organization.name().as_str() == mark,
        "{mark} was acknowledged"
    );
}

/// The pointer names what was acknowledged last, and in any case a workspace that is whole.
///
/// Only when storage fails for good right after it took the pointer is there no way to put it back.
fn check_pointer(storage: &MemoryStore, told: &Told, span: Span) {
    let Ok(Current::Workspace(current)) = site(storage).current() else { panic!("the pointer names nothing") };
    let letter = current.to_string().chars().next().unwrap();
    let unknown = span == Span::Onwards && told.not_current.contains(&letter);
    assert!(letter == told.current.unwrap_or('a') || unknown, "the pointer names {current}");
    if letter != 'a' {
        let (_, whole) = told.whole.iter().find(|(of, _)| *of == letter).expect("it was never finished");
        let values: Image = site(storage).values(current).unwrap().into_iter().collect();
        assert!(whole.iter().all(|(key, value)| values.get(key) == Some(value)), "the current workspace is not whole");
    }
    Workspace::open(&site(storage), current, writer('z')).unwrap();
}

#[test]
fn no_fault_of_the_storage_spoils_a_beginning() {
    check(beginning);
}

#[test]
fn no_fault_of_the_storage_spoils_the_work_of_two_tabs() {
    check(two_tabs);
}

#[test]
fn no_fault_of_the_storage_spoils_a_restoration_or_a_new_start() {
    check(switching);
}

#[test]
fn a_half_filled_demo_never_becomes_current() {
    let fill = |storage: &Faulty| {
        let mut workspace = Workspace::open(&site(storage), key('b'), writer('1')).ok()?;
        samples::demo::fill(&mut workspace, samples::demo::Language::English).ok()?;
        workspace.make_current().ok()
    };
    let healthy: Faulty = Rc::new(FaultyStore::new(MemoryStore::new()));
    fill(&healthy).unwrap();
    let whole = values(&healthy, 'b');
    for fault in Fault::ALL {
        for call in 0..healthy.calls() {
            let faulty: Faulty = Rc::new(FaultyStore::new(MemoryStore::new()).with(fault, call, Span::Once));
            fill(&faulty);
            match site(faulty.inner()).current().unwrap() {
                Current::None => {}
                Current::Workspace(current) if current == key('b') => {
                    assert_eq!(values(&faulty, 'b').len(), whole.len(), "{fault:?} at call {call}");
                    assert!(open(faulty.inner(), 'b', 'z').health().is_sound());
                }
                other => panic!("{fault:?} at call {call}: {other:?}"),
            }
        }
    }
}

#[test]
fn an_id_that_nobody_has_stays_nobody_s() {
    // Guards the scenarios: an actor that is not there would make every intent a refused one.
    let before = Before::new();
    let workspace = open(&before.storage, 'a', 'z');
    let organization = workspace.organization().unwrap();
    assert!(organization.has(&before.ada) && organization.has(&before.mina));
    assert!(!organization.has(&person(Id::from_text("nobody"))));
}

//! Deleting, opening, starting over, restoring and writing in several tabs at once, in thousands of orders that chance
//! decides and a seed repeats. Whatever was acknowledged is there in the end, or was deleted by somebody who saw it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

mod browser;
mod tab;
mod verdict;
mod world;

use std::cell::RefCell;
use std::rc::Rc;

use corosensei::{Coroutine, CoroutineResult};
use journal::{MemoryStore, Token, WorkspaceKey};
use test_support::builders::founding;
use workspace::{Archive, RecordInfo, Site, Via, Workspace};

use crate::tab::{Program, Report, Tab, add_team};
use crate::world::{Conditions, Image, Numbers, World};

/// The number of schedules, unless `RACES` gives another. The rarer kinds get a part of it.
const SCHEDULES: u64 = 10_000;

fn schedules(divisor: u64) -> u64 {
    let asked = std::env::var("RACES").ok().and_then(|asked| asked.parse().ok());
    asked.unwrap_or(SCHEDULES) / divisor
}

fn key(letter: char) -> WorkspaceKey {
    letter.to_string().repeat(10).parse().unwrap()
}

/// Three workspaces of two records each; the sites point to the first.
fn image() -> Image {
    let storage = MemoryStore::new();
    let site = Site::new(storage.clone(), "/");
    let at = RecordInfo { at: 1, via: Via::Interface };
    for (nth, letter) in ['c', 'b', 'a'].into_iter().enumerate() {
        let writer = Token::from_random([u8::try_from(nth).unwrap(); 8]).into();
        let mut workspace = Workspace::open(&site, key(letter), writer).unwrap();
        let founder = workspace.found(&founding("Lighthouse"), at).unwrap();
        workspace.dispatch(&founder, &[add_team("first")], at).unwrap();
        workspace.make_current().unwrap();
    }
    storage.snapshot()
}

/// Plays one schedule. Answers with what was lost, if anything.
fn play(
    seed: u64,
    conditions: Conditions,
    programs: &[Program],
    image: &Image,
    archive: &Rc<Archive>,
) -> Result<(), String> {
    let world = Rc::new(RefCell::new(World::new(seed, conditions, image, programs.len())));
    let reports: Rc<RefCell<Vec<Report>>> = Rc::default();
    let mut tabs: Vec<_> = programs
        .iter()
        .enumerate()
        .map(|(nth, program)| {
            let (world, reports, program, archive) = (world.clone(), reports.clone(), *program, archive.clone());
            let tab = Coroutine::<(), (), ()>::new(move |yielder, ()| {
                Tab::new(&world, nth, program, yielder, &reports, archive).run();
            });
            Some(tab)
        })
        .collect();
    // In some schedules nearly everything arrives at once, in others much is done before anything arrives.
    let pace = 2 << world.borrow_mut().numbers.below(6);
    let mut steps = 0;
    while tabs.iter().any(Option::is_some) {
        steps += 1;
        assert!(steps < 2_000_000, "seed {seed} does not end");
        let (arrives, nth) = {
            let mut world = world.borrow_mut();
            (world.numbers.one_in(pace), world.numbers.below(programs.len()))
        };
        if arrives {
            let mut world = world.borrow_mut();
            if !world.deliver() && world.is_quiet() {
                world.is_over = true;
            }
            continue;
        }
        if let Some(tab) = &mut tabs[nth]
            && let CoroutineResult::Return(()) = tab.resume(())
        {
            tabs[nth] = None;
            world.borrow_mut().close(nth);
        }
    }
    while world.borrow_mut().deliver() {}
    let world = world.borrow();
    verdict::check(image, world.storage(), &reports.borrow()).map_err(|loss| format!("{loss}\n{}", world.notes()))
}

/// The number of schedules that lose something, and the first of them.
fn losses(count: u64, conditions: Conditions, programs: &[Program]) -> (u64, Option<String>) {
    let image = image();
    let site = Site::new(MemoryStore::from_snapshot(image.clone()), "/");
    let archive = Rc::new(Archive::of(&site, key('c')).unwrap());
    let mut seeds = Numbers(0);
    let (mut losses, mut first) = (0, None);
    for _ in 0..count {
        let seed = seeds.next();
        if let Err(loss) = play(seed, conditions, programs, &image, &archive) {
            losses += 1;
            first.get_or_insert(format!("seed {seed}: {loss}"));
        }
    }
    (losses, first)
}

const ORDINARY: Conditions = Conditions { settles: true, locks: true, faults: None };

#[track_caller]
fn check(divisor: u64, conditions: Conditions, programs: &[Program]) {
    let (losses, first) = losses(schedules(divisor), conditions, programs);
    assert_eq!(losses, 0, "{}", first.unwrap_or_default());
}

use Program::{Current, Earlier, EarlierDeleting};

#[test]
fn nothing_acknowledged_is_lost_among_tabs() {
    check(1, ORDINARY, &[Current, Current, Current]);
}

#[test]
fn nothing_acknowledged_is_lost_without_locks_and_with_late_reads() {
    check(4, Conditions { settles: false, locks: false, ..ORDINARY }, &[Current, Current, Current]);
}

#[test]
fn nothing_acknowledged_is_lost_when_the_storage_fails() {
    check(4, Conditions { faults: Some(20), ..ORDINARY }, &[Current, Current, Current]);
}

#[test]
fn an_earlier_program_in_another_tab_loses_nothing() {
    check(4, Conditions { settles: false, ..ORDINARY }, &[Current, Earlier, Current]);
}

#[test]
fn the_simulator_finds_the_losses_of_deleting_at_once() {
    let (losses, _) = losses(schedules(20), ORDINARY, &[EarlierDeleting, EarlierDeleting]);
    println!("{losses} of {} schedules lose something when values are deleted at once", schedules(20));
    assert!(losses > 0);
}

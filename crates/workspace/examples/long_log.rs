//! Benchmarks of a long log of small records: decoding, opening, reading the past, and looking at a moment.
//!
//! Run it with `cargo run --release -p workspace --example long_log`. A browser takes about three times as long.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a command-line program over fixed texts")]

use std::time::Instant;

use domain::{
    AcceptedTypes, AccountName, Description, Email, Founding, NewRegistry, OrganizationName, PersonName,
    RegistryAction, RegistryId, RegistryName, Visibility, stored,
};
use journal::{Journal, KeyValue as _, MemoryStore, Record, RecordId, WorkspaceKey, Writer, record_key};
use workspace::{RecordInfo, Site, Via, Workspace};

const SIZES: [usize; 2] = [15_000, 100_000];

const OCCASION: RecordInfo = RecordInfo { at: 0, via: Via::Api };

fn open(storage: &MemoryStore, writer: u8) -> Workspace<MemoryStore> {
    Workspace::open(&Site::new(storage.clone(), "/"), key(), Writer::from_random([writer; 8])).unwrap()
}

fn key() -> WorkspaceKey {
    WorkspaceKey::from_random([1; 8])
}

/// A log with one registry, whose description changes so many times.
fn log(size: usize) -> MemoryStore {
    let storage = MemoryStore::new();
    let mut workspace = open(&storage, 1);
    let founding = Founding {
        organization: OrganizationName::parse("Long").unwrap(),
        name: PersonName::parse("Ada").unwrap(),
        username: AccountName::parse("ada").unwrap(),
        email: Email::parse("ada@long.example").unwrap(),
    };
    let founder = workspace.found(&founding, OCCASION).unwrap();
    let registry = RegistryAction::Create(NewRegistry {
        name: RegistryName::parse("Playground").unwrap(),
        description: Description::empty(),
        visibility: Visibility::Organization,
        accepts: AcceptedTypes::all(),
    });
    let receipt = workspace.dispatch(&founder, &[registry.into()], OCCASION).unwrap();
    let registry = RegistryId(receipt.made(0));
    let mut after = receipt.record;
    for n in 0..size {
        let description = Description::parse(&format!("Described {n}.")).unwrap();
        let action = RegistryAction::Describe { registry: registry.clone(), description }.into();
        let id = RecordId { writer: Writer::from_random([9; 8]), n: u32::try_from(n).unwrap() };
        let record = Record {
            id,
            clock: u64::try_from(n).unwrap() + 3,
            after: vec![after],
            at: 0,
            by: founder.id().as_str().into(),
            via: "interface".into(),
            actions: vec![stored::write(&action).into()],
        };
        storage.set(&record_key(key(), id), &record.encode()).unwrap();
        after = id;
    }
    storage
}

/// The best of some runs, so that the rest of the machine counts little.
fn timed<T>(what: &str, mut act: impl FnMut() -> T) {
    let took = |act: &mut dyn FnMut() -> T| {
        let start = Instant::now();
        let result = act();
        let took = start.elapsed();
        drop(result);
        took
    };
    let best = (0..5).map(|_| took(&mut act)).min().unwrap_or_default();
    println!("  {what}: {:.1} ms", best.as_secs_f64() * 1000.0);
}

fn main() {
    for size in SIZES {
        println!("{size} records");
        let storage = log(size);
        let values: Vec<(RecordId, String)> = {
            let journal = Journal::open(storage.clone(), key(), Writer::from_random([2; 8])).unwrap();
            journal.records().iter().map(|record| (record.id, record.encode())).collect()
        };
        timed("decoding", || values.iter().filter_map(|(id, text)| Record::decode(*id, text).ok()).collect::<Vec<_>>());
        timed("reading the journal", || Journal::open(storage.clone(), key(), Writer::from_random([2; 8])).unwrap());
        timed("opening", || open(&storage, 2));
        timed("opening, and reading the past", || {
            let workspace = open(&storage, 2);
            let is_done = workspace.read_ahead(usize::MAX);
            (workspace, is_done)
        });
        let workspace = open(&storage, 2);
        let _ = workspace.read_ahead(usize::MAX);
        let founder = workspace.founder().unwrap();
        let history = workspace.history(&founder).unwrap();
        timed("which records are visible", || history.positions().filter(|at| history.is_visible(*at)).count());
        timed("each entry", || history.entries().count());
        timed("the names of each", || {
            history.entries().map(|entry| (history.author(&entry), history.actions(&entry))).collect::<Vec<_>>()
        });
        timed("the state in the middle", || workspace.organization_after(size / 2));
    }
}

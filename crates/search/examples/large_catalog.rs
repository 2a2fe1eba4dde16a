//! Benchmarks of the search in 100,000 versions of 2,000 collections, each version with a tag and every tenth with an alias.
//!
//! Run it with `cargo run --release -p search --example large_catalog`. The budget is 50 ms, since the search runs on every key press.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a command-line program over fixed texts")]

#[path = "../tests/suite/support.rs"]
mod support;

use std::time::{Duration, Instant};

use domain::Visibility;
use search::{Building, CatalogQuery};
use support::World;

const REGISTRIES: usize = 20;
const COLLECTIONS: usize = 100;
const VERSIONS: usize = 50;

/// The versions that one step of the page reads.
const STEP: usize = 2_000;

fn measure(name: &str, mut run: impl FnMut()) {
    const BUDGET: Duration = Duration::from_millis(50);
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    let (Some(fastest), Some(median)) = (times.first(), times.get(times.len() / 2)) else { return };
    let verdict = if *fastest <= BUDGET { "" } else { "  over budget" };
    println!("{name:45} {fastest:>10.2?} (median {median:.2?}) of {BUDGET:?}{verdict}");
}

fn main() {
    let mut world = World::new();
    for registry_nth in 0..REGISTRIES {
        let registry = world.registry(&format!("Registry {registry_nth}"), Visibility::Organization);
        for nth in 0..COLLECTIONS {
            let name = format!("collection-{registry_nth}-{nth}");
            let collection = world.collection(&registry, &name, "What it is for.", &["shared"]);
            for version in 0..VERSIONS {
                let (alias, tag) = (format!("best-{nth}-{version}"), format!("sweep {}", version % 40));
                let aliases = if version % 10 == 0 { vec![alias.as_str(), "production"] } else { Vec::new() };
                world.link(&collection, &aliases, &[&tag]);
            }
        }
    }
    let member = world.person("mina.park");
    let view = world.view(&member);
    measure("the names of all collections", || drop(Building::of(&view)));
    let mut building = Building::of(&view);
    let mut longest = Duration::ZERO;
    loop {
        let start = Instant::now();
        let is_done = building.step(STEP);
        longest = longest.max(start.elapsed());
        if is_done {
            break;
        }
    }
    println!("{:45} {longest:>10.2?}", format!("the longest step of {STEP} versions"));
    let index = building.finish();
    for typed in [
        "c",
        "collection",
        "production",
        "sweep",
        "sweep 12 collection",
        "v3",
        "Registry 3/collection-3-7:v12",
        "colection prodction",
        "what it is for",
        "nothing like it at all",
    ] {
        measure(&format!("find {typed:?}"), || drop(index.find(&mut CatalogQuery::of(&view, typed), 5)));
    }
}

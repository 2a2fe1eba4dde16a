//! The native throughput of the digest of files, to compare with the page's.
//!
//! Run it with `cargo run --release -p domain --example hashing`. The page's is measured by `cargo xtask bench -- bench-catalog`.

#![expect(clippy::print_stdout, reason = "a command-line program")]

use std::time::Instant;

use domain::FileHasher;

/// The page hashes slices of this size.
const SLICE: usize = 4 * 1024 * 1024;
const SLICES: u32 = 64;

fn main() {
    let slice = vec![7; SLICE];
    let started = Instant::now();
    let mut hasher = FileHasher::default();
    for _ in 0..SLICES {
        hasher.update(&slice);
    }
    let digest = hasher.finish();
    let seconds = started.elapsed().as_secs_f64();
    println!("{digest}: {:.0} megabytes a second", f64::from(SLICES) * SLICE as f64 / 1e6 / seconds);
}

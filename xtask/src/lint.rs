//! `cargo xtask lint`: static checks. Each check is one part of the summary.

mod examples;

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::{self, Node};
use crate::summary::{Summary, Tally};
use crate::tidy;

/// Runs all checks.
pub fn run() -> Summary {
    let mut summary = Summary::default();
    add_parts(&mut summary);
    summary
}

/// Runs all checks and adds their results to a summary.
pub fn add_parts(summary: &mut Summary) {
    summary.part("tidy", || tidy::check().map(|()| Tally::PASSED));
    summary.part("format", || run_check(&mut process::cargo(&["fmt", "--all", "--check"])));
    summary.part("clippy, this machine", || clippy(&["--all-targets", "--workspace", "--all-features"]));
    summary.part("clippy, WebAssembly", || {
        setup::wasm_target()?;
        clippy(&["--all-targets", "--package", "registrar", "--target", "wasm32-unknown-unknown"])
    });
    summary.part("documentation", documentation);
    match Node::if_available() {
        Ok(None) => println!("\nWithout Node the types of the end-to-end tests are not checked."),
        node => summary.part("types of the tests", || types(node)),
    }
}

fn clippy(targets: &[&str]) -> Result<Tally> {
    setup::components()?;
    let mut command = process::cargo(&["clippy"]);
    run_check(command.args(targets).args(["--", "--deny", "warnings"]))
}

fn documentation() -> Result<Tally> {
    let mut command = process::cargo(&["doc", "--workspace", "--no-deps", "--all-features"]);
    run_check(command.env("RUSTDOCFLAGS", "--deny warnings"))
}

fn types(node: Result<Option<Node>>) -> Result<Tally> {
    let node = node?.context("Node is missing")?;
    run_check(node.script("typescript/bin/tsc")?.arg("--noEmit"))?;
    // Scripts are written from these examples, so the examples must match the shipped declarations.
    examples::write()?;
    run_check(node.script("typescript/bin/tsc")?.args(["--noEmit", "--project", examples::FOLDER]))
}

fn run_check(command: &mut Command) -> Result<Tally> {
    process::run(command).map(|()| Tally::PASSED)
}

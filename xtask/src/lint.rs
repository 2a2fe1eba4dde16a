//! `cargo xtask lint`: what can be said about the project without running it. Every step is one check.

mod examples;

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::{self, Node};
use crate::summary::{Summary, Tally};
use crate::tidy;

/// Runs every step.
pub fn run() -> Summary {
    let mut summary = Summary::default();
    all(&mut summary);
    summary
}

/// Runs every step, as parts of something larger.
pub fn all(summary: &mut Summary) {
    summary.part("tidy", || tidy::check().map(|()| Tally::PASSED));
    summary.part("format", || passes(&mut process::cargo(&["fmt", "--all", "--check"])));
    summary.part("clippy, this machine", || clippy(&["--all-targets", "--workspace", "--all-features"]));
    summary.part("clippy, WebAssembly", || {
        setup::wasm_target()?;
        clippy(&["--all-targets", "--package", "registrar", "--target", "wasm32-unknown-unknown"])
    });
    summary.part("documentation", documentation);
    match Node::if_there() {
        Ok(None) => println!("\nWithout Node the types of the end-to-end tests are not checked."),
        node => summary.part("types of the tests", || types(node)),
    }
}

fn clippy(what: &[&str]) -> Result<Tally> {
    setup::components()?;
    let mut command = process::cargo(&["clippy"]);
    passes(command.args(what).args(["--", "--deny", "warnings"]))
}

fn documentation() -> Result<Tally> {
    let mut command = process::cargo(&["doc", "--workspace", "--no-deps", "--all-features"]);
    passes(command.env("RUSTDOCFLAGS", "--deny warnings"))
}

fn types(node: Result<Option<Node>>) -> Result<Tally> {
    let node = node?.context("Node is missing")?;
    passes(node.script("typescript/bin/tsc")?.arg("--noEmit"))?;
    // The examples of the documentation keep to the declarations that every site ships.
    examples::write()?;
    passes(node.script("typescript/bin/tsc")?.args(["--noEmit", "--project", examples::FOLDER]))
}

fn passes(command: &mut Command) -> Result<Tally> {
    process::run(command).map(|()| Tally::PASSED)
}

//! `cargo xtask`: the project's commands. They are the same on every machine and in CI.
//!
//! This file parses the command line. Each command has its own module, and first installs missing tools by `setup`.

mod bench;
mod ci;
mod lighthouse;
mod lint;
mod process;
mod screenshots;
mod serve;
mod setup;
mod site;
mod summary;
mod table;
mod test;
mod tidy;
mod trunk;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

const HELP: &str = "\
Usage: cargo xtask <command>

Every command first installs what it needs and this machine does not have.

  setup [build|test|all]   only that: what serving and building need, what testing needs, or all (the default)
  serve                    build the site, serve it on this machine, and build it again when a file changes
      --release            optimized, as visitors get it
      --port <number>      8080, unless told otherwise; if it is taken, the next free one
      --open               open it in the browser
      --worker             a release build with its service worker, which then serves each build until the page updates
  build                    the release site in dist/, and the weight of its files and crates
      --single-file        only the size of dist/registrar.html, the page in one file that works from disk
  lint                     formatting, clippy, documentation, types of the tests, and the rules of this project
  test [part...]           the tests: native, browser and e2e, or those named; also firefox
      --long               many times as many sequences, orders and rounds of what is left to chance
      -- <arguments>       handed on to the test runner, if one part is named
  screenshots              pictures of the site
      --out <folder>       where to: docs/images, unless told otherwise
      --all                of every screen, in every way that it can look, into target/screenshots
  bench                    how fast the site is, beside how fast it was
      --save               keep the figures in docs/measurements.json, to compare with
      --against <folder>   measure how this built site starts as well, and compare
      -- <arguments>       handed on to Playwright, such as `bench-start` for one file
  lighthouse               the site on a phone, as Lighthouse judges it
  ci                       lint and test, counted together
  hook                     for Trunk, which calls it after each build: see Trunk.toml
";

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command of the command line.
fn run(mut arguments: Arguments) -> Result<ExitCode> {
    let help = arguments.contains(["-h", "--help"]);
    let command = arguments.subcommand()?;
    let Some(command) = command.filter(|name| name != "help" && !help) else {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };

    match command.as_str() {
        "setup" => {
            let scope = arguments.opt_free_from_str::<setup::Scope>()?;
            enter_root(arguments)?;
            setup::run(scope.unwrap_or(setup::Scope::All))?;
        }
        "serve" => {
            let options = serve::Options {
                release: arguments.contains("--release"),
                open: arguments.contains("--open"),
                worker: arguments.contains("--worker"),
                port: arguments.opt_value_from_str("--port")?.unwrap_or(8080),
            };
            enter_root(arguments)?;
            serve::run(&options)?;
        }
        "build" => {
            let is_single_file = arguments.contains("--single-file");
            enter_root(arguments)?;
            site::build()?;
            if is_single_file {
                site::print_single_file()?;
            } else {
                site::print_weight()?;
            }
        }
        "lint" => {
            enter_root(arguments)?;
            return Ok(lint::run().finish());
        }
        "test" => {
            let options = test::parse(arguments.finish())?;
            enter_root(Arguments::from_vec(Vec::new()))?;
            return Ok(test::run(&options).finish());
        }
        "screenshots" => {
            let out: Option<String> = arguments.opt_value_from_str("--out")?;
            let out = out.map(std::path::absolute).transpose()?;
            let all = arguments.contains("--all");
            enter_root(arguments)?;
            screenshots::run(out, all)?;
        }
        "bench" => {
            let options = bench::Options::parse(arguments.finish())?;
            enter_root(Arguments::from_vec(Vec::new()))?;
            bench::run(&options)?;
        }
        "lighthouse" => {
            enter_root(arguments)?;
            lighthouse::run()?;
        }
        "hook" => {
            enter_root(arguments)?;
            site::run_post_build()?;
        }
        "ci" => {
            enter_root(arguments)?;
            return Ok(ci::run().finish());
        }
        unknown => bail!("there is no command `{unknown}`; `cargo xtask` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Rejects unknown arguments, and changes to the root of the workspace, because all other paths are relative to it.
fn enter_root(arguments: Arguments) -> Result<()> {
    if let Some(unknown) = arguments.finish().first() {
        bail!("what is `{}`? `cargo xtask` lists the options", unknown.display());
    }
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map_or(manifest.into(), std::path::PathBuf::from);
    let root = root.parent().context("xtask lies in the workspace")?;
    std::env::set_current_dir(root).with_context(|| format!("going to {}", root.display()))
}

//! `cargo xtask serve`: the site on this machine, built again whenever a file changes.
//!
//! Trunk builds, watches, serves and reloads the page. This module finds a free port, says when the page is there, and
//! takes Trunk along when it is told to stop.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup;
use crate::trunk::{self, Profile};

/// Apart from `dist/`, so that a release site built before is still there; with a folder for each port.
const DIST: &str = "target/serve";

/// How many ports are tried, beginning with the one asked for.
const PORTS: u16 = 50;

/// What the command line says.
pub struct Options {
    /// Optimized, as visitors get it.
    pub release: bool,
    /// Open it in the browser.
    pub open: bool,
    /// The port to begin with.
    pub port: u16,
}

/// Serves until it is told to stop.
pub fn run(options: &Options) -> Result<()> {
    let profile = if options.release { Profile::Release } else { Profile::Debug };
    let mut command = trunk::command("serve", profile)?;
    let (port, _held) = free_port(options.port, &setup::cache()?.join("ports"))?;
    let dist = format!("{DIST}/{port}");
    // A site of an earlier run must not pass for the one that is being built.
    if fs::exists(&dist)? {
        fs::remove_dir_all(&dist).with_context(|| format!("emptying {dist}"))?;
    }
    fs::create_dir_all(&dist)?;

    command.args(["--dist", &dist, "--port", &port.to_string()]);
    if options.release {
        // The release page's policy blocks Trunk's reload script.
        command.arg("--no-autoreload=true");
    }
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed))?;

    process::announce(&command);
    let mut trunk = command.spawn().context("cannot start trunk")?;
    let mut announced = false;
    while !stopped.load(Ordering::Relaxed) {
        if let Some(status) = trunk.try_wait()? {
            bail!("trunk stopped ({status})");
        }
        if !announced && let Some(found) = answer(port) {
            let address = format!("http://localhost:{port}/");
            announce(&address, found, profile);
            // Not by Trunk, which opens 127.0.0.1: to a browser that is another site, with another storage.
            if options.open
                && let Err(error) = open::that_detached(&address)
            {
                println!("  No browser could be started: {error}");
            }
            announced = true;
        }
        thread::sleep(Duration::from_millis(100));
    }
    // It may be gone already: the terminal tells both.
    trunk.kill().ok();
    trunk.wait()?;
    Ok(())
}

/// The port asked for, or the next one that nobody uses. It is this run's for as long as the file is open: Trunk takes
/// the port only after its first build, and another run must not choose it until then.
fn free_port(wanted: u16, locks: &Path) -> Result<(u16, File)> {
    fs::create_dir_all(locks)?;
    for port in wanted..=wanted.saturating_add(PORTS) {
        let lock = File::create(locks.join(port.to_string()))?;
        if lock.try_lock().is_err() || !is_free(port) {
            continue;
        }
        if port != wanted {
            println!("Port {wanted} is taken: using {port}.");
        }
        return Ok((port, lock));
    }
    bail!("no port from {wanted} on is free")
}

/// Whether Trunk can serve there. A machine may have no IPv6 at all; one that has it must have the port free there too.
fn is_free(port: u16) -> bool {
    let other = TcpListener::bind((Ipv6Addr::LOCALHOST, port));
    let taken = other.is_err_and(|error| error.kind() == std::io::ErrorKind::AddrInUse);
    !taken && TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Whether the page is there, once something answers at all. Trunk answers after its first build, whether or not it
/// succeeded.
fn answer(port: u16) -> Option<bool> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    write!(stream, "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n").ok()?;
    let mut status = [0; "HTTP/1.1 200".len()];
    stream.read_exact(&mut status).ok()?;
    Some(status.ends_with(b" 200"))
}

fn announce(address: &str, found: bool, profile: Profile) {
    if found {
        println!("\n  Registrar is at {address}\n");
        let reload = if profile == Profile::Release { "reload the page then" } else { "the page reloads itself" };
        println!("  It is built again when a file changes, and {reload}. Ctrl+C stops it.\n");
    } else {
        println!("\n  The build failed: see above. It is tried again when a file changes.");
        println!("  Then Registrar is at {address}\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() -> Result<()> {
        let locks = std::env::temp_dir().join(format!("registrar-ports-{}", std::process::id()));
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let wanted = taken.local_addr()?.port();
        let (first, _held) = free_port(wanted, &locks)?;
        let (second, _held_too) = free_port(wanted, &locks)?;
        assert!(wanted < first && first < second);
        Ok(fs::remove_dir_all(&locks)?)
    }

    #[test]
    fn nothing_answers_where_nobody_listens() -> Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        drop(listener);
        assert_eq!(answer(port), None);
        Ok(())
    }
}

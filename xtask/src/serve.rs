//! `cargo xtask serve`: serves the site on this machine, and rebuilds it when a file changes.
//!
//! Trunk builds, watches, serves and reloads the page. This module finds a free port, prints the address after the first
//! build, and stops Trunk on Ctrl+C.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::process;
use crate::setup;
use crate::site;
use crate::trunk::{self, Profile};

/// The parent of one output folder per port. It is not `dist/`, so that serving keeps an earlier release site.
const DIST: &str = "target/serve";

/// The number of ports to try after the requested port.
const PORTS: u16 = 50;

/// The options of the command line.
pub struct Options {
    /// Serve the optimized build.
    pub release: bool,
    /// Keep the service worker, which a release build has.
    pub worker: bool,
    /// Open the page in the browser.
    pub open: bool,
    /// The requested port.
    pub port: u16,
}

/// Serves until Ctrl+C.
pub fn run(options: &Options) -> Result<()> {
    ensure!(options.release || !options.worker, "only a release build has a worker: add --release");
    let profile = if options.release { Profile::Release } else { Profile::Debug };
    let mut command = trunk::command("serve", profile)?;
    let (port, _lock) = free_port(options.port, &setup::cache()?.join("ports"))?;
    let dist = format!("{DIST}/{port}");
    // Trunk would serve the site of an earlier run if this build fails.
    if fs::exists(&dist)? {
        fs::remove_dir_all(&dist).with_context(|| format!("emptying {dist}"))?;
    }
    fs::create_dir_all(&dist)?;

    command.args(["--dist", &dist, "--port", &port.to_string()]);
    if options.release {
        // The release page's policy blocks Trunk's reload script.
        command.arg("--no-autoreload=true");
        if !options.worker {
            command.env(site::offline::SWITCH, "off");
        }
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
        if !announced && let Some(found) = probe(port) {
            let address = format!("http://localhost:{port}/");
            announce(&address, found, profile);
            // Trunk would open 127.0.0.1, which to a browser is a different site with its own storage.
            if options.open
                && let Err(error) = open::that_detached(&address)
            {
                println!("  No browser could be started: {error}");
            }
            announced = true;
        }
        thread::sleep(Duration::from_millis(100));
    }
    // Trunk may have stopped already, because the terminal sends Ctrl+C to both processes.
    trunk.kill().ok();
    trunk.wait()?;
    Ok(())
}

/// The requested port, or the next free port. The open file reserves it for this run: Trunk takes the port only after its
/// first build, and until then no other run must choose it.
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

/// Whether Trunk can use the port. It must be free for IPv6 too, unless the machine has no IPv6.
fn is_free(port: u16) -> bool {
    let ipv6 = TcpListener::bind((Ipv6Addr::LOCALHOST, port));
    let taken = ipv6.is_err_and(|error| error.kind() == std::io::ErrorKind::AddrInUse);
    !taken && TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Whether the server has the page, or `None` if there is no answer. Trunk answers after its first build, even if the
/// build failed.
fn probe(port: u16) -> Option<bool> {
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
    fn a_taken_port_is_skipped() -> Result<()> {
        let locks = std::env::temp_dir().join(format!("registrar-ports-{}", std::process::id()));
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let wanted = taken.local_addr()?.port();
        let (first, _first_lock) = free_port(wanted, &locks)?;
        let (second, _second_lock) = free_port(wanted, &locks)?;
        assert!(wanted < first && first < second);
        Ok(fs::remove_dir_all(&locks)?)
    }

    #[test]
    fn a_port_without_a_listener_does_not_answer() -> Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        drop(listener);
        assert_eq!(probe(port), None);
        Ok(())
    }
}

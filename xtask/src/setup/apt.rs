//! Packages of Debian and Ubuntu, where this user may install them without being asked.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// Installs packages, if this machine has apt and lets this user; returns whether it did.
pub fn install(packages: &[&str]) -> Result<bool> {
    if process::find("apt-get").is_none() {
        return Ok(false);
    }
    let Some(leader) = leader() else {
        return Ok(false);
    };
    println!("Missing: {}. Installing Debian packages, about a minute.", packages.join(", "));
    process::run(apt_get(leader).args(["update", "-q"]))?;
    process::run(apt_get(leader).args(["install", "-q", "-y", "--no-install-recommends"]).args(packages))?;
    Ok(true)
}

/// What stands before `apt-get`: nothing for root, `sudo` where it asks for no password.
fn leader() -> Option<&'static [&'static str]> {
    let user = process::read(Command::new("id").arg("-u")).ok()?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    process::read(Command::new("sudo").args(["-n", "true"])).ok()?;
    Some(&["sudo", "-n"])
}

fn apt_get(leader: &[&str]) -> Command {
    let mut words = leader.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words.next().unwrap_or("env"));
    command.args(words);
    command
}

//! Packages of Debian and Ubuntu, if this user can install them without a password.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// Installs packages. Returns false if this machine has no apt or the user lacks the permission.
pub fn install(packages: &[&str]) -> Result<bool> {
    if process::find("apt-get").is_none() {
        return Ok(false);
    }
    let Some(prefix) = root_prefix() else {
        return Ok(false);
    };
    println!("Missing: {}. Installing Debian packages, about a minute.", packages.join(", "));
    process::run(apt_get(prefix).args(["update", "-q"]))?;
    process::run(apt_get(prefix).args(["install", "-q", "-y", "--no-install-recommends"]).args(packages))?;
    Ok(true)
}

/// The words before `apt-get` that run it as root: none for root itself, or `sudo` if it needs no password.
fn root_prefix() -> Option<&'static [&'static str]> {
    let user = process::read(Command::new("id").arg("-u")).ok()?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    process::read(Command::new("sudo").args(["-n", "true"])).ok()?;
    Some(&["sudo", "-n"])
}

fn apt_get(prefix: &[&str]) -> Command {
    let mut words = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words.next().unwrap_or("env"));
    command.args(words);
    command
}

//! The module as the site sends it: packed (`crates/pack`), in the module that unpacks it.
//!
//! So what is sent is a module, and hosts and tools find in it what its name says. The packed one is in a custom section,
//! which boot.js asks for; the rest is what boot.js hands it to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::optimize;
use crate::process;
use crate::setup::Node;

/// What unpacks, as Cargo builds it.
const UNPACKER: &str = "target/wasm32-unknown-unknown/release/pack.wasm";
/// The kind of a custom section, and the name of ours.
const CUSTOM: u8 = 0;
const NAME: &str = "packed";

/// Packs a module, in place.
pub fn in_place(node: Option<&Node>, module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let packed = packed(&bytes).with_context(|| format!("packing {}", module.display()))?;
    process::run(&mut process::cargo(&[
        "build",
        "--quiet",
        "--release",
        "--package",
        "pack",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    let mut sent = match node {
        Some(node) => optimize::unpacker(node, Path::new(UNPACKER))?,
        None => fs::read(UNPACKER).with_context(|| format!("reading {UNPACKER}"))?,
    };
    sent.extend(section(&packed));
    fs::write(module, sent).with_context(|| format!("writing {}", module.display()))
}

/// Packs a module, and makes sure that it is the same again when it is unpacked.
fn packed(module: &[u8]) -> Result<Vec<u8>> {
    let packed = pack::pack(module)?;
    let mut unpacked = vec![0; module.len()];
    let length = pack::unpack(&packed, &mut unpacked, &mut pack::memory()).context("unpacking the module again")?;
    ensure!(unpacked.get(..length) == Some(module), "the module is another one when it is unpacked again");
    Ok(packed)
}

/// The custom section that has the packed module.
fn section(packed: &[u8]) -> Vec<u8> {
    let mut content = number(NAME.len());
    content.extend(NAME.as_bytes());
    content.extend(packed);
    let mut section = vec![CUSTOM];
    section.extend(number(content.len()));
    section.extend(content);
    section
}

/// A number without a sign, as WebAssembly writes it.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push((number % 0x80) as u8 | 0x80);
        number /= 0x80;
    }
    bytes.push(number as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_says_how_long_it_is() {
        assert_eq!(section(b"abc"), b"\0\x0a\x06packedabc");
        let long = section(&[7; 200]);
        assert_eq!(long.get(..10), Some(&b"\0\xcf\x01\x06packed"[..]));
        assert_eq!(long.len(), 3 + 7 + 200);
    }

    #[test]
    fn what_is_no_module_is_not_packed() {
        assert!(packed(b"<!doctype html>").is_err());
    }
}

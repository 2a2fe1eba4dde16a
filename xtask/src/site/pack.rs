//! The module as the site sends it: taken apart into streams of like things, which compress better than the mixture of
//! opcodes, indices, constants and addresses that WebAssembly is. `unpack.js` puts it together again in the browser.
//!
//! What is sent is a module itself, so that hosts and tools find in it what its name says: it has nothing but a custom
//! section, which holds these in turn, all numbers in LEB128:
//!
//! - the length of the module, and how many functions it has;
//! - symbols: how many, and of each its code, the opcode that it stands for, and which operands (length and bytes);
//! - streams: how many, and of each its key (as its distance from the one before) and its length;
//! - the bytes of all streams.
//!
//! Each instruction is one symbol in one stream; what the symbol does not say of its operands comes from the stream that
//! [`stream::of`] names. This file does not know what instructions mean.

mod bytes;
mod instruction;
mod read;
mod recent;
mod stream;
mod symbols;
mod write;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::text;

/// What a module begins with: that it is one, and the version of the format.
const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";
/// The kind of a custom section, and the name of ours, which boot.js asks for.
const CUSTOM: u8 = 0;
const NAME: &str = "packed";

/// Packs a module, in place.
pub fn in_place(module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let packed = packed(&bytes).with_context(|| format!("packing {}", module.display()))?;
    fs::write(module, packed).with_context(|| format!("writing {}", module.display()))
}

/// What unpacks it in the browser: a function `unpack`, from the bytes of the section to those of the module.
pub fn javascript() -> Result<String> {
    text::without_comments(include_str!("pack/unpack.js"))
}

/// Packs a module, and makes sure that it is the same again when it is unpacked. What is in it that is not known here, be
/// it an instruction or another way to write a number, is an error.
fn packed(module: &[u8]) -> Result<Vec<u8>> {
    let streams = write::streams(module)?;
    let unpacked = read::module(&streams).context("unpacking the module again")?;
    ensure!(unpacked == module, "the module is another one when it is unpacked again");

    let mut section = Vec::new();
    bytes::put(&mut section, NAME.len());
    section.extend(NAME.as_bytes());
    section.extend(streams);
    let mut packed = PREAMBLE.to_vec();
    packed.push(CUSTOM);
    bytes::put(&mut packed, section.len());
    packed.extend(section);
    Ok(packed)
}

#[cfg(test)]
mod tests;

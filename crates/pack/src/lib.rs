//! A WebAssembly module in as few bytes as its structure allows, for hosts that compress little or nothing.
//!
//! What is packed is a sequence of decisions, each of which an arithmetic coder turns into less than a bit when it was likely.
//! How likely each is, a model (`model.rs`) learns on the way, from what it saw in the same contexts; and which contexts tell
//! something, this crate knows because it follows what the module does: which values lie on the stack, where a local
//! got its value from, what was called last. Packing and unpacking are the same walk through the module
//! (`module.rs`, `function.rs`), in one direction or the other (`direction.rs`), so that both always know the same.
//!
//! [`pack`] runs where the site is built, [`unpack`] in the browser (`browser.rs`).
//!
//! What unpacks is sent along, so it is kept small: functions that are called in several places are never inlined.
//!
//! The packed bytes are a checksum of the module, four bytes, the lowest first, and the decisions.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
mod browser;
mod direction;
mod function;
mod machine;
mod model;
mod module;
mod opcode;
mod signatures;

use core::fmt;

use direction::{Direction, Unpacking};
pub use model::{MEMORY, Memory};
use module::Walk;

/// How large a module can be, packed or unpacked, in bytes. What nothing touches takes no memory.
pub const LARGEST: usize = 16 << 20;

/// What hinders packing or unpacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes to pack are no module of the one version that there is.
    NoModule,
    /// The module ends too early, or a part of it does.
    Cut,
    /// A number is written in more bytes than it takes, or a part is longer or shorter than it says.
    Unusual,
    /// There is an instruction of which it is not known what follows it.
    Instruction,
    /// There are more functions, types of functions, or locals of a function than this crate has room for.
    TooMany,
    /// The module is larger than half of [`LARGEST`] when packing, or than the room for it.
    TooLarge,
    /// What was unpacked is not what was packed.
    Damaged,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoModule => formatter.write_str("this is no WebAssembly module"),
            Self::Cut => formatter.write_str("the module ends too early"),
            Self::Unusual => formatter.write_str("a number or a length in the module is not written as usual"),
            Self::Instruction => formatter.write_str("an instruction of the module is not known"),
            Self::TooMany => formatter.write_str("the module has too many functions, types or locals"),
            Self::TooLarge => formatter.write_str("the module is too large"),
            Self::Damaged => formatter.write_str("the packed module is damaged"),
        }
    }
}

impl core::error::Error for Fault {}

/// Packs a module. [`unpack`] gives the same bytes again.
///
/// # Errors
///
/// The module has something that this crate does not know, or has no room for.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack(module: &[u8]) -> Result<Vec<u8>, Fault> {
    if module.len() > LARGEST / 2 {
        return Err(Fault::TooLarge);
    }
    let mut memory = memory();
    let direction = direction::Packing::new(module, checksum(module).to_le_bytes().to_vec());
    let mut walk = Walk::new(direction, &mut memory);
    walk.module(module.len())?;
    Ok(walk.direction.finish())
}

/// Unpacks a module to the beginning of `module`; returns how long it is. `memory` is all zeros.
///
/// # Errors
///
/// The bytes are not what [`pack`] returned, or there is too little room.
pub fn unpack(packed: &[u8], module: &mut [u8], memory: &mut Memory) -> Result<usize, Fault> {
    let (sum, decisions) = packed.split_first_chunk().ok_or(Fault::Damaged)?;
    let mut walk = Walk::new(Unpacking::new(decisions, module), memory);
    walk.module(0)?;
    let unpacked = walk.direction.module();
    if checksum(unpacked) == u32::from_le_bytes(*sum) { Ok(unpacked.len()) } else { Err(Fault::Damaged) }
}

/// What a model needs to learn in.
#[cfg(not(target_arch = "wasm32"))]
pub fn memory() -> Box<Memory> {
    // By way of a vector: it is too large for a stack.
    let Ok(memory) = vec![0; MEMORY].into_boxed_slice().try_into() else {
        unreachable!("it is as long as it was made")
    };
    memory
}

/// FNV-1a, of 32 bits: what is damaged by chance has the same once in four billion times.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests;

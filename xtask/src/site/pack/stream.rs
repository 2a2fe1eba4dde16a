//! Which stream holds what. Each is a key; what `unpack.js` writes as numbers has its name here.

use super::instruction::{FIRST_LOAD, I32_CONST, I32_STORE, I64_CONST, LAST_LOAD, LAST_STORE, LOCAL_SET, LOCAL_TEE};

/// What stands before the first function, and after the last.
pub const HEAD: usize = 0;
pub const TAIL: usize = 1;
/// The symbols of all instructions.
pub const SYMBOLS: usize = 2;
/// The declarations of locals: how many a function has, and of each how many locals of which type.
pub const DECLARATIONS: usize = 3;
pub const COUNTS: usize = 4;
pub const TYPES: usize = 5;
/// Offsets of loads, by the local used last: mostly it has the address.
const LOADS: usize = 8;
/// More locals than these are not told apart there.
const LOCALS: usize = 7;
/// Constants, by the symbol after them.
const I32: usize = 0x100;
const I64: usize = 0x200;
/// Operands of all other instructions, by opcode.
const OTHERS: usize = 0x300;

/// One more than the last key.
pub const KEYS: usize = 0x400;

/// The stream of an instruction's operands. `next` is the symbol after it, `local` the local that was used last.
pub fn of(opcode: u8, next: u8, local: usize) -> usize {
    match opcode {
        I32_CONST => I32 + usize::from(next),
        I64_CONST => I64 + usize::from(next),
        FIRST_LOAD..=LAST_LOAD => LOADS + local.min(LOCALS),
        I32_STORE..=LAST_STORE => OTHERS + usize::from(I32_STORE),
        LOCAL_SET | LOCAL_TEE => OTHERS + usize::from(LOCAL_SET),
        _ => OTHERS + usize::from(opcode),
    }
}

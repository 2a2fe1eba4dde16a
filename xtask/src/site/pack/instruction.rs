//! What an instruction consists of: all that Rust's WebAssembly uses, and nothing of which it is not known how long it is.

use anyhow::{Context, Result, bail, ensure};

use super::bytes::{self, Bytes};

pub const BLOCK: u8 = 0x02;
pub const IF: u8 = 0x04;
pub const END: u8 = 0x0b;
pub const BRANCH_IF: u8 = 0x0d;
pub const BRANCH_TABLE: u8 = 0x0e;
pub const CALL: u8 = 0x10;
pub const SELECT: u8 = 0x1c;
pub const LOCAL_GET: u8 = 0x20;
pub const LOCAL_SET: u8 = 0x21;
pub const LOCAL_TEE: u8 = 0x22;
pub const FIRST_LOAD: u8 = 0x28;
pub const LAST_LOAD: u8 = 0x35;
pub const I32_STORE: u8 = 0x36;
pub const I64_STORE: u8 = 0x37;
pub const I32_STORE_8: u8 = 0x3a;
pub const LAST_STORE: u8 = 0x3e;
pub const I32_CONST: u8 = 0x41;
pub const I64_CONST: u8 = 0x42;
pub const F32_CONST: u8 = 0x43;
pub const F64_CONST: u8 = 0x44;
pub const PREFIX: u8 = 0xfc;

/// What follows an opcode.
pub enum Operands {
    /// So many numbers.
    Numbers(usize),
    /// A number that says how many follow, and so many more.
    List(usize),
    /// So many bytes.
    Bytes(usize),
    /// A number that says which instruction it is.
    Second,
}

/// What follows this opcode, if it is known.
pub fn operands(opcode: u8) -> Option<Operands> {
    Some(match opcode {
        0x00 | 0x01 | 0x05 | END | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Operands::Numbers(0),
        BLOCK..=IF | 0x0c | BRANCH_IF | CALL | LOCAL_GET..=0x26 | 0x3f..=I64_CONST | 0xd0 | 0xd2 => {
            Operands::Numbers(1)
        }
        0x11 | FIRST_LOAD..=LAST_STORE => Operands::Numbers(2),
        BRANCH_TABLE => Operands::List(1),
        SELECT => Operands::List(0),
        F32_CONST => Operands::Bytes(4),
        F64_CONST => Operands::Bytes(8),
        PREFIX => Operands::Second,
        _ => return None,
    })
}

/// How many numbers follow the one that says which instruction it is.
pub fn after_second(second: usize) -> Option<usize> {
    Some(match second {
        0..=7 => 0,
        9 | 11 | 13 | 15..=17 => 1,
        8 | 10 | 12 | 14 => 2,
        _ => return None,
    })
}

/// Whether the instruction reads or writes memory: an alignment and an offset follow it.
pub fn is_access(opcode: u8) -> bool {
    (FIRST_LOAD..=LAST_STORE).contains(&opcode)
}

/// How much deeper in blocks one is after an instruction.
pub fn deeper(opcode: u8) -> i32 {
    match opcode {
        BLOCK..=IF => 1,
        END => -1,
        _ => 0,
    }
}

/// An instruction, with each operand as its bytes.
pub struct Instruction {
    pub opcode: u8,
    pub operands: Vec<Vec<u8>>,
}

impl Instruction {
    /// The next instruction of a module.
    pub fn read(module: &mut Bytes) -> Result<Self> {
        let opcode = module.byte()?;
        let mut operands = Vec::new();
        let more = match self::operands(opcode).with_context(|| format!("instruction {opcode:#04x} is not known"))? {
            Operands::Numbers(count) => count,
            Operands::Bytes(count) => {
                operands.push(module.take(count)?.to_vec());
                0
            }
            Operands::List(more) => {
                let digits = module.digits()?;
                operands.push(digits.to_vec());
                bytes::value(digits)?.saturating_add(more)
            }
            Operands::Second => {
                let digits = module.digits()?;
                operands.push(digits.to_vec());
                let second = bytes::value(digits)?;
                after_second(second).with_context(|| format!("instruction {opcode:#04x} {second} is not known"))?
            }
        };
        for _ in 0..more {
            operands.push(module.digits()?.to_vec());
        }
        // Above them, the alignment would say which memory is meant.
        let plain = !is_access(opcode) || operands.first().is_some_and(|alignment| alignment.as_slice() < &[0x40][..]);
        ensure!(plain, "there is more than one memory");
        Ok(Self { opcode, operands })
    }

    /// The first operand as a number.
    pub fn number(&self) -> Result<usize> {
        let Some(first) = self.operands.first() else { bail!("instruction {:#04x} has no operand", self.opcode) };
        bytes::value(first)
    }
}

//! What is known of instructions: all that Rust's WebAssembly uses, and nothing of which it is not known how long it is.

use crate::Fault;
use crate::model::Kind;

pub const BLOCK: u8 = 0x02;
pub const LOOP: u8 = 0x03;
pub const IF: u8 = 0x04;
pub const ELSE: u8 = 0x05;
pub const END: u8 = 0x0b;
pub const CALL: u8 = 0x10;
pub const CALL_INDIRECT: u8 = 0x11;
pub const LOCAL_GET: u8 = 0x20;
pub const LOCAL_SET: u8 = 0x21;
pub const LOCAL_TEE: u8 = 0x22;
pub const PREFIX: u8 = 0xfc;

/// What a block's type says that has no result.
pub const NO_RESULT: u64 = 0x40;

/// Opcodes, the most frequent first: what comes early takes fewer decisions. All others follow in their order.
const FREQUENT: [u8; 64] = [
    0x20, 0x41, 0x28, 0x6a, 0x10, 0x0b, 0x36, 0x21, 0x22, 0x04, 0x37, 0x6b, 0x29, 0x02, 0x0c, 0x24, 0x0d, 0x42, 0x45,
    0x05, 0x47, 0x46, 0x23, 0x00, 0x03, 0x2d, 0x71, 0x1b, 0x74, 0x3a, 0x6c, 0x11, 0xfc, 0x49, 0x72, 0x85, 0x4b, 0x76,
    0x0f, 0xa7, 0x4d, 0x4f, 0x25, 0x0e, 0x84, 0x50, 0x1a, 0x3b, 0x73, 0x83, 0xad, 0x2f, 0x88, 0x26, 0x6e, 0x4e, 0x2c,
    0x89, 0x52, 0x7c, 0x86, 0x48, 0x51, 0x7d,
];

/// All opcodes in the order in which they are numbered when they are packed, and the number of each.
pub struct Ranks {
    opcodes: [u8; 256],
    ranks: [u8; 256],
}

impl Ranks {
    pub fn new() -> Self {
        let (mut opcodes, mut ranks) = ([0; 256], [0; 256]);
        let others = (0..=u8::MAX).filter(|opcode| FREQUENT.iter().all(|frequent| frequent != opcode));
        for (rank, opcode) in (0..=u8::MAX).zip(FREQUENT.into_iter().chain(others)) {
            opcodes[usize::from(rank)] = opcode;
            ranks[usize::from(opcode)] = rank;
        }
        Self { opcodes, ranks }
    }

    pub fn of(&self, opcode: u8) -> u64 {
        u64::from(self.ranks[usize::from(opcode)])
    }

    pub fn opcode(&self, rank: u64) -> Result<u8, Fault> {
        self.opcodes.get(rank as usize).copied().ok_or(Fault::Damaged)
    }
}

/// What follows an opcode.
pub enum Operands {
    /// So many numbers.
    Numbers(u64),
    /// A number with a sign.
    Signed,
    /// A number that says how many follow, and so many more.
    List(u64),
    /// So many bytes.
    Bytes(u64),
    /// A number that says which instruction it is, and what follows that: see [`after_second`].
    Second,
}

/// What follows this opcode, if it is known.
pub fn operands(opcode: u8) -> Result<Operands, Fault> {
    Ok(match opcode {
        0x00 | 0x01 | ELSE | END | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Operands::Numbers(0),
        BLOCK..=IF | 0x0c | 0x0d | CALL | LOCAL_GET..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => Operands::Numbers(1),
        CALL_INDIRECT | 0x28..=0x3e => Operands::Numbers(2),
        0x0e => Operands::List(1),
        0x1c => Operands::List(0),
        0x41 | 0x42 => Operands::Signed,
        0x43 => Operands::Bytes(4),
        0x44 => Operands::Bytes(8),
        PREFIX => Operands::Second,
        _ => return Err(Fault::Instruction),
    })
}

/// How many numbers follow the one that says which instruction it is.
pub fn after_second(second: u64) -> Result<u64, Fault> {
    Ok(match second {
        0..=7 => 0,
        9 | 11 | 13 | 15..=17 => 1,
        8 | 10 | 12 | 14 => 2,
        _ => return Err(Fault::Instruction),
    })
}

/// What kind of thing an operand is, of which so many stand before it.
pub fn kind(opcode: u8, before: u64) -> Kind {
    match opcode {
        BLOCK..=IF => Kind::Block,
        0x0c..=0x0e => Kind::Branch,
        CALL => Kind::Call,
        CALL_INDIRECT => Kind::Indirect,
        0x28..=0x3e if before == 0 => Kind::Alignment,
        0x28..=0x35 => Kind::Load,
        0x36..=0x3e => Kind::Store,
        0x41 => Kind::I32,
        0x42 => Kind::I64,
        _ => Kind::Other,
    }
}

/// Whether it writes to memory: the address lies below the value.
pub fn is_store(opcode: u8) -> bool {
    (0x36..=0x3e).contains(&opcode)
}

/// How many values an instruction takes from the stack, and how many it leaves there, where its opcode says that.
pub fn effect(opcode: u8) -> (u8, u8) {
    match opcode {
        0x23 | 0x3f | 0x41..=0x44 | 0xd0 | 0xd2 | LOCAL_GET => (0, 1),
        0x0d | 0x1a | LOCAL_SET | 0x24 | IF => (1, 0),
        0x25
        | 0x28..=0x35
        | 0x40
        | 0x45
        | 0x50
        | 0x67..=0x69
        | 0x79..=0x7b
        | 0x8b..=0x91
        | 0x99..=0x9f
        | 0xa7..=0xc4
        | 0xd1
        | LOCAL_TEE => (1, 1),
        0x26 | 0x36..=0x3e => (2, 0),
        0x46..=0x4f | 0x51..=0x66 | 0x6a..=0x78 | 0x7c..=0x8a | 0x92..=0x98 | 0xa0..=0xa6 => (2, 1),
        0x1b | 0x1c => (3, 1),
        _ => (0, 0),
    }
}

/// Whether nothing comes after it in its block: to a label, out of the function, or to nowhere.
pub fn is_last(opcode: u8) -> bool {
    matches!(opcode, 0x00 | 0x0c | 0x0e | 0x0f)
}

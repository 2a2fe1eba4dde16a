//! What is known of a function at some place in it: what was done before, and what values were made of.
//!
//! A value is a number that two values share when they were made in the same way, by the same instructions from the same
//! values. So a value tells what can be expected to be done with it, in any function.

use crate::Fault;
use crate::model::hash;
use crate::opcode::{self, BLOCK, CALL, CALL_INDIRECT, ELSE, END, IF, LOCAL_GET, LOCAL_SET, LOOP, NO_RESULT, PREFIX};
use crate::signatures::Signatures;

const MOST_LOCALS: usize = 1 << 13;
/// Above so many values or blocks, nothing more is known of them: no function of Rust's has as many.
const MOST_VALUES: usize = 1 << 10;
const MOST_BLOCKS: usize = 1 << 9;

#[derive(Clone, Copy)]
pub struct Local {
    pub value: u32,
    /// How often it was used since it was set, up to 3.
    pub uses: u32,
    /// The opcode before its last use.
    pub before: u32,
}

/// What has not been set.
const UNSET: Local = Local { value: 78, uses: 3, before: 0 };

#[derive(Clone, Copy, Default)]
struct Block {
    opcode: u8,
    /// How many values lay below it.
    height: usize,
    results: usize,
}

pub struct Machine {
    /// The opcodes before this place, the latest first, each one more than it is: 0 is none.
    pub opcodes: [u32; 6],
    /// The instructions before this place with their operands, the latest first.
    pub instructions: [u32; 3],
    /// What was called last.
    pub called: u32,
    /// Which local was set last.
    pub set: u32,
    /// By opcode, its last operand where it stood last, in whatever function.
    pub operands: [u32; 256],
    locals: [Local; MOST_LOCALS],
    count: usize,
    /// The locals, the one used last first.
    recent: [u16; MOST_LOCALS],
    values: [u32; MOST_VALUES],
    height: usize,
    blocks: [Block; MOST_BLOCKS],
    depth: usize,
}

impl Machine {
    pub fn new() -> Self {
        Self {
            opcodes: [0; 6],
            instructions: [0; 3],
            called: 0,
            set: 0,
            operands: [0; 256],
            locals: [UNSET; MOST_LOCALS],
            count: 0,
            recent: [0; MOST_LOCALS],
            values: [0; MOST_VALUES],
            height: 0,
            blocks: [Block::default(); MOST_BLOCKS],
            depth: 0,
        }
    }

    /// Begins a function with so many locals, of which the first are given.
    pub fn begin(&mut self, given: usize, count: u64) -> Result<(), Fault> {
        self.count = usize::try_from(count).ok().filter(|count| *count <= MOST_LOCALS).ok_or(Fault::TooMany)?;
        for (index, local) in self.locals[..self.count].iter_mut().enumerate() {
            *local = if index < given { Local { value: hash(77, index as u32), uses: 0, before: 0 } } else { UNSET };
        }
        for (place, local) in self.recent[..self.count].iter_mut().zip(0..) {
            *place = local;
        }
        (self.opcodes, self.instructions) = ([0; 6], [0; 3]);
        (self.called, self.set, self.height, self.depth) = (0, 0, 0, 0);
        Ok(())
    }

    /// How many locals there are.
    pub fn locals(&self) -> usize {
        self.count
    }

    /// The local at a place among those used last, and what is known of it.
    pub fn recent(&self, place: usize) -> Option<(u16, &Local)> {
        let local = *self.recent[..self.count].get(place)?;
        Some((local, &self.locals[usize::from(local)]))
    }

    /// At which place among those used last a local is.
    pub fn place(&self, local: u64) -> Result<usize, Fault> {
        self.recent[..self.count].iter().position(|recent| u64::from(*recent) == local).ok_or(Fault::Unusual)
    }

    /// The value that so many others lie upon.
    pub fn value(&self, below: usize) -> u32 {
        self.height.checked_sub(below + 1).and_then(|index| self.values.get(index)).copied().unwrap_or_default()
    }

    /// How many values the innermost block has on the stack, up to 4.
    pub fn height(&self) -> u32 {
        self.height.saturating_sub(self.block().height).min(4) as u32
    }

    /// What the innermost block began with.
    pub fn inside(&self) -> u32 {
        u32::from(self.block().opcode)
    }

    fn block(&self) -> Block {
        self.depth.checked_sub(1).and_then(|index| self.blocks.get(index)).copied().unwrap_or_default()
    }

    /// How many blocks are not at an end.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Takes so many values from the stack.
    fn take(&mut self, count: usize) {
        self.height = self.height.saturating_sub(count);
    }

    /// Puts a value on the stack.
    fn put(&mut self, value: u32) {
        if let Some(place) = self.values.get_mut(self.height) {
            *place = value;
        }
        self.height += 1;
    }

    /// The local at a place among those used last was got, set or teed by the next instruction.
    #[inline(never)]
    pub fn used(&mut self, opcode: u8, place: usize) {
        let local = self.recent[place];
        self.recent.copy_within(..place, 1);
        self.recent[0] = local;
        let top = self.value(0);
        let known = &mut self.locals[usize::from(local)];
        let told = if opcode == LOCAL_GET {
            known.uses = (known.uses + 1).min(3);
            known.before = self.opcodes[0];
            place as u32
        } else {
            *known = Local { value: top, uses: 0, before: 0 };
            self.set = u32::from(local);
            0
        };
        let value = known.value;
        match opcode {
            LOCAL_GET => self.put(value),
            LOCAL_SET => self.take(1),
            _ => {}
        }
        self.remember(opcode, hash(hash(u32::from(opcode), told), value));
    }

    /// Another instruction was the next one: with its first and last operand, and a number that tells all of it from others.
    #[inline(never)]
    pub fn done(&mut self, opcode: u8, first: u64, last: u64, instruction: u32, signatures: &Signatures) {
        self.operands[usize::from(opcode)] = last as u32;
        if opcode == CALL {
            self.called = (last as u32).wrapping_add(1);
        }
        let (takes, puts) = match opcode {
            CALL => signatures.of(first),
            CALL_INDIRECT => {
                let (takes, puts) = signatures.of_type(first);
                (takes.saturating_add(1), puts)
            }
            PREFIX if first < 8 => (1, 1),
            PREFIX => (3, 0),
            _ => opcode::effect(opcode),
        };
        // A constant is what it is, and what is computed depends on what from.
        let mut value = instruction;
        if takes <= 2 && opcode != CALL {
            for below in 0..takes {
                value = hash(value, self.value(usize::from(below)));
            }
        }
        self.take(usize::from(takes));
        for _ in 0..puts {
            self.put(value);
        }
        match opcode {
            BLOCK | LOOP | IF => {
                let block = Block { opcode, height: self.height, results: usize::from(first != NO_RESULT) };
                if let Some(place) = self.blocks.get_mut(self.depth) {
                    *place = block;
                }
                self.depth += 1;
            }
            ELSE => {
                self.height = self.block().height;
                if let Some(block) = self.depth.checked_sub(1).and_then(|index| self.blocks.get_mut(index)) {
                    block.opcode = ELSE;
                }
            }
            END => {
                let block = self.block();
                self.height = block.height;
                self.depth = self.depth.saturating_sub(1);
                for _ in 0..block.results {
                    self.put(1);
                }
            }
            _ if opcode::is_last(opcode) => self.height = self.block().height,
            _ => {}
        }
        self.remember(opcode, instruction);
    }

    #[inline(never)]
    fn remember(&mut self, opcode: u8, instruction: u32) {
        let [first, second, third, fourth, fifth, _] = self.opcodes;
        self.opcodes = [u32::from(opcode) + 1, first, second, third, fourth, fifth];
        let [last, before, _] = self.instructions;
        self.instructions = [instruction, last, before];
    }
}

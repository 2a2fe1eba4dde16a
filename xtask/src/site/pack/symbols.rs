//! Symbols: an opcode, or an opcode with the operands that it has often. In one stream with the opcodes, these say what
//! is about to happen.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Context, Result};

use super::bytes;
use super::instruction::{
    BRANCH_IF, CALL, I32_CONST, I32_STORE, I32_STORE_8, I64_STORE, Instruction, LOCAL_GET, is_access,
};

/// Of which instructions how many operands, or pairs of them, get a symbol: the most frequent ones. More of other
/// instructions make what is sent larger, since the stream of what they leave has gaps then. Calls take what codes are left.
const OFTEN: &[(u8, usize)] = &[
    (LOCAL_GET, 2),
    (BRANCH_IF, 3),
    (I32_CONST, 4),
    (I32_STORE, 4),
    (I64_STORE, 4),
    (I32_STORE_8, 3),
    (CALL, usize::MAX),
];

/// The symbols of a module.
pub struct Symbols(BTreeMap<(u8, Vec<u8>), u8>);

impl Symbols {
    /// Chooses symbols for these instructions.
    pub fn of<'a>(instructions: impl Iterator<Item = &'a Instruction>) -> Result<Self> {
        let mut opcodes = HashSet::new();
        let mut alignments: HashMap<(u8, Vec<u8>), usize> = HashMap::new();
        let mut often: HashMap<(u8, Vec<u8>), usize> = HashMap::new();
        for instruction in instructions {
            let Instruction { opcode, operands } = instruction;
            opcodes.insert(*opcode);
            if is_access(*opcode) {
                *alignments.entry((*opcode, operands.first().cloned().unwrap_or_default())).or_default() += 1;
            }
            if OFTEN.iter().any(|(often, _)| often == opcode) {
                *often.entry((*opcode, operands.concat())).or_default() += 1;
            }
        }

        let mut free = (0..=u8::MAX).rev().filter(|code| !opcodes.contains(code));
        let mut symbols = BTreeMap::new();
        let mut plain = HashSet::new();
        // The most frequent alignment needs no code of its own.
        for (opcode, alignment) in by_frequency(alignments) {
            let code = if plain.insert(opcode) { Some(opcode) } else { free.next() };
            symbols.insert((opcode, alignment), code.context("there are more alignments than codes for them")?);
        }
        let often = by_frequency(often);
        for (opcode, count) in OFTEN {
            let those = often.iter().filter(|(often, _)| often == opcode).take(*count);
            symbols.extend(those.cloned().zip(free.by_ref()));
        }
        Ok(Self(symbols))
    }

    /// The symbol that says most of an instruction, and how many of its operands it says.
    pub fn symbol(&self, instruction: &Instruction) -> (u8, usize) {
        let Instruction { opcode, operands } = instruction;
        let said = (1..=operands.len().min(2)).rev().find_map(|count| {
            let said = operands.iter().take(count).flatten().copied().collect();
            Some((*self.0.get(&(*opcode, said))?, count))
        });
        said.unwrap_or((*opcode, 0))
    }

    /// Writes what they stand for.
    pub fn put(&self, packed: &mut Vec<u8>) {
        bytes::put(packed, self.0.len());
        for ((opcode, operands), code) in &self.0 {
            bytes::put(packed, usize::from(*code));
            bytes::put(packed, usize::from(*opcode));
            bytes::put(packed, operands.len());
            packed.extend(operands);
        }
    }
}

fn by_frequency(counts: HashMap<(u8, Vec<u8>), usize>) -> Vec<(u8, Vec<u8>)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|(one, often), (other, less)| (Reverse(often), one).cmp(&(Reverse(less), other)));
    counts.into_iter().map(|(symbol, _)| symbol).collect()
}

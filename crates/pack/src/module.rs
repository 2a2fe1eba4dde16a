//! A module: its sections, one after the other.

use crate::Fault;
use crate::direction::Direction;
use crate::machine::Machine;
use crate::model::{About, Kind, Memory, Model, few, hash};
use crate::opcode::Ranks;
use crate::signatures::Signatures;

/// What a module begins with: that it is one, and the version of the format.
const PREAMBLE: [u8; 8] = *b"\0asm\x01\0\0\0";
const CODE: u8 = 10;

/// A walk through a module in some direction.
pub struct Walk<'m, D> {
    pub direction: D,
    pub model: Model<'m>,
    pub machine: Machine,
    pub signatures: Signatures,
    pub ranks: Ranks,
}

impl<'m, D: Direction> Walk<'m, D> {
    pub fn new(direction: D, memory: &'m mut Memory) -> Self {
        Self {
            direction,
            model: Model::new(memory),
            machine: Machine::new(),
            signatures: Signatures::new(),
            ranks: Ranks::new(),
        }
    }

    /// All of a module, of this length if it is being packed.
    pub fn module(&mut self, length: usize) -> Result<(), Fault> {
        let about = About::within(Kind::Length, 0, &few(&[]));
        let length = self.model.number(&mut self.direction, &about, length as u64);
        let length = usize::try_from(length).map_err(|_| Fault::TooLarge)?;
        self.direction.limit(length)?;
        for byte in PREAMBLE {
            self.direction.push(byte).map_err(|_| Fault::NoModule)?;
        }
        while self.direction.module().len() < length {
            let section = self.byte(&About::within(Kind::Length, 1, &few(&[])))?;
            let about = About::within(Kind::Length, 2, &few(&[]));
            let size = usize::try_from(self.number(&about, false)?).map_err(|_| Fault::Cut)?;
            let start = self.direction.module().len();
            if section == CODE {
                self.functions()?;
            } else {
                self.data(size)?;
                let content = &self.direction.module()[start..];
                self.signatures.learn(section, content)?;
            }
            if self.direction.module().len() - start != size {
                return Err(Fault::Unusual);
            }
        }
        if self.direction.module().len() == length { Ok(()) } else { Err(Fault::Damaged) }
    }

    /// Bytes that stand for anything: texts, tables of addresses, names.
    fn data(&mut self, size: usize) -> Result<(), Fault> {
        let mut word = 0;
        for index in 0..size {
            let before = self.direction.module().last_chunk::<8>().copied().unwrap_or_default();
            let [.., eighth, _, sixth, fifth, fourth, third, second, first] = before.map(u32::from);
            let (two, three) = (first << 8 | second, first << 16 | second << 8 | third);
            let about = About::of(
                Kind::Data,
                &[
                    [first, 0, 0],
                    [two, 0, 0],
                    [three, 0, 0],
                    [word, 0, 0],
                    [first, fourth, eighth],
                    [index as u32 % 4, 0, 0],
                    [second, third, fourth],
                    [three, fourth << 16 | fifth << 8 | sixth, 0],
                ],
            );
            let byte = self.byte(&about)?;
            word = if byte.is_ascii_alphanumeric() || !byte.is_ascii() { hash(word, byte.into()) } else { 0 };
        }
        Ok(())
    }

    /// A byte of the module.
    #[inline(never)]
    pub fn byte(&mut self, about: &About) -> Result<u8, Fault> {
        let ahead = self.direction.byte_ahead()?;
        let byte = self.model.byte(&mut self.direction, about, ahead);
        self.direction.push(byte)?;
        Ok(byte)
    }

    /// A number of the module. One with a sign is decided about, and returned, with its sign behind its digits.
    #[inline(never)]
    pub fn number(&mut self, about: &About, signed: bool) -> Result<u64, Fault> {
        let mut ahead = self.direction.number_ahead(signed)?;
        if signed {
            ahead = ahead << 1 ^ (ahead.cast_signed() >> 63).cast_unsigned();
        }
        let number = self.model.number(&mut self.direction, about, ahead);
        let written = if signed { number >> 1 ^ (number & 1).wrapping_neg() } else { number };
        self.direction.push_number(written, signed)?;
        Ok(number)
    }
}

//! Functions: what they declare, and their instructions.

use crate::Fault;
use crate::direction::Direction;
use crate::model::{About, Kind, few, hash};
use crate::module::Walk;
use crate::opcode::{self, END, LOCAL_GET, LOCAL_SET, LOCAL_TEE, Operands};

/// Of so many locals that were used last it is decided one by one whether it is them.
const CANDIDATES: usize = 24;

impl<D: Direction> Walk<'_, D> {
    /// All functions of the module.
    pub fn functions(&mut self) -> Result<(), Fault> {
        let about = About::within(Kind::Length, 3, &few(&[]));
        for index in 0..self.number(&about, false)? {
            self.direction.open()?;
            let (takes, _) = self.signatures.of(self.signatures.imported as u64 + index);
            let declared = self.declarations()?;
            self.machine.begin(usize::from(takes), declared.saturating_add(u64::from(takes)))?;
            while !self.instruction()? {}
            self.direction.close()?;
        }
        Ok(())
    }

    /// How many locals of which types a function declares. Returns how many in all.
    fn declarations(&mut self) -> Result<u64, Fault> {
        let mut all: u64 = 0;
        let (mut last, mut before) = (0, 0);
        let about = About::within(Kind::Declarations, 0, &few(&[]));
        let count = self.number(&about, false)?;
        let left = count as u32;
        for index in 0..count {
            let told = few(&[last, before, left, index as u32]);
            let about = About::of(Kind::Locals, &told);
            let locals = self.number(&about, false)?;
            let about = About::of(Kind::Type, &told);
            let kind = self.byte(&about)?;
            all = all.saturating_add(locals);
            (last, before) = ((locals as u32) << 8 | u32::from(kind), last);
        }
        Ok(all)
    }

    /// The next instruction. Returns whether the function ends with it.
    #[inline(never)]
    fn instruction(&mut self) -> Result<bool, Fault> {
        let opcode = self.opcode()?;
        match opcode {
            LOCAL_GET => {
                let place = self.candidate()?;
                self.machine.used(opcode, place);
            }
            LOCAL_SET | LOCAL_TEE => {
                let place = self.set(opcode)?;
                self.machine.used(opcode, place);
            }
            END if self.machine.depth() == 0 => return Ok(true),
            _ => self.operands(opcode)?,
        }
        Ok(false)
    }

    #[inline(never)]
    fn opcode(&mut self) -> Result<u8, Fault> {
        let machine = &self.machine;
        let [first, second, third, fourth, fifth, sixth] = machine.opcodes;
        let [last, before, _] = machine.instructions;
        let height = machine.height();
        let place = height << 8 | machine.inside();
        let three = first << 16 | second << 8 | third;
        let about = About::of(
            Kind::Opcode,
            &[
                [first, place, 0],
                [three, height, 0],
                [three, fourth, place],
                [three, fourth << 16 | fifth << 8 | sixth, 0],
                [last, place, 0],
                [last, before, 0],
                [machine.value(0), machine.value(1), height],
                [machine.called, first << 8 | second, 0],
            ],
        );
        let ahead = self.ranks.of(self.direction.byte_ahead()?);
        let rank = self.model.number(&mut self.direction, &about, ahead);
        let opcode = self.ranks.opcode(rank)?;
        self.direction.push(opcode)?;
        Ok(opcode)
    }

    /// Which local is used. Returns at which place among those used last it is.
    #[inline(never)]
    fn candidate(&mut self) -> Result<usize, Fault> {
        // When unpacking, 0 is ahead, which need not be a local.
        let ahead = self.direction.number_ahead(false)?;
        let wanted = self.machine.place(ahead).unwrap_or(CANDIDATES);
        let [first, second, third, fourth, ..] = self.machine.opcodes;
        let [last, before, earlier] = self.machine.instructions;
        let height = self.machine.height();
        let (two, four) = (first << 8 | second, first << 24 | second << 16 | third << 8 | fourth);
        let mut place = 0;
        while place < CANDIDATES {
            let (local, known) = self.machine.recent(place).ok_or(Fault::Unusual)?;
            let at = place as u32;
            let uses = known.uses << 8 | at;
            let about = About::of(
                Kind::Candidate,
                &[
                    [known.value, known.uses, height],
                    [known.value, known.uses, two],
                    [four >> 8, at, 0],
                    [known.before, known.uses, two],
                    [last, before, earlier ^ at],
                    [known.before, known.value, last],
                    [local.into(), known.uses, first],
                    [four, uses, 0],
                ],
            );
            if self.model.flag(&mut self.direction, &about, at << 2 | known.uses, place == wanted) {
                break;
            }
            place += 1;
        }
        if place == CANDIDATES {
            let told = few(&[first, self.machine.locals() as u32, last, two]);
            let about = About::of(Kind::Rest, &told);
            let rest = wanted.saturating_sub(CANDIDATES) as u64;
            place = (self.model.number(&mut self.direction, &about, rest) as usize).saturating_add(CANDIDATES);
        }
        let (local, _) = self.machine.recent(place).ok_or(Fault::Unusual)?;
        self.direction.push_number(local.into(), false)?;
        Ok(place)
    }

    /// Which local is set. Returns at which place among those used last it was.
    #[inline(never)]
    fn set(&mut self, opcode: u8) -> Result<usize, Fault> {
        let machine = &self.machine;
        let (first, last, set, value) = (machine.opcodes[0], machine.instructions[0], machine.set, machine.value(0));
        let locals = machine.locals() as u32;
        let recent = [0, 1].map(|place| machine.recent(place).map_or(0, |(local, _)| u32::from(local)));
        let about = About::of(
            Kind::Set,
            &[
                [locals, 0, 0],
                [first, set, 0],
                [last, set, 0],
                [value, locals, 0],
                [recent[0], recent[1], 0],
                [set, locals, 0],
                [value, recent[0], 0],
                [set, u32::from(opcode), 0],
            ],
        );
        let local = self.number(&about, false)?;
        self.machine.place(local)
    }

    /// The operands of an instruction that is about no local.
    #[inline(never)]
    fn operands(&mut self, opcode: u8) -> Result<(), Fault> {
        let operands = opcode::operands(opcode)?;
        let mut instruction = u32::from(opcode);
        let (mut first, mut last) = (0, 0);
        let (mut count, mut index) = (1, 0);
        match operands {
            Operands::Numbers(numbers) => count = numbers,
            Operands::Bytes(bytes) => count = bytes,
            _ => {}
        }
        while index < count {
            let about = self.operand(opcode, index, instruction);
            last = match operands {
                Operands::Bytes(_) => self.byte(&about)?.into(),
                Operands::Signed => self.number(&about, true)?,
                _ => self.number(&about, false)?,
            };
            if index == 0 {
                first = last;
                match operands {
                    Operands::List(more) => count = last.saturating_add(more + 1),
                    Operands::Second => count = opcode::after_second(last)? + 1,
                    _ => {}
                }
            }
            instruction = hash(instruction, last as u32 ^ (last >> 32) as u32);
            index += 1;
        }
        self.machine.done(opcode, first, last, instruction, &self.signatures);
        Ok(())
    }

    /// About the operand of an instruction of which `instruction` is known so far, and so many operands.
    #[inline(never)]
    fn operand(&self, opcode: u8, index: u64, instruction: u32) -> About {
        let machine = &self.machine;
        let [first, second, third, ..] = machine.opcodes;
        let [last, before, _] = machine.instructions;
        let (top, below) = (machine.value(0), machine.value(1));
        About::within(
            opcode::kind(opcode, index),
            hash(instruction, index.min(3) as u32),
            &[
                [0, 0, 0],
                [first, 0, 0],
                [last, before, 0],
                [machine.operands[usize::from(opcode)], 0, 0],
                [machine.called, 0, 0],
                [if opcode::is_store(opcode) { below } else { top }, 0, 0],
                [first << 16 | second << 8 | third, 0, 0],
                [top, below, 0],
            ],
        )
    }
}

//! How many values each function takes and returns.

use crate::Fault;
use crate::direction::number;

const MOST_TYPES: usize = 1 << 10;
const MOST_FUNCTIONS: usize = 1 << 15;

/// The types of functions, and which of them each function has.
pub struct Signatures {
    types: [(u8, u8); MOST_TYPES],
    functions: [u16; MOST_FUNCTIONS],
    count: usize,
    /// How many functions are imported: they come first, and have no code here.
    pub imported: usize,
}

impl Signatures {
    pub fn new() -> Self {
        Self { types: [(0, 0); MOST_TYPES], functions: [0; MOST_FUNCTIONS], count: 0, imported: 0 }
    }

    /// What a function takes and returns.
    pub fn of(&self, function: u64) -> (u8, u8) {
        self.functions.get(function as usize).map_or((0, 0), |kind| self.of_type(u64::from(*kind)))
    }

    /// What a function of a type takes and returns.
    pub fn of_type(&self, kind: u64) -> (u8, u8) {
        self.types.get(kind as usize).copied().unwrap_or_default()
    }

    /// Learns from a section, if it is one that tells.
    pub fn learn(&mut self, section: u8, content: &[u8]) -> Result<(), Fault> {
        let mut rest = Rest(content);
        match section {
            1 => self.types(&mut rest),
            2 => self.imports(&mut rest),
            3 => (0..rest.number()?).try_for_each(|_| self.function(&mut rest)),
            _ => Ok(()),
        }
    }

    fn types(&mut self, rest: &mut Rest) -> Result<(), Fault> {
        for index in 0..rest.number()? {
            rest.skip(1)?;
            let takes = rest.number()?;
            rest.skip(takes)?;
            let returns = rest.number()?;
            rest.skip(returns)?;
            *self.types.get_mut(index).ok_or(Fault::TooMany)? = (takes.min(255) as u8, returns.min(255) as u8);
        }
        Ok(())
    }

    fn imports(&mut self, rest: &mut Rest) -> Result<(), Fault> {
        for _ in 0..rest.number()? {
            for _name in 0..2 {
                let length = rest.number()?;
                rest.skip(length)?;
            }
            match rest.number()? {
                0 => self.function(rest)?,
                // Rust imports nothing else: memory and tables are the module's own.
                _ => return Err(Fault::Unusual),
            }
        }
        self.imported = self.count;
        Ok(())
    }

    fn function(&mut self, rest: &mut Rest) -> Result<(), Fault> {
        let kind = rest.number()?;
        *self.functions.get_mut(self.count).ok_or(Fault::TooMany)? = kind.min(MOST_TYPES) as u16;
        self.count += 1;
        Ok(())
    }
}

/// What is left of a section.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn number(&mut self) -> Result<usize, Fault> {
        let (number, length) = number(self.0, false)?;
        self.skip(length)?;
        usize::try_from(number).map_err(|_| Fault::Cut)
    }

    fn skip(&mut self, count: usize) -> Result<(), Fault> {
        self.0 = self.0.get(count..).ok_or(Fault::Cut)?;
        Ok(())
    }
}

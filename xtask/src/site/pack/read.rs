//! From streams to a module again: what `unpack.js` does in the browser, in the same order and under the same names.

use anyhow::{Context, Result, bail, ensure};

use super::bytes::{self, Bytes};
use super::instruction::{self, LOCAL_GET, LOCAL_SET, LOCAL_TEE, Operands};
use super::recent::Recent;
use super::stream::{self, COUNTS, DECLARATIONS, HEAD, KEYS, SYMBOLS, TAIL, TYPES};

/// Puts together what [`super::write::streams`] took apart.
pub fn module(packed: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Bytes(packed);
    let length = packed.number()?;
    let functions = packed.number()?;
    let mut reader =
        Reader { symbols: symbols(&mut packed)?, streams: streams(packed)?, said: Bytes(&[]), module: Vec::new() };
    reader.rest(HEAD)?;
    let mut recent = Recent::new();
    for _ in 0..functions {
        recent.begin();
        reader.function(&mut recent)?;
    }
    reader.rest(TAIL)?;
    ensure!(reader.module.len() == length, "{} bytes were unpacked instead of {length}", reader.module.len());
    Ok(reader.module)
}

/// By its code, the opcode that a symbol stands for, and the operands that it says.
fn symbols<'a>(packed: &mut Bytes<'a>) -> Result<Vec<(u8, &'a [u8])>> {
    let mut symbols: Vec<(u8, &[u8])> = (0..=u8::MAX).map(|opcode| (opcode, &[][..])).collect();
    for _ in 0..packed.number()? {
        let code = packed.number()?;
        let opcode = u8::try_from(packed.number()?)?;
        let length = packed.number()?;
        let symbol = symbols.get_mut(code).context("there is no such symbol")?;
        *symbol = (opcode, packed.take(length)?);
    }
    Ok(symbols)
}

/// The streams, by their keys.
fn streams(mut packed: Bytes) -> Result<Vec<Bytes>> {
    let mut lengths = Vec::new();
    let mut key = 0;
    for _ in 0..packed.number()? {
        key += packed.number()?;
        lengths.push((key, packed.number()?));
    }
    let mut streams = vec![Bytes(&[]); KEYS];
    for (key, length) in lengths {
        *streams.get_mut(key).context("there is no such stream")? = Bytes(packed.take(length)?);
    }
    Ok(streams)
}

struct Reader<'a> {
    symbols: Vec<(u8, &'a [u8])>,
    streams: Vec<Bytes<'a>>,
    /// What the present symbol says of its operands, before any stream is asked.
    said: Bytes<'a>,
    module: Vec<u8>,
}

impl<'a> Reader<'a> {
    fn stream(&mut self, key: usize) -> Result<&mut Bytes<'a>> {
        if !self.said.is_empty() {
            return Ok(&mut self.said);
        }
        self.streams.get_mut(key).context("there is no such stream")
    }

    /// Copies a number; returns its digits.
    fn copy(&mut self, key: usize) -> Result<&'a [u8]> {
        let digits = self.stream(key)?.digits()?;
        self.module.extend(digits);
        Ok(digits)
    }

    /// Copies so many bytes.
    fn bytes(&mut self, key: usize, count: usize) -> Result<()> {
        let bytes = self.stream(key)?.take(count)?;
        self.module.extend(bytes);
        Ok(())
    }

    /// Copies all of a stream.
    fn rest(&mut self, key: usize) -> Result<()> {
        let count = self.stream(key)?.0.len();
        self.bytes(key, count)
    }

    fn function(&mut self, recent: &mut Recent) -> Result<()> {
        let start = self.module.len();
        let declarations = bytes::value(self.copy(DECLARATIONS)?)?;
        for _ in 0..declarations {
            self.copy(COUNTS)?;
            self.bytes(TYPES, 1)?;
        }
        let mut depth = 1;
        while depth > 0 {
            depth += instruction::deeper(self.instruction(recent)?);
        }
        let body = self.module.split_off(start);
        bytes::put(&mut self.module, body.len());
        self.module.extend(body);
        Ok(())
    }

    /// Copies an instruction; returns its opcode.
    fn instruction(&mut self, recent: &mut Recent) -> Result<u8> {
        let symbol = self.stream(SYMBOLS)?.byte()?;
        let next = self.stream(SYMBOLS)?.0.first().copied().unwrap_or_default();
        let (opcode, said) = *self.symbols.get(usize::from(symbol)).context("there is no such symbol")?;
        self.said = Bytes(said);
        self.module.push(opcode);
        let key = stream::of(opcode, next, recent.last());
        let more = match instruction::operands(opcode) {
            None => bail!("instruction {opcode:#04x} is not known"),
            Some(Operands::Bytes(count)) => {
                self.bytes(key, count)?;
                0
            }
            Some(Operands::List(more)) => bytes::value(self.copy(key)?)?.saturating_add(more),
            Some(Operands::Second) => {
                let second = bytes::value(self.copy(key)?)?;
                instruction::after_second(second).context("a second part of an instruction is not known")?
            }
            Some(Operands::Numbers(_)) if opcode == LOCAL_GET => {
                let place = bytes::value(self.stream(key)?.digits()?)?;
                bytes::put(&mut self.module, recent.at(place)?);
                0
            }
            Some(Operands::Numbers(_)) if opcode == LOCAL_SET || opcode == LOCAL_TEE => {
                let local = bytes::value(self.copy(key)?)?;
                recent.place(local)?;
                0
            }
            Some(Operands::Numbers(count)) => count,
        };
        for _ in 0..more {
            self.copy(key)?;
        }
        ensure!(self.said.is_empty(), "a symbol says more than its instruction takes");
        Ok(opcode)
    }
}

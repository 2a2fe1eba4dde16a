//! From a module to streams.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::PREAMBLE;
use super::bytes::{self, Bytes};
use super::instruction::{Instruction, LOCAL_GET, LOCAL_SET, LOCAL_TEE, deeper};
use super::recent::Recent;
use super::stream::{self, COUNTS, DECLARATIONS, HEAD, SYMBOLS, TAIL, TYPES};
use super::symbols::Symbols;

const CODE: u8 = 10;

/// A function: how many locals of which types it declares, and what it does. What it gets from locals is in it by their
/// place among those used recently.
struct Function {
    locals: Vec<(Vec<u8>, u8)>,
    /// Each with the local that was used last.
    instructions: Vec<(Instruction, usize)>,
}

/// The bytes of each stream, by its key.
#[derive(Default)]
struct Streams(BTreeMap<usize, Vec<u8>>);

impl Streams {
    fn at(&mut self, key: usize) -> &mut Vec<u8> {
        self.0.entry(key).or_default()
    }
}

/// The streams of a module, one after the other, with all that it takes to find them.
pub fn streams(module: &[u8]) -> Result<Vec<u8>> {
    let (head, mut code, tail) = parts(module)?;
    let count = code.number()?;
    let mut recent = Recent::new();
    let mut functions = Vec::new();
    for _ in 0..count {
        let length = code.number()?;
        functions.push(Function::read(Bytes(code.take(length)?), &mut recent)?);
    }
    ensure!(code.is_empty(), "something follows the last function");
    let symbols = Symbols::of(functions.iter().flat_map(Function::instructions))?;

    let mut streams = Streams::default();
    streams.at(HEAD).extend(head);
    streams.at(TAIL).extend(tail);
    for function in &functions {
        function.write(&symbols, &mut streams);
    }

    let mut packed = Vec::new();
    bytes::put(&mut packed, module.len());
    bytes::put(&mut packed, functions.len());
    symbols.put(&mut packed);
    bytes::put(&mut packed, streams.0.len());
    let mut last = 0;
    for (key, stream) in &streams.0 {
        bytes::put(&mut packed, key - last);
        bytes::put(&mut packed, stream.len());
        last = *key;
    }
    packed.extend(streams.0.into_values().flatten());
    Ok(packed)
}

/// What stands before the first function, the functions with their number, and what stands after them.
fn parts(module: &[u8]) -> Result<(&[u8], Bytes<'_>, &[u8])> {
    let mut rest = Bytes(module);
    ensure!(rest.take(PREAMBLE.len()).is_ok_and(|preamble| preamble == PREAMBLE), "this is no module");
    while !rest.is_empty() {
        let kind = rest.byte()?;
        let length = rest.number()?;
        let section = Bytes(rest.take(length)?);
        if kind == CODE {
            let mut functions = section;
            functions.digits()?;
            let before = module.len() - rest.0.len() - functions.0.len();
            return Ok((module.get(..before).context("the module has no head")?, section, rest.0));
        }
    }
    anyhow::bail!("the module has no code")
}

impl Function {
    fn read(mut body: Bytes, recent: &mut Recent) -> Result<Self> {
        let mut locals = Vec::new();
        for _ in 0..body.number()? {
            locals.push((body.digits()?.to_vec(), body.byte()?));
        }
        recent.begin();
        let mut instructions = Vec::new();
        let mut depth = 1;
        while depth > 0 {
            let mut instruction = Instruction::read(&mut body)?;
            depth += deeper(instruction.opcode);
            if matches!(instruction.opcode, LOCAL_GET | LOCAL_SET | LOCAL_TEE) {
                let place = recent.place(instruction.number()?)?;
                if instruction.opcode == LOCAL_GET {
                    let mut digits = Vec::new();
                    bytes::put(&mut digits, place);
                    instruction.operands = vec![digits];
                }
            }
            instructions.push((instruction, recent.last()));
        }
        ensure!(body.is_empty(), "something follows the end of a function");
        Ok(Self { locals, instructions })
    }

    fn instructions(&self) -> impl Iterator<Item = &Instruction> {
        self.instructions.iter().map(|(instruction, _)| instruction)
    }

    fn write(&self, symbols: &Symbols, streams: &mut Streams) {
        bytes::put(streams.at(DECLARATIONS), self.locals.len());
        for (count, kind) in &self.locals {
            streams.at(COUNTS).extend(count);
            streams.at(TYPES).push(*kind);
        }
        let mut chosen = self.instructions().map(|instruction| symbols.symbol(instruction)).peekable();
        for (instruction, local) in &self.instructions {
            let Some((symbol, said)) = chosen.next() else { break };
            streams.at(SYMBOLS).push(symbol);
            let next = chosen.peek().map_or(0, |(next, _)| *next);
            let unsaid = instruction.operands.iter().skip(said).flatten();
            streams.at(stream::of(instruction.opcode, next, *local)).extend(unsaid);
        }
    }
}

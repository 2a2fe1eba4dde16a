//! Bytes and numbers, one after the other.

use anyhow::{Context, Result};

/// What is left of some bytes.
#[derive(Clone, Copy)]
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    /// Whether nothing is left.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The next so many bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("the bytes end too early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().context("the bytes end too early")
    }

    /// The bytes of the next number, whatever its sign and width.
    pub fn digits(&mut self) -> Result<&'a [u8]> {
        let last = self.0.iter().position(|byte| *byte < 0x80).context("a number does not end")?;
        self.take(last + 1)
    }

    /// The next number, which has no sign.
    pub fn number(&mut self) -> Result<usize> {
        value(self.digits()?)
    }
}

/// What number without a sign these are the bytes of.
pub fn value(digits: &[u8]) -> Result<usize> {
    let number =
        digits.iter().rev().try_fold(0_u32, |number, byte| Some(number.checked_mul(0x80)? | u32::from(byte & 0x7f)));
    Ok(usize::try_from(number.context("a number is too large")?)?)
}

/// Adds a number without a sign, in as few bytes as it takes.
pub fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number % 0x80) as u8 | 0x80);
        number /= 0x80;
    }
    bytes.push(number as u8);
}

//! The two directions of a walk through a module: to packed bytes, and back.
//!
//! Decisions become bytes by arithmetic coding: what is still possible is an interval of numbers, and each decision leaves a
//! part of it that is as large as the decision was likely. Bytes that all of its numbers begin with are settled.

use core::mem;

use crate::Fault;

/// A direction. What is `ahead` in the module is known when packing; when unpacking, it is 0, and the decisions tell.
pub trait Direction {
    /// One decision, which is 1 with a probability of so many 65,536ths (1 to 65,535). Packing, it is the given one;
    /// unpacking, the one that was packed.
    fn decide(&mut self, probability: u32, bit: u32) -> u32;

    /// Says how long the module is: nothing goes on beyond that.
    fn limit(&mut self, length: usize) -> Result<(), Fault>;

    /// The module up to here.
    fn module(&self) -> &[u8];

    /// The next byte.
    fn byte_ahead(&self) -> Result<u8, Fault>;

    /// The next number, without a sign or with one.
    fn number_ahead(&self, signed: bool) -> Result<u64, Fault>;

    /// Goes on by a byte, which is the next.
    fn push(&mut self, byte: u8) -> Result<(), Fault>;

    /// Begins a part that has its length before it.
    fn open(&mut self) -> Result<(), Fault>;

    /// Ends that part.
    fn close(&mut self) -> Result<(), Fault>;

    /// Goes on by a number, which is the next.
    #[inline(never)]
    fn push_number(&mut self, mut number: u64, signed: bool) -> Result<(), Fault> {
        loop {
            let digit = (number & 0x7f) as u8;
            let sign = signed && digit & 0x40 != 0;
            number = if signed { (number.cast_signed() >> 7).cast_unsigned() } else { number >> 7 };
            if number == if sign { u64::MAX } else { 0 } {
                return self.push(digit);
            }
            self.push(digit | 0x80)?;
        }
    }
}

/// The number that some bytes begin with, and how many of them it takes.
#[inline(never)]
pub fn number(bytes: &[u8], signed: bool) -> Result<(u64, usize), Fault> {
    let mut number = 0;
    for (index, digit) in bytes.iter().take(10).enumerate() {
        let shift = 7 * index as u32;
        number |= u64::from(digit & 0x7f) << shift;
        if *digit < 0x80 {
            if signed && digit & 0x40 != 0 {
                number |= u64::MAX.checked_shl(shift + 7).unwrap_or(0);
            }
            return Ok((number, index + 1));
        }
    }
    Err(Fault::Cut)
}

/// The numbers that are still possible, from the lowest to the highest.
struct Interval {
    low: u32,
    high: u32,
}

impl Interval {
    const ALL: Self = Self { low: 0, high: u32::MAX };

    /// The highest number of those for which the decision is 1.
    fn middle(&self, probability: u32) -> u32 {
        let range = self.high - self.low;
        self.low + (range >> 16) * probability + (((range & 0xffff) * probability) >> 16)
    }

    fn choose(&mut self, middle: u32, bit: u32) {
        if bit == 1 {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// The byte that all begin with, if they do. From then on, the interval is about what follows it.
    fn settled(&mut self) -> Option<u8> {
        let byte = (self.high >> 24) as u8;
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 0xff;
        Some(byte)
    }
}

/// From a module to packed bytes.
#[cfg(not(target_arch = "wasm32"))]
pub struct Packing<'a> {
    module: &'a [u8],
    at: usize,
    /// Where the part that was begun is to end.
    end: usize,
    interval: Interval,
    packed: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl<'a> Packing<'a> {
    /// At the beginning of a module. What is packed follows the given bytes.
    pub fn new(module: &'a [u8], packed: Vec<u8>) -> Self {
        Self { module, at: 0, end: 0, interval: Interval::ALL, packed }
    }

    /// What is packed.
    pub fn finish(mut self) -> Vec<u8> {
        self.packed.extend(self.interval.high.to_be_bytes());
        self.packed
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Direction for Packing<'_> {
    fn decide(&mut self, probability: u32, bit: u32) -> u32 {
        self.interval.choose(self.interval.middle(probability), bit);
        while let Some(byte) = self.interval.settled() {
            self.packed.push(byte);
        }
        bit
    }

    fn limit(&mut self, _: usize) -> Result<(), Fault> {
        Ok(())
    }

    fn module(&self) -> &[u8] {
        &self.module[..self.at]
    }

    fn byte_ahead(&self) -> Result<u8, Fault> {
        self.module.get(self.at).copied().ok_or(Fault::Cut)
    }

    fn number_ahead(&self, signed: bool) -> Result<u64, Fault> {
        Ok(number(&self.module[self.at..], signed)?.0)
    }

    fn push(&mut self, byte: u8) -> Result<(), Fault> {
        if self.byte_ahead()? != byte {
            return Err(Fault::Unusual);
        }
        self.at += 1;
        Ok(())
    }

    fn open(&mut self) -> Result<(), Fault> {
        let length = self.number_ahead(false)?;
        self.push_number(length, false)?;
        let length = usize::try_from(length).map_err(|_| Fault::Cut)?;
        self.end = self.at.checked_add(length).ok_or(Fault::Cut)?;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        if self.at == self.end { Ok(()) } else { Err(Fault::Unusual) }
    }
}

/// From packed bytes to a module.
pub struct Unpacking<'a> {
    packed: &'a [u8],
    module: &'a mut [u8],
    at: usize,
    /// Where the part that was begun began.
    start: usize,
    interval: Interval,
    /// The packed number, as far as it belongs to the interval.
    number: u32,
}

impl<'a> Unpacking<'a> {
    /// At the beginning of a module.
    pub fn new(packed: &'a [u8], module: &'a mut [u8]) -> Self {
        let mut unpacking = Self { packed, module, at: 0, start: 0, interval: Interval::ALL, number: 0 };
        for _ in 0..4 {
            unpacking.shift();
        }
        unpacking
    }

    /// Takes the next packed byte. After the last come zeros: the checksum finds out what was cut off.
    fn shift(&mut self) {
        let byte = self.packed.split_off_first().copied().unwrap_or_default();
        self.number = self.number << 8 | u32::from(byte);
    }
}

impl Direction for Unpacking<'_> {
    #[inline]
    fn decide(&mut self, probability: u32, _: u32) -> u32 {
        let middle = self.interval.middle(probability);
        let bit = u32::from(self.number <= middle);
        self.interval.choose(middle, bit);
        while self.interval.settled().is_some() {
            self.shift();
        }
        bit
    }

    fn limit(&mut self, length: usize) -> Result<(), Fault> {
        self.module = mem::take(&mut self.module).get_mut(..length).ok_or(Fault::TooLarge)?;
        Ok(())
    }

    fn module(&self) -> &[u8] {
        &self.module[..self.at]
    }

    fn byte_ahead(&self) -> Result<u8, Fault> {
        Ok(0)
    }

    fn number_ahead(&self, _: bool) -> Result<u64, Fault> {
        Ok(0)
    }

    fn push(&mut self, byte: u8) -> Result<(), Fault> {
        *self.module.get_mut(self.at).ok_or(Fault::TooLarge)? = byte;
        self.at += 1;
        Ok(())
    }

    fn open(&mut self) -> Result<(), Fault> {
        self.start = self.at;
        Ok(())
    }

    /// The length is known only now: it moves the part on.
    fn close(&mut self) -> Result<(), Fault> {
        let (start, end) = (self.start, self.at);
        let length = end - start;
        // Written twice: behind the part, to see how long it is, and before it.
        self.push_number(length as u64, false)?;
        let moved = self.at;
        self.module.copy_within(start..end, start + moved - end);
        self.at = start;
        self.push_number(length as u64, false)?;
        self.at = moved;
        Ok(())
    }
}

//! How likely decisions are, as learned from those before.
//!
//! Each decision is asked about in [`CONTEXTS`] contexts. For each context a slot knows how likely a 1 was in it, and how often
//! the context was met. Three mixers, which are chosen by what is decided, by which contexts were met before and by the nearest
//! context, weigh what the slots say, and learn how far each can be relied on; a curve at the end corrects what the mixers
//! believe by what came of it. All of it is arithmetic of whole numbers: it must come to the same wherever it runs.

use crate::direction::Direction;

/// In how many contexts a decision is asked about.
pub const CONTEXTS: usize = 8;

/// How many slots each context has. More of them make what is packed smaller, and unpacking slower: a processor's caches are
/// too small for them.
const SLOTS: usize = 400_000;
/// How many slots in a row belong to what is decided about a number, or half a byte.
const ROW: usize = 32;
const STRIDE: usize = SLOTS + ROW;
/// How often a slot counts what it meets; from then on, the latest weigh as much as if there had been so many.
const LIMIT: i32 = 12;

/// A weight of 1.
const ONE: i32 = 1 << 16;
/// How fast mixers learn.
const RATE: i32 = 17;

/// How many kinds of things are decided about.
const KINDS: usize = Kind::Data as usize + 1;
/// How many decisions of a kind are told apart: those about a byte, or about a number.
const PLACES: usize = 256;
/// Which contexts were met before, one bit each.
const MET: usize = 1 << CONTEXTS;
/// How many of the nearest contexts are told apart: by as many bits of it.
const NEAREST: usize = 1 << 10;
const MIXERS: usize = KINDS * (PLACES + MET + NEAREST);
const CURVES: usize = KINDS * PLACES;
/// The points of a curve, over what the mixers believe.
const POINTS: usize = 33;

/// How many words a model needs to learn in.
pub const MEMORY: usize = CONTEXTS * STRIDE + MIXERS * CONTEXTS + CURVES * POINTS;
/// What a model learns in.
pub type Memory = [i32; MEMORY];

/// What is decided about, each on its own terms.
#[derive(Clone, Copy)]
pub enum Kind {
    /// How long or how many something is, where that is said once.
    Length,
    /// How many kinds of locals a function has, how many of one, and of which type these are.
    Declarations,
    Locals,
    Type,
    Opcode,
    /// Whether it is this local, and if it is none of those asked about, which.
    Candidate,
    Rest,
    Set,
    // Operands.
    Block,
    Branch,
    Call,
    Indirect,
    Alignment,
    Load,
    Store,
    I32,
    I64,
    Other,
    /// The bytes of a number too large to be learned as one.
    Large,
    Data,
}

/// What is about to be decided: of which kind, and in which contexts.
pub struct About {
    pub kind: Kind,
    pub contexts: [u32; CONTEXTS],
}

/// From this on, numbers are written as bytes.
const LARGE: u64 = 1 << 24;

pub struct Model<'m> {
    slots: &'m mut [i32; CONTEXTS * STRIDE],
    mixers: &'m mut [[i32; CONTEXTS]],
    curves: &'m mut [[i32; POINTS]],
    /// By a probability of 4,096ths, its logit in 256ths; and the other way round, by the logit and 2,048.
    logits: [i16; 4096],
    odds: [i16; 4096],
    /// By how often a slot was met, how much of the difference it learns, in 4,096ths.
    shares: [i32; 64],
}

impl<'m> Model<'m> {
    /// A model that knows nothing. The memory is all zeros.
    pub fn new(memory: &'m mut Memory) -> Self {
        let Some((slots, rest)) = memory.split_first_chunk_mut() else {
            unreachable!("memory is larger than its slots")
        };
        let (mixers, curves) = rest.split_at_mut(MIXERS * CONTEXTS);
        let (mixers, curves) = (mixers.as_chunks_mut().0, curves.as_chunks_mut().0);
        mixers.fill([ONE / 5; CONTEXTS]);
        let mut even = [0; POINTS];
        for (point, index) in even.iter_mut().zip(-16..) {
            *point = probability(index * 128) * 16;
        }
        curves.fill(even);

        let (mut logits, mut odds) = ([2047; 4096], [0; 4096]);
        let mut next = 0;
        for (place, logit) in odds.iter_mut().zip(-2048..) {
            let odds = probability(logit);
            *place = odds as i16;
            while next <= odds as usize {
                logits[next] = logit as i16;
                next += 1;
            }
        }
        let mut shares = [0; 64];
        for (share, met) in shares.iter_mut().zip(0..) {
            *share = 8 * 4096 / (6 * met + 9);
        }
        Self { slots, mixers, curves, logits, odds, shares }
    }

    /// A byte, of which each half has a row of slots.
    #[inline(never)]
    pub fn byte(&mut self, direction: &mut impl Direction, about: &About, byte: u8) -> u8 {
        let mut node = 1;
        for half in [4, 0] {
            let rows = about.rows(node);
            let mut within = 1;
            for place in (half..half + 4).rev() {
                let bit = self.decide(direction, about, &rows, within, node, u32::from(byte) >> place & 1);
                (within, node) = (within << 1 | bit, node << 1 | bit);
            }
        }
        node as u8
    }

    /// A number: how many digits it has, and then these. Where these are three at most, all is in one row.
    #[inline(never)]
    pub fn number(&mut self, direction: &mut impl Direction, about: &About, number: u64) -> u64 {
        // The first digit of all is a 1, and needs no word about it.
        let digits = number.min(LARGE) as u32 + 1;
        let mut rows = about.rows(0);
        let length = self.length(direction, about, &rows, digits.ilog2());
        let mut node = 1;
        for known in 0..length {
            let part = 1 << (known % 4);
            if length > 3 && part == 1 {
                rows = about.rows(node << 5 | length);
            }
            let slot = match length {
                1 => 16,
                2 => 16 + node,
                3 => 19 + node,
                _ => part - 1 + node % part,
            };
            let bit = digits >> (length - 1 - known) & 1;
            node = node << 1 | self.decide(direction, about, &rows, slot, 32 + length * 8 + known.min(7), bit);
        }
        let small = u64::from(node - 1);
        if small < LARGE { small } else { self.large(direction, number) }
    }

    /// How many digits a number has, up to 24: none, one, or in which of four ranges of two, four and eight, and where in it.
    #[inline(never)]
    fn length(&mut self, direction: &mut impl Direction, about: &About, rows: &Rows, length: u32) -> u32 {
        let mut node = 1;
        let mut range = 0;
        while range < 5 {
            let more = u32::from(length >= 1 << range);
            if self.decide(direction, about, rows, range, range, more) == 0 {
                break;
            }
            range += 1;
        }
        if range < 2 {
            return range;
        }
        for place in (0..range - 1).rev() {
            let at = (1 << (range - 1)) + 4 - range + node;
            node = node << 1 | self.decide(direction, about, rows, at, at, length >> place & 1);
        }
        // What was never packed may say more.
        node.min(LARGE.ilog2())
    }

    /// A number of eight bytes.
    #[inline(never)]
    fn large(&mut self, direction: &mut impl Direction, number: u64) -> u64 {
        let mut bytes = [0; 8];
        for (index, byte) in number.to_le_bytes().into_iter().enumerate() {
            let known = u64::from_le_bytes(bytes) as u32;
            bytes[index] = self.byte(direction, &About::within(Kind::Large, index as u32, &few(&[known])), byte);
        }
        u64::from_le_bytes(bytes)
    }

    /// Whether something is so. `place` tells it from other decisions of its kind.
    pub fn flag(&mut self, direction: &mut impl Direction, about: &About, place: u32, flag: bool) -> bool {
        self.decide(direction, about, &about.rows(0), 0, place, flag.into()) == 1
    }

    /// One decision: about a slot of the rows, and told from others by its place.
    #[inline(never)]
    fn decide(
        &mut self,
        direction: &mut impl Direction,
        about: &About,
        rows: &Rows,
        slot: u32,
        place: u32,
        bit: u32,
    ) -> u32 {
        // How likely it is by each context. They share slots: the latest has one to itself, and begins with nothing known.
        let found: [usize; CONTEXTS] = core::array::from_fn(|context| {
            let row = ((u64::from(rows.keys[context]) * SLOTS as u64) >> 32) as usize;
            context * STRIDE + row + slot as usize % ROW
        });
        let mut slots = found.map(|at| self.slots[at]);
        let mut met = 0;
        for (context, (slot, key)) in slots.iter_mut().zip(rows.keys).enumerate() {
            let check = ((key & 0xff) << 6).cast_signed();
            if *slot & 0x3fc0 != check {
                *slot = check;
            }
            met |= usize::from(*slot & 0x3f != 0) << context;
        }
        let inputs = slots.map(|slot| i32::from(self.logits[((slot >> 20) + 2048) as usize % 4096]));

        // What the three mixers believe.
        let kind = about.kind as usize;
        let place = kind * PLACES + place as usize;
        let nearest = about.contexts[1] as usize >> 22;
        let mixers = [place, KINDS * PLACES + kind * MET + met, KINDS * (PLACES + MET) + kind * NEAREST + nearest];
        let beliefs = mixers.map(|mixer| {
            let weighed =
                self.mixers[mixer].iter().zip(&inputs).map(|(weight, input)| weight.wrapping_mul(*input) >> 8);
            (weighed.sum::<i32>() >> 8).clamp(-2047, 2047)
        });
        let belief = (beliefs[0] + beliefs[1] + beliefs[2]) / 3;

        // What came of it when they believed that.
        let curve = &mut self.curves[place];
        let (point, part) = ((belief + 2048) as usize >> 7, (belief + 2048) & 0x7f);
        let corrected = (curve[point] * (128 - part) + curve[point + 1] * part) >> 7;
        let likely = (odds(&self.odds, belief) * 16 + corrected) >> 1;
        let bit = direction.decide(likely.clamp(32, 65_536 - 32).cast_unsigned(), bit);

        // They all learn what it was.
        let one = bit.cast_signed();
        let nearest = &mut curve[point + usize::from(part >= 64)];
        *nearest += ((one << 16) - one - *nearest) >> 6;
        for (mixer, belief) in mixers.into_iter().zip(beliefs) {
            let error = ((one << 12) - odds(&self.odds, belief)) * RATE;
            for (weight, input) in self.mixers[mixer].iter_mut().zip(&inputs) {
                *weight = weight.wrapping_add((input * error + 0x2000) >> 14);
            }
        }
        // A slot has 18 bits of how likely a 1 is, 8 of which context it belongs to, and 6 of how often it was met.
        let seen = (one << 18) - one - (1 << 17);
        for (at, slot) in found.into_iter().zip(slots) {
            let (likely, met) = (slot >> 14, slot & 0x3f);
            let learned = likely + (((seen - likely) * self.shares[met as usize]) >> 12);
            self.slots[at] = learned << 14 | slot & 0x3fc0 | (met + 1).min(LIMIT);
        }
        bit
    }
}

/// Where each context has the row of slots that knows about something.
struct Rows {
    keys: [u32; CONTEXTS],
}

impl About {
    /// A thing of a kind, of which each context is told by these numbers.
    pub fn of(kind: Kind, told: &[[u32; 3]; CONTEXTS]) -> Self {
        Self::within(kind, kind as u32, told)
    }

    /// The same, within a context that they share.
    pub fn within(kind: Kind, shared: u32, told: &[[u32; 3]; CONTEXTS]) -> Self {
        Self { kind, contexts: contexts(shared, told) }
    }

    /// Where that is once so much is known of a byte or number.
    fn rows(&self, known: u32) -> Rows {
        let known = known.wrapping_mul(0x9e37_79b1);
        Rows { keys: self.contexts.map(|context| (context ^ known).wrapping_mul(0xc2b2_ae35)) }
    }
}

fn odds(odds: &[i16; 4096], logit: i32) -> i32 {
    odds[(logit + 2048) as usize % 4096].into()
}

/// The probability in 4,096ths (1 to 4,095) of a logit in 256ths, by straight lines between points that are 128 apart.
fn probability(logit: i32) -> i32 {
    const POINTS: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
        3975, 4024, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let (point, part) = ((logit + 2048) as usize >> 7, logit & 0x7f);
    let end = POINTS[(point + 1).min(32)];
    (POINTS[point] * (128 - part) + end * part + 64) >> 7
}

/// Contexts of which each is told by these numbers, within one that they share.
#[inline(never)]
fn contexts(shared: u32, told: &[[u32; 3]; CONTEXTS]) -> [u32; CONTEXTS] {
    let mut contexts = [0; CONTEXTS];
    for (index, (context, told)) in (0..).zip(contexts.iter_mut().zip(told)) {
        *context = told.iter().fold(step(shared, index), |hash, number| step(hash, *number));
    }
    contexts
}

/// Where less is known than there are contexts: each of these numbers by itself, and the first two together.
pub fn few(told: &[u32]) -> [[u32; 3]; CONTEXTS] {
    let mut contexts = [[0; 3]; CONTEXTS];
    for (context, number) in contexts.iter_mut().skip(1).zip(told) {
        *context = [*number, 0, 0];
    }
    if let [first, second, ..] = told {
        contexts[CONTEXTS - 1] = [*first, *second, 1];
    }
    contexts
}

/// A number that tells these apart from others.
pub fn hash(first: u32, second: u32) -> u32 {
    step(step(first, second), 0x2545_f491)
}

fn step(hash: u32, number: u32) -> u32 {
    (hash ^ number).wrapping_mul(0x9e37_79b1).rotate_left(15)
}

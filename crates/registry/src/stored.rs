//! The form in which what was done outlives the program, apart from the types of the domain: these may change with every
//! release, the stored form never does. One golden fixture a kind of entry guards it.
//!
//! An entry is a JSON object of one member: the kind, and under it an object of its fields. It is read and written by hand:
//! derived code for thirty kinds would weigh more than all the rules.
//!
//! Reading it checks structure only. A limit that is tightened later never makes an accepted record unreadable.

mod fields;
mod read;
mod write;

use crate::{Action, Founding};

pub use read::read;
pub use write::{write, write_founding};

/// What one entry means to the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The organization begins.
    Founding(Founding),
    /// Something is done to it.
    Action(Action),
}

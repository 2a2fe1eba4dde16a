//! Divides long work into slices, so that the page responds in between.

use std::cell::Cell;
use std::rc::Rc;

use crate::platform::clock::Pace;

/// The slices of a piece of work, which ends early when its result is of no use any more.
pub struct Slices {
    is_stale: Rc<Cell<bool>>,
    pace: Pace,
}

impl Slices {
    /// Slices of work that is of use until `is_stale`.
    pub fn new(is_stale: Rc<Cell<bool>>) -> Self {
        Self { is_stale, pace: Pace::new() }
    }

    /// Lets the page respond if the slice is over. Returns `None` if the work is of no use any more.
    pub async fn next(&mut self) -> Option<()> {
        self.pace.rest().await;
        (!self.is_stale.get()).then_some(())
    }
}

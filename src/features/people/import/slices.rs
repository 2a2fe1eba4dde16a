//! Divides long work into slices, so that the page responds in between.

use std::cell::Cell;
use std::rc::Rc;

use crate::platform::clock::{self, yield_to_page};

/// The milliseconds of a slice. The last step of one may take as long again.
const SLICE: i64 = 20;

/// The slices of a piece of work, which ends early when its result is of no use any more.
pub struct Slices {
    is_stale: Rc<Cell<bool>>,
    start: i64,
}

impl Slices {
    /// Slices of work that is of use until `is_stale`.
    pub fn new(is_stale: Rc<Cell<bool>>) -> Self {
        Self { is_stale, start: clock::now() }
    }

    /// Lets the page respond if the slice is over. Returns `None` if the work is of no use any more.
    pub async fn next(&mut self) -> Option<()> {
        if clock::now() - self.start > SLICE {
            yield_to_page().await;
            self.start = clock::now();
        }
        (!self.is_stale.get()).then_some(())
    }
}

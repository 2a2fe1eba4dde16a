//! The locals of a function by how recently they were used. What was used last is mostly used next: so its place among
//! them, which is a small number, says more than its index.

use anyhow::{Context, Result};

/// No browser takes a function with more locals.
const MOST: u16 = 50_000;

/// All locals that a function can have, the one used last first.
pub struct Recent {
    locals: Vec<u16>,
    /// From this place on, each is where its index says: nothing from there on was used.
    used: usize,
}

impl Recent {
    /// As at the beginning of a function.
    pub fn new() -> Self {
        Self { locals: (0..MOST).collect(), used: 0 }
    }

    /// Begins another function.
    pub fn begin(&mut self) {
        for (index, local) in (0..MOST).zip(self.locals.iter_mut().take(self.used)) {
            *local = index;
        }
        self.used = 0;
    }

    /// The local that was used last.
    pub fn last(&self) -> usize {
        self.locals.first().map_or(0, |local| usize::from(*local))
    }

    /// Uses a local; returns the place where it was.
    pub fn place(&mut self, local: usize) -> Result<usize> {
        let place = self.locals.iter().position(|one| usize::from(*one) == local).context("there is no such local")?;
        self.at(place)?;
        Ok(place)
    }

    /// Uses the local at a place; returns its index.
    pub fn at(&mut self, place: usize) -> Result<usize> {
        self.locals.get_mut(..=place).context("there is no such local")?.rotate_right(1);
        self.used = self.used.max(place + 1);
        Ok(self.last())
    }
}

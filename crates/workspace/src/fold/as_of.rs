//! The state as of any record: of the log up to it, with the undos up to it.

use domain::Organization;

use super::{Fold, INTERVAL};

impl Fold {
    /// The state after so many records, as it was then: what was undone later counts, and what was redone later does not.
    pub(crate) fn state_after(&self, count: usize) -> Option<Organization> {
        let count = count.min(self.taken.len());
        self.state_with(&self.undone_after(count), count)
    }

    /// The state after the first `count` records, without those that are marked as undone.
    pub(super) fn state_with(&self, is_undone: &[bool], count: usize) -> Option<Organization> {
        let counting = || self.taken.iter().zip(is_undone).take(count);
        let differs = counting().position(|(taken, is_undone)| taken.undone_by.is_some() != *is_undone);
        let start = differs.unwrap_or(count) / INTERVAL;
        let start = start.min(self.snapshots.len().saturating_sub(1));
        let mut state = self.snapshots.get(start).cloned().flatten();
        for (taken, _) in counting().skip(start * INTERVAL).filter(|(_, is_undone)| !**is_undone) {
            taken.apply_to(&mut state);
        }
        state
    }

    /// For each of the first `count` records whether one of them had undone it.
    pub(crate) fn undone_after(&self, count: usize) -> Vec<bool> {
        let last = count.saturating_sub(1);
        self.taken.iter().take(count).map(|taken| !taken.counted_at(last)).collect()
    }

    /// The number of records at a moment: all before the first that is later.
    pub(crate) fn count_at(&self, moment: i64) -> usize {
        self.taken.iter().take_while(|taken| taken.origin.at <= moment).count()
    }
}

//! The number of changes of the address that browsers allow. It knows no clock.

/// The time that allows another change, in milliseconds. Safari refuses more than 100 in 30 seconds.
pub const INTERVAL: u32 = 400;

/// The number of changes that are allowed at once after a pause. Together with those of the next 30 seconds they stay below
/// Safari's limit.
const BURST: i64 = 20;

/// The number of changes that are allowed now: a token bucket.
#[derive(Clone, Copy)]
pub struct Allowance {
    left: i64,
    /// The moment up to which time has earned changes, in UTC milliseconds since 1970.
    counted_to: i64,
}

impl Allowance {
    pub const FULL: Self = Self { left: BURST, counted_to: 0 };

    /// Takes one change at a moment, if one is left.
    pub fn take(&mut self, now: i64) -> bool {
        let interval = i64::from(INTERVAL);
        // A clock that was set back starts over.
        let earned = now.saturating_sub(self.counted_to).max(0) / interval;
        self.left = self.left.saturating_add(earned).min(BURST);
        self.counted_to = if now < self.counted_to { now } else { self.counted_to + earned * interval };
        let is_allowed = self.left > 0;
        self.left -= i64::from(is_allowed);
        is_allowed
    }
}

#[cfg(test)]
mod tests {
    use super::{Allowance, BURST};

    fn taken(allowance: &mut Allowance, now: i64) -> usize {
        std::iter::from_fn(|| allowance.take(now).then_some(())).count()
    }

    #[test]
    fn changes_that_follow_typing_stay_below_the_limits_of_browsers() {
        let mut allowance = Allowance::FULL;
        let begin = 1_700_000_000_000;
        let count: usize = (0..30_000).map(|passed| taken(&mut allowance, begin + passed)).sum();
        assert!((90..100).contains(&count), "{count} in 30 seconds");
        assert!(taken(&mut allowance, begin + 30_000 + 400) > 0, "one more is earned");
        assert_eq!(
            taken(&mut allowance, i64::MAX),
            usize::try_from(BURST).unwrap(),
            "a pause earns no more than a burst"
        );
    }

    #[test]
    fn a_clock_that_is_set_back_stops_no_change_for_long() {
        let mut allowance = Allowance::FULL;
        taken(&mut allowance, 1_700_000_000_000);
        assert!(!allowance.take(1_600_000_000_000));
        assert!(allowance.take(1_600_000_000_400));
    }
}

//! The fullness of this browser's storage. All of it is read in steps between which the page responds, soon after the page is
//! shown, and again after changes: at most every half a minute, or after each one when there is little room left.

use gloo_timers::callback::Timeout;

use super::Store;
use crate::platform::{clock, storage};

/// The share of the storage from which on the page warns, in percent.
pub const NEARLY_FULL: usize = 80;

/// The values of one step take a browser a few milliseconds.
const VALUES_IN_A_STEP: usize = 2000;

const INTERVAL_IN_MILLISECONDS: i64 = 30_000;

impl Store {
    /// Measures the storage in a moment, and from then on after changes.
    pub fn measure_storage(&self) {
        self.measure_after(0);
    }

    /// Measures the storage again after a change, when it is time.
    pub(super) fn measure_storage_again(&self) {
        let Some(measured_at) = self.0.measured_at.get() else { return };
        let is_nearly_full = self.0.fullness.get().is_some_and(|percent| percent >= NEARLY_FULL - 10);
        let rest = INTERVAL_IN_MILLISECONDS - (clock::now() - measured_at);
        self.measure_after(if is_nearly_full { 0 } else { u32::try_from(rest).unwrap_or_default() });
    }

    fn measure_after(&self, milliseconds: u32) {
        if !self.site().storage().is_kept() || self.0.is_measuring.replace(true) {
            return;
        }
        let store = self.clone();
        let measure = move || wasm_bindgen_futures::spawn_local(async move { store.read_storage().await });
        match milliseconds {
            0 => clock::soon(measure),
            milliseconds => Timeout::new(milliseconds, measure),
        }
        .forget();
    }

    async fn read_storage(&self) {
        let mut used = 0;
        for keys in storage::all_keys().chunks(VALUES_IN_A_STEP) {
            used += storage::length_of(keys);
            clock::yield_to_page().await;
        }
        self.0.is_measuring.set(false);
        self.0.measured_at.set(Some(clock::now()));
        // Rounded up: at 100 % nothing fits.
        let percent = (used * 100).div_ceil(storage::CAPACITY).min(100);
        if self.0.fullness.replace(Some(percent)) != Some(percent) {
            self.publish();
        }
    }
}

//! The time, and what is done later.

use gloo_timers::callback::Timeout;

/// Now, in UTC milliseconds since 1970.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Does something in a task of its own, for as long as it is held.
#[must_use = "dropping it ends the waiting"]
pub fn next_task(act: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(0, act)
}

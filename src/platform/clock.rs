//! The current time, and the next task of the event loop.

use gloo_timers::callback::Timeout;

/// The current time in milliseconds since 1970, UTC.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Today's date in the browser's time zone, as `2026-11-28`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Calls back after a moment that a person hardly notices, unless the timer is dropped before.
#[must_use = "dropping it ends the waiting"]
pub fn soon(act: impl FnOnce() + 'static) -> Timeout {
    const MILLISECONDS: u32 = 100;
    Timeout::new(MILLISECONDS, act)
}

/// Calls back in the next task of the event loop, unless the timer is dropped before.
#[must_use = "dropping it ends the waiting"]
pub fn next_task(act: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(0, act)
}

//! The time.

/// Now, in UTC milliseconds since 1970.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

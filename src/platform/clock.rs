//! The current time, and the next task of the event loop.

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;

/// The current time in milliseconds since 1970, UTC.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Today's date in the browser's time zone, as `2026-11-28`.
#[must_use]
pub fn today() -> String {
    local_day(&js_sys::Date::new_0())
}

fn local_day(date: &js_sys::Date) -> String {
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// Reads a day, or a time in ISO 8601 form with its time zone: UTC milliseconds. A day begins at midnight UTC. Browsers read other
/// forms differently.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "years of four digits are far within the range")]
pub fn parse(text: &str) -> Option<i64> {
    let is_date = text.len() >= 10
        && text.bytes().zip(*b"0000-00-00").all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            dash => byte == dash,
        });
    let has_zone = || text.ends_with('Z') || text.get(16..).is_some_and(|rest| rest.contains(['+', '-']));
    let time = (is_date && (text.len() == 10 || has_zone())).then(|| js_sys::Date::parse(text));
    time.filter(|time| !time.is_nan()).map(|time| time.floor() as i64)
}

/// A time in the browser's time zone, as a field for date and time gives it: `2026-11-28T09:30`. Of a time that a change of clocks
/// leaves out or repeats, the browser chooses one.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "years of four digits are far within the range")]
pub fn local_time(text: &str) -> Option<i64> {
    let is_written_so = text.len() >= 16 && !text.ends_with('Z') && text.as_bytes().get(10) == Some(&b'T');
    let time = js_sys::Date::parse(text);
    (is_written_so && !time.is_nan()).then_some(time as i64)
}

/// A time as a field for date and time takes it.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact")]
pub fn local_text(at: i64) -> String {
    let date = js_sys::Date::new(&(at as f64).into());
    if date.get_time().is_nan() {
        return String::new();
    }
    format!("{}T{:02}:{:02}", local_day(&date), date.get_hours(), date.get_minutes())
}

/// A time in ISO 8601 form, such as `2026-11-28T09:30:00.000Z`. Empty outside of the years that have one.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact")]
pub fn iso(at: i64) -> String {
    let date = js_sys::Date::new(&(at as f64).into());
    if date.get_time().is_nan() { String::new() } else { date.to_iso_string().into() }
}

/// The first moment of a day in the browser's time zone, so many days after the one that is given as `2026-11-28`. Days have
/// 23 to 25 hours.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a year of four digits is far within the range")]
pub fn start_of_day(day: &str, days_later: i32) -> Option<i64> {
    let [year, month, date] = *day.split('-').collect::<Vec<_>>() else { return None };
    let is_written_so = year.len() == 4 && month.len() == 2 && date.len() == 2;
    let [year, month, date] = [year, month, date].map(|number| number.parse::<i32>().ok());
    let start = js_sys::Date::new_0();
    start.set_full_year_with_month_date(u32::try_from(year?).ok()?, month? - 1, date? + days_later);
    start.set_hours(0);
    start.set_minutes(0);
    start.set_seconds(0);
    start.set_milliseconds(0);
    let time = start.get_time();
    (is_written_so && !time.is_nan()).then_some(time as i64)
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

/// Waits for the next task of the event loop, so that the page responds in between.
pub async fn yield_to_page() {
    TimeoutFuture::new(0).await;
}

/// The milliseconds of work before the page gets its turn.
const WORK: i64 = 10;

/// Gives the page its turn within long work.
pub struct Pace {
    since: i64,
}

impl Pace {
    #[must_use]
    pub fn new() -> Self {
        Self { since: now() }
    }

    /// Whether it is the page's turn.
    #[must_use]
    pub fn is_over(&self) -> bool {
        now() - self.since >= WORK
    }

    /// Waits for the next task if it is the page's turn.
    pub async fn rest(&mut self) {
        if self.is_over() {
            yield_to_page().await;
            self.since = now();
        }
    }
}

//! Times as text.

/// A time in UTC as RFC 3339 has it, to the second: `2026-11-28T13:05:00Z`. `at` is in milliseconds since 1970.
pub(crate) fn utc(at: i64) -> String {
    const SECONDS_A_DAY: i64 = 24 * 60 * 60;
    let seconds = at.div_euclid(1000);
    let (days, second) = (seconds.div_euclid(SECONDS_A_DAY), seconds.rem_euclid(SECONDS_A_DAY));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The date of a day, counted from 1970, in the Gregorian calendar. Years begin in March here, so that the leap day is the last
/// of a year; 400 of them have 146,097 days.
fn date(days: i64) -> (i64, i64, i64) {
    // From 0000-03-01 on.
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Months alternate between 31 and 30 days, five of them have 153.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next_year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (400 * era + year + next_year, month, day)
}

#[cfg(test)]
mod tests {
    use super::utc;

    #[test]
    fn times_are_written_in_utc() {
        assert_eq!(utc(0), "1970-01-01T00:00:00Z");
        assert_eq!(utc(-1), "1969-12-31T23:59:59Z");
        assert_eq!(utc(951_782_400_000), "2000-02-29T00:00:00Z");
        assert_eq!(utc(951_868_799_999), "2000-02-29T23:59:59Z");
        assert_eq!(utc(4_107_542_400_000), "2100-03-01T00:00:00Z");
        assert_eq!(utc(1_795_871_100_000), "2026-11-28T13:05:00Z");
    }
}

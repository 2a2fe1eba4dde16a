//! Times as text.

use jiff::Timestamp;

/// A time in UTC as RFC 3339 has it, to the second: `2026-11-28T13:05:00Z`. `at` is in milliseconds since 1970. Beyond the years
/// of the calendar it is written as it is.
pub(crate) fn utc(at: i64) -> String {
    Timestamp::from_millisecond(at).map_or_else(|_| at.to_string(), |time| format!("{time:.0}"))
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
        assert_eq!(utc(i64::MAX), "9223372036854775807");
    }
}

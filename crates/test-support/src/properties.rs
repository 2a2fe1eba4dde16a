//! The number of cases of property tests.

use proptest::test_runner::Config;

/// The configuration with this number of cases, or with the number in `PROPTEST_CASES`.
#[must_use]
pub fn property_config(default: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(default),
        failure_persistence: None,
        ..Config::default()
    }
}

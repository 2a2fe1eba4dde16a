//! The words of people who are not active.

use super::{OWNERS, column_key, key_before_bracket};
use crate::text::word_key;

/// The names of columns in which a yes means that the person is inactive.
pub(super) const NEGATIVE_COLUMNS: [&str; 14] = [
    "suspended",
    "issuspended",
    "archived",
    "isarchived",
    "disabled",
    "blocked",
    "deactivated",
    "deleted",
    "blocksignin",
    "blockcredential",
    "자격증명차단",
    "로그인차단",
    "계정차단",
    "비활성",
];

/// The words of a status that mean an inactive person. People whose invitation is open, or who forgot their password, are active.
const INACTIVE: [&str; 26] = [
    "inactive",
    "suspended",
    "deprovisioned",
    "deactivated",
    "disabled",
    "blocked",
    "ldapblocked",
    "blockedpendingapproval",
    "banned",
    "archived",
    "deleted",
    "removed",
    "terminated",
    "left",
    "비활성",
    "비활성화",
    "비활성화됨",
    "정지",
    "정지됨",
    "중지",
    "차단",
    "퇴사",
    "퇴직",
    "탈퇴",
    "휴면",
    "삭제됨",
];

const YES: [&str; 5] = ["true", "yes", "y", "1", "예"];
const NO: [&str; 6] = ["false", "no", "n", "0", "아니요", "아니오"];

/// Whether a column says yes where a person is inactive.
pub(in super::super) fn is_negative(name: &str) -> bool {
    let is_known =
        |key: &str| NEGATIVE_COLUMNS.contains(&OWNERS.iter().find_map(|owner| key.strip_prefix(owner)).unwrap_or(key));
    is_known(&column_key(name)) || key_before_bracket(name).is_some_and(|key| is_known(&key))
}

/// Whether a text in the column of a status means an inactive person. Other words mean an active one.
pub(in super::super) fn means_inactive(text: &str, is_negative: bool) -> bool {
    let key = word_key(text);
    let answers: &[&str] = if is_negative { &YES } else { &NO };
    answers.contains(&key.as_str()) || INACTIVE.contains(&key.as_str())
}

/// All words, for the test that each is a key.
#[cfg(test)]
pub(super) fn words() -> impl Iterator<Item = &'static &'static str> {
    INACTIVE.iter().chain(&YES).chain(&NO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inactive_people_are_told_by_any_word() {
        for (column, text, expected) in [
            ("active", "false", true),
            ("active", "TRUE", false),
            ("status", "DEPROVISIONED", true),
            ("status", "PASSWORD_EXPIRED", false),
            ("status", "STAGED", false),
            ("state", "ldap_blocked", true),
            ("state", "CA", false),
            ("Suspended", "False", false),
            ("Suspended", "True", true),
            ("User suspended", "1", true),
            ("Block sign in (Yes/No) [accountEnabled] Required", "No", false),
            ("Block sign in (Yes/No) [accountEnabled] Required", "Yes", true),
            ("자격 증명 차단", "FALSE", false),
            ("archived", "", false),
            ("재직상태", "퇴사", true),
            ("재직상태", "재직", false),
        ] {
            assert_eq!(means_inactive(text, is_negative(column)), expected, "{column}: {text}");
        }
    }
}

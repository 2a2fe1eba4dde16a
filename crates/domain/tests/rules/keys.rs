//! Comparison of names.

use domain::{FoldKey, NameKey, RegistryName};

#[track_caller]
fn check(one: &str, other: &str, same: bool) {
    let key = |text| RegistryName::parse(text).unwrap().key().clone();
    assert_eq!(key(one) == key(other), same, "{one:?} and {other:?}");
    assert_eq!(NameKey::of(one) == NameKey::of(other), same, "{one:?} and {other:?}");
}

const SAME: [(&str, &str); 22] = [
    ("Speech", "speech"),
    ("Straße", "STRASSE"),
    ("Straße", "STRAẞE"),
    ("ﬁne tuned", "FINE TUNED"),
    ("é", "E\u{301}"),
    ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
    ("ΌΣΟΣ", "όσος"),
    // A sigma at the end of a word has another form, also before an apostrophe.
    ("ΣΑΣ'", "ΣΑς'"),
    ("ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"),
    ("IıİI", "iıi\u{307}i"),
    ("Kelvin", "\u{212a}elvin"),
    ("Ångström", "\u{212b}NGSTRÖM"),
    ("spe\u{200b}ech", "speech"),
    ("👩\u{200d}🔬", "👩🔬"),
    ("❤\u{fe0f}", "❤"),
    ("ԱՒ և", "աւ ԵՒ"),
    // The joiner prevents the reordering of the two marks.
    ("\u{3b1}\u{345}\u{34f}\u{301}", "\u{1fb4}"),
    ("a b", "a  b"),
    ("a b", "a\u{a0}b"),
    ("a b", "a\u{3000}\u{200b}\u{2009}b"),
    ("release-2025", "release\u{2011}2025"),
    ("a - b", "a \u{2212} b"),
];

const DIFFERENT: [(&str, &str); 9] = [
    ("speech", "speeches"),
    ("a b", "ab"),
    ("a b", "a-b"),
    ("a_b", "a-b"),
    ("resume", "résumé"),
    ("İ", "i"),
    ("ı", "i"),
    ("ａ", "a"),
    ("1", "①"),
];

/// Other texts are searched and compared with their blanks and dashes.
#[test]
fn only_names_of_registries_are_the_same_with_other_blanks_and_dashes() {
    assert_ne!(FoldKey::of("a b"), FoldKey::of("a\u{a0}b"));
    assert_ne!(FoldKey::of("a-b"), FoldKey::of("a\u{2011}b"));
}

#[test]
fn names_that_differ_in_case_normalization_blanks_dashes_or_invisible_characters_are_the_same() {
    for (one, other) in SAME {
        check(one, other, true);
    }
}

#[test]
fn names_that_differ_in_anything_else_are_different() {
    for (one, other) in DIFFERENT {
        check(one, other, false);
    }
}

#[test]
fn names_that_are_the_same_need_not_be_equal() {
    let name = |text| RegistryName::parse(text).unwrap();
    assert_ne!(name("Speech"), name("speech"));
    assert_eq!(name("Speech"), name(" Speech "));
}

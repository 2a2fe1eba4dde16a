//! Descriptions, and the names of people, accounts and the organization.

use domain::{AccountName, Description, Email, OrganizationName, PersonName, TextFault};

/// The parsed text or its fault.
type Parsed = Result<String, TextFault>;

fn description(text: &str) -> Parsed {
    Description::parse(text).map(|value| value.to_string())
}

fn account(text: &str) -> Parsed {
    AccountName::parse(text).map(|value| value.to_string())
}

fn email(text: &str) -> Parsed {
    Email::parse(text).map(|value| value.to_string())
}

fn person(text: &str) -> Parsed {
    PersonName::parse(text).map(|value| value.to_string())
}

fn organization(text: &str) -> Parsed {
    OrganizationName::parse(text).map(|value| value.to_string())
}

#[track_caller]
fn check_accepted(parse: fn(&str) -> Parsed, typed: &str, shown: &str) {
    assert_eq!(parse(typed).as_deref(), Ok(shown), "{typed:?}");
}

#[track_caller]
fn check_refused(parse: fn(&str) -> Parsed, typed: &str, fault: TextFault) {
    assert_eq!(parse(typed), Err(fault), "{typed:?}");
}

#[test]
fn a_description_may_be_left_out() {
    for typed in ["", " ", "\r\n\t"] {
        check_accepted(description, typed, "");
        assert!(Description::parse(typed).unwrap().is_empty());
    }
    assert!(Description::empty().is_empty());
    assert!(!Description::parse("x").unwrap().is_empty());
}

#[test]
fn a_description_has_at_most_10_000_characters() {
    for unit in ["a", "설", "🚀"] {
        check_accepted(description, &unit.repeat(10_000), &unit.repeat(10_000));
        check_refused(description, &unit.repeat(10_001), TextFault::TooLong { by: 1, limit: 10_000 });
    }
    check_accepted(description, &format!(" {}\n", "a".repeat(10_000)), &"a".repeat(10_000));
    check_accepted(description, &"e\u{301}".repeat(10_000), &"é".repeat(10_000));
}

#[test]
fn a_description_is_free_text() {
    for text in ["one\n\ntwo", "a/b: 50% of #1?", "**bold**", "<script>", "a\r\nb", "x\u{202e}y"] {
        check_accepted(description, text, text);
    }
}

#[test]
fn an_account_name_has_ascii_letters_digits_and_three_other_characters() {
    for text in ["a", "ada.okafor", "ci-runner_2", "A", "0", "...", "__proto__"] {
        check_accepted(account, text, text);
    }
    check_accepted(account, " ada ", "ada");
    for (typed, first) in [
        ("a b", ' '),
        ("한", '한'),
        ("é", 'é'),
        ("e\u{301}", 'é'),
        ("a@b", '@'),
        ("a/b c", '/'),
        ("a\u{200b}b", '\u{200b}'),
        ("ａ", 'ａ'),
    ] {
        check_refused(account, typed, TextFault::Forbidden(first));
    }
    check_refused(account, "", TextFault::Empty);
    check_refused(account, "\u{200b}", TextFault::Empty);
}

#[test]
fn an_account_name_has_at_most_128_characters() {
    check_accepted(account, &"a".repeat(128), &"a".repeat(128));
    check_refused(account, &"a".repeat(129), TextFault::TooLong { by: 1, limit: 128 });
}

#[test]
fn account_names_are_compared_without_case() {
    let key = |text| AccountName::parse(text).unwrap().key();
    assert_eq!(key("Ada.Okafor"), key("ada.okafor"));
    assert_ne!(key("ada.okafor"), key("ada-okafor"));
}

#[test]
fn an_email_is_one_that_a_browser_accepts_or_has_letters_of_another_script() {
    for text in [
        "a@b",
        "ada.okafor+x@lighthouse.example",
        "지우@example.com",
        "지우@한국.example",
        "a@xn--9n2bp8q.example",
        "lucía@bücher.example",
        "o'neil@x.example",
        "a..b@c.example",
        "हिन्दी@example.com",
        "!#$%&'*+/=?^_`{|}~-@c",
    ] {
        check_accepted(email, text, text);
    }
    check_accepted(email, " a@b\n", "a@b");
    check_accepted(email, "\u{feff}a@b\u{200b}", "a@b");
    for typed in [
        "ada",
        "@",
        "a@",
        "@b",
        "a@b@c",
        "a@@b",
        "a@b..c",
        "a@.b",
        "a@b.",
        "a@-b",
        "a@b-.c",
        "a@b_c",
        "a@b!c",
        "a@한.",
        "a@한..글",
    ] {
        check_refused(email, typed, TextFault::Malformed);
    }
    check_refused(email, &format!("a@{}", "b".repeat(64)), TextFault::Malformed);
    // The domain of this one is `(1).example`.
    check_refused(email, "mina@⑴.example", TextFault::Malformed);
    check_refused(email, &format!("a@{}", "한".repeat(63)), TextFault::Malformed);
    check_refused(email, "", TextFault::Empty);
    check_refused(email, " \u{200b} ", TextFault::Empty);
}

#[test]
fn an_email_has_no_white_space_separator_or_invisible_character() {
    let invisible = ['\u{200b}', '\u{200d}', '\u{ad}', '\u{202e}'];
    let marks = ['(', '<', '"', ':', '[', '\\', '＠', '，', '“', '’', '🚀'];
    for character in [' ', '\t', '\n', '\u{a0}', ',', ';', '\u{0}', '\u{7f}'].into_iter().chain(invisible).chain(marks)
    {
        check_refused(email, &format!("a{character}b@c"), TextFault::Forbidden(character));
        check_refused(email, &format!("a@b{character}c"), TextFault::Forbidden(character));
        check_refused(email, &format!("a{character}b"), TextFault::Forbidden(character));
    }
}

#[test]
fn an_email_has_at_most_320_characters() {
    let longest = format!("{}@{}.{}", "a".repeat(64), [&*"b".repeat(63); 3].join("."), "c".repeat(63));
    check_accepted(email, &longest, &longest);
    check_refused(email, &format!("a{longest}"), TextFault::TooLong { by: 1, limit: 320 });
    check_refused(email, &"a".repeat(400), TextFault::Malformed);
}

#[test]
fn emails_are_compared_without_case() {
    let key = |text| Email::parse(text).unwrap().key();
    assert_eq!(key("Ada@Lighthouse.example"), key("ada@lighthouse.EXAMPLE"));
    assert_ne!(key("ada@a.example"), key("ada@b.example"));
}

#[test]
fn a_domain_is_the_same_in_both_of_its_forms() {
    let key = |text| Email::parse(text).unwrap().key();
    assert_eq!(key("ada@bücher.example"), key("Ada@XN--bcher-kva.example"));
    assert_eq!(key("지우@한국.example"), key("지우@xn--3e0b707e.example"));
    assert_ne!(key("ada@bücher.example"), key("ada@bucher.example"));
    assert_ne!(key("xn--bcher-kva@a.example"), key("bücher@a.example"));
    // No domain: it is compared as it is.
    assert_eq!(key("ada@xn--a.example"), key("ADA@XN--A.example"));
}

#[test]
fn wandb_refuses_addresses_with_diacritics() {
    for (text, refused) in [
        ("lucia@a.example", false),
        ("lucía@a.example", true),
        ("ada@bücher.example", true),
        ("søren@a.example", true),
        ("지우@a.example", false),
        ("ボブ@a.example", false),
    ] {
        assert_eq!(Email::parse(text).unwrap().is_refused_by_wandb(), refused, "{text}");
    }
}

#[test]
fn names_that_are_only_shown_are_visible_and_of_at_most_128_characters() {
    for parse in [person as fn(&str) -> Parsed, organization] {
        for text in ["Ada Okafor", "한지우", "Tomasz Zieliński", "Lucía/Fernández: 50%", "O'Neil", "نور"] {
            check_accepted(parse, text, text);
        }
        check_accepted(parse, " Ada ", "Ada");
        check_refused(parse, "", TextFault::Empty);
        check_refused(parse, "\u{200b}\u{2800}", TextFault::Empty);
        for character in ['\n', '\u{0}', '\u{85}', '\u{200f}', '\u{202e}'] {
            check_refused(parse, &format!("a{character}b"), TextFault::Forbidden(character));
        }
        check_accepted(parse, &"한".repeat(128), &"한".repeat(128));
        check_refused(parse, &"한".repeat(129), TextFault::TooLong { by: 1, limit: 128 });
    }
}

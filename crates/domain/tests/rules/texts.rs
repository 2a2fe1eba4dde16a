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
    for text in ["one\n\ntwo", "a/b: 50% of #1?", "**bold**", "<script>", "a\r\nb", "\u{202e}x"] {
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
fn an_email_has_one_at_sign_between_two_parts() {
    for text in ["a@b", "ada.okafor+x@lighthouse.example", "지우@example.com", "a@xn--9n2bp8q.example"] {
        check_accepted(email, text, text);
    }
    check_accepted(email, " a@b\n", "a@b");
    for typed in ["ada", "@", "a@", "@b", "a@b@c", "a@@b"] {
        check_refused(email, typed, TextFault::Malformed);
    }
    check_refused(email, "", TextFault::Empty);
    check_refused(email, " \u{200b} ", TextFault::Empty);
}

#[test]
fn an_email_has_no_white_space_separator_or_control_character() {
    for character in [' ', '\t', '\n', '\u{a0}', ',', ';', '\u{0}', '\u{7f}', '\u{202e}'] {
        check_refused(email, &format!("a{character}b@c"), TextFault::Forbidden(character));
        check_refused(email, &format!("a{character}b"), TextFault::Forbidden(character));
    }
}

#[test]
fn an_email_has_at_most_320_characters() {
    let longest = format!("{}@{}", "a".repeat(64), "b".repeat(255));
    check_accepted(email, &longest, &longest);
    check_refused(email, &format!("{longest}b"), TextFault::TooLong { by: 1, limit: 320 });
    check_refused(email, &"a".repeat(400), TextFault::Malformed);
}

#[test]
fn emails_are_compared_without_case() {
    let key = |text| Email::parse(text).unwrap().key();
    assert_eq!(key("Ada@Lighthouse.example"), key("ada@lighthouse.EXAMPLE"));
    assert_ne!(key("ada@a.example"), key("ada@b.example"));
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

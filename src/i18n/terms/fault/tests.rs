//! Tests of the words for faults.

use super::*;
use crate::i18n::prose::plain;

#[track_caller]
fn check_names(character: char, english: &str, korean: &str) {
    let fault = TextFault::Forbidden(character);
    let message = |text: &FaultText| plain(&(text.explain)(Subject::RegistryName, &fault));
    assert!(message(&ENGLISH).contains(english), "{}", message(&ENGLISH));
    assert!(message(&KOREAN).contains(korean), "{}", message(&KOREAN));
}

#[test]
fn a_forbidden_character_is_called_by_its_name() {
    check_names('/', "a slash (/)", "슬래시(/)를");
    check_names('\n', "a line break", "줄바꿈을");
    check_names('\u{7}', "U+0007", "제어 문자(U+0007)를");
    check_names('\u{200b}', "contain an invisible character, U+200B.", "보이지 않는 문자(U+200B)를");
    check_names(';', "a semicolon (;)", "세미콜론(;)을");
    check_names('\u{202e}', "text-direction character U+202E", "글자 방향 문자(U+202E)를");
}

#[test]
fn the_allowed_characters_of_a_username_come_before_the_forbidden_one() {
    let message = |character| plain(&(KOREAN.explain)(Subject::Username, &TextFault::Forbidden(character)));
    assert!(message('é').ends_with("“.”만 쓸 수 있습니다. “é” 문자는 쓸 수 없습니다."), "{}", message('é'));
    assert!(message(' ').ends_with("“.”만 쓸 수 있습니다. 공백은 쓸 수 없습니다."), "{}", message(' '));
}

#[test]
fn being_too_long_tells_by_how_much() {
    let message = (ENGLISH.explain)(Subject::RegistryName, &TextFault::TooLong { by: 1, limit: 113 });
    assert_eq!(message, "A name has at most 113 characters: this is 1 too many.");
}

#[test]
fn a_difference_that_nobody_sees_is_named() {
    let english = |one, other| plain(&difference(English, one, other));
    assert_eq!(english("m\u{43e}del", "model"), " It has U+043E where the other has “o”.");
    assert_eq!(english("M\u{43e}del", "model"), " It has U+043E where the other has “o”.");
    assert_eq!(english("mode1", "model"), " It has “1” where the other has “l”.");
    assert_eq!(english("raw\u{a0}data", "raw data"), " It has U+00A0 where the other has U+0020.");
    assert_eq!(english("model\u{200b}", "model"), " It also has U+200B.");
    assert_eq!(english("model", "model\u{200b}"), " It does not have U+200B.");
    assert_eq!(english("Model", "model"), "");
    assert!(plain(&difference(Korean, "m\u{43e}del", "model")).contains("U+043E"));
}

#[test]
fn large_numbers_are_grouped() {
    let fault = TextFault::TooLong { by: 1_234_567, limit: 10_000 };
    let message = |text: &FaultText| (text.explain)(Subject::Description, &fault);
    assert_eq!(message(&ENGLISH), "A description has at most 10,000 characters: these are 1,234,567 too many.");
    assert_eq!(message(&KOREAN), "설명: 최대 10,000자까지 쓸 수 있습니다. 1,234,567자를 줄여 주세요.");
}

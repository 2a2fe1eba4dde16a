//! The faults of typed texts in words.

use domain::{Email, NAME_PREFIX, TextFault, is_bidi_control, is_default_ignorable};

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

/// The kind of value that a text should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    RegistryName,
    Description,
    ArtifactType,
    OrganizationName,
    /// The person's own name.
    PersonName,
    /// The name of another person.
    OtherPersonName,
    /// The name of a service account or a team.
    AccountName,
    Username,
    Email,
}

pub struct FaultText {
    pub explain: fn(Subject, &TextFault) -> String,
    pub no_types: &'static str,
    /// The faulty artifact type of a list, and its fault.
    pub of_type: fn(&str, &str) -> String,
    /// The note about an address that W&B refuses.
    pub address_refused_by_wandb: &'static str,
}

impl FaultText {
    /// The note about a typed address, or empty.
    pub fn note_on_address(&self, typed: &str) -> &'static str {
        match Email::parse(typed) {
            Ok(address) if address.is_refused_by_wandb() => self.address_refused_by_wandb,
            _ => "",
        }
    }
}

pub static ENGLISH: FaultText = FaultText {
    explain: |subject, fault| {
        let the = match subject {
            Subject::RegistryName
            | Subject::OrganizationName
            | Subject::PersonName
            | Subject::OtherPersonName
            | Subject::AccountName => "A name",
            Subject::Description => "A description",
            Subject::ArtifactType => "An artifact type",
            Subject::Username => "A username",
            Subject::Email => "An email address",
        };
        match fault {
            TextFault::Empty => match subject {
                Subject::RegistryName => "Enter a name for the registry.".to_owned(),
                Subject::OrganizationName => "Enter the organization’s name.".to_owned(),
                Subject::PersonName => "Enter your name.".to_owned(),
                Subject::OtherPersonName => "Enter the person’s name.".to_owned(),
                Subject::AccountName => "Enter a name.".to_owned(),
                Subject::Username => "Enter a username.".to_owned(),
                Subject::Email => "Enter an email address.".to_owned(),
                Subject::ArtifactType | Subject::Description => {
                    "This shows nothing. Enter something visible.".to_owned()
                }
            },
            TextFault::Forbidden(character) if matches!(subject, Subject::Username | Subject::AccountName) => format!(
                "{the} has only the letters a to z, digits, “-”, “_” and “.”, so {} cannot stand in it.",
                character_in_english(*character)
            ),
            TextFault::Forbidden(character) => {
                format!("{the} cannot contain {}.", character_in_english(*character))
            }
            TextFault::Malformed => {
                "An email address has one @ with something on both sides. Write it like name@example.com.".to_owned()
            }
            TextFault::TooLong { by, limit } => {
                let limit = number(English, *limit);
                match by {
                    1 => format!("{the} has at most {limit} characters: this is 1 too many."),
                    _ => {
                        format!("{the} has at most {limit} characters: these are {} too many.", number(English, *by))
                    }
                }
            }
            TextFault::Prefixed => format!("Leave out “{NAME_PREFIX}”: it is added to every name by itself."),
        }
    },
    no_types: "Add at least one artifact type, or choose All types.",
    of_type: |artifact_type, fault| format!("{}: {fault}", isolate(artifact_type)),
    address_refused_by_wandb: "W&B refuses email addresses that contain letters with accents.",
};

pub static KOREAN: FaultText = FaultText {
    explain: |subject, fault| {
        let the = match subject {
            Subject::RegistryName
            | Subject::OrganizationName
            | Subject::PersonName
            | Subject::OtherPersonName
            | Subject::AccountName => "이름",
            Subject::Description => "설명",
            Subject::ArtifactType => "아티팩트 유형",
            Subject::Username => "사용자 이름",
            Subject::Email => "이메일 주소",
        };
        match fault {
            TextFault::Empty => match subject {
                Subject::RegistryName => "레지스트리 이름을 입력하세요.".to_owned(),
                Subject::OrganizationName => "조직 이름을 입력하세요.".to_owned(),
                Subject::PersonName | Subject::OtherPersonName | Subject::AccountName => {
                    "이름을 입력하세요.".to_owned()
                }
                Subject::Username => "사용자 이름을 입력하세요.".to_owned(),
                Subject::Email => "이메일 주소를 입력하세요.".to_owned(),
                Subject::ArtifactType | Subject::Description => "눈에 보이는 글자를 입력하세요.".to_owned(),
            },
            TextFault::Forbidden(character) if matches!(subject, Subject::Username | Subject::AccountName) => format!(
                "{the}에는 영문자, 숫자, “-”, “_”, “.”만 쓸 수 있습니다. {} 쓸 수 없습니다.",
                character_in_korean(*character, "은", "는")
            ),
            TextFault::Forbidden(character) => {
                format!("{the}에는 {} 쓸 수 없습니다.", character_in_korean(*character, "을", "를"))
            }
            TextFault::Malformed => {
                "이메일 주소에는 @가 하나 있고 양쪽에 글자가 있어야 합니다. name@example.com 형식으로 입력하세요."
                    .to_owned()
            }
            TextFault::TooLong { by, limit } => {
                let (by, limit) = (number(Korean, *by), number(Korean, *limit));
                format!("{the}: 최대 {limit}자까지 쓸 수 있습니다. {by}자를 줄여 주세요.")
            }
            TextFault::Prefixed => format!("“{NAME_PREFIX}”는 모든 이름 앞에 자동으로 붙으므로 빼고 입력하세요."),
        }
    },
    no_types: "아티팩트 유형을 하나 이상 추가하거나 ‘모든 유형’을 선택하세요.",
    of_type: |artifact_type, fault| format!("{}: {fault}", isolate(artifact_type)),
    address_refused_by_wandb: "W&B는 악센트 기호가 붙은 글자가 있는 이메일 주소를 거부합니다.",
};

/// Where two texts differ that look alike, as a sentence with a space before it. Empty if only the case of a letter differs, which
/// is visible.
pub fn difference(language: Language, one: &str, other: &str) -> String {
    let letters = || one.chars().map(Some).chain(std::iter::repeat(None));
    let others = other.chars().map(Some).chain(std::iter::once(None));
    let is_hidden = |one: Option<char>, other: Option<char>| match (one, other) {
        (Some(one), Some(other)) => !one.to_lowercase().eq(other.to_lowercase()),
        (one, other) => one != other,
    };
    let Some((one, other)) = letters().zip(others).find(|(one, other)| is_hidden(*one, *other)) else {
        return String::new();
    };
    let shown = |character: char| match character.is_ascii_graphic() {
        true => format!("“{}”", isolate(&character.to_string())),
        false => code_point(character),
    };
    match (language, one.map(shown), other.map(shown)) {
        (English, Some(one), Some(other)) => format!(" It has {one} where the other has {other}."),
        (English, Some(more), None) => format!(" It also has {more}."),
        (English, None, Some(missing)) => format!(" It does not have {missing}."),
        (Korean, Some(one), Some(other)) => format!(" 다른 쪽의 {other} 자리에 {one} 문자가 있습니다."),
        (Korean, Some(more), None) => format!(" {more} 문자가 더 있습니다."),
        (Korean, None, Some(missing)) => format!(" {missing} 문자가 없습니다."),
        (_, None, None) => String::new(),
    }
}

fn character_in_english(character: char) -> String {
    match character {
        '/' => "a slash (/)".to_owned(),
        '\\' => "a backslash (\\)".to_owned(),
        '#' => "a number sign (#)".to_owned(),
        '?' => "a question mark (?)".to_owned(),
        '%' => "a percent sign (%)".to_owned(),
        ':' => "a colon (:)".to_owned(),
        ',' => "a comma (,)".to_owned(),
        ';' => "a semicolon (;)".to_owned(),
        ' ' => "a space".to_owned(),
        '\t' => "a tab".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        _ if character.is_control() => format!("the control character {}", code_point(character)),
        _ if is_bidi_control(character) => format!("the text-direction character {}", code_point(character)),
        _ if character.is_whitespace() => format!("the space {}", code_point(character)),
        _ if is_default_ignorable(character) => format!("an invisible character, {}", code_point(character)),
        _ => format!("“{}”", isolate(&character.to_string())),
    }
}

/// A quoted character with its particle.
fn character_in_korean(character: char, after_consonant: &str, after_vowel: &str) -> String {
    let name = match character {
        '/' => "슬래시(/)".to_owned(),
        '\\' => "역슬래시(\\)".to_owned(),
        '#' => "우물 정자(#)".to_owned(),
        '?' => "물음표(?)".to_owned(),
        '%' => "퍼센트 기호(%)".to_owned(),
        ':' => "콜론(:)".to_owned(),
        ',' => "쉼표(,)".to_owned(),
        ';' => "세미콜론(;)".to_owned(),
        ' ' => "공백".to_owned(),
        '\t' => "탭".to_owned(),
        '\n' | '\r' => "줄바꿈".to_owned(),
        _ if character.is_control() => format!("제어 문자({})", code_point(character)),
        _ if is_bidi_control(character) => format!("글자 방향 문자({})", code_point(character)),
        _ if character.is_whitespace() => format!("공백 문자({})", code_point(character)),
        _ if is_default_ignorable(character) => format!("보이지 않는 문자({})", code_point(character)),
        _ => format!("“{}” 문자", isolate(&character.to_string())),
    };
    let particle =
        if matches!(character, ':' | ';' | ' ' | '\t' | '\n' | '\r') { after_consonant } else { after_vowel };
    name + particle
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
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
    fn what_a_username_is_made_of_stands_against_what_it_cannot_have() {
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
}

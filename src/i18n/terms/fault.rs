//! The faults of typed texts in words.

use domain::{Email, MetadataFault, NAME_PREFIX, PathFault, TextFault, is_bidi_control, is_default_ignorable};

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
    ScenarioName,
    /// The person's own name.
    PersonName,
    /// The name of another person.
    OtherPersonName,
    /// The name of a service account or a team.
    AccountName,
    Username,
    Email,
    CheckpointName,
    ProjectName,
    ArtifactName,
    RunName,
    CollectionName,
    Alias,
    Tag,
    /// The name by which something is referred to, such as `registry/collection:v0`.
    Reference,
}

pub struct FaultText {
    pub explain: fn(Subject, &TextFault) -> String,
    /// The fault of a file's path.
    pub path: fn(PathFault) -> String,
    /// The fault of metadata, with its place.
    pub metadata: fn(&MetadataFault) -> String,
    /// A digest of another form.
    pub digest: &'static str,
    pub no_types: &'static str,
    /// The faulty artifact type of a list, and its fault.
    pub of_type: fn(&str, &str) -> String,
    /// The note about an address that W&B refuses.
    pub address_refused_by_wandb: &'static str,
    /// The note about a name with the sign of a lost character.
    pub lost_character: &'static str,
}

impl FaultText {
    /// The note about a typed address or person's name, or empty.
    pub fn note_on(&self, subject: Subject, typed: &str) -> &'static str {
        let is_refused = || Email::parse(typed).is_ok_and(|address| address.is_refused_by_wandb());
        match subject {
            Subject::Email if is_refused() => self.address_refused_by_wandb,
            Subject::PersonName | Subject::OtherPersonName if typed.contains(char::REPLACEMENT_CHARACTER) => {
                self.lost_character
            }
            Subject::Email
            | Subject::PersonName
            | Subject::OtherPersonName
            | Subject::RegistryName
            | Subject::Description
            | Subject::ArtifactType
            | Subject::OrganizationName
            | Subject::ScenarioName
            | Subject::AccountName
            | Subject::Username
            | Subject::CheckpointName
            | Subject::ProjectName
            | Subject::ArtifactName
            | Subject::RunName
            | Subject::CollectionName
            | Subject::Alias
            | Subject::Tag
            | Subject::Reference => "",
        }
    }
}

pub static ENGLISH: FaultText = FaultText {
    explain: |subject, fault| {
        let the = match subject {
            Subject::RegistryName
            | Subject::OrganizationName
            | Subject::ScenarioName
            | Subject::PersonName
            | Subject::OtherPersonName
            | Subject::CheckpointName
            | Subject::AccountName
            | Subject::ProjectName
            | Subject::ArtifactName
            | Subject::RunName
            | Subject::CollectionName => "A name",
            Subject::Alias => "An alias",
            Subject::Tag => "A tag",
            Subject::Reference => "A reference",
            Subject::Description => "A description",
            Subject::ArtifactType => "An artifact type",
            Subject::Username => "A username",
            Subject::Email => "An email address",
        };
        match fault {
            TextFault::Empty => match subject {
                Subject::RegistryName => "Enter a name for the registry.".to_owned(),
                Subject::OrganizationName => "Enter the organization’s name.".to_owned(),
                Subject::ScenarioName => "Enter a name for the scenario.".to_owned(),
                Subject::PersonName => "Enter your name.".to_owned(),
                Subject::OtherPersonName => "Enter the person’s name.".to_owned(),
                Subject::AccountName | Subject::CheckpointName => "Enter a name.".to_owned(),
                Subject::Username => "Enter a username.".to_owned(),
                Subject::Email => "Enter an email address.".to_owned(),
                Subject::ProjectName => "Enter a name for the project.".to_owned(),
                Subject::ArtifactName => "Enter a name for the artifact.".to_owned(),
                Subject::RunName => "Enter a name for the run.".to_owned(),
                Subject::CollectionName => "Enter a name for the collection.".to_owned(),
                Subject::Alias => "Enter an alias.".to_owned(),
                Subject::Tag => "Enter a tag.".to_owned(),
                Subject::Reference => "Enter a reference.".to_owned(),
                Subject::ArtifactType | Subject::Description => {
                    "This shows nothing. Enter something visible.".to_owned()
                }
            },
            TextFault::Forbidden(character) if subject == Subject::Tag => format!(
                "A tag has only letters, numbers, “-”, “_” and spaces between them, so {} cannot stand in it.",
                character_in_english(*character)
            ),
            TextFault::Forbidden(character) if is_plain_name(subject) => format!(
                "{the} has only the letters a to z, digits, “-”, “_” and “.”, so {} cannot stand in it.",
                character_in_english(*character)
            ),
            TextFault::Forbidden(character) => {
                format!("{the} cannot contain {}.", character_in_english(*character))
            }
            TextFault::Malformed if subject == Subject::Reference => {
                "A reference is written like team/project/artifact:v0 or registry/collection:v0.".to_owned()
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
    path: |fault| match fault {
        PathFault::Empty => "The path of a file cannot be empty.".to_owned(),
        PathFault::Forbidden(character) => format!("A path cannot contain {}.", character_in_english(character)),
        PathFault::Absolute => "A path cannot begin with a slash (/).".to_owned(),
        PathFault::Network => r"A path cannot begin with two backslashes (\\).".to_owned(),
        PathFault::Drive => "A path cannot begin with a drive, such as C:.".to_owned(),
        PathFault::Parent => "A path cannot contain the component “..”.".to_owned(),
    },
    metadata: |fault| {
        let at = |place: &domain::Place| {
            format!("line {}, column {}", number(English, place.line), number(English, place.column))
        };
        match fault {
            MetadataFault::Malformed(place) => format!("This is no JSON: see {}.", at(place)),
            MetadataFault::Infinite(place) => format!("Metadata has no infinite numbers: see {}.", at(place)),
            MetadataFault::KeyTwice { key, place } => {
                format!("The key {} is there twice: see {}.", isolate(key), at(place))
            }
            MetadataFault::HalfCharacter(place) => format!("There is half of a character: see {}.", at(place)),
            MetadataFault::TooDeep { limit } => format!("Metadata has at most {} levels.", number(English, *limit)),
            MetadataFault::NoObject => "Metadata is a JSON object, in braces: {\"loss\": 0.1}.".to_owned(),
            MetadataFault::TooMany { by, limit } => {
                format!("Metadata has at most {limit} keys at the top: this has {} more.", number(English, *by))
            }
            MetadataFault::TooLong { by, limit } => format!(
                "Metadata has at most {} characters: these are {} too many.",
                number(English, *limit),
                number(English, *by)
            ),
        }
    },
    digest: "A digest is the MD5 of the file in base64: 24 characters.",
    no_types: "Add at least one artifact type, or choose All types.",
    of_type: |artifact_type, fault| format!("{}: {fault}", isolate(artifact_type)),
    address_refused_by_wandb: "W&B refuses email addresses that contain letters with accents.",
    lost_character: "“\u{fffd}” stands for a character that another program lost. Type the name again.",
};

pub static KOREAN: FaultText = FaultText {
    explain: |subject, fault| {
        let the = match subject {
            Subject::RegistryName
            | Subject::OrganizationName
            | Subject::ScenarioName
            | Subject::PersonName
            | Subject::OtherPersonName
            | Subject::CheckpointName
            | Subject::AccountName
            | Subject::ProjectName
            | Subject::ArtifactName
            | Subject::RunName
            | Subject::CollectionName => "이름",
            Subject::Alias => "별칭",
            Subject::Tag => "태그",
            Subject::Reference => "참조",
            Subject::Description => "설명",
            Subject::ArtifactType => "아티팩트 유형",
            Subject::Username => "사용자 이름",
            Subject::Email => "이메일 주소",
        };
        match fault {
            TextFault::Empty => match subject {
                Subject::RegistryName => "레지스트리 이름을 입력하세요.".to_owned(),
                Subject::OrganizationName => "조직 이름을 입력하세요.".to_owned(),
                Subject::ScenarioName => "시나리오 이름을 입력하세요.".to_owned(),
                Subject::PersonName | Subject::OtherPersonName | Subject::CheckpointName | Subject::AccountName => {
                    "이름을 입력하세요.".to_owned()
                }
                Subject::Username => "사용자 이름을 입력하세요.".to_owned(),
                Subject::Email => "이메일 주소를 입력하세요.".to_owned(),
                Subject::ProjectName => "프로젝트 이름을 입력하세요.".to_owned(),
                Subject::ArtifactName => "아티팩트 이름을 입력하세요.".to_owned(),
                Subject::RunName => "실행 이름을 입력하세요.".to_owned(),
                Subject::CollectionName => "컬렉션 이름을 입력하세요.".to_owned(),
                Subject::Alias => "별칭을 입력하세요.".to_owned(),
                Subject::Tag => "태그를 입력하세요.".to_owned(),
                Subject::Reference => "참조를 입력하세요.".to_owned(),
                Subject::ArtifactType | Subject::Description => "눈에 보이는 글자를 입력하세요.".to_owned(),
            },
            TextFault::Forbidden(character) if subject == Subject::Tag => format!(
                "태그에는 글자, 숫자, “-”, “_”와 그 사이의 공백만 쓸 수 있습니다. {} 쓸 수 없습니다.",
                character_in_korean(*character, "은", "는")
            ),
            TextFault::Forbidden(character) if is_plain_name(subject) => format!(
                "{the}에는 영문자, 숫자, “-”, “_”, “.”만 쓸 수 있습니다. {} 쓸 수 없습니다.",
                character_in_korean(*character, "은", "는")
            ),
            TextFault::Forbidden(character) => {
                format!("{the}에는 {} 쓸 수 없습니다.", character_in_korean(*character, "을", "를"))
            }
            TextFault::Malformed if subject == Subject::Reference => {
                "team/project/artifact:v0 또는 registry/collection:v0 형식으로 입력하세요.".to_owned()
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
    path: |fault| match fault {
        PathFault::Empty => "파일 경로를 비워 둘 수 없습니다.".to_owned(),
        PathFault::Forbidden(character) => {
            format!("경로에는 {} 쓸 수 없습니다.", character_in_korean(character, "을", "를"))
        }
        PathFault::Absolute => "경로는 슬래시(/)로 시작할 수 없습니다.".to_owned(),
        PathFault::Network => r"경로는 역슬래시 두 개(\\)로 시작할 수 없습니다.".to_owned(),
        PathFault::Drive => "경로는 C: 같은 드라이브로 시작할 수 없습니다.".to_owned(),
        PathFault::Parent => "경로에는 “..” 구성 요소를 쓸 수 없습니다.".to_owned(),
    },
    metadata: |fault| {
        let at = |place: &domain::Place| format!("{}행 {}열", number(Korean, place.line), number(Korean, place.column));
        match fault {
            MetadataFault::Malformed(place) => format!("JSON 형식이 아닙니다({}).", at(place)),
            MetadataFault::Infinite(place) => format!("메타데이터에는 무한대를 쓸 수 없습니다({}).", at(place)),
            MetadataFault::KeyTwice { key, place } => {
                format!("{} 키가 두 번 나옵니다({}).", isolate(key), at(place))
            }
            MetadataFault::HalfCharacter(place) => format!("온전하지 않은 글자가 있습니다({}).", at(place)),
            MetadataFault::TooDeep { limit } => {
                format!("메타데이터는 최대 {}단계까지 중첩할 수 있습니다.", number(Korean, *limit))
            }
            MetadataFault::NoObject => "메타데이터는 중괄호로 묶은 JSON 객체입니다: {\"loss\": 0.1}".to_owned(),
            MetadataFault::TooMany { by, limit } => {
                format!("메타데이터의 최상위 키는 최대 {limit}개입니다. {}개를 줄여 주세요.", number(Korean, *by))
            }
            MetadataFault::TooLong { by, limit } => format!(
                "메타데이터: 최대 {}자까지 쓸 수 있습니다. {}자를 줄여 주세요.",
                number(Korean, *limit),
                number(Korean, *by)
            ),
        }
    },
    digest: "다이제스트는 파일의 MD5를 base64로 적은 24자입니다.",
    no_types: "아티팩트 유형을 하나 이상 추가하거나 ‘모든 유형’을 선택하세요.",
    of_type: |artifact_type, fault| format!("{}: {fault}", isolate(artifact_type)),
    address_refused_by_wandb: "W&B는 악센트 기호가 붙은 글자가 있는 이메일 주소를 거부합니다.",
    lost_character: "“\u{fffd}”는 다른 프로그램이 글자를 잃어버렸다는 표시입니다. 이름을 다시 입력하세요.",
};

/// The difference between two texts that look alike, as a sentence with a space before it. Empty if only the case of a letter
/// differs, which is visible.
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

/// Whether the subject has the characters of a username.
fn is_plain_name(subject: Subject) -> bool {
    matches!(subject, Subject::Username | Subject::AccountName | Subject::ArtifactName)
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
mod tests;

//! Values for random actions: a few names, and texts that are mostly unique.

use domain::{
    AccountName, Alias, ArtifactType, CollectionName, Description, Email, File, FileDigest, FilePath, Manifest,
    PersonName, ProjectName, RegistryName, Tag, Tags,
};

use super::{ACCOUNT_NAMES, ALIASES, COLLECTION_NAMES, PROJECT_NAMES, REGISTRY_NAMES, TYPES, choose};

pub fn project_name(number: usize) -> ProjectName {
    parsed(ProjectName::parse, choose(&PROJECT_NAMES, number))
}

pub fn collection_name(number: usize) -> CollectionName {
    parsed(CollectionName::parse, choose(&COLLECTION_NAMES, number))
}

pub fn alias(number: usize) -> Alias {
    parsed(Alias::parse, choose(&ALIASES, number))
}

/// Up to two tags.
pub fn tags(number: usize) -> Tags {
    ["eu", "음성 1"].into_iter().take(number % 3).map(|tag| parsed(Tag::parse, tag)).collect()
}

/// One of a few contents, so that the same content is logged again.
pub fn files(number: usize) -> Manifest {
    let file = |text: String| File {
        path: FilePath::parse("model.pt").unwrap(),
        size: text.len() as u64,
        digest: FileDigest::of(text.as_bytes()),
    };
    Manifest::new(if number.is_multiple_of(8) { Vec::new() } else { vec![file(format!("{}", number % 32))] }).unwrap()
}

pub fn account_name(number: usize) -> AccountName {
    parsed(AccountName::parse, choose(&ACCOUNT_NAMES, number))
}

pub fn person_name(number: usize) -> PersonName {
    parsed(PersonName::parse, choose(&ACCOUNT_NAMES, number))
}

pub fn email(number: usize) -> Email {
    parsed(Email::parse, &format!("{}@lighthouse.example", choose(&ACCOUNT_NAMES, number)))
}

pub fn registry_name(number: usize) -> RegistryName {
    parsed(RegistryName::parse, choose(&REGISTRY_NAMES, number))
}

pub fn artifact_type(text: &str) -> ArtifactType {
    parsed(ArtifactType::parse, text)
}

/// Mostly a unique text, and sometimes none.
pub fn description(number: usize) -> Description {
    let text = if number.is_multiple_of(8) { String::new() } else { format!("zqd{number:x}") };
    parsed(Description::parse, &text)
}

/// Up to two types. The second one is mostly unique.
pub fn types(count: usize, number: usize) -> Vec<ArtifactType> {
    let own = format!("zqt{number:x}");
    [choose(&TYPES, number), &own].into_iter().take(count % 3).map(artifact_type).collect()
}

pub fn parsed<T, E: std::fmt::Debug>(parse: fn(&str) -> Result<T, E>, text: &str) -> T {
    parse(text).unwrap()
}

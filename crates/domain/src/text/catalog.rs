//! The names of projects, artifacts, runs and collections, and the labels of versions. Only `review` knows what is taken.

use std::rc::Rc;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::list::parse_list;
use super::name::{NAME_PREFIX, NameKey};
use super::{TextRule, is_forbidden_in_names, is_forbidden_in_registry_names, text_newtype};
use crate::TextFault;

/// The maximum number of characters of every name and label in this module.
const LIMIT: usize = 128;

/// The name of a project: as that of a registry, with up to 128 characters (S). It is unique in its team by its key (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectName(Rc<str>);

text_newtype!(ProjectName);

impl ProjectName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule { forbidden: is_forbidden_in_registry_names, limit: LIMIT };
        let text = RULE.check(text)?;
        if NameKey::of(&text).as_str().starts_with(NAME_PREFIX) {
            return Err(TextFault::Prefixed);
        }
        Ok(Self(text))
    }

    /// The key of comparison, as that of a registry's name (R).
    #[must_use]
    pub fn key(&self) -> NameKey {
        NameKey::of(&self.0)
    }
}

/// The name of an artifact in a project: 1 to 128 ASCII letters, digits, `-`, `_` or `.` (S). Names are compared exactly (R).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArtifactName(Rc<str>);

text_newtype!(ArtifactName);

impl ArtifactName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule =
            TextRule { forbidden: |c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')), limit: LIMIT };
        RULE.check(text).map(Self)
    }
}

/// The name of a run that has logged a version: 1 to 128 characters on one line (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunName(Rc<str>);

text_newtype!(RunName);

impl RunName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule { forbidden: is_forbidden_in_names, limit: LIMIT };
        RULE.check(text).map(Self)
    }
}

/// Whether the character parts the names of a full name: `/` between them (S), and `:` before a version or alias (S; for
/// collections R).
fn parts_full_names(character: char) -> bool {
    matches!(character, '/' | ':')
}

/// The name of a collection: 1 to 128 characters without `/` (S) and `:` (R). It is unique in its registry by exact
/// comparison (R).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionName(Rc<str>);

text_newtype!(CollectionName);

impl CollectionName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule { forbidden: parts_full_names, limit: LIMIT };
        RULE.check(text).map(Self)
    }
}

/// An alias: 1 to 128 characters without `/` and `:` (S; the length is R). Case matters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alias(Rc<str>);

text_newtype!(Alias);

impl Alias {
    /// Parses a typed alias. Managed ones are accepted here; the rules of the actions refuse them.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule { forbidden: parts_full_names, limit: LIMIT };
        RULE.check(text).map(Self)
    }

    /// `latest`, which follows the newest version.
    #[must_use]
    pub fn latest() -> Self {
        Self("latest".into())
    }

    /// Whether it is `latest`.
    #[must_use]
    pub fn is_latest(&self) -> bool {
        &*self.0 == "latest"
    }

    /// Whether nobody can set it: `latest`, and `v` with ASCII digits only (R).
    #[must_use]
    pub fn is_managed(&self) -> bool {
        self.is_latest()
            || self
                .0
                .strip_prefix('v')
                .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

/// A tag of a version or collection: 1 to 128 letters, numbers, `-` and `_`, with spaces between (S; the length is R).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(Rc<str>);

text_newtype!(Tag);

impl Tag {
    /// Parses a typed tag.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule { forbidden: |c| !is_allowed_in_tags(c), limit: LIMIT };
        RULE.check(text).map(Self)
    }
}

fn is_allowed_in_tags(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | ' ');
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    GeneralCategoryGroup::Letter.contains(category) || GeneralCategoryGroup::Number.contains(category)
}

/// Distinct tags in the order of their addition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags(Rc<[Tag]>);

impl FromIterator<Tag> for Tags {
    /// A repeated tag keeps its first place (S).
    fn from_iter<I: IntoIterator<Item = Tag>>(tags: I) -> Self {
        let mut distinct: Vec<Tag> = Vec::new();
        for tag in tags {
            if !distinct.contains(&tag) {
                distinct.push(tag);
            }
        }
        Self(distinct.into())
    }
}

impl Tags {
    /// Parses a typed list as [`parse_list`] does.
    ///
    /// # Errors
    /// The fault of the first item that is no tag.
    pub fn parse_list(typed: &str) -> Result<Self, TextFault> {
        let tags = parse_list(typed, Tag::parse).map_err(|(_, fault)| fault)?;
        Ok(tags.into_iter().collect())
    }

    /// As [`parse_list`](Self::parse_list), where at least one tag is needed.
    ///
    /// # Errors
    /// The fault of the first item that is no tag, or [`TextFault::Empty`] without items.
    pub fn parse_some(typed: &str) -> Result<Self, TextFault> {
        let tags = Self::parse_list(typed)?;
        if tags.0.is_empty() { Err(TextFault::Empty) } else { Ok(tags) }
    }

    /// The tags in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[Tag] {
        &self.0
    }

    /// Whether the tag is among them.
    #[must_use]
    pub fn contains(&self, tag: &Tag) -> bool {
        self.0.contains(tag)
    }

    /// These tags and more.
    #[must_use]
    pub fn with(&self, more: &[Tag]) -> Self {
        self.0.iter().chain(more).cloned().collect()
    }

    /// These tags without some.
    #[must_use]
    pub fn without(&self, gone: &[Tag]) -> Self {
        self.0.iter().filter(|tag| !gone.contains(tag)).cloned().collect()
    }
}

//! The names of people, accounts, teams and the organization.

use std::rc::Rc;

use super::{
    Comparison, FoldKey, TextRule, Unique, check_length, decompose, is_default_ignorable, is_forbidden_in_names,
    is_mark, prepare, text_newtype,
};
use crate::TextFault;

/// A username, or the name of a service account or a team: 1 to 128 ASCII letters, digits, `-`, `_` or `.` (R). The
/// three share one namespace, and case does not matter in it (R).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(Rc<str>);

text_newtype!(AccountName);

impl AccountName {
    /// The maximum number of characters.
    pub const LIMIT: usize = 128;

    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        const RULE: TextRule = TextRule {
            forbidden: |c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')),
            limit: AccountName::LIMIT,
        };
        RULE.check(text).map(Self)
    }

    /// The key of comparison.
    #[must_use]
    pub fn key(&self) -> FoldKey {
        FoldKey::of(&self.0)
    }
}

/// An email address that a browser accepts in a field of the type `email`, also with letters of other scripts than the Latin
/// one, and with at most 320 characters. It is unique in the organization (R).
#[derive(Clone, Debug)]
pub struct Email {
    text: Rc<str>,
    comparison: Comparison,
}

impl Email {
    /// The maximum number of characters: 64 before the `@`, and 255 after it.
    pub const LIMIT: usize = 320;

    /// Parses a typed address.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = prepare(text, |text| text.chars().find(|&c| c != '@' && !is_allowed_in_addresses(c)))?;
        let is_valid = text.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && !domain.contains('@') && domain.split('.').all(is_domain_label)
        });
        if !is_valid {
            return Err(TextFault::Malformed);
        }
        check_length(&text, Self::LIMIT)?;
        Ok(Self { text: text.into(), comparison: Comparison::Current })
    }

    /// Takes a stored address without a check, as of a record of an earlier program.
    pub(crate) fn new_unchecked(text: &str) -> Self {
        Self { text: text.into(), comparison: Comparison::Former }
    }

    /// A stored address, compared as its record says.
    pub(crate) fn compared(self, comparison: Comparison) -> Self {
        Self { comparison, ..self }
    }

    /// The text, trimmed and normalized.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The key of comparison: it ignores case, and whether the domain is written in Unicode or as `xn--…` (R).
    #[must_use]
    pub fn key(&self) -> FoldKey {
        Self::key_of(&self.text)
    }

    /// The key of an address that is looked for.
    #[must_use]
    pub fn key_of(text: &str) -> FoldKey {
        let key = FoldKey::of(text);
        // Only such a domain has two forms.
        let Some((local, domain)) = key.as_str().rsplit_once('@') else { return key };
        if domain.is_ascii() && !domain.contains("xn--") {
            return key;
        }
        match idna::domain_to_unicode(domain) {
            (domain, Ok(())) => FoldKey::of(&format!("{local}@{domain}")),
            _ => key,
        }
    }

    /// Whether W&B refuses the address, because it contains a letter with a diacritic (D26).
    #[must_use]
    pub fn is_refused_by_wandb(&self) -> bool {
        // These letters do not decompose into a plain one and a mark.
        const STROKES: [char; 12] = ['ø', 'Ø', 'ł', 'Ł', 'đ', 'Đ', 'ħ', 'Ħ', 'ŧ', 'Ŧ', 'ƶ', 'Ƶ'];
        decompose(&self.text).contains(|c| matches!(c, '\u{300}'..='\u{36f}') || STROKES.contains(&c))
    }
}

impl Unique for Email {
    fn compared_by(&self) -> (&str, FoldKey, Comparison) {
        (&self.text, self.key(), self.comparison)
    }
}

/// Equality compares the exact text. Uniqueness compares the keys.
impl PartialEq for Email {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Email {}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// A letter or digit of any script, or one of the characters that HTML lists for the part before the `@`.
fn is_allowed_in_addresses(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(character);
    }
    !is_default_ignorable(character) && (character.is_alphanumeric() || is_mark(character))
}

/// One to 63 letters, digits and `-`, without a `-` at the ends. A label in another script counts by its `xn--` form.
fn is_domain_label(label: &str) -> bool {
    if !label.is_ascii() {
        // The mapping can make other characters of a letter, such as `(1)` of `⑴`.
        return idna::domain_to_ascii(label).is_ok_and(|ascii| ascii.is_ascii() && is_domain_label(&ascii));
    }
    let is_in_label = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (1..=63).contains(&label.len())
        && label.chars().all(is_in_label)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Display names are visible, on one line, and have at most 128 characters (R).
const DISPLAY_NAME: TextRule = TextRule { forbidden: is_forbidden_in_names, limit: 128 };

/// The display name of a person: 1 to 128 characters, not unique (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(Rc<str>);

text_newtype!(PersonName);

impl PersonName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        DISPLAY_NAME.check(text).map(Self)
    }
}

/// The name of the organization: 1 to 128 characters (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationName(Rc<str>);

text_newtype!(OrganizationName);

impl OrganizationName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        DISPLAY_NAME.check(text).map(Self)
    }
}

/// The name of a checkpoint: 1 to 128 characters, not unique (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointName(Rc<str>);

text_newtype!(CheckpointName);

impl CheckpointName {
    /// Parses a typed name.
    ///
    /// # Errors
    /// The first fault in the order of [`TextFault`].
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        DISPLAY_NAME.check(text).map(Self)
    }

    /// Takes a name from the log, without a check: an accepted text is never refused later.
    #[must_use]
    pub fn from_stored(text: &str) -> Self {
        Self::new_unchecked(text)
    }
}

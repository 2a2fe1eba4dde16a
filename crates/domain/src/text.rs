//! Normalization, comparison and measurement of text. It knows Unicode and nothing of registries.

pub mod account;
pub mod artifact_type;
pub mod catalog;
pub mod description;
pub mod fault;
pub mod list;
pub mod lookalike;
pub mod metadata;
pub mod name;
pub mod path;

use std::fmt;
use std::rc::Rc;

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointSetData};

use crate::TextFault;

/// Trims a text and composes it (normalization form C). Every kind of text is prepared this way (R).
#[must_use]
pub fn normalize(text: &str) -> String {
    nfc(trim(text))
}

/// Trims Unicode white space and invisible characters, which copied texts often have at their ends (R).
#[must_use]
pub fn trim(text: &str) -> &str {
    // Most texts begin and end in ASCII, which needs no Unicode table.
    text.trim_matches(|c: char| c.is_whitespace() || (!c.is_ascii() && is_default_ignorable(c)))
}

fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// The text in parts (normalization form D): an accented letter as a letter and a mark, a Hangul syllable as its letters.
#[must_use]
pub fn decompose(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

/// Whether the character changes the direction of the text around it (Unicode `Bidi_Control`).
#[must_use]
pub fn is_bidi_control(character: char) -> bool {
    CodePointSetData::new::<BidiControl>().contains(character)
}

/// Whether the character is invisible by default (Unicode `Default_Ignorable_Code_Point`).
#[must_use]
pub fn is_default_ignorable(character: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

/// Whether the character is one of Unicode's dashes: the category `Dash_Punctuation`, and the minus sign.
fn is_dash(character: char) -> bool {
    character == '\u{2212}'
        || CodePointMapData::<GeneralCategory>::new().get(character) == GeneralCategory::DashPunctuation
}

/// Whether the character is a letter or belongs to one, as vowel signs and accents do.
pub(crate) fn is_letter_or_mark(character: char) -> bool {
    character.is_alphabetic() || is_mark(character)
}

/// Whether `\w` in the patterns of the client's models matches the character. Their engine is Rust's; Python's matches no marks.
pub(crate) fn is_word_character(character: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    is_letter_or_mark(character)
        || matches!(category, GeneralCategory::DecimalNumber | GeneralCategory::ConnectorPunctuation)
        || matches!(character, '\u{200c}' | '\u{200d}')
}

/// Whether the character belongs to the one before it, as accents do (Unicode `Mark`).
#[must_use]
pub fn is_mark(character: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(character))
}

/// Whether the character leaves a mark: not white space, not a control character, not default-ignorable, and not the
/// blank Braille pattern, which has no dots.
#[must_use]
pub fn is_visible(character: char) -> bool {
    const BRAILLE_BLANK: char = '\u{2800}';
    !character.is_whitespace()
        && !character.is_control()
        && !is_default_ignorable(character)
        && character != BRAILLE_BLANK
}

/// A key of comparison: equal for texts that differ only in case, in normalization, or in invisible characters.
///
/// Default-ignorable characters are dropped, then the text is case-folded (full Unicode folding) and composed (R).
/// `Straße` and `STRASSE` have the same key, and so have `ﬁne` and `FINE`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldKey(Rc<str>);

impl FoldKey {
    /// Computes the key of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Most texts are ASCII. One pass over the bytes saves three passes through the Unicode tables.
        if text.is_ascii() {
            return Self(text.to_ascii_lowercase().into());
        }
        // Compose after the filter, because an invisible character can keep combining marks from being reordered.
        let shown: String = text.chars().filter(|&c| !is_default_ignorable(c)).collect();
        Self(nfc(&CaseMapper::new().fold_string(&nfc(&shown))).into())
    }

    /// The folded text, for searching in it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FoldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key that decides whether a text is taken. A stricter key must not change the outcome of a record that an earlier program
/// wrote, so a stored text is compared as its record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// By the [`FoldKey`] of the whole text, as in records of earlier programs.
    Former,
    /// By the key of its kind. A new text is always compared so, also with the texts of earlier records.
    Current,
}

/// A text that is unique in the organization by a key of its kind.
pub(crate) trait Unique {
    /// The text, its key, and how it is compared.
    fn compared_by(&self) -> (&str, FoldKey, Comparison);

    /// The comparison that a record must name for the text. It says nothing if both keys are the same.
    fn comparison_to_store(&self) -> Comparison {
        let (text, key, comparison) = self.compared_by();
        if FoldKey::of(text) == key { Comparison::Former } else { comparison }
    }

    /// Whether both texts cannot exist in one organization. The keys decide; between two texts of earlier records, the keys
    /// that those records were reviewed by.
    fn excludes(&self, other: &Self) -> bool {
        let (one, one_key, one_comparison) = self.compared_by();
        let (other, other_key, other_comparison) = other.compared_by();
        let is_former = one_comparison == Comparison::Former && other_comparison == Comparison::Former;
        one_key == other_key && (!is_former || FoldKey::of(one) == FoldKey::of(other))
    }
}

/// The forbidden characters and the length limit of one kind of text.
pub(crate) struct TextRule {
    pub forbidden: fn(char) -> bool,
    pub limit: usize,
}

impl TextRule {
    /// Normalizes a text and checks it: for emptiness, then forbidden characters, then length.
    pub fn check(&self, text: &str) -> Result<Rc<str>, TextFault> {
        let text = prepare(text, |text| text.chars().find(|&c| (self.forbidden)(c)))?;
        check_length(&text, self.limit)?;
        Ok(text.into())
    }
}

/// Normalizes a text, and refuses one that shows nothing or has a forbidden character.
pub(crate) fn prepare(text: &str, first_forbidden: impl Fn(&str) -> Option<char>) -> Result<String, TextFault> {
    let text = normalize(text);
    if !text.chars().any(is_visible) {
        return Err(TextFault::Empty);
    }
    first_forbidden(&text).map_or(Ok(text), |character| Err(TextFault::Forbidden(character)))
}

/// Refuses a normalized text of more than `limit` characters.
pub(crate) fn check_length(text: &str, limit: usize) -> Result<(), TextFault> {
    match text.chars().count().checked_sub(limit) {
        None | Some(0) => Ok(()),
        Some(by) => Err(TextFault::TooLong { by, limit }),
    }
}

/// Whether the character is forbidden in every name: control characters, bidirectional controls, and the separators of
/// lines and paragraphs (R).
pub(crate) fn is_forbidden_in_names(character: char) -> bool {
    character.is_control() || is_bidi_control(character) || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Whether the character is forbidden in the names of registries and projects: by the client (S), or in every name.
pub(crate) fn is_forbidden_in_registry_names(character: char) -> bool {
    matches!(character, '/' | '\\' | '#' | '?' | '%' | ':') || is_forbidden_in_names(character)
}

/// The methods that all newtypes over normalized text share.
macro_rules! text_newtype {
    ($name:ident) => {
        impl $name {
            /// The text, trimmed and normalized.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Takes a stored text without a check, because an accepted text is never refused later.
            pub(crate) fn new_unchecked(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(crate) use text_newtype;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_same(one: &str, other: &str, same: bool) {
        assert_eq!(FoldKey::of(one) == FoldKey::of(other), same, "{one:?} and {other:?}");
    }

    #[test]
    fn case_folding_is_full() {
        check_same("Straße", "STRASSE", true);
        check_same("ﬁne", "FINE", true);
        check_same("ΌΣΟΣ", "όσος", true);
        check_same("İ", "i", false);
    }

    #[test]
    fn composed_and_decomposed_texts_are_the_same() {
        check_same("é", "e\u{301}", true);
        check_same("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", true);
    }

    #[test]
    fn invisible_characters_are_ignored() {
        check_same("mo\u{200b}del", "model", true);
        check_same("e\u{34f}\u{301}", "é", true);
        check_same("a b", "ab", false);
    }

    #[test]
    fn texts_are_composed_and_combining_marks_are_ordered() {
        for (typed, expected) in [
            ("  e\u{301} ", "é"),
            ("\u{feff} \u{200b}model\u{200b}\t\u{2060}", "model"),
            ("mo\u{200b}del", "mo\u{200b}del"),
            ("\u{212b} \u{1f71}", "\u{c5} \u{3ac}"),
            ("q\u{307}\u{323}", "q\u{323}\u{307}"),
            // Unicode excludes these from composition (`Composition_Exclusion`).
            ("\u{958} \u{fb1d}", "\u{915}\u{93c} \u{5d9}\u{5b4}"),
        ] {
            assert_eq!(normalize(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn normalizing_twice_changes_nothing() {
        for text in ["  a ", "\u{2000}x\u{85}", "e\u{301}", "\u{1f71}", "\u{feff}a"] {
            let once = normalize(text);
            assert_eq!(normalize(&once), once, "{text:?}");
        }
    }
}

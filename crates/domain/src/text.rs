//! How every text is prepared, compared and measured. It knows Unicode and nothing of registries.

pub mod account;
pub mod artifact_type;
pub mod description;
pub mod fault;
pub mod name;

use std::fmt;
use std::rc::Rc;

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint};

use crate::TextFault;

/// The text without outer Unicode white space, in normalization form C: the same way for every kind of text (R).
#[must_use]
pub fn normalize(text: &str) -> String {
    nfc(text.trim())
}

fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Whether the character changes the direction of the text around it (Unicode `Bidi_Control`).
#[must_use]
pub fn is_bidi_control(character: char) -> bool {
    CodePointSetData::new::<BidiControl>().contains(character)
}

/// Whether the character normally shows nothing (Unicode `Default_Ignorable_Code_Point`).
#[must_use]
pub fn is_default_ignorable(character: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

/// Whether a reader sees something where the character stands: not white space, not a control character, not
/// default-ignorable, and not the blank Braille pattern, which has no dots.
#[must_use]
pub fn is_visible(character: char) -> bool {
    const BRAILLE_BLANK: char = '\u{2800}';
    !character.is_whitespace()
        && !character.is_control()
        && !is_default_ignorable(character)
        && character != BRAILLE_BLANK
}

/// What two texts have in common that differ only in case, in normalization, or in characters that show nothing.
///
/// Made by full Unicode case folding, then normalization form C; default-ignorable characters do not count (R). So
/// `Straße` and `STRASSE` have one key, and so have `ﬁne` and `FINE`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldKey(Rc<str>);

impl FoldKey {
    /// The key of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Most texts are ASCII: one pass over the bytes spares thousands of names three passes through the tables.
        if text.is_ascii() {
            return Self(text.to_ascii_lowercase().into());
        }
        // Composed after the filter, not before: what shows nothing can keep marks from being put in order.
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

/// The rule of one kind of text: which characters it may not contain and how long it may be.
pub(crate) struct TextRule {
    pub forbidden: fn(char) -> bool,
    pub limit: usize,
}

impl TextRule {
    /// Prepares a text and checks it: empty, then forbidden, then too long.
    pub fn check(&self, text: &str) -> Result<Rc<str>, TextFault> {
        let text = normalize(text);
        if !text.chars().any(is_visible) {
            return Err(TextFault::Empty);
        }
        if let Some(character) = text.chars().find(|&c| (self.forbidden)(c)) {
            return Err(TextFault::Forbidden(character));
        }
        check_length(&text, self.limit)?;
        Ok(text.into())
    }
}

/// Refuses a prepared text of more than `limit` characters.
pub(crate) fn check_length(text: &str, limit: usize) -> Result<(), TextFault> {
    match text.chars().count().checked_sub(limit) {
        None | Some(0) => Ok(()),
        Some(by) => Err(TextFault::TooLong { by, limit }),
    }
}

/// Whether the character may stand in no name at all: control characters, which nobody can see or type, those that turn
/// the direction of what follows, and the separators of lines and paragraphs (R).
pub(crate) fn is_unnameable(character: char) -> bool {
    character.is_control() || is_bidi_control(character) || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Gives a newtype over prepared text what all of them have: reading it, showing it, and taking it from storage.
macro_rules! text_newtype {
    ($name:ident) => {
        impl $name {
            /// The text, trimmed and normalized.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The value that was accepted once and stored: what was accepted is never refused later, so nothing is checked.
            pub(crate) fn accepted(text: &str) -> Self {
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
    fn what_shows_nothing_does_not_count() {
        check_same("mo\u{200b}del", "model", true);
        check_same("e\u{34f}\u{301}", "é", true);
        check_same("a b", "ab", false);
    }

    #[test]
    fn texts_are_composed_and_their_marks_put_in_order() {
        for (typed, expected) in [
            ("  e\u{301} ", "é"),
            ("\u{212b} \u{1f71}", "\u{c5} \u{3ac}"),
            ("q\u{307}\u{323}", "q\u{323}\u{307}"),
            // Composition leaves these apart (Unicode `Composition_Exclusion`).
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

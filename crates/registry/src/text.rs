//! How every text is prepared, compared and measured. It knows Unicode and nothing of registries.

use std::fmt;
use std::rc::Rc;

use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint};

use crate::TextFault;

/// The text without outer Unicode white space, in normalization form C: the same way for every kind of text (R).
#[must_use]
pub fn normalize(text: &str) -> String {
    nfc(text.trim())
}

/// The text in normalization form C. Most texts are ASCII, and those are in it.
fn nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { compose(text) }
}

#[cfg(feature = "unicode")]
fn compose(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

#[cfg(feature = "unicode")]
fn fold(text: &str) -> String {
    icu_casemap::CaseMapper::new().fold_string(text).into_owned()
}

#[cfg(not(feature = "unicode"))]
fn compose(text: &str) -> String {
    UNICODE.get().map_or_else(|| text.to_owned(), |unicode| (unicode.compose)(text))
}

#[cfg(not(feature = "unicode"))]
fn fold(text: &str) -> String {
    UNICODE.get().map_or_else(|| text.to_owned(), |unicode| (unicode.fold)(text))
}

#[cfg(not(feature = "unicode"))]
static UNICODE: std::sync::OnceLock<Unicode> = std::sync::OnceLock::new();

/// What of Unicode takes large tables.
#[cfg(not(feature = "unicode"))]
pub struct Unicode {
    /// Brings a text into normalization form C.
    pub compose: fn(&str) -> String,
    /// Makes of texts the same exactly if full case folding does. Of an ASCII letter it makes the lower-case one.
    pub fold: fn(&str) -> String,
}

/// Says what knows Unicode. A browser does, and the tables that do without one are a tenth of the whole page; so the feature
/// `unicode`, which brings them, is left out there, and this is called before anything else. The first call counts. Without
/// any, texts stay as they are.
#[cfg(not(feature = "unicode"))]
pub fn use_unicode(unicode: Unicode) {
    let _ = UNICODE.set(unicode);
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
        // Most texts are ASCII, and of thousands of names the tables would be asked for each letter.
        if text.is_ascii() {
            return Self(text.to_ascii_lowercase().into());
        }
        // Composed after the filter, not before: what shows nothing can keep marks from being put in order.
        let shown: String = text.chars().filter(|&c| !is_default_ignorable(c)).collect();
        Self(nfc(&fold(&nfc(&shown))).into())
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
    fn normalizing_twice_changes_nothing() {
        for text in ["  a ", "\u{2000}x\u{85}", "e\u{301}", "\u{1f71}", "\u{feff}a"] {
            let once = normalize(text);
            assert_eq!(normalize(&once), once, "{text:?}");
        }
    }
}

//! The client's validator of types, which is stricter than Registrar's rule.

use super::literal::is_mark;

/// Whether the client accepts the type: `ArtifactTypeInput` has the pattern `^[-\w]+([ ]*[-.\w]+)*$` (S). The first character
/// is a letter, a digit, `-` or `_`. The others may also be `.` and spaces.
///
/// A comparison of all characters shows that the client refuses every type that this function refuses. It also refuses some
/// rare numerals and new letters that this function accepts. The client reports these before it calls the server.
pub(super) fn accepts_type(text: &str) -> bool {
    !text.starts_with(['.', ' ']) && text.chars().all(|c| matches!(c, ' ' | '.' | '-') || is_word(c))
}

/// The characters of `\w`: letters, digits, marks, connectors, and the two joiners.
fn is_word(character: char) -> bool {
    (character.is_alphanumeric() && !is_numeral(character))
        || is_connector(character)
        || is_mark(character)
        || is_spacing_mark(character)
}

/// Common numerals that are not digits: superscripts, fractions, circled and bracketed numbers.
fn is_numeral(character: char) -> bool {
    !character.is_alphabetic()
        && matches!(character, '\u{b2}'..='\u{be}' | '\u{2070}'..='\u{215f}' | '\u{2460}'..='\u{2793}')
}

/// Connector punctuation (Unicode `Pc`) and the joiners.
fn is_connector(character: char) -> bool {
    matches!(
        character,
        '_' | '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'
            ..='\u{fe4f}' | '\u{ff3f}'
    )
}

/// The five spacing marks that are not alphabetic in Unicode.
fn is_spacing_mark(character: char) -> bool {
    matches!(character, '\u{f3e}' | '\u{f3f}' | '\u{1ce1}' | '\u{1cf7}' | '\u{abec}')
}

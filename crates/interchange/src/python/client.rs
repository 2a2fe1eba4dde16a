//! What the client's own validators take, where that is less than Registrar does.

use super::literal::is_mark;

/// Whether the client takes the type: `ArtifactTypeInput` has the pattern `^[-\w]+([ ]*[-.\w]+)*$` (S). So it begins
/// with a letter, a digit, `-` or `_`, and goes on with those, `.` and spaces.
///
/// Compared for every character: what is refused here is refused there. The other way round, some rare numerals, and
/// letters younger than the client's tables, pass here and are refused there, before the server is asked for anything.
pub(super) fn takes_type(text: &str) -> bool {
    !text.starts_with(['.', ' ']) && text.chars().all(|c| matches!(c, ' ' | '.' | '-') || is_word(c))
}

/// What a pattern's `\w` stands for: letters, digits, marks, connectors, and the two joiners.
fn is_word(character: char) -> bool {
    (character.is_alphanumeric() && !is_numeral(character))
        || is_connector(character)
        || is_mark(character)
        || is_spacing_mark(character)
}

/// Numerals that are no digits: superscripts, fractions, and those in circles and brackets, of the common ones.
fn is_numeral(character: char) -> bool {
    !character.is_alphabetic()
        && matches!(character, '\u{b2}'..='\u{be}' | '\u{2070}'..='\u{215f}' | '\u{2460}'..='\u{2793}')
}

/// The punctuation that joins words (Unicode `Pc`), and the joiners.
fn is_connector(character: char) -> bool {
    matches!(
        character,
        '_' | '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'
            ..='\u{fe4f}' | '\u{ff3f}'
    )
}

/// The five marks that are no letters to Unicode, and take a place of their own.
fn is_spacing_mark(character: char) -> bool {
    matches!(character, '\u{f3e}' | '\u{f3f}' | '\u{1ce1}' | '\u{1cf7}' | '\u{abec}')
}

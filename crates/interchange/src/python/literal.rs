//! Text as a string literal of Python 3.

use domain::is_visible;

/// The text as a literal of Python 3, in double quotes and on one line. Python reads exactly the same text from it.
///
/// The literal has no hidden content. It escapes invisible characters, bidirectional controls, all line ends, and marks
/// without a letter, which would combine with the quote. Letters of all scripts and emoji stay unescaped.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    // Whether the previous character can carry a mark.
    let mut can_carry_mark = false;
    for character in text.chars() {
        let is_plain = match character {
            '"' | '\\' => {
                literal.push('\\');
                true
            }
            ' '..='~' => true,
            _ if character.is_ascii() => false,
            _ if can_carry_mark => is_visible(character) && is_printed_after(character),
            _ => is_visible(character) && is_printed_first(character),
        };
        can_carry_mark = is_plain;
        if is_plain { literal.push(character) } else { escape(&mut literal, character) }
    }
    literal.push('"');
    literal
}

/// Writes a character as the shortest escape of Python.
fn escape(literal: &mut String, character: char) {
    let number = u32::from(character);
    let (letter, digits) = match character {
        '\n' => ('n', 0),
        '\r' => ('r', 0),
        '\t' => ('t', 0),
        _ if number <= 0xff => ('x', 2),
        _ if number <= 0xffff => ('u', 4),
        _ => ('U', 8),
    };
    literal.push('\\');
    literal.push(letter);
    for position in (0..digits).rev() {
        literal.extend(char::from_digit((number >> (4 * position)) & 0xf, 16));
    }
}

/// Whether the character is a combining mark. The standard library does not expose its table, but `escape_debug` escapes a
/// mark only at the beginning of a text.
pub(super) fn is_mark(character: char) -> bool {
    is_printed_after(character) && !is_printed_first(character)
}

/// Whether `escape_debug` prints the character at the beginning of a text.
fn is_printed_first(character: char) -> bool {
    character.escape_debug().nth(1).is_none()
}

/// Whether `escape_debug` prints the character after a letter.
fn is_printed_after(character: char) -> bool {
    let text: String = ['a', character].iter().collect();
    text.escape_debug().nth(2).is_none()
}

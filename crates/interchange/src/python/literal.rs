//! Text as a string literal of Python 3. It knows nothing of registries.

use domain::is_visible;

/// The text as a literal of Python 3, in double quotes and on one line. Python reads it as exactly that text.
///
/// What shows in the script is all that there is: whatever shows nothing, turns the direction of what follows
/// (bidirectional controls), ends a line somewhere, or would sit on the quote before it (a mark without a letter) is
/// written as an escape. Letters of every script, and emoji, stay as they are.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    // Whether the character before is one that a mark may sit on.
    let mut shown = false;
    for character in text.chars() {
        let plain = match character {
            '"' | '\\' => {
                literal.push('\\');
                true
            }
            ' '..='~' => true,
            _ if character.is_ascii() => false,
            _ => is_visible(character) && if shown { is_printed_after(character) } else { is_printed_first(character) },
        };
        shown = plain;
        if plain { literal.push(character) } else { escape(&mut literal, character) }
    }
    literal.push('"');
    literal
}

/// Writes a character by its number, in as many digits as Python asks for.
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
    for place in (0..digits).rev() {
        literal.extend(char::from_digit((number >> (4 * place)) & 0xf, 16));
    }
}

/// Whether the character only changes the one before it. The standard library keeps the table to itself, but shows such
/// a character as it is when it follows another, and as a number when it stands first.
pub(super) fn is_mark(character: char) -> bool {
    is_printed_after(character) && !is_printed_first(character)
}

/// Whether the character shows something at the beginning of a text.
fn is_printed_first(character: char) -> bool {
    character.escape_debug().nth(1).is_none()
}

/// Whether the character shows something after another.
fn is_printed_after(character: char) -> bool {
    let text: String = ['a', character].iter().collect();
    text.escape_debug().nth(2).is_none()
}

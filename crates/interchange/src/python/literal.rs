//! Text as a string literal of Python 3, and as a comment.

use domain::{decompose, is_mark};

/// The text as a literal of Python 3, in double quotes and on one line. Python reads exactly the same text from it.
///
/// The literal is ASCII, so that a script starts in any encoding of its file: Python refuses a file with bytes that are
/// not UTF-8, also in comments.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            ' '..='~' => literal.push(character),
            _ => escape(&mut literal, character),
        }
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

/// A comment to put behind a literal that has escapes: the text in Latin letters, such as `  # eumseong model`. It is empty
/// if there are no escapes, or no letters to show.
pub(super) fn spelled(text: &str) -> String {
    if text.chars().all(|character| matches!(character, ' '..='~')) {
        return String::new();
    }
    // An accented letter becomes a letter and a mark, and a Hangul syllable its letters.
    let decomposed = decompose(text);
    let mut spelled = String::new();
    for character in decomposed.chars().filter(|character| !is_mark(*character)) {
        match character {
            ' '..='~' => spelled.push(character),
            _ => spelled.push_str(in_latin_letters(character)),
        }
    }
    let has_letters = spelled.chars().any(|character| character.is_ascii_alphanumeric());
    if has_letters { format!("  # {}", spelled.trim()) } else { String::new() }
}

/// A letter of Hangul by the Revised Romanization, without the changes of sounds between syllables; a Latin letter that is no
/// plain one with a mark; `?` for any other character.
fn in_latin_letters(character: char) -> &'static str {
    const INITIALS: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const VOWELS: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const FINALS: [&str; 27] = [
        "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
        "t", "k", "t", "p", "t",
    ];
    let letter_of = |letters: &[&'static str], first: u32| {
        let position = u32::from(character).checked_sub(first).and_then(|position| usize::try_from(position).ok());
        position.and_then(|position| letters.get(position).copied())
    };
    let hangul =
        letter_of(&INITIALS, 0x1100).or_else(|| letter_of(&VOWELS, 0x1161)).or_else(|| letter_of(&FINALS, 0x11a8));
    hangul.unwrap_or(match character {
        'Æ' => "AE",
        'æ' => "ae",
        'Œ' => "OE",
        'œ' => "oe",
        'ß' => "ss",
        'Ø' => "O",
        'ø' => "o",
        'Ł' => "L",
        'ł' => "l",
        'Đ' | 'Ð' => "D",
        'đ' | 'ð' => "d",
        'ı' => "i",
        '–' | '—' | '‐' | '‑' => "-",
        '‘' | '’' => "'",
        _ => "?",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_spelled(text: &str, expected: &str) {
        assert_eq!(spelled(text), expected);
    }

    #[test]
    fn a_text_with_escapes_is_spelled_in_latin_letters() {
        check_spelled("음성 model", "  # eumseong model");
        check_spelled("한지우", "  # hanjiu");
        check_spelled("Lucía Fernández", "  # Lucia Fernandez");
        check_spelled("Zieliński’s", "  # Zielinski's");
        check_spelled("plain", "");
        check_spelled("🚀", "");
        check_spelled("안\nimport os\r", "  # an?import os?");
    }
}

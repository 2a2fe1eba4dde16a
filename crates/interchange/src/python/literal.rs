//! Text as a string literal of Python 3, and as a comment.

/// The text as a literal of Python 3, in double quotes and on one line. Python reads exactly the same text from it.
///
/// The literal is ASCII, so that a script starts in whatever encoding it is saved: Python refuses a file with bytes that are
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
    let mut spelled = String::new();
    for character in text.chars() {
        match character {
            ' '..='~' => spelled.push(character),
            '가'..='힣' => romanize(&mut spelled, character),
            _ => spelled.push_str(unaccented(character)),
        }
    }
    let has_letters = spelled.chars().any(|character| character.is_ascii_alphanumeric());
    if has_letters { format!("  # {}", spelled.trim()) } else { String::new() }
}

/// Writes a Hangul syllable by the letters of the Revised Romanization, without the changes of sounds between syllables.
fn romanize(spelled: &mut String, syllable: char) {
    const INITIALS: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const VOWELS: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const FINALS: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ];
    let number = usize::try_from(u32::from(syllable)).unwrap_or_default().saturating_sub(0xac00);
    let letters = [INITIALS.get(number / (21 * 28)), VOWELS.get(number / 28 % 21), FINALS.get(number % 28)];
    spelled.extend(letters.into_iter().flatten().copied());
}

/// The letters of a Latin letter with a mark that are most common in names; `?` for any other character.
fn unaccented(character: char) -> &'static str {
    match character {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'Æ' => "AE",
        'æ' => "ae",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'Ď' | 'Đ' | 'Ð' => "D",
        'ď' | 'đ' | 'ð' => "d",
        'È'..='Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => "E",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'Ğ' | 'Ģ' => "G",
        'ğ' | 'ģ' => "g",
        'Ì'..='Ï' | 'Ī' | 'Į' | 'İ' => "I",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'Ľ' | 'Ĺ' | 'Ļ' | 'Ł' => "L",
        'ľ' | 'ĺ' | 'ļ' | 'ł' => "l",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => "N",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Ŕ' | 'Ř' => "R",
        'ŕ' | 'ř' => "r",
        'Ś' | 'Ş' | 'Š' | 'Ș' => "S",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'Ť' | 'Ţ' | 'Ț' => "T",
        'ť' | 'ţ' | 'ț' => "t",
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' | 'Ų' => "U",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'Ý' | 'Ÿ' => "Y",
        'ý' | 'ÿ' => "y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        '–' | '—' | '‐' | '‑' => "-",
        '‘' | '’' => "'",
        _ => "?",
    }
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

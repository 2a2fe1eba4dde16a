//! Finds characters that stand where no text of people's names has them. They are the sign of a wrong encoding.

/// Scripts whose letters do not share a word.
#[derive(Clone, Copy, PartialEq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Hangul,
    /// Chinese characters and Kana.
    Han,
    /// The narrow Kana of old Japanese programs.
    NarrowKana,
    Other,
}

/// Punctuation of names beyond ASCII.
const PUNCTUATION: &str = "’‘ʼ“”„«»‹›–—‐‑·・…、。「」『』（）《》〈〉，；：．＠／～！？\u{3000}№";

/// Whether a line has a character beyond ASCII that does not fit its neighbors.
pub(super) fn is_odd(line: &str) -> bool {
    let mut before: Option<char> = None;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        if is_impossible(character) || (!character.is_ascii() && is_odd_symbol(character, before, after)) {
            return true;
        }
        if before.is_some_and(|before| do_clash(before, character)) {
            return true;
        }
        before = Some(character);
    }
    false
}

/// Controls, lost characters and private ones.
fn is_impossible(character: char) -> bool {
    matches!(character, '\u{fffd}' | '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
        || (character.is_control() && !matches!(character, '\t' | '\r' | '\n' | '\u{1a}'))
}

/// Whether a character that is no letter touches one, or another character beyond ASCII, as in `Luc¡a`.
fn is_odd_symbol(character: char, before: Option<char>, after: Option<char>) -> bool {
    let touches = |neighbor: Option<char>| neighbor.is_some_and(|c| c.is_alphabetic() || !c.is_ascii());
    let is_mark = domain::is_default_ignorable(character) || is_combining(character);
    let is_letter = character.is_alphanumeric() || is_mark;
    if is_letter || PUNCTUATION.contains(character) {
        return false;
    }
    if character == '\u{a0}' {
        // Between words it is a blank, within one it is a letter of another encoding.
        return before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_lowercase);
    }
    !character.is_whitespace() && (touches(before) || touches(after))
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// Whether two neighbors are letters of different scripts, or a capital follows a small letter, and they are not both ASCII.
fn do_clash(one: char, other: char) -> bool {
    if (one.is_ascii() && other.is_ascii()) || !one.is_alphabetic() || !other.is_alphabetic() {
        return false;
    }
    alphabet(one) != alphabet(other) || (one.is_lowercase() && other.is_uppercase())
}

fn alphabet(letter: char) -> Alphabet {
    match letter {
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Alphabet::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Alphabet::Greek,
        '\u{400}'..='\u{52f}' => Alphabet::Cyrillic,
        '\u{590}'..='\u{5ff}' => Alphabet::Hebrew,
        '\u{600}'..='\u{6ff}' => Alphabet::Arabic,
        '\u{e00}'..='\u{e7f}' => Alphabet::Thai,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => Alphabet::Hangul,
        '々'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Alphabet::Han,
        '\u{ff61}'..='\u{ff9f}' => Alphabet::NarrowKana,
        _ => Alphabet::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_not_odd() {
        for name in [
            "Lucía Fernández",
            "Conor O’Neil",
            "김하늘 PM",
            "タナカ ユキ",
            "王小明",
            "Łukasz Żak",
            "Иван Петров",
            "JOSÉ",
            "Anna–Lena “Lo” Å",
            "Nguyễn",
            "สมชาย",
            "نوآ",
            "McDonald, José",
            "Dana\u{a0}Ortiz",
            "“정하은”",
            "이름,이메일",
        ] {
            assert!(!is_odd(name), "{name}");
        }
    }

    #[test]
    fn texts_in_a_wrong_encoding_are_odd() {
        for text in [
            "±èÇÏ´Ã",
            "Fern‡ndez",
            "Luc¡a",
            "Fern\u{a0}ndez",
            "JosŽ Lÿ£",
            "JosÃ©",
            "Fern醤dez",
            "Luc僘",
            "鰊ﾁﾎ",
            "Jos\u{82}",
            "M\u{fffd}ller",
            "ìDeeî",
            "JosÈ",
            "\u{e77b}",
        ] {
            assert!(is_odd(text), "{text}");
        }
    }
}

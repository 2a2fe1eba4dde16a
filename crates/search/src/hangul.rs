//! Decomposes Hangul syllables into their keystrokes, so that an incomplete syllable is a prefix of the complete one. Also
//! extracts initial consonants, which Koreans use for search.

/// The initial consonants of syllables.
const LEADS: [&str; 19] =
    ["ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

/// The vowels of syllables, in keystrokes.
const VOWELS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ",
    "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];

/// The final consonants of syllables, in keystrokes.
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ",
    "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// The single consonants (U+3131 to U+314E), in keystrokes.
const CONSONANTS: [&str; 30] = [
    "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄸ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ",
    "ㅁ", "ㅂ", "ㅃ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// The text with its syllables decomposed into letters.
pub fn letters(text: &str) -> String {
    decompose(text, false)
}

/// The text with each syllable replaced by its initial consonant. Empty if the text has no Hangul.
pub fn initials(text: &str) -> String {
    if text.chars().any(is_hangul) { decompose(text, true) } else { String::new() }
}

/// Whether the letters are only consonants and spaces. A query of such letters is a search for initial consonants.
pub fn is_consonants(letters: &str) -> bool {
    !letters.is_empty() && letters.chars().all(|c| matches!(c, '\u{3131}'..='\u{314e}' | ' '))
}

fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | '\u{3131}'..='\u{3163}' | '\u{1100}'..='\u{11ff}')
}

fn decompose(text: &str, initials_only: bool) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        let look_up = |table: &[&'static str], first: char| {
            let index = u32::from(c).checked_sub(u32::from(first)).and_then(|index| usize::try_from(index).ok());
            index.and_then(|index| table.get(index).copied())
        };
        match c {
            '가'..='힣' => {
                let index = (u32::from(c) - u32::from('가')) as usize;
                letters.push_str(LEADS.get(index / 588).copied().unwrap_or_default());
                if !initials_only {
                    letters.push_str(VOWELS.get(index / 28 % 21).copied().unwrap_or_default());
                    letters.push_str(FINALS.get(index % 28).copied().unwrap_or_default());
                }
            }
            '\u{3131}'..='\u{314e}' => letters.push_str(look_up(&CONSONANTS, '\u{3131}').unwrap_or_default()),
            '\u{314f}'..='\u{3163}' => letters.push_str(look_up(&VOWELS, '\u{314f}').unwrap_or_default()),
            // Single parts of syllables, as in a damaged text.
            '\u{1100}'..='\u{1112}' => letters.push_str(look_up(&LEADS, '\u{1100}').unwrap_or_default()),
            '\u{1161}'..='\u{1175}' => letters.push_str(look_up(&VOWELS, '\u{1161}').unwrap_or_default()),
            '\u{11a8}'..='\u{11c2}' => letters.push_str(look_up(&FINALS, '\u{11a7}').unwrap_or_default()),
            _ => letters.push(c),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_is_decomposed_into_its_keystrokes() {
        for (text, expected) in [
            ("모델", "ㅁㅗㄷㅔㄹ"),
            ("닭", "ㄷㅏㄹㄱ"),
            ("과의", "ㄱㅗㅏㅇㅡㅣ"),
            ("밖", "ㅂㅏㄲ"),
            ("힣", "ㅎㅣㅎ"),
            ("ㄳㅘ", "ㄱㅅㅗㅏ"),
            ("\u{1106}\u{1169}\u{11ba}", "ㅁㅗㅅ"),
            ("v2 모 a", "v2 ㅁㅗ a"),
            ("", ""),
        ] {
            assert_eq!(letters(text), expected, "{text}");
        }
    }

    #[test]
    fn each_syllable_is_replaced_by_its_initial_consonant() {
        for (text, expected) in
            [("음성 데이터셋", "ㅇㅅ ㄷㅇㅌㅅ"), ("v2 모델", "v2 ㅁㄷ"), ("ㅋㅋ", "ㅋㅋ"), ("Models", "")]
        {
            assert_eq!(initials(text), expected, "{text}");
        }
    }

    #[test]
    fn single_consonants_are_distinguished_from_syllables() {
        for (text, expected) in
            [("ㅁㄷ", true), ("ㅇㅅ ㄷ", true), ("ㄳ", true), ("모ㄷ", false), ("ㅏ", false), ("", false), ("m", false)]
        {
            assert_eq!(is_consonants(&letters(text)), expected, "{text}");
        }
    }

    #[test]
    fn every_character_can_be_decomposed() {
        for c in '\u{0}'..='\u{ffff}' {
            let text = c.to_string();
            assert!(!letters(&text).is_empty(), "{c:?}");
            assert_eq!(initials(&text).is_empty(), !is_hangul(c), "{c:?}");
        }
    }
}

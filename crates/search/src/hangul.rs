//! Hangul as it is typed: syllables taken apart into the keys that they are made of, so that one that is still being
//! typed is the beginning of the one that is meant; and the initial consonants, by which Koreans look things up.

/// What begins a syllable.
const LEADS: [&str; 19] =
    ["ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

/// What follows, key by key.
const VOWELS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ",
    "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];

/// What may end it, key by key.
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ",
    "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// The consonants that stand alone (U+3131 to U+314E), key by key.
const CONSONANTS: [&str; 30] = [
    "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄸ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ",
    "ㅁ", "ㅂ", "ㅃ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// The text letter by letter.
pub fn letters(text: &str) -> String {
    taken_apart(text, false)
}

/// Of each syllable the consonant that it begins with; everything else as it is. Empty if there is no Hangul.
pub fn initials(text: &str) -> String {
    if text.chars().any(is_hangul) { taken_apart(text, true) } else { String::new() }
}

/// Whether the letters are consonants, and nothing else but spaces: what is sought is initial consonants then.
pub fn is_consonants(letters: &str) -> bool {
    !letters.is_empty() && letters.chars().all(|c| matches!(c, '\u{3131}'..='\u{314e}' | ' '))
}

fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | '\u{3131}'..='\u{3163}' | '\u{1100}'..='\u{11ff}')
}

fn taken_apart(text: &str, initials_only: bool) -> String {
    let mut apart = String::with_capacity(text.len());
    for c in text.chars() {
        let of = |table: &[&'static str], first: char| {
            let place = u32::from(c).checked_sub(u32::from(first)).and_then(|place| usize::try_from(place).ok());
            place.and_then(|place| table.get(place).copied())
        };
        match c {
            '가'..='힣' => {
                let place = (u32::from(c) - u32::from('가')) as usize;
                apart.push_str(LEADS.get(place / 588).copied().unwrap_or_default());
                if !initials_only {
                    apart.push_str(VOWELS.get(place / 28 % 21).copied().unwrap_or_default());
                    apart.push_str(FINALS.get(place % 28).copied().unwrap_or_default());
                }
            }
            '\u{3131}'..='\u{314e}' => apart.push_str(of(&CONSONANTS, '\u{3131}').unwrap_or_default()),
            '\u{314f}'..='\u{3163}' => apart.push_str(of(&VOWELS, '\u{314f}').unwrap_or_default()),
            // Parts of syllables that make none, as a damaged text may hold.
            '\u{1100}'..='\u{1112}' => apart.push_str(of(&LEADS, '\u{1100}').unwrap_or_default()),
            '\u{1161}'..='\u{1175}' => apart.push_str(of(&VOWELS, '\u{1161}').unwrap_or_default()),
            '\u{11a8}'..='\u{11c2}' => apart.push_str(of(&FINALS, '\u{11a7}').unwrap_or_default()),
            _ => apart.push(c),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_falls_into_the_keys_it_is_typed_with() {
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
    fn initials_are_those_of_the_syllables() {
        for (text, expected) in
            [("음성 데이터셋", "ㅇㅅ ㄷㅇㅌㅅ"), ("v2 모델", "v2 ㅁㄷ"), ("ㅋㅋ", "ㅋㅋ"), ("Models", "")]
        {
            assert_eq!(initials(text), expected, "{text}");
        }
    }

    #[test]
    fn consonants_alone_are_told_from_syllables() {
        for (text, expected) in
            [("ㅁㄷ", true), ("ㅇㅅ ㄷ", true), ("ㄳ", true), ("모ㄷ", false), ("ㅏ", false), ("", false), ("m", false)]
        {
            assert_eq!(is_consonants(&letters(text)), expected, "{text}");
        }
    }

    #[test]
    fn every_character_can_be_taken_apart() {
        for c in '\u{0}'..='\u{ffff}' {
            let text = c.to_string();
            assert!(!letters(&text).is_empty(), "{c:?}");
            assert_eq!(initials(&text).is_empty(), !is_hangul(c), "{c:?}");
        }
    }
}

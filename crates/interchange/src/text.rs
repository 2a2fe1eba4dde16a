//! The forms in which other programs write a character, for the readers of files.

/// Full-width forms of ASCII characters as ASCII, as Korean and Japanese keyboards write `＠` and `．`.
pub(crate) fn narrow(text: &str) -> String {
    text.chars().map(narrow_char).collect()
}

fn narrow_char(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(character)
        }
        '。' | '｡' => '.',
        other => other,
    }
}

/// The key by which the file's words are compared: letters and digits only, in small letters. `E-mail` and `e mail` have
/// the same key.
pub(crate) fn word_key(text: &str) -> String {
    narrow(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

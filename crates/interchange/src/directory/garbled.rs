//! Names that another program read in a wrong encoding before it wrote the file, as in `JosÃ©` and `±èÇÏ´Ã`.

use encoding_rs::WINDOWS_1252;

use crate::encoding::Encoding;

/// The name that was meant, if a text looks like the bytes of UTF-8 or of a Korean table that were read as Windows-1252.
pub(super) fn meant(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(text);
    if is_lossy {
        return None;
    }
    if let Ok(meant) = std::str::from_utf8(&bytes) {
        return Some(meant.to_owned());
    }
    let (korean, is_damaged) = Encoding::KOREAN.decode(&bytes);
    let is_hangul = |c: char| c.is_ascii() || ('가'..='힣').contains(&c);
    // Western letters alone can be such pairs, as in `Ärzte`. Symbols within words are the sign.
    (!is_damaged && crate::encoding::looks_wrong(text) && korean.chars().all(is_hangul)).then_some(korean)
}

/// Whether a text is what a spreadsheet shows in the place of a value, such as `#REF!`.
pub(super) fn is_spreadsheet_error(text: &str) -> bool {
    const ERRORS: [&str; 9] =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#ERROR!"];
    ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_read_in_a_wrong_encoding_is_recognized() {
        for (text, name) in [
            ("JosÃ© GarcÃ\u{ad}a", Some("José García")),
            ("MÃ¼ller", Some("Müller")),
            ("ê¹€í•˜ëŠ˜", Some("김하늘")),
            ("±èÇÏ´Ã", Some("김하늘")),
            ("José García", None),
            ("Ärzte", None),
            ("Ã", None),
            ("O’Neil", None),
            ("김하늘", None),
            ("Dana", None),
        ] {
            assert_eq!(meant(text).as_deref(), name, "{text}");
        }
    }
}

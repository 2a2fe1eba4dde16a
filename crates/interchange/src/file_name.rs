//! The names of files.

use domain::{is_bidi_control, is_default_ignorable, is_visible};

/// The most bytes of an organization's name in a file name. File systems allow 255 bytes for the whole.
const MAX_BYTES: usize = 120;

/// A name for a file of an organization: `registrar-access-Lumen-Labs-2026-11-28.csv`. `kind` and `extension` are plain words,
/// `day` is a date.
///
/// It is valid in every common file system. Letters of all scripts stay as they are; spaces, and what Windows, macOS or a
/// shell do not take, become hyphens. A name of nothing else is left out.
#[must_use]
pub fn file_name(kind: &str, organization: &str, day: &str, extension: &str) -> String {
    let organization = file_name_part(organization);
    let parts = ["registrar", kind, organization.as_str(), day];
    let stem: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{extension}", stem.join("-"))
}

/// The part of a file name that a text becomes.
#[must_use]
pub fn file_name_part(text: &str) -> String {
    let mut safe = String::new();
    for character in text.chars().filter(|character| !is_default_ignorable(*character) && !is_bidi_control(*character))
    {
        let character = if is_allowed(character) { character } else { '-' };
        if safe.len() + character.len_utf8() > MAX_BYTES {
            break;
        }
        if !(character == '-' && safe.ends_with('-')) {
            safe.push(character);
        }
    }
    // A dot at the end is invisible before the date, and one at the beginning hides the rest.
    safe.trim_matches(['-', '.', ' ']).to_owned()
}

fn is_allowed(character: char) -> bool {
    const FORBIDDEN: &str = "<>:\"/\\|?*%~$&;'`!#^{}[]";
    is_visible(character) && !character.is_whitespace() && !character.is_control() && !FORBIDDEN.contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(organization: &str, expected: &str) {
        assert_eq!(file_name("access", organization, "2026-11-28", "csv"), expected);
    }

    #[test]
    fn a_file_name_has_the_organization_and_the_day() {
        check("Lumen Labs", "registrar-access-Lumen-Labs-2026-11-28.csv");
        check("등대 연구소", "registrar-access-등대-연구소-2026-11-28.csv");
        assert_eq!(file_name("", "Lumen", "2026-11-28", "json"), "registrar-Lumen-2026-11-28.json");
    }

    #[test]
    fn characters_that_file_systems_refuse_are_replaced() {
        check("a/b\\c:d*e?f\"g<h>i|j", "registrar-access-a-b-c-d-e-f-g-h-i-j-2026-11-28.csv");
        check("../../etc", "registrar-access-etc-2026-11-28.csv");
        check("Acme & Co.", "registrar-access-Acme-Co-2026-11-28.csv");
        check("\u{202e}gnp.\u{200b}x\u{2028}\t", "registrar-access-gnp.x-2026-11-28.csv");
        check("???", "registrar-access-2026-11-28.csv");
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let name = file_name("access", &"가".repeat(128), "2026-11-28", "csv");
        assert_eq!(name, format!("registrar-access-{}-2026-11-28.csv", "가".repeat(40)));
        assert!(file_name("access", &"🚀a".repeat(64), "2026-11-28", "csv").len() < 200);
    }
}

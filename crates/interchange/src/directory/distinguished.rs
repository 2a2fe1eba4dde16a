//! Distinguished names of directory servers (RFC 4514), as in `CN=Jane Doe,OU=Research,DC=corp`. Only their first part is a name
//! of a person or a group here.

use domain::trim;

/// The keys of the part that names a person or a group.
const NAMING_KEYS: [&str; 3] = ["cn", "uid", "ou"];

/// The keys of parts.
const KEYS: [&str; 9] = ["cn", "uid", "ou", "o", "dc", "c", "l", "st", "street"];

/// The first parts of the names in a cell, or `None` if the cell is an ordinary text. A cell can have several names, separated
/// like teams, or by the comma between their parts.
pub(super) fn common_names(text: &str) -> Option<Vec<String>> {
    if !text.contains('=') {
        return None;
    }
    let mut names = Vec::new();
    // The key of the part before, or `None` at the beginning of a name.
    let mut before: Option<String> = None;
    for (part, is_end) in parts(text) {
        if !trim(part).is_empty() {
            let (key, value) = trim(part).split_once('=')?;
            let key = trim(key).to_ascii_lowercase();
            if !KEYS.contains(&key.as_str()) {
                return None;
            }
            // The domain is last, so another part behind it begins the next name.
            if before.as_ref().is_none_or(|before| before == "dc" && key != "dc") {
                if !NAMING_KEYS.contains(&key.as_str()) {
                    return None;
                }
                names.push(unescaped(trim(value)));
            }
            before = Some(key);
        }
        if is_end {
            before = None;
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The parts between separators without a backslash before them, and whether a name ends with each.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut is_escaped = false;
    for (index, character) in text.char_indices() {
        if !is_escaped && matches!(character, ',' | ';' | '|' | '\n' | '\r') {
            parts.push((text.get(start..index).unwrap_or_default(), character != ','));
            start = index + character.len_utf8();
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    parts.push((text.get(start..).unwrap_or_default(), true));
    parts
}

/// A value without its backslashes: before a character, or before the two digits of a byte.
fn unescaped(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some(index) = rest.find('\\') {
        bytes.extend(rest.get(..index).unwrap_or_default().as_bytes());
        rest = rest.get(index + 1..).unwrap_or_default();
        if let Some(byte) = rest.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = rest.get(2..).unwrap_or_default();
        }
    }
    bytes.extend(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_of_each_distinguished_name_is_its_name() {
        for (text, expected) in [
            ("CN=Jane Doe,OU=Research,DC=corp,DC=example", Some(vec!["Jane Doe"])),
            ("cn = vision", Some(vec!["vision"])),
            (r"CN=Doe\, Jane,CN=Users,DC=corp", Some(vec!["Doe, Jane"])),
            (r"CN=Luc\C3\ADa,OU=x", Some(vec!["Lucía"])),
            ("uid=dana,ou=people,dc=x", Some(vec!["dana"])),
            ("CN=vision,OU=G,DC=x;CN=platform,OU=G,DC=x", Some(vec!["vision", "platform"])),
            ("CN=vision,OU=G,DC=x,DC=y,CN=platform,OU=G,DC=x,DC=y", Some(vec!["vision", "platform"])),
            ("CN=vision|CN=speech", Some(vec!["vision", "speech"])),
            ("vision,platform", None),
            ("a=b", None),
            ("l=b", None),
            ("O=G", None),
            ("dc=x,cn=a", None),
            ("=1+1", None),
            ("CN=vision,platform", None),
            ("", None),
        ] {
            let expected = expected.map(|names| names.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(common_names(text), expected, "{text}");
        }
    }
}

//! Lists of teams in one cell: separated, or an array of JSON, as programs write what contains a separator.

use std::borrow::Cow;

use domain::trim;

use super::TEAM_SEPARATORS;

/// The items of a list. None is empty.
pub(super) fn items(cell: &str) -> Vec<Cow<'_, str>> {
    let array = if cell.starts_with('[') { serde_json::from_str::<Vec<String>>(cell).ok() } else { None };
    let items: Vec<Cow<str>> = match array {
        Some(array) => array.into_iter().map(|item| Cow::Owned(trim(&item).to_owned())).collect(),
        None => cell.split(TEAM_SEPARATORS).map(|item| Cow::Borrowed(trim(item.trim_matches(is_mark)))).collect(),
    };
    items.into_iter().filter(|item| !item.is_empty()).collect()
}

/// Whether a cell is the type of a list, which PowerShell writes if the items are not joined.
pub(super) fn is_type(cell: &str) -> bool {
    (cell.starts_with("System.") && cell.ends_with("[]")) || cell.ends_with(".ADPropertyValueCollection")
}

/// Arrays of other programs have quotes of their own, such as `['ml', 'vision']`. No name of a team contains these characters.
fn is_mark(character: char) -> bool {
    matches!(character, '[' | ']' | '"' | '\'') || character.is_whitespace()
}

/// The cell of a list.
pub(super) fn cell(items: &[Cow<'_, str>]) -> String {
    if items.iter().any(|item| item.contains(TEAM_SEPARATORS)) {
        // Only a device refuses texts.
        return serde_json::to_string(items).unwrap_or_default();
    }
    items.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_separators_or_are_arrays() {
        for (cell, expected) in [
            ("vision|speech; ml，a", vec!["vision", "speech", "ml", "a"]),
            ("[\"ml\", \"vision\"]", vec!["ml", "vision"]),
            ("['ml', 'vision']", vec!["ml", "vision"]),
            ("[\"Sales, EMEA\",\"ml\"]", vec!["Sales, EMEA", "ml"]),
            ("[\"Sales, EMEA\"", vec!["Sales", "EMEA"]),
            ("[1, 2]", vec!["1", "2"]),
            ("|", vec![]),
        ] {
            assert_eq!(items(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_cell_has_the_items_of_its_list() {
        for list in [vec!["a", "b"], vec!["Sales, EMEA", "b"], vec!["a|b"], vec!["x \"y\" | z"], vec![]] {
            let list: Vec<Cow<str>> = list.into_iter().map(Cow::Borrowed).collect();
            assert_eq!(items(&cell(&list)), list);
        }
    }
}

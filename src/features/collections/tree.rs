//! Metadata as the rows of a tree. Values keep the text that was logged. A text is shown without its quotes, unless it could then
//! be taken for another value: `3` is a number, and `"3"` is a text.

use indexmap::IndexMap;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

/// A row of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number of entries around it.
    pub depth: usize,
    pub key: String,
    /// The keys from the top, separated by dots.
    pub path: String,
    /// The value as it was logged, so that numbers keep their digits; empty for an object or a list that contains something. It is
    /// the JSON of a value of any kind, or no JSON and then a text.
    pub value: String,
}

/// All entries, each before what it contains.
pub fn entries(json: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    add_entries(json, "", 0, &mut entries);
    entries
}

fn add_entries(json: &str, path: &str, depth: usize, entries: &mut Vec<Entry>) {
    let children: Vec<(String, Box<RawValue>)> = match json.trim_start().chars().next() {
        Some('{') => {
            let object: IndexMap<String, Box<RawValue>> = serde_json::from_str(json).unwrap_or_default();
            object.into_iter().collect()
        }
        Some('[') => {
            let list: Vec<Box<RawValue>> = serde_json::from_str(json).unwrap_or_default();
            list.into_iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => return,
    };
    for (key, value) in children {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let json = value.get().trim();
        let contains = json.starts_with(['{', '[']) && json != "{}" && json != "[]";
        let value = if contains { String::new() } else { shown(json) };
        entries.push(Entry { depth, key, path: path.clone(), value });
        if contains {
            add_entries(json, &path, depth + 1, entries);
        }
    }
}

/// The value without its quotes, if it is a text that is no JSON without them.
fn shown(json: &str) -> String {
    let text = serde_json::from_str::<String>(json).ok();
    let is_json = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    text.filter(|text| !text.is_empty() && !is_json(text)).unwrap_or_else(|| json.to_owned())
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[track_caller]
    fn check_rows(json: &str, rows: &[(usize, &str, &str)]) {
        let entries = entries(json);
        let found: Vec<_> =
            entries.iter().map(|entry| (entry.depth, entry.path.as_str(), entry.value.as_str())).collect();
        assert_eq!(found, rows);
    }

    #[test]
    fn a_tree_lists_each_entry_before_what_it_contains() {
        check_rows(
            r#"{"b": {"loss": 0.10, "tags": ["x", null]}, "a": {}}"#,
            &[
                (0, "b", ""),
                (1, "b.loss", "0.10"),
                (1, "b.tags", ""),
                (2, "b.tags.0", "x"),
                (2, "b.tags.1", "null"),
                (0, "a", "{}"),
            ],
        );
    }

    #[test]
    fn numbers_keep_their_digits() {
        check_rows(r#"{"n": 12345678901234567890.000}"#, &[(0, "n", "12345678901234567890.000")]);
    }

    #[test]
    fn a_text_that_reads_like_another_value_keeps_its_quotes() {
        check_rows(
            r#"{"a": "3", "b": 3, "c": "null", "d": "", "e": "\"x\"", "f": "3 epochs"}"#,
            &[
                (0, "a", r#""3""#),
                (0, "b", "3"),
                (0, "c", r#""null""#),
                (0, "d", r#""""#),
                (0, "e", r#""\"x\"""#),
                (0, "f", "3 epochs"),
            ],
        );
    }

    #[test]
    fn no_metadata_has_no_rows() {
        check_rows("{}", &[]);
        check_rows("", &[]);
    }
}

//! The difference of two lists of named values, such as metadata by path or files by path.

use indexmap::IndexMap;

/// A name whose value differs. `None` where there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<V> {
    pub name: String,
    pub before: Option<V>,
    pub after: Option<V>,
}

/// The differences, in the order of the first list and then of the second, and the number of equal values.
pub fn differences<V: PartialEq + Clone>(
    before: impl Iterator<Item = (String, V)>,
    after: impl Iterator<Item = (String, V)>,
) -> (Vec<Difference<V>>, usize) {
    let mut all: IndexMap<String, (Option<V>, Option<V>)> = IndexMap::new();
    for (name, value) in before {
        all.entry(name).or_default().0 = Some(value);
    }
    for (name, value) in after {
        all.entry(name).or_default().1 = Some(value);
    }
    let count = all.len();
    let differing = all.into_iter().filter(|(_, (before, after))| before != after);
    let differing: Vec<_> = differing.map(|(name, (before, after))| Difference { name, before, after }).collect();
    let equal = count - differing.len();
    (differing, equal)
}

#[cfg(test)]
mod tests {
    use super::differences;

    fn list(text: &str) -> impl Iterator<Item = (String, String)> {
        text.split_whitespace().filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.into(), value.into()))
    }

    #[test]
    fn changed_removed_and_added_values_are_listed_and_equal_ones_counted() {
        let (differing, equal) = differences(list("a=1 b=2 c=3"), list("d=4 c=3 a=9"));
        let shown: Vec<_> =
            differing.iter().map(|one| (one.name.as_str(), one.before.as_deref(), one.after.as_deref())).collect();
        assert_eq!(shown, [("a", Some("1"), Some("9")), ("b", Some("2"), None), ("d", None, Some("4"))]);
        assert_eq!(equal, 1);
    }

    #[test]
    fn equal_lists_in_another_order_have_no_difference() {
        assert_eq!(differences(list("a=1 b=2"), list("b=2 a=1")), (Vec::new(), 2));
    }
}

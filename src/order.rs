//! Putting things in order. Every kind of list that is sorted by itself brings 4 KB of sorting into the module; this sorts
//! positions only, so that all share one.

use std::cmp::Ordering;

/// The items in the order of the comparison; what compares equal stays in its order.
pub fn ordered<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let of = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    let positions = positions(items.len(), &of);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    positions.into_iter().filter_map(|position| items.get_mut(position)?.take()).collect()
}

fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn what_is_equal_stays_in_its_order() {
        let items = vec![("b", 1), ("a", 2), ("b", 0), ("a", 1)];
        assert_eq!(ordered(items, |one, other| one.0.cmp(other.0)), [("a", 2), ("a", 1), ("b", 1), ("b", 0)]);
    }
}

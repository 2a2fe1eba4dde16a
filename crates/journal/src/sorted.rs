//! Putting things in order, and sets that are kept in it.
//!
//! Every kind of list that is sorted by the standard library brings 4 KB of sorting into a WebAssembly module, and every
//! kind of tree as much. Here positions are sorted, of whatever there is, and a set is a list.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// The items in the order of the comparison; what compares equal stays in its order.
pub fn ordered<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let of = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    let positions = merge_sorted((0..items.len()).collect(), &of);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    positions.into_iter().filter_map(|position| items.get_mut(position)?.take()).collect()
}

fn merge_sorted(mut items: Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    // Most lists come in their order.
    if items.is_sorted_by(|one, other| compare(*one, *other).is_le()) {
        return items;
    }
    let mut merged = Vec::with_capacity(items.len());
    let later = items.split_off(items.len() / 2);
    let mut later = merge_sorted(later, compare).into_iter().peekable();
    for item in merge_sorted(items, compare) {
        while let Some(smaller) = later.next_if(|other| compare(*other, item).is_lt()) {
            merged.push(smaller);
        }
        merged.push(item);
    }
    merged.extend(later);
    merged
}

/// A set, as a list in order. Adding what is larger than all the rest is fast, as in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sorted<T>(Vec<T>);

impl<T: Ord> Sorted<T> {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn as_slice(&self) -> &[T] {
        &self.0
    }

    fn place<Q: Ord + ?Sized>(&self, item: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|other| other.borrow().cmp(item))
    }

    pub(crate) fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).is_ok()
    }

    pub(crate) fn insert(&mut self, item: T) {
        if let Err(place) = self.place(&item) {
            self.0.insert(place, item);
        }
    }

    /// Takes the item out. Answers whether it was there.
    pub(crate) fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).map(|place| self.0.remove(place)).is_ok()
    }

    /// What is in one of the two and not in the other, in order.
    pub(crate) fn difference<'a>(&'a self, other: &'a Self) -> Vec<&'a T> {
        let mut others = other.0.iter().peekable();
        let mut difference = Vec::new();
        for item in &self.0 {
            while let Some(smaller) = others.next_if(|other| *other < item) {
                difference.push(smaller);
            }
            if others.next_if_eq(&item).is_none() {
                difference.push(item);
            }
        }
        difference.extend(others);
        difference
    }
}

impl<T: Ord> From<Vec<T>> for Sorted<T> {
    fn from(items: Vec<T>) -> Self {
        let mut items = ordered(items, T::cmp);
        items.dedup();
        Self(items)
    }
}

#[cfg(test)]
mod tests {
    use super::{Sorted, ordered};

    #[test]
    fn what_is_equal_stays_in_its_order() {
        let items = vec![("b", 1), ("a", 2), ("b", 0), ("a", 1)];
        assert_eq!(ordered(items, |one, other| one.0.cmp(other.0)), [("a", 2), ("a", 1), ("b", 1), ("b", 0)]);
    }

    #[test]
    fn lists_of_every_length_come_into_order() {
        for length in 0..70_usize {
            let mixed: Vec<usize> = (0..length).map(|number| number * 31 % 17).collect();
            let mut expected = mixed.clone();
            expected.sort_unstable();
            assert_eq!(ordered(mixed, usize::cmp), expected);
        }
    }

    #[test]
    fn a_set_holds_everything_once() {
        let mut set = Sorted::from(vec![3, 1, 3, 2, 1]);
        set.insert(2);
        set.insert(0);
        assert_eq!(set.as_slice(), [0, 1, 2, 3]);
        assert!(set.remove(&1) && !set.remove(&1) && !set.contains(&1) && set.contains(&3));
    }

    #[test]
    fn sets_differ_in_what_only_one_has() {
        let difference = |one: &[u8], other: &[u8]| {
            let (one, other) = (Sorted::from(one.to_vec()), Sorted::from(other.to_vec()));
            one.difference(&other).into_iter().copied().collect::<Vec<_>>()
        };
        assert_eq!(difference(&[1, 3, 5], &[0, 3, 4, 6, 7]), [0, 1, 4, 5, 6, 7]);
        assert_eq!(difference(&[], &[1, 2]), [1, 2]);
        assert_eq!(difference(&[1, 2], &[]), [1, 2]);
        assert_eq!(difference(&[1, 2], &[1, 2]), [0_u8; 0]);
    }
}

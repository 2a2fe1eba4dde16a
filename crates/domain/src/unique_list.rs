//! A list of distinct items. It knows nothing of the domain.

use std::hash::Hash;

use indexmap::IndexSet;
use indexmap::set::Slice;

/// Distinct items in the order of their insertion. Finding one takes the same time in a long list as in a short one.
#[derive(Clone, Debug)]
pub struct UniqueList<T>(IndexSet<T>);

impl<T> Default for UniqueList<T> {
    fn default() -> Self {
        Self(IndexSet::default())
    }
}

/// The order counts, other than in a set.
impl<T: PartialEq> PartialEq for UniqueList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice() == other.0.as_slice()
    }
}

impl<T: Eq> Eq for UniqueList<T> {}

impl<T: Hash + Eq> FromIterator<T> for UniqueList<T> {
    /// A repeated item keeps its first place.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T: Hash + Eq> Extend<T> for UniqueList<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<T: Hash + Eq> UniqueList<T> {
    pub fn contains(&self, item: &T) -> bool {
        self.0.contains(item)
    }
}

impl<T> UniqueList<T> {
    pub fn as_slice(&self) -> &Slice<T> {
        self.0.as_slice()
    }
}

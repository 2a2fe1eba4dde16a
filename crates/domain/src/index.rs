//! An index: a map that is derived from a table. It does not know the domain.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::rc::Rc;

/// A set of values for each key, without empty sets. A clone shares it; the first change of a shared index copies the keys
/// and the sets that change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index<K: Hash + Eq, V>(Rc<HashMap<K, Rc<BTreeSet<V>>>>);

impl<K: Hash + Eq, V> Default for Index<K, V> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<K: Hash + Eq + Clone, V: Ord + Clone> Index<K, V> {
    /// The values of a key, ascending.
    pub fn get(&self, key: &K) -> impl ExactSizeIterator<Item = &V> {
        self.0.get(key).map(|values| values.iter()).unwrap_or_default()
    }

    pub fn insert(&mut self, key: K, value: V) {
        Rc::make_mut(Rc::make_mut(&mut self.0).entry(key).or_default()).insert(value);
    }

    pub fn remove(&mut self, key: &K, value: &V) {
        if !self.0.get(key).is_some_and(|values| values.contains(value)) {
            return;
        }
        let index = Rc::make_mut(&mut self.0);
        let Some(values) = index.get_mut(key).map(Rc::make_mut) else { return };
        values.remove(value);
        if values.is_empty() {
            index.remove(key);
        }
    }
}

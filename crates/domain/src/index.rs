//! An index: a map that is derived from a table. It does not know the domain.

use std::collections::BTreeSet;
use std::hash::Hash;
use std::rc::Rc;

use rpds::HashTrieMap;

/// A set of values for each key, without empty sets. A clone shares it; a change copies the set that changes and a few nodes of
/// the map, also among a hundred thousand keys.
#[derive(Clone, Debug)]
pub struct Index<K: Hash + Eq, V>(HashTrieMap<K, Rc<BTreeSet<V>>>);

impl<K: Hash + Eq, V: PartialEq> PartialEq for Index<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Hash + Eq, V: Eq> Eq for Index<K, V> {}

impl<K: Hash + Eq, V> Default for Index<K, V> {
    fn default() -> Self {
        Self(HashTrieMap::new())
    }
}

impl<K: Hash + Eq + Clone, V: Ord + Clone> Index<K, V> {
    /// The values of a key, ascending.
    pub fn get(&self, key: &K) -> impl ExactSizeIterator<Item = &V> {
        self.0.get(key).map(|values| values.iter()).unwrap_or_default()
    }

    pub fn insert(&mut self, key: K, value: V) {
        if !self.0.contains_key(&key) {
            self.0.insert_mut(key, Rc::new(BTreeSet::from([value])));
        } else if let Some(values) = self.0.get_mut(&key) {
            Rc::make_mut(values).insert(value);
        }
    }

    pub fn remove(&mut self, key: &K, value: &V) {
        let Some(values) = self.0.get(key).filter(|values| values.contains(value)) else { return };
        if values.len() == 1 {
            self.0.remove_mut(key);
        } else if let Some(values) = self.0.get_mut(key) {
            Rc::make_mut(values).remove(value);
        }
    }
}

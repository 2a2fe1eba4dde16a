//! The names that registries, collections and accounts had before they were renamed, so that an older address still leads to them.

use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

/// The former holders of each key, the latest last. A clone shares them; the first change of shared ones copies the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerNames<K: Hash + Eq, V>(Rc<HashMap<K, Rc<Vec<V>>>>);

impl<K: Hash + Eq, V> Default for FormerNames<K, V> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<K: Hash + Eq + Clone, V: PartialEq + Clone> FormerNames<K, V> {
    /// Notes that the holder was renamed from one key to another. A key that did not change is no former name.
    pub fn note_rename(&mut self, from: K, to: &K, holder: &V) {
        if from == *to {
            return;
        }
        let holders = Rc::make_mut(Rc::make_mut(&mut self.0).entry(from).or_default());
        holders.retain(|other| other != holder);
        holders.push(holder.clone());
    }

    /// The holders of a name with this key, the latest first. Some may have been removed since.
    pub fn holders<'a>(&'a self, key: &K) -> impl Iterator<Item = &'a V> + use<'a, K, V> {
        self.0.get(key).into_iter().flat_map(|holders| holders.iter().rev())
    }
}

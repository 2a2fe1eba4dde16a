//! A persistent table of items by id. It knows nothing of the domain.

use std::rc::Rc;

/// An item with an id that never changes.
pub trait Identified {
    /// The type of the id.
    type Id: Ord;

    /// The id of the item.
    fn id(&self) -> &Self::Id;
}

/// Items in the order of their ids. A clone shares the items; a change of a shared table copies pointers only.
#[derive(Debug, PartialEq, Eq)]
pub struct Table<T>(Rc<Vec<Rc<T>>>);

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T: Identified> Table<T> {
    /// The item with this id.
    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&Rc<T>> {
        self.search(id).ok().and_then(|index| self.0.get(index))
    }

    /// Whether there is an item with this id.
    #[must_use]
    pub fn contains(&self, id: &T::Id) -> bool {
        self.search(id).is_ok()
    }

    /// Inserts an item. It replaces an item with the same id.
    pub(crate) fn insert(&mut self, item: T) {
        let item = Rc::new(item);
        let index = self.search(item.id());
        let items = Rc::make_mut(&mut self.0);
        match index {
            Ok(index) => items.splice(index..=index, [item]).for_each(drop),
            Err(index) => items.insert(index, item),
        }
    }

    pub(crate) fn get_mut(&mut self, id: &T::Id) -> Option<&mut T>
    where
        T: Clone,
    {
        let index = self.search(id).ok()?;
        Rc::make_mut(&mut self.0).get_mut(index).map(Rc::make_mut)
    }

    pub(crate) fn remove(&mut self, id: &T::Id) {
        if let Ok(index) = self.search(id) {
            Rc::make_mut(&mut self.0).remove(index);
        }
    }

    /// The index of the item with this id, in the order of the ids.
    pub(crate) fn position(&self, id: &T::Id) -> Option<usize> {
        self.search(id).ok()
    }

    fn search(&self, id: &T::Id) -> Result<usize, usize> {
        self.0.binary_search_by(|item| item.id().cmp(id))
    }
}

impl<T> Table<T> {
    /// Whether both share their items: they are clones, and neither has changed since.
    pub(crate) fn ptr_eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The items in the order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<T>> {
        self.0.iter()
    }

    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a Rc<T>;
    type IntoIter = std::slice::Iter<'a, Rc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

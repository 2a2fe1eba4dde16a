//! Things under their ids. It knows nothing of what they are.

use std::rc::Rc;

/// Something that has an id for good.
pub trait Identified {
    /// What such an id is.
    type Id: Ord;

    /// The id.
    fn id(&self) -> &Self::Id;
}

/// Things under their ids, in the order of the ids. Cloning it copies one pointer, and changing a clone copies pointers to
/// the things that stay.
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
    /// The thing with this id, if it is there.
    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&Rc<T>> {
        self.place(id).ok().and_then(|place| self.0.get(place))
    }

    /// Whether there is a thing with this id.
    #[must_use]
    pub fn has(&self, id: &T::Id) -> bool {
        self.place(id).is_ok()
    }

    /// Puts a thing in, in place of the one with its id if there is one.
    pub(crate) fn put(&mut self, thing: T) {
        let thing = Rc::new(thing);
        let place = self.place(thing.id());
        let things = Rc::make_mut(&mut self.0);
        match place {
            Ok(place) => things.splice(place..=place, [thing]).for_each(drop),
            Err(place) => things.insert(place, thing),
        }
    }

    /// The thing with this id, to be changed.
    pub(crate) fn get_mut(&mut self, id: &T::Id) -> Option<&mut T>
    where
        T: Clone,
    {
        let place = self.place(id).ok()?;
        Rc::make_mut(&mut self.0).get_mut(place).map(Rc::make_mut)
    }

    /// Takes the thing with this id out.
    pub(crate) fn take(&mut self, id: &T::Id) {
        if let Ok(place) = self.place(id) {
            Rc::make_mut(&mut self.0).remove(place);
        }
    }

    /// Where the thing with this id stands among all.
    pub(crate) fn position(&self, id: &T::Id) -> Option<usize> {
        self.place(id).ok()
    }

    fn place(&self, id: &T::Id) -> Result<usize, usize> {
        self.0.binary_search_by(|thing| thing.id().cmp(id))
    }
}

impl<T> Table<T> {
    /// Whether this is a clone of the other and neither was changed since.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Everything, in the order of the ids.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<T>> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
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

//! Numbered items with aliases: the versions of an artifact, and those of a collection.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::{Alias, trim};

/// An item with a number in its series.
pub trait Numbered {
    /// The number, which never changes.
    fn number(&self) -> u32;
}

/// The number of a version that is written as `v0`, without leading zeros.
#[must_use]
pub fn version_number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('v')?;
    let number: u32 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

/// Items by ascending numbers, and their aliases. Numbers are never used again (R). `latest` is the alias of the newest item:
/// it follows each new one, and of a removed one the newest that remains gets it (S, R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<T> {
    items: Rc<Vec<Rc<T>>>,
    next: u32,
    /// The ordinary aliases.
    aliases: Rc<BTreeMap<Alias, u32>>,
    by_number: Rc<BTreeMap<u32, BTreeSet<Alias>>>,
}

impl<T> Default for Series<T> {
    fn default() -> Self {
        Self { items: Rc::default(), next: 0, aliases: Rc::default(), by_number: Rc::default() }
    }
}

impl<T: Numbered> Series<T> {
    /// The items, oldest first.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<T>> {
        self.items.iter()
    }

    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item with this number, unless removed.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&Rc<T>> {
        self.items.get(self.position(number)?)
    }

    /// The newest item, which has the alias `latest`.
    #[must_use]
    pub fn latest(&self) -> Option<&Rc<T>> {
        self.items.last()
    }

    /// The number that the next item gets.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        self.next
    }

    /// The number of the item with this alias. `v0` and so on are no aliases here.
    #[must_use]
    pub fn holder(&self, alias: &Alias) -> Option<u32> {
        if alias.is_latest() {
            return self.latest().map(|item| item.number());
        }
        self.aliases.get(alias).copied()
    }

    /// The item that a text names: `v0` is its number, and everything else one of its aliases. `v00` is neither.
    #[must_use]
    pub fn named(&self, text: &str) -> Option<&Rc<T>> {
        let number = version_number(trim(text)).or_else(|| self.holder(&Alias::parse(text).ok()?));
        self.get(number?)
    }

    /// All aliases but `latest`, by code point, with the numbers of their items.
    pub fn aliases(&self) -> impl Iterator<Item = (&Alias, u32)> {
        self.aliases.iter().map(|(alias, number)| (alias, *number))
    }

    /// The aliases of an item but `latest`, by code point.
    pub fn aliases_of(&self, number: u32) -> impl ExactSizeIterator<Item = &Alias> {
        self.by_number.get(&number).map(BTreeSet::iter).unwrap_or_default()
    }

    /// Whether both share their items and aliases.
    pub(crate) fn ptr_eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items) && Rc::ptr_eq(&self.aliases, &other.aliases)
    }

    /// Adds the item with the next number.
    pub(crate) fn push(&mut self, make: impl FnOnce(u32) -> T) -> u32 {
        let number = self.next;
        Rc::make_mut(&mut self.items).push(Rc::new(make(number)));
        self.next += 1;
        number
    }

    pub(crate) fn get_mut(&mut self, number: u32) -> Option<&mut T>
    where
        T: Clone,
    {
        let position = self.position(number)?;
        Rc::make_mut(&mut self.items).get_mut(position).map(Rc::make_mut)
    }

    /// Removes an item with its aliases.
    pub(crate) fn remove(&mut self, number: u32) {
        let Some(position) = self.position(number) else { return };
        Rc::make_mut(&mut self.items).remove(position);
        if self.by_number.contains_key(&number) {
            let aliases = Rc::make_mut(&mut self.by_number).remove(&number).unwrap_or_default();
            Rc::make_mut(&mut self.aliases).retain(|alias, _| !aliases.contains(alias));
        }
    }

    /// Gives an ordinary alias to an item. It moves from any other.
    pub(crate) fn set_alias(&mut self, alias: &Alias, number: u32) {
        if alias.is_managed() || self.position(number).is_none() || self.holder(alias) == Some(number) {
            return;
        }
        self.remove_alias(alias);
        Rc::make_mut(&mut self.aliases).insert(alias.clone(), number);
        Rc::make_mut(&mut self.by_number).entry(number).or_default().insert(alias.clone());
    }

    /// Takes an ordinary alias from its item.
    pub(crate) fn remove_alias(&mut self, alias: &Alias) {
        if !self.aliases.contains_key(alias) {
            return;
        }
        let Some(number) = Rc::make_mut(&mut self.aliases).remove(alias) else { return };
        let by_number = Rc::make_mut(&mut self.by_number);
        if let Some(aliases) = by_number.get_mut(&number) {
            aliases.remove(alias);
            if aliases.is_empty() {
                by_number.remove(&number);
            }
        }
    }

    fn position(&self, number: u32) -> Option<usize> {
        self.items.binary_search_by_key(&number, |item| item.number()).ok()
    }
}

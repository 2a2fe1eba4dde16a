//! Search for collections, and for their tags, aliases and versions. It reads a [`View`] alone, so nothing is found that the
//! account cannot see.
//!
//! There can be 100,000 versions, so the index is built in steps, and versions are not in it: a number leads from a collection
//! to its version. Equal labels share one entry, and a label is compared once, however many versions have it.

mod index;
mod query;

use std::cmp::Reverse;
use std::rc::Rc;

use domain::Collection;

pub use index::{Building, CatalogIndex};
pub use query::CatalogQuery;

use crate::rank::Match;
use index::{Holder, Label, LabelKind};
use query::{Hits, worst_of_words};

/// A thing of the catalog that is found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A collection.
    Collection(Rc<Collection>),
    /// A tag, and what has it: a collection, or its version with this number.
    Tag(Rc<str>, Rc<Collection>, Option<u32>),
    /// An alias, and the version that holds it.
    Alias(Rc<str>, Rc<Collection>, u32),
    /// A version.
    Version(Rc<Collection>, u32),
}

/// The best matches of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<T> {
    /// The matches, the best first.
    pub items: Vec<T>,
    /// The number of further matches.
    pub more: usize,
    /// Whether even the best match is one only if a typing error is forgiven.
    pub is_guess: bool,
}

impl<T> Default for Group<T> {
    fn default() -> Self {
        Self { items: Vec::new(), more: 0, is_guess: false }
    }
}

impl<T> Group<T> {
    /// The same group of other items.
    pub fn map<U>(self, item: impl FnMut(T) -> U) -> Group<U> {
        Group { items: self.items.into_iter().map(item).collect(), more: self.more, is_guess: self.is_guess }
    }
}

/// All that is found in the catalog, in groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogResults {
    /// Collections.
    pub collections: Group<Found>,
    /// Tags of collections and versions.
    pub tags: Group<Found>,
    /// Aliases of versions.
    pub aliases: Group<Found>,
    /// Versions by their numbers.
    pub versions: Group<Found>,
}

/// The order of matches: by rank, then by the collection's name, the newest version first.
type Place = (Match, usize, Reverse<Option<u32>>, usize);

impl CatalogIndex {
    /// The best matches, at most `limit` of each kind.
    #[must_use]
    pub fn find(&self, query: &mut CatalogQuery, limit: usize) -> CatalogResults {
        if query.is_empty() {
            return CatalogResults::default();
        }
        let registries: Vec<Hits> = self.registries.iter().map(|texts| query.hits_of_all(texts)).collect();
        let collections: Vec<Hits> = self.collections.iter().map(|entry| query.hits(&entry.name)).collect();
        let in_registry = |nth: usize| self.collections.get(nth).and_then(|entry| registries.get(entry.registry));

        let mut found: Vec<Place> = Vec::new();
        for (nth, (entry, hits)) in self.collections.iter().zip(&collections).enumerate() {
            let Some(registry) = registries.get(entry.registry) else { continue };
            let whole = hits.whole.min_some(entry.reference_rank(query));
            // A query that only names the registry finds the registry, and not all that is in it.
            let words = || hits.has_words().then(|| worst_of_words(query.count(), &[hits, registry])).flatten();
            let details = || entry.matches_details(query).then_some(Match::Description);
            if let Some(rank) = whole.or_else(words).or_else(details) {
                found.push((rank, nth, Reverse(None), 0));
            }
        }
        let collections_found = self.take(found, limit, |entry, _, _| Found::Collection(Rc::clone(entry)));

        let [mut tags, mut aliases] = [Vec::new(), Vec::new()];
        let forgives = self.labels.len() <= MOST_FORGIVING_LABELS;
        for (label_nth, label) in self.labels.iter().enumerate() {
            let hits = if forgives { query.hits(&label.text) } else { query.hits_without_typos(&label.text) };
            if hits.whole.is_none() && !hits.has_words() {
                continue;
            }
            let places = match label.kind {
                LabelKind::Tag => &mut tags,
                LabelKind::Alias => &mut aliases,
            };
            for Holder { collection, number } in &label.holders {
                let around = || Some((collections.get(*collection)?, in_registry(*collection)?));
                let by_words = || worst_of_words(query.count(), &[&hits, around()?.0, around()?.1]);
                if let Some(rank) = hits.whole.or_else(by_words) {
                    places.push((rank, *collection, Reverse(*number), label_nth));
                }
            }
        }
        let label = |nth: usize| self.labels.get(nth).map_or_else(Rc::default, |label: &Label| Rc::clone(&label.shown));
        let tags = self.take(tags, limit, |one, number, nth| Found::Tag(label(nth), Rc::clone(one), number));
        let alias = |one: &Rc<Collection>, number: Option<u32>, nth| {
            Found::Alias(label(nth), Rc::clone(one), number.unwrap_or_default())
        };
        let aliases = self.take(aliases, limit, alias);
        let versions = self.find_versions(query, &collections, &registries);
        let version =
            |one: &Rc<Collection>, number: Option<u32>, _| Found::Version(Rc::clone(one), number.unwrap_or_default());
        CatalogResults { collections: collections_found, tags, aliases, versions: self.take(versions, limit, version) }
    }

    /// The versions whose number is a word of the query, where the other words match the collection.
    fn find_versions(&self, query: &CatalogQuery, collections: &[Hits], registries: &[Hits]) -> Vec<Place> {
        let numbers = query.numbers();
        let mut found = Vec::new();
        for (number_nth, number) in &numbers {
            for (nth, (entry, hits)) in self.collections.iter().zip(collections).enumerate() {
                let links = &entry.collection.links;
                let linked = match number {
                    Some(number) => links.get(*number),
                    None => links.latest(),
                };
                let (Some(link), Some(registry)) = (linked, registries.get(entry.registry)) else { continue };
                let by_number = Hits::of_word(*number_nth);
                if let Some(rank) = worst_of_words(query.count(), &[hits, registry, &by_number]) {
                    // A whole name ranks before other names with the same words.
                    let rank = if entry.is_version_reference(query, *number) { Match::Exact } else { rank };
                    found.push((rank, nth, Reverse(Some(link.number)), 0));
                }
            }
        }
        if numbers.len() > 1 {
            found.sort_unstable();
            found.dedup();
        }
        found
    }

    fn take(
        &self,
        mut found: Vec<Place>,
        limit: usize,
        make: impl Fn(&Rc<Collection>, Option<u32>, usize) -> Found,
    ) -> Group<Found> {
        let more = found.len().saturating_sub(limit);
        if more > 0 && limit > 0 {
            found.select_nth_unstable(limit - 1);
            found.truncate(limit);
        }
        found.sort_unstable();
        let is_guess = found.first().is_some_and(|(rank, ..)| rank.has_typos());
        let items = found.into_iter().filter_map(|(_, nth, Reverse(number), label)| {
            Some(make(&self.collections.get(nth)?.collection, number, label))
        });
        Group { items: items.collect(), more, is_guess }
    }
}

/// With more labels, typing errors in them are not forgiven: counting them for each letter takes too long.
const MOST_FORGIVING_LABELS: usize = 10_000;

/// The better of two optional matches.
trait MinSome {
    fn min_some(self, other: Self) -> Self;
}

impl MinSome for Option<Match> {
    fn min_some(self, other: Self) -> Self {
        [self, other].into_iter().flatten().min()
    }
}

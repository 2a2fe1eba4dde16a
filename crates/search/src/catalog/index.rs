//! The index of the catalog, built in steps.

use std::collections::HashMap;
use std::rc::Rc;

use domain::{CatalogView, Collection, NAME_PREFIX, View};

use super::query::CatalogQuery;
use crate::filter::filter_text;
use crate::rank::{Match, SearchText};

/// The prepared texts of all collections that an account can see, and of the tags and aliases in them.
#[derive(Default)]
pub struct CatalogIndex {
    /// The names of each registry: as shown and, of a core registry, as in full names.
    pub(super) registries: Vec<Vec<SearchText>>,
    /// The collections, by name.
    pub(super) collections: Vec<Entry>,
    /// The distinct tags and aliases.
    pub(super) labels: Vec<Label>,
}

/// A collection.
pub(super) struct Entry {
    pub collection: Rc<Collection>,
    /// The position of its registry.
    pub registry: usize,
    pub name: SearchText,
    /// `registry/collection`, by each name of the registry.
    references: Vec<String>,
    details: SearchText,
}

impl Entry {
    /// The match of the query as a reference.
    pub fn reference_rank(&self, query: &CatalogQuery) -> Option<Match> {
        let rank = |reference: &String| match reference.strip_prefix(query.key()) {
            Some("") => Some(Match::Exact),
            Some(_) if query.key().contains('/') => Some(Match::Beginning),
            _ => None,
        };
        self.references.iter().filter_map(rank).min()
    }

    /// Whether the query is the reference of the version with this number, or of the latest.
    pub fn is_version_reference(&self, query: &CatalogQuery, number: Option<u32>) -> bool {
        let Some((collection, version)) = query.key().rsplit_once(':') else { return false };
        let is_version = match number {
            Some(number) => version.strip_prefix('v') == Some(&*number.to_string()),
            None => version == "latest",
        };
        is_version && self.references.iter().any(|reference| reference == collection)
    }

    /// Whether the type or the description contains the query.
    pub fn matches_details(&self, query: &CatalogQuery) -> bool {
        self.details.contains(query.whole())
    }
}

/// A tag or an alias.
pub(super) struct Label {
    pub kind: LabelKind,
    pub shown: Rc<str>,
    pub text: SearchText,
    pub holders: Vec<Holder>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum LabelKind {
    Tag,
    Alias,
}

/// The holder of a label: a collection by its position, or a version of it.
pub(super) struct Holder {
    pub collection: usize,
    pub number: Option<u32>,
}

/// An index that is being built.
pub struct Building<'a> {
    catalog: CatalogView<'a>,
    index: CatalogIndex,
    /// The positions of labels.
    labels: HashMap<(LabelKind, Rc<str>), usize>,
    /// The next collection to read.
    next: usize,
    /// The next of its links.
    next_link: usize,
}

impl<'a> Building<'a> {
    /// Reads the names of the collections that the account of the view can see.
    #[must_use]
    pub fn of(view: &'a View) -> Self {
        let catalog = view.catalog();
        let mut index = CatalogIndex::default();
        for (registry, registry_view) in view.registries.iter().enumerate() {
            let shown = registry_view.registry.name().key().as_str().to_owned();
            let full_name = filter_text(&registry_view.registry.full_name());
            let full_name = full_name.as_str().strip_prefix(NAME_PREFIX).unwrap_or_default().to_owned();
            let names = if shown == full_name { vec![shown] } else { vec![shown, full_name] };
            for collection in catalog.collections_of(registry_view.registry.id()) {
                let name = filter_text(collection.name.as_str());
                let details = format!("{} {}", collection.artifact_type, collection.description.as_str());
                index.collections.push(Entry {
                    references: names.iter().map(|registry| format!("{registry}/{}", name.as_str())).collect(),
                    name: SearchText::of(&name),
                    details: SearchText::of(&filter_text(&details)),
                    collection: Rc::clone(collection),
                    registry,
                });
            }
            index.registries.push(names.iter().map(|name| SearchText::of(&filter_text(name))).collect());
        }
        index.collections.sort_by(|one, other| one.name.letters().cmp(other.name.letters()));
        Self { catalog, index, labels: HashMap::new(), next: 0, next_link: 0 }
    }

    /// Reads the labels of about `versions` further versions. Returns whether all are read.
    pub fn step(&mut self, versions: usize) -> bool {
        /// Reading a collection takes as long as reading some of its versions.
        const COLLECTION: usize = 2;
        let mut left = versions.max(1);
        while left > 0 {
            let Some(entry) = self.index.collections.get(self.next) else { return true };
            let collection = Rc::clone(&entry.collection);
            if self.next_link == 0 {
                for tag in collection.tags.as_slice() {
                    self.add(LabelKind::Tag, tag.as_str(), None);
                }
                for (alias, number) in collection.links.aliases() {
                    self.add(LabelKind::Alias, alias.as_str(), Some(number));
                }
            }
            let catalog = self.catalog;
            let first = self.next_link;
            let mut read = 0;
            for (link, version) in catalog.versions_in(&collection.id, first).take(left) {
                for tag in version.tags.as_slice() {
                    self.add(LabelKind::Tag, tag.as_str(), Some(link.number));
                }
                read += 1;
            }
            left = left.saturating_sub(read + COLLECTION);
            self.next_link += read;
            if self.next_link >= collection.links.len() || read == 0 {
                self.next += 1;
                self.next_link = 0;
            }
        }
        self.next >= self.index.collections.len()
    }

    /// The index of what is read.
    #[must_use]
    pub fn finish(self) -> CatalogIndex {
        self.index
    }

    fn add(&mut self, kind: LabelKind, shown: &str, number: Option<u32>) {
        let key = (kind, Rc::from(shown));
        let holder = Holder { collection: self.next, number };
        let nth = *self.labels.entry(key).or_insert_with_key(|(kind, shown)| {
            self.index.labels.push(Label {
                kind: *kind,
                text: SearchText::of(&filter_text(shown)),
                shown: Rc::clone(shown),
                holders: Vec::new(),
            });
            self.index.labels.len() - 1
        });
        if let Some(label) = self.index.labels.get_mut(nth) {
            label.holders.push(holder);
        }
    }
}
